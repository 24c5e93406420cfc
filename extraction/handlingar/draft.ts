/** A document while its pages are gathered. */

import { ord } from '../language/ord.ts';
import type { Sheet } from '../lines/furniture.ts';
import { PROTOKOLL_END, SIGNATURE } from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';
import type { Signs } from './signs.ts';

/** What a first page can say that its document is; "brev" is any letter, "annat" what nothing tells. */
export type DraftKind = 'protokoll' | 'kallelse' | 'brev' | 'annat';

/** A document in the making: its pages, and what its first page says it is. */
export interface Draft {
  kind: DraftKind;
  sheets: Sheet[];
  signs: Signs[];
}

/** The letter is signed, or the minutes are: what follows on a new page is another document. */
export function isFinished(draft: Draft): boolean {
  // "2 (2)": its own numbering says that it is over
  const number = draft.signs.at(-1)?.pageNumber;
  if (number?.of && number.n >= number.of) return true;
  const tail = (draft.sheets.at(-1)?.lines ?? []).slice(-14);
  if (draft.kind === 'protokoll') return tail.some((l) => PROTOKOLL_END.test(l.text));
  return tail.some(
    (l) =>
      SIGNATURE.test(l.text) || headingOf(l.text) === 'expediering' || ord(/^bilag(a|or)\b/iu).test(l.text),
  );
}

/** True when one of its pages so far has a heading for what is proposed. */
export const hasProposal = (draft: Draft) => draft.signs.some((s) => s.forslagAt >= 0);
