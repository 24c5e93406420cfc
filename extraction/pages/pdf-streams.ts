/**
 * The packed streams of a PDF, looked at before a parser sees them. Images are left out: reading text does not
 * unpack them.
 */
import { createInflate, inflateSync } from 'node:zlib';

/** Deflate shrinks at most 1,032 : 1, so only streams that could reach a limit need be tried. */
const DEFLATE_RATIO = 1032;
/** How far before the word "stream" its dictionary may begin. */
const DICTIONARY_BYTES = 4096;

/** Larger streams are not checked for being whole. */
const MAX_CHECKED = 20_000_000;
const MAX_UNPACKED = 200_000_000;

const OTHER_FILTER = /\/(?:ASCII85|ASCIIHex|LZW|RunLength|DCT|CCITTFax|JBIG2|JPX|Crypt)/;

interface PackedStream {
  start: number;
  end: number;
  /** How many times the stream is deflated. */
  layers: number;
}

/**
 * A decompression bomb: whether unpacking any text, font or object stream of the PDF gives more than `maxBytes`.
 * Nothing that is unpacked is kept.
 */
export async function isBomb(bytes: Uint8Array, maxBytes: number): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { start, end, layers } of packedStreams(file)) {
    if ((end - start) * DEFLATE_RATIO ** layers <= maxBytes) continue;
    // Nobody deflates three times but to hide how much it is.
    if (layers > 2) return true;
    if (await growsBeyond(file.subarray(start, end), layers, maxBytes)) return true;
  }
  return false;
}

/**
 * Whether a stream of text, fonts or objects is broken in the middle. Parsers read on without a word, and the rest
 * of the page is lost. Not known (false) of encrypted files.
 */
export function hasBrokenStream(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('/Encrypt')) return false;
  for (const { start, end, layers } of packedStreams(file)) {
    if (layers === 1 && end - start < MAX_CHECKED && isBroken(file.subarray(start, end))) return true;
  }
  return false;
}

function isBroken(packed: Buffer): boolean {
  try {
    inflateSync(packed, { maxOutputLength: MAX_UNPACKED });
    return false;
  } catch (error) {
    // Streams without their checksum end too early, and are whole all the same.
    return (error as NodeJS.ErrnoException).code === 'Z_DATA_ERROR';
  }
}

function* packedStreams(file: Buffer): Generator<PackedStream> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at);
    // The word may stand in a text; a stream's stands after its dictionary.
    if (!before.trimEnd().endsWith('>>')) continue;
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    // What is wrapped otherwise as well is left to the limits of the thread that reads it.
    if (layers === 0 || OTHER_FILTER.test(dictionary) || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    let start = at + 6;
    if (file[start] === 0x0d) start++;
    if (file[start] === 0x0a) start++;
    const end = file.indexOf('endstream', start);
    yield { start, end: end < 0 ? file.length : end, layers };
    if (end > at) at = end;
  }
}

/** Unpacks piece by piece and counts; what cannot be unpacked is no bomb (an encrypted or damaged stream). */
function growsBeyond(packed: Buffer, layers: number, maxBytes: number): Promise<boolean> {
  return new Promise((resolve) => {
    const inner = createInflate();
    const outer = layers > 1 ? inner.pipe(createInflate()) : inner;
    let size = 0;
    const done = (bomb: boolean) => {
      inner.destroy();
      outer.destroy();
      resolve(bomb);
    };
    outer.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > maxBytes) done(true);
    });
    outer.on('end', () => done(false));
    outer.on('error', () => done(false));
    inner.on('error', () => done(false));
    inner.end(packed);
  });
}
