/** Tables set as lines of text: their columns side by side, with wide gaps between them. */
import { most } from '../../extremes.ts';
import { type Block, isBlank, type Table } from './blocks.ts';
import { LEAST_INDENT, type SetLine } from './set-line.ts';

type SetBlocks = (blocks: readonly Block[], measure?: number) => SetLine[];

/** Signs of a line that holds a table. */
const MEASURE = 112;
/** Between columns. */
const GAP = '   ';
/** Signs of the narrowest column. */
const LEAST_COLUMN = 8;
/** A cell that is wider does not stand beside others. */
const NARROW = 46;
/** As many as Word allows. */
const MOST_COLUMNS = 63;
/** No cell is wider: how wide it would be if nothing broke its lines. */
const UNBROKEN = 10_000;

/** A table in a cell is asked for by every table around it. */
const known = new WeakMap<Table, SetLine[]>();

/** Sets a table; `setLines` sets what is in its cells. */
export function setTable(table: Table, setLines: SetBlocks): SetLine[] {
  const lines = known.get(table) ?? set(table, setLines);
  known.set(table, lines);
  return lines;
}

function set({ rows }: Table, setLines: SetBlocks): SetLine[] {
  const natural = rows.map((row) =>
    row.map(({ blocks, span }) => ({ span, width: widthOf(setLines(blocks, UNBROKEN)) })),
  );
  const isFrame = natural.every((row) => row.filter(({ width }) => width > 0).length < 2);
  const widths = isFrame ? [] : columnWidths(natural.filter(isOfColumns));
  return rows.flatMap((row, i) => {
    const places = placesOf(row, widths);
    const filled = row.flatMap((cell, k) => (cell.blocks.every(isBlank) ? [] : [k]));
    const [only] = filled;
    if (only === undefined) return [];
    const fits = (natural[i]?.[only]?.width ?? 0) <= (places[only]?.width ?? 0);
    // A row that holds one cell alone is a frame around running text, unless the cell has its place in a column.
    if (filled.length === 1 && !fits) return setLines(row[only]?.blocks ?? []);
    return sideBySide(
      row.map(({ blocks }, k) => {
        const { at, width } = places[k] as Place;
        return { at, lines: trimmed(setLines(blocks, Math.max(LEAST_COLUMN, width))) };
      }),
    );
  });
}

interface Measured {
  span: number;
  width: number;
}

/** Rows that say how wide columns are: with several cells that hold something, or one that could stand beside others. */
function isOfColumns(row: readonly Measured[]): boolean {
  const filled = row.filter(({ width }) => width > 0);
  return (
    filled.length > 1 || filled.some(({ span, width }) => span === 1 && row.length > 1 && width <= NARROW)
  );
}

interface Place {
  at: number;
  width: number;
}

/** Where the cells of a row stand, in signs. */
function placesOf(row: readonly { span: number }[], widths: readonly number[]): Place[] {
  const starts = [0];
  for (const width of widths) starts.push((starts.at(-1) as number) + width + GAP.length);
  // Beyond the last column everything stands where it comes.
  const startOf = (column: number) => starts[Math.min(column, widths.length)] as number;
  let column = 0;
  return row.map(({ span }) => {
    const at = startOf(column);
    column += span;
    return { at, width: Math.max(0, startOf(column) - at - GAP.length) };
  });
}

const widthOf = (lines: readonly SetLine[]): number =>
  lines.reduce((most, { text }) => Math.max(most, text.length), 0);

/** Has something to be seen, or to be known of its place. */
const isKept = ({ text, pictures, notes, page }: SetLine): boolean =>
  text !== '' || pictures !== undefined || notes !== undefined || page !== undefined;

function trimmed(lines: SetLine[]): SetLine[] {
  const first = lines.findIndex(isKept);
  const last = lines.findLastIndex(isKept);
  return first < 0 ? [] : lines.slice(first, last + 1);
}

/** How wide each column is: as its longest line, or less where the table would not fit. */
function columnWidths(rows: readonly (readonly Measured[])[]): number[] {
  const widths: number[] = [];
  const spanned: { from: number; span: number; width: number }[] = [];
  for (const row of rows) {
    let column = 0;
    for (const { span, width } of row) {
      if (column + span > MOST_COLUMNS) break;
      if (span === 1) widths[column] = Math.max(widths[column] ?? 0, width);
      else spanned.push({ from: column, span, width });
      column += span;
    }
    for (let i = 0; i < Math.min(column, MOST_COLUMNS); i++) widths[i] ??= 0;
  }
  for (const { from, span, width } of spanned) {
    const own = widths.slice(from, from + span).reduce((sum, w) => sum + w + GAP.length, -GAP.length);
    if (own < width) widths[from + span - 1] = (widths[from + span - 1] ?? 0) + width - own;
  }
  const room = MEASURE - GAP.length * (widths.length - 1);
  // The widest give way first.
  const taken = (most: number) => widths.reduce((sum, width) => sum + Math.min(width, most), 0);
  let [low, high] = [LEAST_COLUMN, Math.max(LEAST_COLUMN, most(widths))];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (taken(middle) <= room) low = middle;
    else high = middle - 1;
  }
  return widths.map((width) => Math.min(width, low));
}

function sideBySide(cells: readonly { at: number; lines: SetLine[] }[]): SetLine[] {
  const height = most(cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, i) => {
    const parts = cells.flatMap(({ at, lines }) => (lines[i] ? [{ at, line: lines[i] }] : []));
    let text = '';
    for (const { at, line } of parts) {
      if (line.text === '') continue;
      text = text === '' ? ' '.repeat(indentAt(at)) : text.padEnd(Math.max(at, text.length + GAP.length));
      text += line.text;
    }
    const shown = parts.filter(({ line }) => line.text.trim() !== '');
    const page = parts.find(({ line }) => line.page)?.line.page;
    const pictures = parts.flatMap(({ line }) => line.pictures ?? []);
    const notes = parts.flatMap(({ line }) => line.notes ?? []);
    return {
      text: text.trimEnd(),
      bold: shown.length > 0 && shown.every(({ line }) => line.bold),
      size: shown[0]?.line.size ?? null,
      ...(page && { page }),
      ...(pictures.length > 0 && { pictures }),
      ...(notes.length > 0 && { notes }),
    };
  });
}

const indentAt = (column: number): number => (column < LEAST_INDENT ? 0 : column);
