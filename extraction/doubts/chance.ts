/** From doubts to a number: the odds of an item that nothing speaks against, lowered by each doubt. */
import { CALIBRATION, type Calibration } from '../calibration.ts';
import type { Typ } from './index.ts';
import type { Doubt, Group } from './words.ts';

/** Types whose doubts are counted together. */
export const GROUP_OF: { readonly [type in Typ]: Group } = {
  forslag: 'clauses',
  beslut: 'clauses',
  yrkanden: 'moved',
  reservationer: 'moved',
  anteckningar: 'moved',
  voteringar: 'votes',
  expediering: 'listed',
  underlag: 'listed',
};

/** How probable it is that an item of `type` with these doubts is right, 0 to 1. */
export function chanceOf(type: Typ, doubts: Doubt[], calibration: Calibration = CALIBRATION): number {
  const right = calibration.right[type];
  const factors = calibration.odds[GROUP_OF[type]];
  const odds = doubts.reduce((product, doubt) => product * (factors[doubt] ?? 1), right / (1 - right));
  return odds / (1 + odds);
}
