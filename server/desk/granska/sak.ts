/** One thing to decide on, with all that its page shows. */
import {
  isItemTyp,
  latestNr,
  type Plats,
  pageOf,
  type Rattelse,
  settOf,
  textFalt,
  tingIn,
} from '../../../diarium/rattelser/index.ts';
import type { Evidence, PageInfo } from '../../../extraction/record.ts';
import type { Blobs } from '../../../store/blobs.ts';
import type { MalVy } from '../../../store/rattelser.ts';
import type { Store } from '../../../store/store.ts';
import { linesAround, type Rad } from './rader.ts';

/** A part of a page, points from its top left. */
export interface Utsnitt {
  page: number;
  ruta: [number, number, number, number] | null;
}

export interface Sak {
  vy: MalVy;
  /** What was decided of the file until now; sent with a decision. */
  revision: number;
  /** Parts of pages that it was read from; none of files without pictures of their pages. */
  utsnitt: Utsnitt[];
  /** Of such files the lines where it stands. */
  rader: Rad[];
  /** Others of its kind in the same ärende, in order; only of those that can be put together. */
  grannar: { id: string; text: string }[];
  pageCount: number;
  /** Number and title of the ärende that it stands in. */
  arende: { diarienummer: string | null; rubrik: string | null } | null;
}

export async function loadSak(
  { store, blobs }: { store: Store; blobs: Blobs },
  sha256: string,
  id: string,
): Promise<Sak | null> {
  // before all else: what is decided while the rest is read counts as not seen
  const before = latestNr(await store.rattelser(sha256));
  const vy = await store.mal(sha256, id);
  const found = vy && (await store.recordWithRattelser(sha256));
  if (!vy || !found) return null;
  const all = tingIn(found.record);
  const plats = all.find(({ ting }) => ting.id === id);
  if (!plats) return null;
  const { arende } = plats;
  return {
    vy,
    revision: Math.max(before, vy.revision),
    utsnitt: partsOf(evidenceOf(plats), found.record.pages, pageOf(plats)),
    rader: await linesAround(blobs, found.record, evidenceOf(plats)),
    grannar: neighbours(all, plats),
    pageCount: found.record.source.pageCount,
    arende: arende && { diarienummer: arende.diarienummer, rubrik: arende.rubrik },
  };
}

function neighbours(all: readonly Plats[], { typ, ting, arende }: Plats): Sak['grannar'] {
  const field = isItemTyp(typ) ? textFalt(typ) : null;
  if (field === null) return [];
  return all
    .filter((one) => one.typ === typ && one.arende === arende && one.ting !== ting)
    .map((one) => ({ id: one.ting.id, text: String(settOf(typ, one.ting)[field] ?? '') }));
}

function evidenceOf({ ting }: Plats): Evidence[] {
  if (Array.isArray(ting.evidence)) return ting.evidence;
  return Object.values(ting.evidence).flat();
}

/** Around what was read so much is shown, points. */
const MARGIN = { x: 30, y: 26 };
/** More pages than these nobody looks at here: the record itself is one press away. */
const MOST_PAGES = 3;

/** All boxes on a page in one part of it. */
function partsOf(evidence: readonly Evidence[], pages: readonly PageInfo[], first: number): Utsnitt[] {
  const drawn = new Map(
    pages.flatMap(({ page, width, height }) => (width && height ? [[page, [width, height]]] : [])),
  );
  const byPage = [...Map.groupBy(evidence, ({ page }) => page)].sort(([a], [b]) => a - b);
  const some = byPage.length > 0 ? byPage.slice(0, MOST_PAGES) : [[first, []] as (typeof byPage)[number]];
  return some.flatMap(([page, own]): Utsnitt[] => {
    const [width = 0, height = 0] = drawn.get(page) ?? [];
    if (width === 0) return [];
    const boxes = own.flatMap(({ bbox }) => (bbox ? [bbox] : []));
    if (boxes.length === 0) return [{ page, ruta: null }];
    const edge = (nr: 0 | 1 | 2 | 3) => boxes.map((box) => box[nr]);
    return [
      {
        page,
        ruta: [
          Math.max(0, Math.floor(Math.min(...edge(0)) - MARGIN.x)),
          Math.max(0, Math.floor(Math.min(...edge(1)) - MARGIN.y)),
          Math.min(width, Math.ceil(Math.max(...edge(2)) + MARGIN.x)),
          Math.min(height, Math.ceil(Math.max(...edge(3)) + MARGIN.y)),
        ],
      },
    ];
  });
}

/** What a person has decided last of it, taken back or not. */
export function lastOf(historik: readonly Rattelse[]): { av: string; at: string; rattelse: Rattelse } | null {
  const all = historik.flatMap((rattelse) => [
    { av: rattelse.av, at: rattelse.at, rattelse },
    ...(rattelse.angrad ? [{ av: rattelse.angrad.av, at: rattelse.angrad.at, rattelse }] : []),
  ]);
  return all.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}
