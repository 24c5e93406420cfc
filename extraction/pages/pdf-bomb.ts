/**
 * Decompression bombs: streams of a PDF that grow beyond reason. Deflate shrinks at most 1,032 : 1, so only streams
 * that could reach the limit are tried, and none is kept. Images are left out: reading text does not unpack them.
 */
import { createInflate } from 'node:zlib';

const DEFLATE_RATIO = 1032;
/** How far before the word "stream" its dictionary may begin. */
const DICTIONARY_BYTES = 4096;

interface PackedStream {
  start: number;
  end: number;
  /** How many times the stream is deflated. */
  layers: number;
}

/** Whether unpacking any text, font or object stream of the PDF gives more than `maxBytes`. */
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

function* packedStreams(file: Buffer): Generator<PackedStream> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (at >= 3 && file.toString('latin1', at - 3, at) === 'end') continue;
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (layers === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
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
