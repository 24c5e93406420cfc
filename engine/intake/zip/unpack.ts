/** One file of a ZIP, checked while it is unpacked: what a ZIP says of its files is not believed. */
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Refusal } from '../../../extraction/refusal.ts';
import { bytesOf } from './reader.ts';

const STORED = 0;
const DEFLATED = 8;
/** Names of other ways to pack, for people (APPNOTE.TXT 4.4.5). */
const METHODS: { readonly [method: number]: string } = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'BZIP2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  97: 'WavPack',
  98: 'PPMd',
};
/** WinZip's AES stands in the place of the method. */
const AES = 99;

/** Made on Unix or a Mac: the upper half of the attributes is the file's mode there. */
const UNIX = [3, 19];
const [TYPE, REGULAR, FOLDER] = [0o170000, 0o100000, 0o040000];

/** What the entry is by the mode that a Unix gave it; elsewhere there are only files and folders. */
export function typeOf({ versionMadeBy, externalFileAttributes }: Entry): 'file' | 'folder' | 'special' {
  if (!UNIX.includes(versionMadeBy >> 8)) return 'file';
  const type = (externalFileAttributes >>> 16) & TYPE;
  if (type === FOLDER) return 'folder';
  return type === REGULAR || type === 0 ? 'file' : 'special';
}

/** Why the entry cannot be taken out, as far as its directory says; null: it can be tried. */
export function obstacle(entry: Entry, maxFileBytes: number): Refusal | null {
  if (entry.isEncrypted() || entry.compressionMethod === AES) return new Refusal('encrypted');
  const { compressionMethod: method } = entry;
  if (method !== STORED && method !== DEFLATED) {
    const name = METHODS[method] ?? `metod ${method}`;
    return new Refusal('zip-method', { sv: `Den är packad med ${name}.`, en: `It is packed by ${name}.` });
  }
  return entry.uncompressedSize > maxFileBytes ? new Refusal('too-large') : null;
}

/**
 * The unpacked bytes, a part at a time. Throws Refusal when they are not what the ZIP says: their number, their
 * checksum, or how they are packed.
 */
export async function* unpack(file: FileHandle, zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let sum = 0;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = bytesOf(file, fileDataStart, fileDataStart + entry.compressedSize);
    for await (const chunk of entry.compressionMethod === STORED ? packed : inflated(packed)) {
      bytes += chunk.byteLength;
      if (bytes > entry.uncompressedSize) break;
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw asRefusal(error);
  }
  if (bytes !== entry.uncompressedSize)
    throw damaged('Den är inte så stor som ZIP-filen uppger.', 'Its size is not the one that the ZIP gives.');
  if (sum !== entry.crc32) throw damaged('Kontrollsumman stämmer inte.', 'Its checksum is wrong.');
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  const inflate = createInflateRaw();
  // for `pipe` an error of the one is none of the other
  source.on('error', (error) => inflate.destroy(error));
  try {
    yield* source.pipe(inflate) as AsyncIterable<Uint8Array>;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

const damaged = (sv: string, en: string, cause?: unknown): Refusal =>
  new Refusal('damaged', { sv, en }, { cause });

/** Errors of zlib and of the ZIP's form are its own; errors of the disk are not. */
function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error && !String(error.code).startsWith('Z_')) return error;
  return damaged(
    'Det packade innehållet i ZIP-filen är trasigt.',
    'What is packed in the ZIP is broken.',
    error,
  );
}
