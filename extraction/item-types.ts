/** The types of items, apart from their schemas: a list that is asked for before anything is read. */
import type { Arende } from './record.ts';

/** What an ärende holds, in the order of the contract: each type of item is a list of its own. */
export const ITEM_TYPER = [
  'forslag',
  'beslut',
  'yrkanden',
  'reservationer',
  'anteckningar',
  'voteringar',
  'expediering',
  'underlag',
] as const satisfies readonly (keyof Arende)[];
export type ItemTyp = (typeof ITEM_TYPER)[number];
export type Item = Arende[ItemTyp][number];
