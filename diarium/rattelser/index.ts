/**
 * What people decide where the machine is unsure. Decisions are kept beside the record as it was read, and applied to it
 * and to every later reading of the same bytes.
 */
export { applyRattelser, type Rattat } from './apply.ts';
export type { Beslutat } from './changed-around.ts';
export * from './falt.ts';
export { emptyFalt } from './ny-punkt.ts';
export { avtryckOf, keyOf, malOf, type Plats, pageOf, tingIn } from './ting.ts';
export * from './types.ts';
export { type Verdict, verdictsOf } from './verdicts.ts';
