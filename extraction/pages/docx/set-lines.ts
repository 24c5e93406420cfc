/**
 * Blocks set as lines of text, as a page of a plain text file has them: paragraphs broken at a width, a blank line where
 * there is space between them, columns of a table side by side with wide gaps.
 */
import { normaliseCharacters } from '../characters.ts';
import { joinLetters } from '../letters-apart.ts';
import { type Block, isBlank, type Paragraph, type Table } from './blocks.ts';
import { LINE_BREAK, PAGE_BREAK, SEEN_PAGE_BREAK, TAB } from './inline.ts';

/** One line as set. */
export interface SetLine {
  text: string;
  bold: boolean;
  size: number | null;
  /** A page ends before it: `set` by the writer, `seen` where the program last broke it. */
  page?: 'set' | 'seen';
  /** Pictures that stand before it. */
  pictures?: Paragraph['pictures'];
  /** Notes that its paragraph refers to. */
  notes?: string[];
}

/** Signs of a full line, and of one that holds a table. */
const MEASURE = 92;
const TABLE_MEASURE = 112;
/** Twips that a sign is wide, on the average, in the type of records. */
const SIGN = 115;
/** Space between paragraphs that is seen as such: four points. */
const APART = 80;
/** Between the columns of a table. */
const GAP = '   ';
/** Lines begin with no blanks or with so many at least: one or two mark other things in a text (lines/join.ts). */
const LEAST_INDENT = 3;
const MOST_INDENT = 40;
/** Columns of a tab without a stop of its own. */
const TAB_WIDTH = 8;

/** Signs of the narrowest column. */
const LEAST_COLUMN = 8;

const BLANK: SetLine = { text: '', bold: false, size: null };

export function setLines(blocks: readonly Block[], measure = MEASURE): SetLine[] {
  const lines: SetLine[] = [];
  let before: Block | null = null;
  for (const block of blocks) {
    if (block.kind === 'section') continue;
    const own = block.kind === 'table' ? setTable(block) : setParagraph(block, measure);
    const isParted = own[0]?.text === '' || lines.at(-1)?.text === '';
    if (own.length > 0 && lines.length > 0 && !isParted && isApart(before, block)) lines.push(BLANK);
    lines.push(...own);
    if (own.length > 0) before = block;
  }
  return lines;
}

function isApart(before: Block | null, block: Block): boolean {
  if (before === null) return false;
  if (before.kind !== 'paragraph' || block.kind !== 'paragraph') return before.kind !== block.kind;
  const isSame = before.style === block.style;
  const after = isSame && before.look.contextual ? 0 : (before.look.after ?? 0);
  const above = isSame && block.look.contextual ? 0 : (block.look.before ?? 0);
  return Math.max(after, above) >= APART;
}

function setParagraph(paragraph: Paragraph, measure: number): SetLine[] {
  const { look, label, bold, size, boxes, pictures, notes } = paragraph;
  const lines: SetLine[] = boxes.length > 0 ? setLines(boxes, measure) : [];
  const left = indentOf(look.left ?? 0);
  const first = indentOf((look.left ?? 0) - (look.hanging ?? 0));
  const mark = label ? label.text + (label.glued ? '' : ' ') : '';
  const head = ' '.repeat(first) + mark;
  // What follows a mark stands under the text after it.
  const rest = ' '.repeat(
    label ? Math.max(LEAST_INDENT, first + mark.length, Math.min(left, first + 12)) : left,
  );
  let start = head;
  let page: SetLine['page'] | undefined = look.breakBefore ? 'set' : undefined;
  const marks = { bold, size: size ?? null };
  const end = (text: string) => {
    const clean = joinLetters(normaliseCharacters(text)).replace(/^ {1,2}(?=\S)/, '');
    for (const line of wrapped(clean, start, rest, measure)) {
      lines.push({ text: line, ...marks, ...(page && { page }) });
      page = undefined;
    }
    start = rest;
  };
  const parts = textOf(paragraph).split(/([\n\f\v])/);
  parts.forEach((part, i) => {
    if (part === LINE_BREAK) return;
    if (isPageBreak(part)) {
      // At the head of a paragraph the break goes before its number.
      if (page !== 'set') page = part === PAGE_BREAK ? 'set' : 'seen';
      return;
    }
    if (part.trim() === '' && (isPageBreak(parts[i - 1]) || isPageBreak(parts[i + 1]))) return;
    end(part);
  });
  return withBeside(lines, pictures, notes, page);
}

const isPageBreak = (part: string | undefined): boolean => part === PAGE_BREAK || part === SEEN_PAGE_BREAK;

/** Pictures, notes and a break that has no line after it go with the lines that there are. */
function withBeside(
  lines: SetLine[],
  pictures: Paragraph['pictures'],
  notes: string[],
  page: SetLine['page'] | undefined,
): SetLine[] {
  if (lines.length === 0) lines.push({ ...BLANK, ...(page && { page }) });
  else if (page) lines.push({ ...BLANK, page });
  if (pictures.length > 0) lines[0] = { ...(lines[0] as SetLine), pictures };
  if (notes.length > 0) lines[0] = { ...(lines[0] as SetLine), notes };
  return lines;
}

function textOf({ text, look }: Paragraph): string {
  return look.leader ? text.replaceAll(TAB, ' .......... ') : text;
}

function indentOf(twips: number): number {
  const signs = Math.min(MOST_INDENT, Math.round(twips / SIGN));
  return signs < LEAST_INDENT ? 0 : signs;
}

/** Broken between words; blanks within a line are kept, tabs become gaps. */
function wrapped(text: string, first: string, rest: string, measure: number): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of spaced(text.trimEnd(), first.length).split(/(?<=\S)(?=\s)/)) {
    if (!isEmpty && line.length + word.trimEnd().length > measure && word.trim() !== '') {
      lines.push(line.trimEnd());
      line = rest + word.trimStart();
    } else line += isEmpty && first.trim() !== '' ? word.trimStart() : word;
    isEmpty = false;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Tabs as blanks up to the next column, two at least. */
function spaced(text: string, from: number): string {
  if (!text.includes(TAB)) return text;
  let line = '';
  for (const part of text.split(/(\t)/)) {
    if (part !== TAB) line += part;
    else {
      const at = from + line.length;
      line += ' '.repeat(Math.max(at + 2, Math.ceil((at + 2) / TAB_WIDTH) * TAB_WIDTH) - at);
    }
  }
  return line;
}

function setTable({ rows }: Table): SetLine[] {
  const natural = rows.map((row) =>
    row.map(({ blocks, span }) => ({ span, width: widthOf(setLines(blocks, 10_000)) })),
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
    filled.length > 1 ||
    filled.some(({ span, width }) => span === 1 && row.length > 1 && width <= MEASURE / 2)
  );
}

interface Place {
  at: number;
  width: number;
}

/** Where the cells of a row stand, in signs. */
function placesOf(row: readonly { span: number }[], widths: readonly number[]): Place[] {
  let column = 0;
  return row.map(({ span }) => {
    const at = widths.slice(0, column).reduce((sum, width) => sum + width + GAP.length, 0);
    const own = widths.slice(column, column + span);
    column += span;
    return {
      at,
      width: own.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, own.length - 1),
    };
  });
}

const widthOf = (lines: readonly SetLine[]): number =>
  lines.reduce((most, { text }) => Math.max(most, text.length), 0);

function trimmed(lines: SetLine[]): SetLine[] {
  const first = lines.findIndex(({ text }) => text !== '');
  const last = lines.findLastIndex(({ text }) => text !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

/** How wide each column is: as its longest line, or less where the table would not fit. */
function columnWidths(rows: readonly (readonly Measured[])[]): number[] {
  const widths: number[] = [];
  const spanned: { from: number; span: number; width: number }[] = [];
  for (const row of rows) {
    let column = 0;
    for (const { span, width } of row) {
      if (span === 1) widths[column] = Math.max(widths[column] ?? 0, width);
      else spanned.push({ from: column, span, width });
      column += span;
    }
    for (let i = 0; i < column; i++) widths[i] ??= 0;
  }
  for (const { from, span, width } of spanned) {
    const own = widths.slice(from, from + span).reduce((sum, w) => sum + w + GAP.length, -GAP.length);
    if (own < width) widths[from + span - 1] = (widths[from + span - 1] ?? 0) + width - own;
  }
  const room = TABLE_MEASURE - GAP.length * (widths.length - 1);
  // The widest give way first.
  const taken = (most: number) => widths.reduce((sum, width) => sum + Math.min(width, most), 0);
  let [low, high] = [LEAST_COLUMN, Math.max(LEAST_COLUMN, ...widths)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (taken(middle) <= room) low = middle;
    else high = middle - 1;
  }
  return widths.map((width) => Math.min(width, low));
}

function sideBySide(cells: readonly { at: number; lines: SetLine[] }[]): SetLine[] {
  const height = Math.max(...cells.map(({ lines }) => lines.length));
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
