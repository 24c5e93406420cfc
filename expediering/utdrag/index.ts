/**
 * The protokollsutdrag: what one § decided, on a cover, and then the pages of the minutes on which it stands. It is for whoever the
 * decision is sent to; the signed minutes are what counts, and the cover says so.
 */
import { type Pool, sharedPool } from '../../extraction/bounded/index.ts';
import { refersTo } from '../../extraction/bounded/module.ts';
import { Refusal } from '../../extraction/refusal.ts';
import type { UtdragInfo } from './info.ts';
import { composeUtdrag, type UtdragSource } from './make.ts';

export { type Grannar, type Granne, grannarOf } from './grannar.ts';
export { type UtanSidor, type UtdragInfo, utdragInfoOf } from './info.ts';
export type { UtdragSource } from './make.ts';
export { utdragFileName } from './words.ts';

/** What a § may take: a hundred scanned pages take a tenth of it. Milliseconds. */
const MAX_MS = 300_000;
/** The file is held by the thread, by pdf-lib and by PDFium, and its pages are drawn. */
const TIMES_SIZE = 6;

export interface MakeOptions {
  pool?: Pool;
  signal?: AbortSignal;
  maxMs?: number;
}

/**
 * Makes the PDF: the cover, then pages `info.kalla.pages` of the source unless `info.utanSidor` says why not. The same input gives the
 * same bytes. Pages that cannot be cut out, within limits of time and memory, are left out, and the cover says so: the decision goes
 * all the same. Throws the signal's reason when aborted.
 */
export async function makeUtdrag(
  source: UtdragSource,
  info: UtdragInfo,
  { pool = sharedPool(), signal, maxMs = MAX_MS }: MakeOptions = {},
): Promise<Uint8Array> {
  if (info.utanSidor !== null) return composeUtdrag(NO_SOURCE, info);
  const task = { module: refersTo('./make', import.meta.url), name: 'composeUtdrag' };
  const extraMemoryMb = Math.ceil((source.bytes.length * TIMES_SIZE) / 2 ** 20);
  try {
    return await pool.run<Uint8Array>(task, [source, info], {
      maxMs,
      extraMemoryMb,
      ...(signal && { signal }),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return composeUtdrag(NO_SOURCE, { ...info, utanSidor: 'gar-ej' });
  }
}

const NO_SOURCE: UtdragSource = { bytes: new Uint8Array(), mediaType: 'application/pdf' };
