/**
 * Blocks set as lines of text, as a page of a plain text file has them: paragraphs broken at a width, a blank line where
 * there is space between them.
 */
import { normaliseCharacters } from '../characters.ts';
import { joinLetters } from '../letters-apart.ts';
import type { Block, Paragraph } from './blocks.ts';
import { LINE_BREAK, PAGE_BREAK, SEEN_PAGE_BREAK, TAB } from './inline.ts';
import { BLANK, LEAST_INDENT, type SetLine } from './set-line.ts';
import { setTable } from './set-table.ts';

/** Signs of a full line. */
const MEASURE = 92;
/** Twips that a sign is wide, on the average, in the type of records. */
const SIGN = 115;
/** Space between paragraphs that is seen as such: four points. */
const APART = 80;
const MOST_INDENT = 40;
/** Columns of a tab without a stop of its own. */
const TAB_WIDTH = 8;

export function setLines(blocks: readonly Block[], measure = MEASURE): SetLine[] {
  const lines: SetLine[] = [];
  let before: Block | null = null;
  for (const block of blocks) {
    if (block.kind === 'section') continue;
    const own = block.kind === 'table' ? setTable(block, setLines) : setParagraph(block, measure);
    const isParted = own[0]?.text === '' || lines.at(-1)?.text === '';
    if (own.length > 0 && lines.length > 0 && !isParted && isApart(before, block)) lines.push(BLANK);
    for (const line of own) lines.push(line);
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
  const end = (part: string) => {
    const [head = '', ...after] = part.split(SEEN_PAGE_BREAK);
    const text = normaliseCharacters(part.replaceAll(SEEN_PAGE_BREAK, '')).replace(/^ {1,2}(?=\S)/, '');
    if (after.length > 0 && head.trim() === '') page ??= 'seen';
    // Where the program broke a page within a line of its own, no line of ours is cut short: what ends early ends a clause.
    const seen: number[] = [];
    let above = 0;
    for (const piece of [head, ...after].slice(0, -1)) {
      above += inkOf(piece);
      if (above > 0) seen.push(above);
    }
    let ink = -inkOf(start);
    let next = 0;
    for (const line of wrapped(text, start, rest, measure)) {
      lines.push({ text: joinLetters(line), ...marks, ...(page && { page }) });
      page = undefined;
      ink += inkOf(line);
      for (; (seen[next] ?? Number.POSITIVE_INFINITY) <= ink; next++) page = 'seen';
    }
    start = rest;
  };
  const parts = textOf(paragraph).split(/([\n\f])/);
  parts.forEach((part, i) => {
    if (part === LINE_BREAK) return;
    // At the head of a paragraph the break goes before its number.
    if (part === PAGE_BREAK) page = 'set';
    else if (inkOf(part) > 0 || (parts[i - 1] !== PAGE_BREAK && parts[i + 1] !== PAGE_BREAK)) end(part);
    else if (part.includes(SEEN_PAGE_BREAK)) page ??= 'seen';
  });
  return withBeside(lines, pictures, notes, page);
}

/** So many signs of a text are not blank. */
const inkOf = (text: string): number => text.replace(/\s+/g, '').length;

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
