/** A title that names the meeting: its body and its day. */

import { findDates } from '../language/dates.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { type Passage, passageOf, slicePassage } from '../lines/passage.ts';
import { findOrganer } from '../routing/organ.ts';

/** "Protokoll från", "Kallelse till möte med", and what follows until the day. */
const TITLE = ord(
  /^(?:möte|sammanträde|protokoll|kallelse|utdrag)\b.{0,30}?\b(?:med|för|från|ur|av)\s+(.+?)(?:(?:,\s+|(?<![,\s])\s+)(?:den\s+)?\d.*)?$/iu,
);

/** A labelled row of a summons is no second line of its title. */
const LABEL = ord(/^(?:tid|plats|datum|dag|lokal|sekreterare|ordförande)\b/iu);

/** A title, the body it names, and its day as ISO if it has one. */
interface Titled {
  organ: Passage;
  title: Passage;
  datum: string | null;
}

/** "Möte med Samverkansnämnden X den 19 februari 2021", over one line or two; a title with a day before one without. */
export function titled(lines: Line[]): Titled | null {
  return titledWith(lines, true) ?? titledWith(lines, false);
}

/** `dated`: look for a title with a day, else for one without. */
function titledWith(lines: Line[], dated: boolean): Titled | null {
  for (let i = 0; i < Math.min(6, lines.length); i++) {
    for (const count of dated && !LABEL.test(lines[i + 1]?.text ?? '') ? [1, 2] : [1]) {
      const passage = passageOf(lines.slice(i, i + count));
      const m = TITLE.exec(passage.text);
      const date = findDates(passage.text)[0];
      const named = m?.[1] ? findOrganer(m[1])[0] : undefined;
      if (!m?.[1] || !named || dated !== (date !== undefined)) continue;
      const from = passage.text.indexOf(m[1]);
      if (!date) {
        const organ = slicePassage(passage, from + named.start, from + named.end);
        return { organ, title: passage, datum: null };
      }
      // "Protokoll från direktionens sammanträde den …"
      const whose =
        named.genitive && ord(/^\s(?:\p{Ll}+ )?(?:sammanträde|möte)\b/iu).test(m[1].slice(named.end));
      return {
        organ: whose
          ? slicePassage(passage, from + named.start, from + named.end - 1)
          : slicePassage(passage, from, from + m[1].length),
        title: slicePassage(passage, 0, date.end),
        datum: date.iso,
      };
    }
  }
  return null;
}
