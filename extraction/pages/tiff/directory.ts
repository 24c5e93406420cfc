/**
 * A TIFF file's directories, one a picture, as a chain (TIFF 6.0, section 2; BigTIFF). Nothing of the pictures is read,
 * and no number of the file is believed before it is seen to lie within the file.
 */
import { Refusal } from '../../refusal.ts';

/** Where a tag's values stand. */
interface Entry {
  type: number;
  count: number;
  at: number;
}

/** One directory: its tags by their numbers. */
export type Directory = ReadonlyMap<number, Entry>;

export interface Tiff {
  bytes: Uint8Array;
  view: DataView;
  little: boolean;
  big: boolean;
}

/** Bytes of a value, by its type (TIFF 6.0, page 15; BigTIFF adds 16–18). */
const SIZES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
/** Pages, and the small copies and masks beside them. */
const MAX_DIRECTORIES = 20_000;
/** Tags of one directory; the specification knows less than a hundred. */
const MAX_TAGS = 1000;
/** Values of one tag: a picture in strips of one row each has as many as rows. */
const MAX_VALUES = 70_000;

/** Opens a file that begins as a TIFF. Throws a Refusal when it ends before its first directory. */
export function openTiff(bytes: Uint8Array): { tiff: Tiff; first: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16) throw new Refusal('truncated');
  const little = bytes[0] === 0x49;
  const big = view.getUint16(2, little) === 43;
  const tiff = { bytes, view, little, big };
  return { tiff, first: big ? wide(tiff, 8) : view.getUint32(4, little) };
}

/**
 * The directories in their order. A chain that comes back to where it was ends there, and says so. Throws a Refusal
 * when a directory lies beyond the end of the file, and when there are more than any file has.
 */
export function directoriesOf(bytes: Uint8Array): { tiff: Tiff; found: Directory[]; loops: boolean } {
  const { tiff, first } = openTiff(bytes);
  const found: Directory[] = [];
  const seen = new Set<number>();
  for (let at = first; at !== 0; ) {
    if (seen.has(at)) return { tiff, found, loops: true };
    seen.add(at);
    if (found.length >= MAX_DIRECTORIES) throw new Refusal('too-many-pages');
    const { directory, next } = readDirectory(tiff, at);
    found.push(directory);
    at = next;
  }
  return { tiff, found, loops: false };
}

function readDirectory(tiff: Tiff, start: number): { directory: Directory; next: number } {
  const { view, little, big } = tiff;
  const [head, step, link] = big ? [8, 20, 8] : [2, 12, 4];
  const end = view.byteLength;
  if (start + head > end) throw new Refusal('truncated');
  const count = big ? wide(tiff, start) : view.getUint16(start, little);
  if (count > MAX_TAGS || count === 0) throw new Refusal('damaged');
  const last = start + head + count * step;
  if (last + link > end) throw new Refusal('truncated');
  const directory = new Map<number, Entry>();
  for (let at = start + head; at < last; at += step) {
    const type = view.getUint16(at + 2, little);
    const values = big ? wide(tiff, at + 4) : view.getUint32(at + 4, little);
    const place = at + (big ? 12 : 8);
    const length = values * (SIZES[type] ?? 0);
    const inline = length <= (big ? 8 : 4);
    const from = inline ? place : big ? wide(tiff, place) : view.getUint32(place, little);
    directory.set(view.getUint16(at, little), { type, count: values, at: from });
  }
  return { directory, next: big ? wide(tiff, last) : view.getUint32(last, little) };
}

/** A number of 64 bits; one that no file is long enough for stays too large. */
function wide({ view, little }: Tiff, at: number): number {
  return Number(view.getBigUint64(at, little));
}

/** The values of a tag: whole numbers and fractions. Empty where the directory has it not, or not within the file. */
export function valuesOf(tiff: Tiff, directory: Directory, tag: number): number[] {
  const entry = directory.get(tag);
  const size = SIZES[entry?.type ?? 0] ?? 0;
  if (!entry || size === 0 || entry.count > MAX_VALUES) return [];
  if (entry.at + entry.count * size > tiff.view.byteLength) return [];
  return Array.from({ length: entry.count }, (_, i) => valueAt(tiff, entry.type, entry.at + i * size));
}

/** The first value of a tag, else `otherwise`. */
export function firstOf(tiff: Tiff, directory: Directory, tag: number, otherwise: number): number {
  return valuesOf(tiff, directory, tag)[0] ?? otherwise;
}

/** The bytes of a tag of kind UNDEFINED or BYTE; null where the directory has it not. */
export function bytesOf(tiff: Tiff, directory: Directory, tag: number): Uint8Array | null {
  const entry = directory.get(tag);
  if (!entry || SIZES[entry.type] !== 1 || entry.at + entry.count > tiff.bytes.length) return null;
  return tiff.bytes.subarray(entry.at, entry.at + entry.count);
}

function valueAt(tiff: Tiff, type: number, at: number): number {
  const { view, little } = tiff;
  switch (type) {
    case 3:
      return view.getUint16(at, little);
    case 4:
    case 13:
      return view.getUint32(at, little);
    case 5:
      return view.getUint32(at, little) / view.getUint32(at + 4, little);
    case 8:
      return view.getInt16(at, little);
    case 9:
      return view.getInt32(at, little);
    case 10:
      return view.getInt32(at, little) / view.getInt32(at + 4, little);
    case 11:
      return view.getFloat32(at, little);
    case 12:
      return view.getFloat64(at, little);
    case 16:
    case 18:
      return wide(tiff, at);
    case 17:
      return Number(view.getBigInt64(at, little));
    default:
      return view.getUint8(at);
  }
}
