/** The packings that are undone here, where the samples cannot be handed on as they are. Never more comes out than is asked for. */
import { inflateSync } from 'node:zlib';

/** PackBits: runs and stretches (TIFF 6.0, section 9). What ends early is left as zeros. */
export function unpackBits(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let to = 0;
  for (let at = 0; at < packed.length && to < length; ) {
    const head = packed[at++] as number;
    if (head < 128) {
      const part = packed.subarray(at, Math.min(at + head + 1, at + length - to));
      out.set(part, to);
      to += part.length;
      at += head + 1;
    } else if (head > 128) {
      const end = Math.min(length, to + 257 - head);
      out.fill(packed[at++] ?? 0, to, end);
      to = end;
    }
  }
  return out;
}

/** Deflate; what is broken is left as zeros from where it breaks. */
export function unpackDeflate(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  try {
    // As a stream that may end early, so that a broken part gives what it has. What is longer throws.
    out.set(
      inflateSync(packed, { maxOutputLength: Math.max(1, length), finishFlush: 2 }).subarray(0, length),
    );
  } catch {
    // shown as far as it goes: not at all
  }
  return out;
}

const [CLEAR, END] = [256, 257];

/** LZW with codes from the high bits on, one bit wider one code early (TIFF 6.0, section 13). */
export function unpackLzw(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  // A code is the string of an earlier one and one more byte: where in the output it was last written, and how long.
  const start = new Int32Array(4097);
  const size = new Int32Array(4097);
  let next = 258;
  let width = 9;
  let to = 0;
  let last: { at: number; size: number } | null = null;
  let [buffer, held] = [0, 0];
  for (let at = 0; to < length; ) {
    while (held < width && at < packed.length) {
      buffer = ((buffer << 8) | (packed[at++] as number)) & 0xffffff;
      held += 8;
    }
    if (held < width) break;
    held -= width;
    const code = (buffer >> held) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [next, width, last] = [258, 9, null];
      continue;
    }
    const from = to;
    if (code < 256) out[to++] = code;
    else {
      if (!last || code > next || (code === next && next > 4095)) break;
      const isNew = code === next;
      const [at0, n] = isNew ? [last.at, last.size + 1] : [start[code] as number, size[code] as number];
      // Byte by byte: the string may run into what it is writing.
      for (let i = 0; i < n && to < length; i++) out[to++] = out[at0 + i] as number;
    }
    if (last && next < 4096) {
      start[next] = last.at;
      size[next] = last.size + 1;
      next++;
      if (next >= (1 << width) - 1 && width < 12) width++;
    }
    last = { at: from, size: to - from };
  }
  return out;
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => {
  let turned = 0;
  for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) turned |= 0x80 >> bit;
  return turned;
});

/** Every byte with its bits the other way round (FillOrder 2). */
export function reverseBits(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => REVERSED[byte] as number);
}
