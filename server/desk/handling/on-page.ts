/** What of a record stands on a page: its items with their places, in the ärenden and handlingar that they belong to. */
import { ITEM_TYPER, type Item, type ItemTyp } from '../../../extraction/item-types.ts';
import type { Arende, Evidence, Record as FileRecord, Handling } from '../../../extraction/record.ts';

/** An item of one type. */
export type Punkt = { [typ in ItemTyp]: { typ: typ; item: Arende[typ][number]; page: number } }[ItemTyp];

export interface ArendeOnPage {
  arende: Arende;
  /** Those that stand on the page, a part of them at least; of the whole file where no page was asked for. */
  punkter: Punkt[];
  /** Other pages with items of it: page and number, in order. */
  elsewhere: [page: number, count: number][];
}

export interface HandlingOnPage {
  handling: Handling;
  /** It begins here: what is known of it as a whole is told. */
  begins: boolean;
  arenden: ArendeOnPage[];
}

/** The first page that an item stands on. */
export const pageOf = (item: Item, arende: Arende): number => item.evidence[0]?.page ?? arende.pages[0];

/** The places on the page. */
export const placesOn = (evidence: readonly Evidence[], page: number): Evidence[] =>
  evidence.filter((place) => place.page === page);

export const punkterOf = (arende: Arende): Punkt[] =>
  ITEM_TYPER.flatMap((typ) =>
    arende[typ].map((item: Item) => ({ typ, item, page: pageOf(item, arende) }) as Punkt),
  );

const within = ([first, last]: readonly [number, number], page: number): boolean =>
  first <= page && page <= last;

/** @param page null: everything of the file */
export function onPage({ handlingar }: FileRecord, page: number | null): HandlingOnPage[] {
  const isHere = ({ item, page: first }: Punkt): boolean =>
    page === null || first === page || item.evidence.some((place) => place.page === page);
  return handlingar
    .filter(({ pages }) => page === null || within(pages, page))
    .map((handling) => ({
      handling,
      begins: page === null || handling.pages[0] === page,
      arenden: handling.arenden.flatMap((arende): ArendeOnPage[] => {
        const all = punkterOf(arende);
        const punkter = all.filter(isHere);
        const isOn = page === null || within(arende.pages, page) || punkter.length > 0;
        return isOn ? [{ arende, punkter, elsewhere: countByPage(all.filter((one) => !isHere(one))) }] : [];
      }),
    }));
}

function countByPage(punkter: readonly Punkt[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const { page } of punkter) counts.set(page, (counts.get(page) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

/** Where an id leads: an item, an ärende, or a handling; null: the file has no such thing (any more). */
export function pageOfPost({ handlingar }: FileRecord, id: string): number | null {
  for (const handling of handlingar) {
    if (handling.id === id) return handling.pages[0];
    for (const arende of handling.arenden) {
      if (arende.id === id) return arende.evidence.paragraf[0]?.page ?? arende.pages[0];
      const found = punkterOf(arende).find(({ item }) => item.id === id);
      if (found) return found.page;
    }
  }
  return null;
}

/** The next page after this one, else the first of all, on which an item begins; null: there is no other. */
export function pageWithItems({ handlingar }: FileRecord, after: number): number | null {
  const pages = handlingar
    .flatMap(({ arenden }) => arenden.flatMap(punkterOf).map((punkt) => punkt.page))
    .filter((page) => page !== after)
    .sort((a, b) => a - b);
  return pages.find((page) => page > after) ?? pages[0] ?? null;
}
