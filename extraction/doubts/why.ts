/** Why an item is as unsure as it is, for the person who is asked to look at it. */
import { CALIBRATION } from '../calibration.ts';
import type { Handling } from '../record.ts';
import { GROUP_OF } from './chance.ts';
import { doubtsIn } from './index.ts';
import { reasonOf } from './words.ts';

export interface Reason {
  sv: string;
  en: string;
}

/** The reasons to doubt each of a document's items, by the item's id: what costs most first, nothing that costs nothing. */
export function reasonsIn(handling: Handling): Map<string, Reason[]> {
  return new Map(
    doubtsIn(handling).map(({ type, item, doubts }) => {
      const odds = CALIBRATION.odds[GROUP_OF[type]];
      const counted = doubts.filter((doubt) => odds[doubt] !== undefined);
      const gravest = counted.sort((a, b) => (odds[a] ?? 1) - (odds[b] ?? 1));
      return [item.id, gravest.map(reasonOf)];
    }),
  );
}
