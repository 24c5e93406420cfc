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

/** The value at `x` of a line through points that rise from left to right; from 0, and level after the last. */
export function along(points: Calibration['unseen'], x: number): number {
  let [left, below] = [0, 0];
  for (const [right, above] of points) {
    if (x <= right) return below + ((above - below) * (x - left)) / Math.max(right - left, 1e-9);
    [left, below] = [right, above];
  }
  return points.length > 0 ? below : x;
}

/** How probable it is that an item of `type` with these doubts is right, 0 to 1. */
export function chanceOf(type: Typ, doubts: Doubt[], calibration: Calibration = CALIBRATION): number {
  const right = calibration.right[type];
  const factors = calibration.odds[GROUP_OF[type]];
  const odds = doubts.reduce((product, doubt) => product * (factors[doubt] ?? 1), right / (1 - right));
  return along(calibration.unseen, odds / (1 + odds));
}
