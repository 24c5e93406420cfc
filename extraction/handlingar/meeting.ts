/** Whose meeting minutes or a kallelse are of, and when: from running heads, the front page or the title. */

import type { Line } from '../lines/line.ts';
import { type Passage, passageOf } from '../lines/passage.ts';
import type { Draft } from './draft.ts';
import { dateIn, dayOf, printedDay } from './meeting-day.ts';
import { nameIn, organOf, summonsOf } from './meeting-organ.ts';
import { titled } from './meeting-title.ts';
import { capitalised } from './usual-organ.ts';

/** The meeting of a handling, and where its body and day are printed; an empty passage where they are not. */
export interface Meeting {
  organ: string | null;
  organAt: Passage;
  datum: string | null;
  datumAt: Passage;
  rubrik: Passage | null;
}

const NONE: Passage = { text: '', pieces: [] };

/** What a title alone tells of the meeting; its day from the pages where the title has none. */
function fromTitle(draft: Draft): Meeting | null {
  const title = titled((draft.sheets[0]?.all ?? []).slice(0, 8));
  if (!title) return null;
  const day = title.datum === null ? dayOf(draft) : null;
  return {
    organ: capitalised(title.organ.text),
    organAt: title.organ,
    datum: title.datum ?? day?.datum ?? null,
    datumAt: title.datum
      ? dateIn(title.title, title.datum)
      : day
        ? dateIn(passageOf([day.line]), day.datum)
        : NONE,
    rubrik: title.title,
  };
}

/** The line that is a kallelse's title. */
const titleOfSummons = (first: Line[]): Line | undefined =>
  summonsOf(first) ?? first.slice(0, 8).find((l) => /^kallelse\s+till\s/iu.test(l.text));

/** Reads the meeting of a draft of minutes or a kallelse. */
export function meetingOf(draft: Draft): Meeting {
  const fromItsTitle = fromTitle(draft);
  if (fromItsTitle) return fromItsTitle;
  const organ = organOf(draft);
  const day = (draft.kind === 'kallelse' ? printedDay(draft) : null) ?? dayOf(draft);
  const rubrik = draft.kind === 'kallelse' ? titleOfSummons(draft.sheets[0]?.all ?? []) : null;
  return {
    organ: organ?.organ ?? null,
    organAt: organ ? nameIn(organ) : NONE,
    datum: day?.datum ?? null,
    datumAt: day ? dateIn(passageOf([day.line]), day.datum) : NONE,
    rubrik: rubrik ? passageOf([rubrik]) : null,
  };
}
