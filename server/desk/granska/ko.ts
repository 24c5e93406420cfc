/** The queue as a person has narrowed it: in the address of every page of review, so that the next thing is the next of it. */
import type { GranskaQuestion, GranskaRad, GranskaTyp } from '../../../store/granska.ts';
import type { Store } from '../../../store/store.ts';

const SAID = ['orsak', 'slag', 'organ', 'huvudman', 'fil'] as const;

export type Ko = { readonly [said in (typeof SAID)[number]]?: string } & { readonly haller?: '1' };

/** What an address says of the queue. */
export function koOf(query: { readonly [name: string]: string | undefined }): Ko {
  const said = SAID.flatMap((name): [string, string][] => {
    const value = query[name]?.trim();
    return value ? [[name, value]] : [];
  });
  return { ...Object.fromEntries(said), ...(query.haller === '1' && { haller: '1' }) };
}

export const questionOf = ({ orsak, slag, organ, huvudman, fil, haller }: Ko): GranskaQuestion => ({
  ...{ orsak, typ: slag as GranskaTyp | undefined, organ, huvudman, sha256: fil, haller: haller === '1' },
});

/** An address with the queue in it. */
export function withKo(
  path: string,
  ko: Ko,
  more: { readonly [name: string]: string | number } = {},
): string {
  const all = Object.entries({ ...ko, ...more }).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return all.length === 0 ? path : `${path}?${new URLSearchParams(all)}`;
}

/** Where a row is decided on, without the queue: of files and warnings the file's own page. null: nowhere here. */
export function pathOf({ sha256, id }: Pick<GranskaRad, 'sha256' | 'id'>): string | null {
  if (sha256 === null) return null;
  return id === null ? `/granska/${sha256}` : sakPath(sha256, id);
}

export const sakPath = (sha256: string, id: string): string => `/granska/${sha256}/${encodeURIComponent(id)}`;

/** Where a page is in the queue, and what stands beside it there. */
export interface Kring {
  /** From 0; null: it is not in the queue. */
  plats: number | null;
  total: number;
  previous: string | null;
  next: string | null;
}

/** So many rows before and after a place are looked at: others may have decided meanwhile, and files may have many warnings. */
const AROUND = 50;

/** @param about where it was in the queue; left out: it is looked for at its beginning */
export async function around(store: Store, ko: Ko, path: string, about = 0): Promise<Kring> {
  const offset = Math.max(0, about - AROUND);
  const { total, rader } = await store.granska({ ...questionOf(ko), offset, limit: 2 * AROUND });
  const rows = rader.map((rad, i) => ({ path: pathOf(rad), plats: offset + i }));
  const own = rows.filter((row) => row.path === path);
  const [nearest] = own.toSorted((a, b) => Math.abs(a.plats - about) - Math.abs(b.plats - about));
  const here = nearest?.plats ?? null;
  const others = rows.filter((row) => row.path !== null && row.path !== path);
  const before = others.findLast(({ plats }) => plats < (here ?? about));
  const after = others.find(({ plats }) => plats >= (here ?? about));
  const to = (row: (typeof rows)[number] | undefined) =>
    row?.path ? withKo(row.path, ko, { plats: row.plats }) : null;
  return { plats: here, total, previous: to(before), next: to(after) };
}
