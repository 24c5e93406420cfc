/** The desk's permanent addresses, as other parts link to them. */
import type { RadKalla } from '../../../diarium/rader/types.ts';
import type { Kalla } from '../../../diarium/way/types.ts';
import { isOrganName } from '../../../extraction/routing/organ.ts';
import { type PermanentId, permanentIdIn } from '../../../store/postnamn.ts';

const part = encodeURIComponent;

/** A query string of what is given; nothing where nothing is. */
export function query(of: { readonly [name: string]: string | number | null | undefined }): string {
  const given = Object.entries(of).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export const arendeHref = (matterId: string): string => `/arende/${part(matterId)}`;
/** See store/postnamn.ts. */
export const postHref = (permanentId: PermanentId): string => `/post/${part(permanentId)}`;
export const organHref = (namn: string, huvudman: string | null): string =>
  `/organ/${part(namn)}${query({ huvudman })}`;
export const inkorgHref = (mottagare: string, huvudman: string | null): string =>
  `/inkorg/${part(mottagare)}${huvudman === null ? '?huvudman=' : query({ huvudman })}`;
/** Whoever something is awaited from: a body's own page, or the inbox of whoever else it is. */
export const awaitedFromHref = (av: string, huvudman: string | null): string =>
  isOrganName(av) ? organHref(av, huvudman) : inkorgHref(av, huvudman);
/** @param huvudman of whom it is met there alone; left out: wherever it is met */
export const personHref = (namn: string, huvudman?: string | null): string =>
  `/person/${part(namn)}${query({ huvudman })}`;
export const partiHref = (beteckning: string, huvudman?: string | null): string =>
  `/parti/${part(beteckning)}${query({ huvudman })}`;
export const leveransHref = (nyckel: string): string => `/expediering/${part(nyckel)}`;

/** A file read at the place. */
export const handlingHref = ({
  sha256,
  page,
  itemId,
}: Pick<Kalla, 'sha256' | 'page'> & { itemId?: PermanentId | null }): string =>
  `/handling/${sha256}${query({ sida: page, post: itemId })}`;

/** @param names see PostnamnStore.permanentIds */
export const kallaHref = (
  { sha256, page, itemId }: Pick<Kalla, 'sha256' | 'page' | 'itemId'>,
  names: ReadonlyMap<string, PermanentId>,
): string => handlingHref({ sha256, page, itemId: itemId === null ? null : permanentIdIn(names, itemId) });

/** The same of a line of the register. */
export const radHref = ({ sha256, pages }: RadKalla): string => handlingHref({ sha256, page: pages[0] });
