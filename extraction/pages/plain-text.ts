/** Text files into pages: a form feed ends a page; a file without any is one page. */
import { TextDecoder } from 'node:util';
import type { Warning } from '../record.ts';
import { Refusal } from '../refusal.ts';
import { tooManyLines, tooMuchText } from './beyond-measure.ts';
import { normaliseCharacters } from './characters.ts';
import { joinLetters } from './letters-apart.ts';
import type { Limits } from './limits.ts';
import { undoMojibake } from './mojibake.ts';
import type { Page, PageLine } from './page.ts';
import { isUtf16 } from './sniff.ts';

/**
 * Reads `bytes` as text. UTF-8 with or without byte order mark, UTF-16 with one; bytes that are not UTF-8 are
 * read as windows-1252, with a warning, since that is what older Swedish systems write.
 *
 * Every line of the file is a PageLine, blank ones too; `lineNo` counts the whole file from 1. Spaces before a
 * line are kept: in text dumps without form feeds they mark where a page began (lines/join.ts).
 * Throws a Refusal for more text or pages than the limits allow.
 */
export function readPlainText(bytes: Uint8Array, limits: Limits): { pages: Page[]; warnings: Warning[] } {
  const { text, warnings } = readable(bytes);
  if (text.length > limits.maxChars) throw tooMuchText(limits);
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/);
  if (lines.length > limits.maxLines) throw tooManyLines(lines.length, limits);
  const pages = [emptyPage(1)];
  let page = pages[0] as Page;
  lines.forEach((line, at) => {
    line.split('\f').forEach((part, piece) => {
      if (piece > 0) {
        if (pages.length >= limits.maxPages) throw new Refusal('too-many-pages');
        page = emptyPage(pages.length + 1);
        pages.push(page);
      }
      // Nothing but a form feed on the rest of the line is no blank line of the page.
      if (part.trim() !== '' || !line.includes('\f')) page.lines.push(plainLine(part, at + 1));
    });
  });
  // A form feed at the very end ends the last page and begins no other.
  if (pages.length > 1 && page.lines.every((line) => line.text === '')) pages.pop();
  return { pages, warnings };
}

function emptyPage(no: number): Page {
  return { page: no, width: null, height: null, textSource: 'embedded', ocrConfidence: null, lines: [] };
}

/** A line without what a table that was written out as text leaves at its end: the bars of its empty cells. */
function withoutEmptyCells(line: string): string {
  const end = /(?<![|\s])[|\s]+$/u.exec(line);
  const at = end ? end[0].search(end.index === 0 ? /(?:^|\s)\|/u : /\s\|/u) : -1;
  return end && at >= 0 ? line.slice(0, end.index + at) : line;
}

function plainLine(raw: string, lineNo: number): PageLine {
  const text = joinLetters(withoutEmptyCells(normaliseCharacters(raw).replaceAll('\t', '  '))).trimEnd();
  return { text, bbox: null, words: [], size: null, bold: false, lineNo };
}

/** The text as somebody wrote it: a text read and saved in the wrong encoding on its way is put right, with a warning. */
function readable(bytes: Uint8Array): { text: string; warnings: Warning[] } {
  const decoded = decode(bytes);
  const { text, found } = undoMojibake(decoded.text);
  if (!found) return decoded;
  const warning = {
    code: 'wrong-encoding',
    message:
      'Texten var sparad med fel teckenkodning (Ã¥ för å) och har rättats. (The text had been saved in the wrong encoding and has been put right.)',
    page: null,
  };
  return { text, warnings: [...decoded.warnings, warning] };
}

function decode(bytes: Uint8Array): { text: string; warnings: Warning[] } {
  if (isUtf16(bytes)) {
    const label = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
    return { text: new TextDecoder(label).decode(bytes), warnings: [] };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    const warning = {
      code: 'not-utf8',
      message:
        'Texten är inte UTF-8 och lästes som windows-1252. (The text is not UTF-8; read as windows-1252.)',
      page: null,
    };
    return { text: new TextDecoder('windows-1252').decode(bytes), warnings: [warning] };
  }
}
