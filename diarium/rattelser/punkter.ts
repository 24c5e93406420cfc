/** What a decision makes of items: in place of one come none, one or several. */
import type { Item, ItemTyp } from '../../extraction/item-types.ts';
import type { Attsats, Handling, Person } from '../../extraction/record.ts';
import { type Falt, textFalt } from './falt.ts';
import { rattelseId } from './id.ts';
import type { Rattelse } from './types.ts';

/** As the person left it: what was seen, changed as said; sure, and with nothing unconfirmed. */
export const decided = <T extends Item>(punkt: T, falt: Falt): T => ({
  ...punkt,
  ...falt,
  confidence: 1,
  obekraftade: [],
});

/** The parts of one, each with what else was seen of it, under ids of their own. */
export function delar(punkt: Item, typ: ItemTyp, rattelse: Rattelse, texter: readonly string[]): Item[] {
  const field = textFalt(typ);
  if (field === null) return [punkt];
  return texter.map((text, nr) => ({
    ...decided(punkt, { ...rattelse.mal.sett, [field]: text }),
    id: rattelseId(rattelse, nr),
  }));
}

/** Several as one: words one after another, everybody who is behind them, under an id of its own. */
export function ihop(
  punkter: readonly [Item, ...Item[]],
  typ: ItemTyp,
  rattelse: Rattelse,
  text: string | null,
): Item {
  const [first] = punkter;
  const field = textFalt(typ);
  const words = field === null ? [] : punkter.map((one) => (one as unknown as Falt)[field]);
  const av = 'av' in first ? { av: everybody(punkter) } : {};
  return {
    ...decided(first, { ...av, ...(field !== null && { [field]: text ?? words.join(' ') }) }),
    id: rattelseId(rattelse, 0),
    evidence: punkter.flatMap((one) => one.evidence),
  };
}

function everybody(punkter: readonly Item[]): Person[] {
  const all = punkter.flatMap((one) => ('av' in one ? one.av : []));
  const seen = new Map(all.map((person) => [`${person.namn}|${person.parti}|${person.roll}`, person]));
  return [...seen.values()];
}

/** One that was not read, on the page where the person saw it. */
export const tillagd = (rattelse: Rattelse, falt: Falt, page: number): Item =>
  ({
    ...falt,
    ...{ id: rattelseId(rattelse, 0), confidence: 1, obekraftade: [], evidence: [{ page, bbox: null }] },
  }) as unknown as Item;

/** Where an ärende goes by its clauses: the first of them that goes on. */
export const nextOfClauses = ({ beslut, forslag }: { beslut: Attsats[]; forslag: Attsats[] }) =>
  [...beslut, ...forslag].find((clause) => clause.next !== null)?.next ?? null;

/** Kinds of handling that have ärenden. */
export const hasArenden = ({ kind }: Handling): boolean => kind !== 'annat' && kind !== 'remissvar';
