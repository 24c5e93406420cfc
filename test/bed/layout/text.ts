/** What programs make of a page's print when they turn it into plain text. */
import type { Written } from './set.ts';

/**
 * kolumner: spaces stand for the distances, as pdftotext -layout has it. rader: one line a row of print, a
 * single space between what stood apart. ordning: in the order of writing, so that heads and feet come first.
 * platt: every line end of a page lost.
 */
export type TextMode = 'kolumner' | 'rader' | 'ordning' | 'platt';

/** Points that rows may differ in and still be one line. */
const SAME_ROW = 3;
/** Width of a character of plain text, in points. */
const CELL = 5.2;

function rows(page: Written[]): Written[][] {
  const sorted = [...page].filter((w) => w.text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x);
  const all: Written[][] = [];
  for (const w of sorted) {
    const row = all.at(-1);
    if (row && Math.abs((row[0] as Written).y - w.y) <= SAME_ROW) row.push(w);
    else all.push([w]);
  }
  return all.map((row) => row.sort((a, b) => a.x - b.x));
}

function inColumns(page: Written[]): string[] {
  const lines: string[] = [];
  let before: number | null = null;
  for (const row of rows(page)) {
    const y = (row[0] as Written).y;
    if (before !== null && y - before > 19) lines.push('');
    before = y;
    let line = '';
    for (const { x, text } of row) {
      const column = Math.max(0, Math.round((x - 40) / CELL));
      line = line === '' ? ' '.repeat(column) : line.padEnd(Math.max(column, line.length + 1));
      line += text;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

function pageText(page: Written[], mode: TextMode): string {
  switch (mode) {
    case 'kolumner':
      return inColumns(page).join('\n');
    case 'rader':
      return rows(page)
        .map((row) => row.map((w) => w.text).join(' '))
        .join('\n');
    case 'ordning': {
      const lines: Written[][] = [];
      for (const w of page) {
        const last = lines.at(-1)?.[0];
        if (last && Math.abs(last.y - w.y) <= SAME_ROW) lines.at(-1)?.push(w);
        else lines.push([w]);
      }
      return lines.map((line) => line.map((w) => w.text).join(' ')).join('\n');
    }
    case 'platt':
      return rows(page)
        .flat()
        .map((w) => w.text)
        .join(' ');
  }
}

/** Pages by form feed. */
export function asText(written: Written[], mode: TextMode): string {
  const last = Math.max(...written.map((w) => w.page));
  const pages = Array.from({ length: last }, (_, i) => written.filter((w) => w.page === i + 1));
  return `${pages.map((page) => pageText(page, mode)).join('\n\f')}\n`;
}
