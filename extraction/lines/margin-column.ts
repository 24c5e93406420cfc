/**
 * Facts of the meeting that every page repeats in a column of its own, left of the text: "Protokoll", the body, the
 * day, the page's number. Read row by row they stand inside the text's sentences; they are furniture.
 */
import { headingOf } from '../vocabulary/headings.ts';
import { firstCellApart } from './first-cell.ts';
import type { Line } from './line.ts';

/** So many lines of a page's head such a column goes over. */
const HEAD = 14;
/** On so many pages a cell must come again, and on this part of all; beside other text on so many of them. */
const LEAST = 3;
const SHARE = 0.5;
/** Left edges that differ by no more than this are one column's, in characters. */
const SAME_EDGE = 2;

/** What is the same on every page: all but the page's own number. */
const key = (text: string): string =>
  text
    .replace(/^((?:sida|sid\.?|blad)(?:\s*:)?)\s*\d{1,4}\s*(?:(?:av|[(/[])\s*\d{1,4}\s*[)\]]?)?$/iu, '$1')
    .trim();

/** A cell that may be one of the column's: words or a day, no heading and nothing numbered. */
const mayRepeat = (text: string): boolean =>
  (/\p{L}{3}/u.test(text) || /^\d{4}-\d{2}-\d{2}$/u.test(text)) &&
  !text.includes('§') &&
  headingOf(text) === null;

interface Seen {
  pages: Set<number>;
  /** Pages on which it stands beside something else, and what that was. */
  beside: Map<number, string>;
  edges: number[];
}

/** The lines with the column's cells in lines of their own, marked as furniture. */
export function withoutMarginColumn(lines: Line[]): Line[] {
  const sheets = sheetOf(lines);
  const count = (sheets.at(-1)?.sheet ?? 0) + 1;
  const seen = new Map<string, Seen>();
  for (const { line, sheet, at } of sheets) {
    if (at >= HEAD) continue;
    const [cell, rest] = firstCellApart(line) ?? [line, null];
    if (!mayRepeat(cell.text)) continue;
    const known = seen.get(key(cell.text)) ?? {
      pages: new Set<number>(),
      beside: new Map<number, string>(),
      edges: [] as number[],
    };
    seen.set(key(cell.text), known);
    known.pages.add(sheet);
    known.edges.push(line.indent);
    if (rest) known.beside.set(sheet, rest.text);
  }
  const again = [...seen].filter(([, { pages }]) => pages.size >= Math.max(LEAST, count * SHARE));
  const edges = again.filter(([, s]) => standsBesideText(s)).map(([, s]) => edgeOf(s));
  const column = new Map(again.filter(([, s]) => edges.some((edge) => isNear(edge, edgeOf(s)))));
  if (column.size < 2) return lines;
  return sheets.flatMap(({ line, at }) => {
    if (at >= HEAD) return [line];
    const apart = firstCellApart(line);
    const known = column.get(key((apart?.[0] ?? line).text));
    if (!known || !isNear(line.indent, edgeOf(known))) return [line];
    if (!apart) return [{ ...line, running: true as const }];
    return [{ ...apart[0], running: true as const }, apart[1]];
  });
}

const edgeOf = ({ edges }: Seen): number => Math.min(...edges);
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_EDGE;

/** What stands beside a cell of the column is seldom the same twice; what stands beside one of a running head is. */
function standsBesideText({ beside }: Seen): boolean {
  const shapes = new Set([...beside.values()].map((text) => text.replace(/\d+/g, '#')));
  return beside.size >= LEAST && shapes.size > beside.size / 2;
}

/** Every line with the number of its page, and its place on it. */
function sheetOf(lines: Line[]): { line: Line; sheet: number; at: number }[] {
  let sheet = -1;
  let at = 0;
  return lines.map((line) => {
    if (line.pageStart || sheet < 0) {
      sheet++;
      at = 0;
    } else at++;
    return { line, sheet, at };
  });
}
