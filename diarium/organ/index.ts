/**
 * The register of bodies and other recipients of each huvudman: what they are called and were called, what they are,
 * what they lie under and who sat in them. Seeded from what is read; what a person has said goes before it. Pure, and
 * independent of the order in which documents came.
 */
export { type Organ, OrganFel, type OrganFil, organFilJsonSchema, readFil, writtenFil } from './fil.ts';
export { filOf } from './fil-of.ts';
export { LASNING_REGLER, lasningar } from './lasning.ts';
export { SLAG, type Slag, UPPDRAG, type Uppdrag } from './ord.ts';
export { type Period, type Rattning, ratta, sammanfor } from './ratta.ts';
export { nameGroups, type Underlag, type Uppslag, uppslagOf } from './register.ts';
export { type Sagda, sagda } from './sagda.ts';
export { type PlaceOf, takeIn } from './take-in.ts';
export type * from './types.ts';
