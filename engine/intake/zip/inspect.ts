/** What a ZIP is and how large it says it is: cheap, and before a byte is unpacked. */
import type { FileHandle } from 'node:fs/promises';
import { kindOfZip, MAX_NAMES } from '../../../extraction/pages/zip-names.ts';
import { Refusal } from '../../../extraction/refusal.ts';
import { entriesOf } from './directory.ts';
import { type CodePage, codePageGuess } from './names.ts';

/** How much may come out of one file that is taken in, all ZIPs in it together. */
export interface ZipLimits {
  maxFiles: number;
  maxBytes: number;
  /** ZIPs within ZIPs; 1: none. */
  maxDepth: number;
  /** How many times its own size a ZIP may grow to. */
  maxRatio: number;
}

export interface Inspected {
  /** A document that is a ZIP inside (DOCX, ODT, EPUB …): one file, and no archive. */
  isDocument: boolean;
  entries: number;
  /** What all entries say they unpack to. */
  bytes: number;
  /** Of names that do not say how they are written. */
  codePage: CodePage;
}

/** Below this nothing is a bomb: a page of nothing but white grows a thousand times. */
const HARMLESS_BYTES = 1_000_000_000;
/** Packed bytes that are used twice over are a fault of one entry, unless very much is to come of them. */
const HARMLESS_SHARED = { bytes: 100_000_000, ratio: 10 };

/**
 * Reads the directory through, or as far as it can be read. Throws Refusal: nothing of it can be, it holds more files
 * than `limits` allow, or more than a file of its size honestly can.
 */
export async function inspect(file: FileHandle, limits: ZipLimits): Promise<Inspected> {
  const { size } = await file.stat();
  const names = codePageGuess();
  const spans: Span[] = [];
  const inside: string[] = [];
  let bytes = 0;
  try {
    for await (const { entry } of entriesOf(file)) {
      if (inside.length < MAX_NAMES) inside.push(entry.fileNameRaw.toString());
      if (spans.length >= limits.maxFiles) throw tooMany(limits);
      const start = entry.relativeOffsetOfLocalHeader;
      spans.push([start, start + 30 + entry.compressedSize]);
      bytes += entry.uncompressedSize;
      names.add(entry);
    }
  } catch (error) {
    // who unpacks it comes as far, and is told then
    if (!(error instanceof Refusal && error.code === 'damaged' && spans.length > 0)) throw error;
  }
  const isDocument = kindOfZip(inside) !== 'zip';
  if (!isDocument) {
    if (bytes > HARMLESS_BYTES && bytes > size * limits.maxRatio) throw bomb(size, bytes);
    const { bytes: least, ratio } = HARMLESS_SHARED;
    if (bytes > least && bytes > size * ratio && sharesBytes(spans)) throw bomb(size, bytes);
  }
  return { isDocument, entries: spans.length, bytes, codePage: names.guess() };
}

export const tooMany = ({ maxFiles }: ZipLimits): Refusal =>
  new Refusal('zip-too-many', {
    sv: `Gränsen är ${maxFiles.toLocaleString('sv-SE')} filer.`,
    en: `The limit is ${maxFiles.toLocaleString('en')} files.`,
  });

function bomb(packed: number, unpacked: number): Refusal {
  const times = Math.round(unpacked / packed).toLocaleString('sv-SE');
  return new Refusal('bomb', {
    sv: `Den skulle bli ${times} gånger så stor.`,
    en: `It would become ${times} times as large.`,
  });
}

/** Where an entry begins, and the least that it reaches to. */
type Span = readonly [start: number, end: number];

/** Two entries of the same packed bytes: the way to say very much with few (zip bombs that are not nested). */
function sharesBytes(spans: Span[]): boolean {
  spans.sort(([a], [b]) => a - b);
  return spans.some(([start], i) => start < (spans[i - 1]?.[1] ?? 0));
}
