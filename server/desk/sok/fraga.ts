/** The question that an address of `/sok` asks, and the address of a question. */
import type { Context } from 'hono';
import { ITEM_TYPER, type ItemTyp } from '../../../extraction/item-types.ts';
import { ORDNING, type Ordning, type SearchQuestion, UTFALL, type Utfall } from '../../../store/search.ts';

/** What narrows a search, by the names that it has in the address. */
export interface Narrowed {
  typ?: readonly ItemTyp[];
  organ?: string;
  huvudman?: string;
  ar?: string;
  parti?: string;
  person?: string;
  utfall?: Utfall;
  diarienummer?: string;
}

export interface Asked extends Narrowed {
  q: string;
  ordning: Ordning;
  /** Only the first hit of each § (or other ärende), and all counted so. */
  per?: 'paragraf';
  /** 1-based. */
  sida: number;
}

/** In the order in which people read them. */
export const FILTER = [
  ...(['typ', 'organ', 'huvudman', 'ar', 'parti', 'person', 'utfall', 'diarienummer'] as const),
] as const satisfies readonly (keyof Narrowed)[];

/** Hits on one page. */
export const PAGE_SIZE = 20;
/** Beyond it nobody turns pages: one narrows. */
export const LAST_PAGE = 500;

/** What has no meaning in an address asks for nothing. */
export function readAsked(context: Context): Asked {
  const given = (name: string): string => context.req.query(name)?.trim() ?? '';
  const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined =>
    all.find((one) => one === value);
  const typ = ITEM_TYPER.filter((one) => context.req.queries('typ')?.includes(one));
  const utfall = oneOf(UTFALL, given('utfall'));
  const ar = /^\d{4}$/.test(given('ar')) ? given('ar') : '';
  const sida = /^\d{1,6}$/.test(given('sida')) ? Number(given('sida')) : 1;
  const texts = (['organ', 'huvudman', 'parti', 'person', 'diarienummer'] as const).flatMap((name) =>
    given(name) === '' ? [] : [[name, given(name)] as const],
  );
  return {
    q: given('q'),
    ...(typ.length > 0 && { typ }),
    ...Object.fromEntries(texts),
    ...(ar !== '' && { ar }),
    ...(utfall && { utfall }),
    ...(given('per') === 'paragraf' && { per: 'paragraf' as const }),
    ordning: oneOf(ORDNING, given('ordning')) ?? 'relevans',
    sida: Math.min(Math.max(1, sida), LAST_PAGE),
  };
}

/** What the store is asked. */
export function questionOf({ q, sida: _, ...asked }: Asked): SearchQuestion {
  return { ...asked, query: q };
}

/** Whether anything narrows it beside words. */
export const isNarrowed = (asked: Narrowed): boolean => FILTER.some((name) => asked[name] !== undefined);

/** The parameters of an address, without what they would be anyway. */
function parameters({
  q = '',
  ordning = 'relevans',
  sida = 1,
  per,
  ...narrowed
}: Partial<Asked>): URLSearchParams {
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  for (const name of FILTER) {
    for (const value of [narrowed[name] ?? []].flat()) params.append(name, value);
  }
  if (ordning !== 'relevans') params.set('ordning', ordning);
  if (per !== undefined) params.set('per', per);
  if (sida > 1) params.set('sida', String(sida));
  return params;
}

/** @param file what answers: the page, or one of the files that hold the same */
export function sokAdress(
  asked: Partial<Asked>,
  file: '/sok' | '/sok.atom' | '/sok.csv' | '/sok.jsonl' = '/sok',
): string {
  const params = parameters(asked).toString();
  return params === '' ? file : `${file}?${params}`;
}

/** The same question narrowed by one thing more, from its first page. */
export function narrowedBy(asked: Asked, more: Narrowed): Asked {
  return { ...asked, ...more, sida: 1 };
}

/** The same question without one of the things that narrow it; of several kinds without one of them. */
export function without(asked: Asked, name: (typeof FILTER)[number], typ?: ItemTyp): Asked {
  const { [name]: _, ...rest } = asked;
  const left = name === 'typ' && typ !== undefined ? (asked.typ ?? []).filter((one) => one !== typ) : [];
  return { ...rest, ...(left.length > 0 && { typ: left }), sida: 1 };
}
