/**
 * A promised bilaga that is not there. Minutes and letters are mostly filed without their bilagor, and that is no
 * fault; but where a file does hold some of a handling's numbered bilagor ("Bilaga 1", "Bilaga 3"), the one that it refers
 * to and that is not among them was forgotten. The bilagor of a handling are the papers behind it, up to the next record.
 */
import type { Sheet } from '../lines/furniture.ts';
import type { Warning } from '../record.ts';
import { gap, type ReadHandling, spans } from './read-handling.ts';

/** How a page that is a bilaga begins, in its first lines. */
const HEADED = /^bilaga\s+(\d{1,2})(?!\d)(?![.,:]\d)(?!\s*\))/iu;
const HEAD = 4;
/** A reference runs on in a sentence; a heading is short. */
const LONGEST = 90;
/** "se bilaga 2", "bilagorna 1–3", "Bilaga 4"; not "bilaga 2 till förvaltningens utlåtande", which is another's. */
const PROMISED =
  /\bbilag(?:a|an|or|orna)\s+(\d{1,2}(?:\s*(?:,|–|-|och)\s*\d{1,2})*)(?![.,:]?\d)(?!\s+(?:till|i|av|från|punkt)\s)/giu;
/** A series with a higher number than this is not one of bilagor. */
const MOST = 40;

/** Warnings for the records of a file, at most one a handling. */
export function missingBilagor(all: ReadHandling[]): Warning[] {
  return all.flatMap((read, i) => {
    if (read.handling.kind === 'annat') return [];
    const next = all.findIndex((other, k) => k > i && other.handling.kind !== 'annat');
    const behind = all.slice(i + 1, next < 0 ? undefined : next);
    return ofHandling(read, behind);
  });
}

function ofHandling(read: ReadHandling, behind: ReadHandling[]): Warning[] {
  const held = new Set([...read.sheets, ...behind.flatMap((b) => b.sheets)].flatMap(headedAs));
  if (held.size === 0) return [];
  const promised = promisedBy(read.sheets.filter((sheet) => headedAs(sheet).length === 0));
  const missing = [...promised.keys()].filter((n) => !held.has(n)).sort((a, b) => a - b);
  const [first] = missing;
  if (first === undefined) return [];
  const what = (one: string, many: string) => (missing.length === 1 ? one : many);
  return [
    gap(
      'bilaga-missing',
      promised.get(first) ?? null,
      `${what('Bilaga', 'Bilagorna')} ${spans(missing, 'och')}, som handlingen hänvisar till, finns inte bland dess bilagor i filen.`,
      `${what('Attachment', 'Attachments')} ${spans(missing, 'and')}, which the document refers to, not among its attachments in the file.`,
    ),
  ];
}

function headedAs({ all }: Sheet): number[] {
  return all.slice(0, HEAD).flatMap(({ text }) => {
    const number = text.length < LONGEST ? HEADED.exec(text.trim())?.[1] : undefined;
    return number === undefined ? [] : [Number(number)];
  });
}

/** Each number referred to, with the first page that does. */
function promisedBy(sheets: Sheet[]): Map<number, number> {
  const pages = new Map<number, number>();
  for (const { page, lines } of sheets) {
    const text = lines.map((l) => l.text).join(' ');
    for (const [, list = ''] of text.matchAll(PROMISED)) {
      for (const [, from, to] of list.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)) {
        for (let n = Number(from); n <= Math.min(Number(to ?? from), MOST); n++)
          if (!pages.has(n)) pages.set(n, page);
      }
    }
  }
  return pages;
}
