/** The things of a record that can be decided on, in order, and how each is told from those beside it. */
import { createHash } from 'node:crypto';
import { ITEM_TYPER, type Item } from '../../extraction/item-types.ts';
import type { Arende, Record as FileRecord, Handling, Person } from '../../extraction/record.ts';
import { alike, plain } from '../way/text.ts';
import { type Falt, type MalTyp, settOf, type Ting } from './falt.ts';
import type { Ankare, Atgard, Mal } from './types.ts';

export interface Plats {
  typ: MalTyp;
  ting: Ting;
  handling: Handling;
  /** Of items the one they stand in, of an ärende itself, of a handling null. */
  arende: Arende | null;
}

/** Every handling, ärende and item, as they stand. */
export function tingIn(record: FileRecord): Plats[] {
  return record.handlingar.flatMap((handling): Plats[] => [
    { typ: 'handling', ting: handling, handling, arende: null },
    ...handling.arenden.flatMap((arende): Plats[] => [
      { typ: 'arende', ting: arende, handling, arende },
      ...ITEM_TYPER.flatMap((typ) =>
        arende[typ].map((ting: Item): Plats => ({ typ, ting, handling, arende })),
      ),
    ]),
  ]);
}

/** The first page that it stands on. */
export function pageOf({ ting, arende, handling }: Plats): number {
  if ('pages' in ting) return ting.pages[0];
  return ting.evidence[0]?.page ?? (arende ?? handling).pages[0];
}

/**
 * What tells a thing from others of its kind: an item's words and who is behind them, a vote's figures, the title of an
 * ärende or handling, or else its number or kind.
 */
export function keyOf(typ: MalTyp, falt: Falt): string {
  const text = (name: string) => (typeof falt[name] === 'string' ? (falt[name] as string) : '');
  switch (typ) {
    case 'handling':
      return text('rubrik') || text('kind');
    case 'arende':
      return text('rubrik') || text('diarienummer') || `§ ${text('paragraf')}`;
    case 'voteringar':
      return [falt.ja, falt.nej, falt.avstar].map((n) => String(n ?? '–')).join(' ');
    case 'expediering':
      return text('mottagare');
    default: {
      const av = ((falt.av as Person[] | undefined) ?? []).map((p) => [p.namn, p.parti, p.roll].join(' '));
      return [...av, text('text')].join(' ').trim();
    }
  }
}

/** 1: the same words; less: alike, as two readings of one thing are; 0: something else. */
export function likeness(a: string, b: string): number {
  return plain(a) === plain(b) ? 1 : Math.min(alike(a, b), 0.999);
}

/**
 * Those that may be meant by a target of this kind, page and §, the most alike first and in order of the page among
 * equals. Where its § is printed on the page no other §'s things are meant.
 */
export function candidates(
  all: readonly Plats[],
  typ: MalTyp,
  { page, paragraf }: Pick<Ankare, 'page' | 'paragraf'>,
  keys: readonly string[],
): Plats[] {
  const onPage = all.filter((one) => one.typ === typ && pageOf(one) === page);
  const inParagraf = onPage.filter(({ arende }) => arende?.paragraf === paragraf);
  const known = paragraf !== null && typ !== 'arende' && all.some((one) => one.arende?.paragraf === paragraf);
  return (known ? inParagraf : onPage)
    .map((one) => {
      const own = keyOf(typ, settOf(typ, one.ting));
      // a page has one handling, as a rule, whatever its title was read as
      const least = typ === 'handling' ? 0.1 : 0;
      return { one, score: Math.max(least, ...keys.map((key) => likeness(key, own))) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

/** It says just what one of the keys does. */
export const saysOneOf = ({ typ, ting }: Plats, keys: readonly string[]): boolean =>
  keys.includes(keyOf(typ, settOf(typ, ting)));

/**
 * The target that a decision on this thing is kept with.
 *
 * @param atgard what is decided: things that say what it makes of the target are counted as alike
 */
export function malOf(all: readonly Plats[], plats: Plats, atgard?: Atgard): Mal {
  const { typ, ting, arende } = plats;
  const sett = settOf(typ, ting);
  const text = keyOf(typ, sett);
  const where = { page: pageOf(plats), paragraf: arende?.paragraf ?? null };
  const keys = atgard?.typ === 'ratta' ? [text, keyOf(typ, { ...sett, ...atgard.falt })] : [text];
  const beside = candidates(all, typ, where, keys);
  const lika = beside.filter((one) => saysOneOf(one, keys)).length;
  return {
    ...{ typ, id: ting.id, sett, confidence: 'confidence' in ting ? ting.confidence : null },
    ankare: { ...where, text, antal: beside.length, lika, plats: beside.indexOf(plats) },
  };
}

/** A short print of what a person sees of a target: another reading of it has another one. */
export function avtryckOf({ typ, sett, ankare }: Pick<Mal, 'typ' | 'sett' | 'ankare'>): string {
  const seen = JSON.stringify([typ, sett, ankare.page]);
  return createHash('sha256').update(seen).digest('hex').slice(0, 16);
}
