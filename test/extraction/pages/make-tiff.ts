/** Makes TIFF files for tests: pages of grey or black-and-white pictures, and chains and counts that no program would write. */
import { deflateSync } from 'node:zlib';

export interface TiffPageSpec {
  width: number;
  height: number;
  /** Samples as stored, packed as the tags say. Deflated when `deflate` is true. */
  data?: Uint8Array;
  deflate?: boolean;
  /** Tags beside or instead of those of a picture of 8 bits grey in one strip: LONG values. */
  tags?: { readonly [tag: number]: number | readonly number[] };
  /** Pixels an inch. */
  dpi?: number;
  /** Tags left out. */
  without?: readonly number[];
}

/** `next`: where the last directory says that the chain goes on; the number of a page (0-based) for a loop to it. */
export function makeTiff(pages: readonly TiffPageSpec[], { loopTo }: { loopTo?: number } = {}): Uint8Array {
  const parts: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')];
  let at = 8;
  const starts: number[] = [];
  let link = { part: parts[0] as Buffer, at: 4 };
  const add = (part: Buffer): number => {
    const start = at;
    const padded = part.length % 2 ? Buffer.concat([part, Buffer.alloc(1)]) : part;
    parts.push(padded);
    at += padded.length;
    return start;
  };
  for (const { width, height, data, deflate, tags, dpi, without = [] } of pages) {
    const plain = data ?? new Uint8Array(width * height).fill(255);
    const stored = Buffer.from(deflate ? deflateSync(plain) : plain);
    const strip = add(stored);
    const ratio = Buffer.alloc(8);
    ratio.writeUInt32LE(dpi ?? 1, 0);
    ratio.writeUInt32LE(1, 4);
    const resolution = dpi ? add(ratio) : 0;
    const all = new Map<number, { type: number; values: readonly number[] }>();
    const set = (tag: number, values: number | readonly number[], type = 4) =>
      all.set(tag, { type, values: typeof values === 'number' ? [values] : values });
    set(256, width);
    set(257, height);
    set(258, 8);
    set(259, deflate ? 8 : 1);
    set(262, 1);
    set(273, strip);
    set(277, 1);
    set(278, height);
    set(279, stored.length);
    if (dpi) {
      set(282, resolution, 5);
      set(283, resolution, 5);
      set(296, 2);
    }
    for (const [tag, values] of Object.entries(tags ?? {})) set(Number(tag), values);
    for (const tag of without) all.delete(tag);
    const entries = [...all].sort(([a], [b]) => a - b);
    const body = Buffer.alloc(2 + entries.length * 12 + 4);
    body.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, { type, values }], i) => {
      const list = Buffer.alloc(values.length * 4);
      values.forEach((value, k) => {
        list.writeUInt32LE(value >>> 0, k * 4);
      });
      const place = 2 + i * 12;
      body.writeUInt16LE(tag, place);
      body.writeUInt16LE(type, place + 2);
      body.writeUInt32LE(values.length, place + 4);
      body.writeUInt32LE(values.length > 1 ? add(list) : (values[0] ?? 0) >>> 0, place + 8);
    });
    link.part.writeUInt32LE(at, link.at);
    starts.push(add(body));
    link = { part: parts.at(-1) as Buffer, at: body.length - 4 };
  }
  if (loopTo !== undefined) link.part.writeUInt32LE(starts[loopTo] ?? 0, link.at);
  return new Uint8Array(Buffer.concat(parts));
}
