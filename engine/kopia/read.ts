/** Reads a copy from its first part to its last, and trusts none of them. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { sha256Of } from '../../extraction/ids.ts';
import { RADER, type Rad } from '../../store/avbild.ts';
import { sha256OfKey } from '../../store/blob-names.ts';
import { SkadadBlob } from '../../store/blobs.ts';
import type { Chunks } from '../../store/fs/whole-file.ts';
import { Problem } from '../problem.ts';
import { bytesOf, linesOf } from './files.ts';
import {
  damaged,
  isDerived,
  MANIFEST,
  type Manifest,
  OM,
  type Om,
  parseManifest,
  parseOm,
  partOf,
} from './manifest.ts';
import { blobsNamedBy } from './named.ts';
import { entriesOf } from './source.ts';

/** What is done with the parts: nothing, where a copy is only looked through. */
export interface Mottagning {
  om?(om: Om): Promise<void>;
  rader?(table: string, rows: Rad[]): Promise<void>;
  /** `chunks` are to be read to their end. */
  blob?(key: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  hem?(file: string, bytes: Buffer): Promise<void>;
  onProgress?(rader: number, blobar: number): void;
}

/**
 * Hands each part over and returns what the copy says of itself, when all of that is true. Throws Problem "no-copy",
 * "copy-newer", and "copy-damaged", which names the part.
 */
export async function readKopia(path: string, to: Mottagning = {}): Promise<Manifest> {
  const met = { om: null as Om | null, tables: new Map<string, { rader: number; sha256: string }>() };
  const hem = new Map<string, string>();
  const named = blobsNamedBy();
  let [rader, blobar] = [0, 0];
  for await (const { name, chunks } of entriesOf(path)) {
    const part = partOf(name);
    if (part === null) throw damaged(name, 'den hör inte till en kopia');
    if (met.om === null && part.vad !== 'om') throw damaged(OM, 'den saknas');
    if (part.vad === 'om') {
      met.om = parseOm((await bytesOf(chunks)).toString('utf8'));
      await to.om?.(met.om);
    } else if (part.vad === 'tabell') {
      const { tabell } = part;
      const hashed = hashing(chunks);
      let count = 0;
      for await (const rows of inParts(rowsOf(hashed.chunks, name))) {
        for (const row of rows) named.add(tabell, row);
        count += rows.length;
        await to.rader?.(tabell, rows);
        to.onProgress?.(rader + count, blobar);
      }
      rader += count;
      met.tables.set(tabell, { rader: count, sha256: hashed.sha256() });
    } else if (part.vad === 'hem') {
      const bytes = await bytesOf(chunks);
      hem.set(part.fil, sha256Of(bytes));
      await to.hem?.(part.fil, bytes);
    } else if (part.vad === 'blob') {
      await readBlob(part.key, { name, chunks, to });
      named.found(part.key);
      if (++blobar % 100 === 0) to.onProgress?.(rader, blobar);
    } else {
      const manifest = parseManifest((await bytesOf(chunks)).toString('utf8'));
      compare(manifest, { tables: met.tables, hem, blobar, missing: named.missing() });
      return manifest;
    }
  }
  throw damaged(MANIFEST, 'den saknas: kopian blev inte färdig');
}

async function readBlob(
  key: string,
  of: { name: string; chunks: AsyncIterable<Uint8Array>; to: Mottagning },
): Promise<void> {
  const { name, chunks, to } = of;
  const expected = sha256OfKey(key);
  const { chunks: whole, sha256 } = hashing(isDerived(key) ? gunzipped(chunks, name) : chunks);
  try {
    if (to.blob) await to.blob(key, whole);
    else for await (const _ of whole);
  } catch (error) {
    if (error instanceof SkadadBlob) throw damaged(name, 'innehållet är ett annat än det var', error);
    throw error;
  }
  if (expected !== null && sha256() !== expected) throw damaged(name, 'innehållet är ett annat än det var');
}

function compare(
  manifest: Manifest,
  met: {
    tables: Map<string, { rader: number; sha256: string }>;
    hem: Map<string, string>;
    blobar: number;
    missing: string[];
  },
): void {
  for (const [table, { rader, sha256 }] of Object.entries(manifest.tabeller)) {
    const found = met.tables.get(table);
    if (found?.rader !== rader || found.sha256 !== sha256)
      throw damaged({ sv: `tabellen ${table}`, en: `the table ${table}` }, 'den är inte hel');
  }
  for (const [file, { sha256 }] of Object.entries(manifest.hem)) {
    if (met.hem.get(file) !== sha256) throw damaged(file, 'den är inte hel');
  }
  if (met.tables.size !== Object.keys(manifest.tabeller).length || met.blobar !== manifest.blobar) {
    throw damaged({ sv: 'filerna', en: 'the files' }, `${met.blobar} av ${manifest.blobar} delar finns`);
  }
  const known = new Set(manifest.skadade);
  const [lost] = met.missing.filter((sha256) => !known.has(sha256));
  if (lost !== undefined) throw damaged(lost, 'innehållet saknas');
}

/** The chunks as they are, and their sha256 once they are all read. */
function hashing(chunks: Chunks): { chunks: AsyncIterable<Uint8Array>; sha256(): string } {
  const hash = createHash('sha256');
  let digest: string | null = null;
  async function* through() {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return {
    chunks: through(),
    sha256: () => {
      digest ??= hash.digest('hex');
      return digest;
    },
  };
}

async function* gunzipped(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw damaged(name, 'den går inte att packa upp', error);
  }
}

async function* rowsOf(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Rad> {
  for await (const line of linesOf(gunzipped(chunks, name))) {
    try {
      yield JSON.parse(line) as Rad;
    } catch (error) {
      throw damaged(name, 'en rad går inte att läsa', error);
    }
  }
}

async function* inParts(rows: AsyncIterable<Rad>): AsyncGenerator<Rad[]> {
  let part: Rad[] = [];
  for await (const row of rows) {
    part.push(row);
    if (part.length === RADER) {
      yield part;
      part = [];
    }
  }
  if (part.length > 0) yield part;
}
