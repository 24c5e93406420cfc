/** Whether a PDF ends where it should: files are cut off by broken downloads, full disks and mail systems. */
import { most } from '../extremes.ts';

/** Larger files that lack their end are not searched for what is missing: they are cut off. */
const MAX_SEARCHED = 200_000_000;
/** A linearized PDF says so in its first object, with its own length as /L (ISO 32000-1, annex F.2.2). */
const LINEARIZED_WITHIN = 2048;

export type Ending =
  /** The end is there. */
  | 'whole'
  /** The end mark or the table of objects is missing, but every object that is spoken of is there. */
  | 'end-missing'
  /** Objects are missing. */
  | 'cut';

/** Tells from the bytes of a PDF whether its end is there, and if not, whether anything but the end is lost. */
export function endingOf(bytes: Uint8Array): Ending {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf('%%EOF');
  // Bytes after the mark do no harm (mail systems add them), objects after it mean a later part has lost its end.
  if (end >= 0 && !/\d\s+\d+\s+obj\b/.test(latin1(file, end, Math.min(file.length, end + 1_000_000))))
    return 'whole';
  if (file.length > MAX_SEARCHED) return 'cut';
  const stated = statedLength(file);
  if (stated !== null && stated > file.length + 1) return 'cut';
  return isComplete(latin1(file, 0, file.length)) ? 'end-missing' : 'cut';
}

/**
 * The file with a trailer that names its catalog, where the end that held it is missing; the same bytes otherwise.
 * pdf.js finds every object by itself, but not which of them is the first.
 */
export function withTrailer(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = latin1(file, 0, file.length);
  if (/\btrailer\s*<</.test(text) || /\/Type\s*\/XRef/.test(text)) return bytes;
  const catalog = catalogOf(text);
  if (!catalog) return bytes;
  const trailer = `\ntrailer\n<< /Root ${catalog} R >>\nstartxref\n0\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([file, Buffer.from(trailer)]));
}

/** How far the catalog's type may stand behind its number. */
const CATALOG_BYTES = 16_384;
/** So many of those that look like one are tried. */
const CATALOGS = 20;

/** Number and generation of the last catalog: its object begins before its type, with no other's end between. */
function catalogOf(text: string): string | null {
  let at = text.length;
  for (let tried = 0; tried < CATALOGS; tried++) {
    at = text.lastIndexOf('/Catalog', at - 1);
    if (at < 0) return null;
    const before = text.slice(Math.max(0, at - CATALOG_BYTES), at);
    const own = before.slice(before.lastIndexOf('endobj') + 1);
    if (!/\/Type\s*$/.test(own.slice(-40))) continue;
    const head = [...own.matchAll(/(?<!\d)(\d+)\s+(\d+)\s+obj\s*<</g)].at(-1);
    if (head) return `${head[1]} ${head[2]}`;
  }
  return null;
}

/**
 * Whether the table of objects stands where the end of the file says. Where it does not, bytes were lost or changed
 * on the way: readers find the objects all the same, but some of them may be broken.
 */
export function tableFits(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((statedLength(file) ?? 0) > file.length) return false;
  const end = file.lastIndexOf('startxref');
  const offset = /startxref\s+(\d+)/.exec(latin1(file, end, end + 40))?.[1];
  if (end < 0 || offset === undefined) return false;
  // Some programs count from the header, which need not be the first byte.
  const header = Math.max(file.indexOf('%PDF-'), 0);
  return [0, header].some((base) => {
    const at = Number(offset) + base;
    return /^\s*(?:xref|\d+\s+\d+\s+obj)\b/.test(latin1(file, at, at + 40));
  });
}

function statedLength(file: Buffer): number | null {
  const head = latin1(file, 0, LINEARIZED_WITHIN);
  if (!head.includes('/Linearized')) return null;
  const length = /\/L\s+(\d+)/.exec(head)?.[1];
  return length ? Number(length) : null;
}

/** Every object that is referred to is there, and the last one begun is ended. */
function isComplete(text: string): boolean {
  const lastObject = Math.max(text.lastIndexOf(' obj'), 0);
  if (text.indexOf('endobj', lastObject) < 0) return false;
  if (/\/Type\s*\/ObjStm/.test(text)) {
    // Objects packed in streams cannot be counted from outside; their table comes last, so it vouches for them.
    const table = most([-1, ...[...text.matchAll(/\/Type\s*\/XRef/g)].map((m) => m.index)]);
    return table > text.lastIndexOf('/ObjStm');
  }
  const present = new Set<number>();
  for (const [, no] of text.matchAll(/(?<!\d)(\d+)\s+\d+\s+obj\b/g)) present.add(Number(no));
  for (const [, no] of text.matchAll(/(?<!\d)(\d+)\s+\d+\s+R\b/g)) {
    if (!present.has(Number(no))) return false;
  }
  return true;
}

function latin1(file: Buffer, start: number, end: number): string {
  return file.toString('latin1', start, end);
}
