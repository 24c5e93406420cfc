/** A part's tree as blocks in reading order: paragraphs with their labels, tables, and where sections end. */
import { type Inline, PAGE_BREAK, readInline } from './inline.ts';
import type { Label, Numbering } from './numbering.ts';
import { type ParagraphLook, paragraphLook, runLook, type Styles } from './styles.ts';
import { child, elements, isOn, type Node, toNumber, valueIn } from './xml.ts';

export interface Paragraph extends Omit<Inline, 'boxes'> {
  kind: 'paragraph';
  look: ParagraphLook;
  style: string | undefined;
  label: Label | null;
  /** What stands in text boxes that are fixed to it. */
  boxes: Block[];
}

export interface Cell {
  blocks: Block[];
  /** Columns that it takes. */
  span: number;
}

export interface Table {
  kind: 'table';
  rows: Cell[][];
}

/** The end of a section: how its pages are (w:sectPr). */
export interface SectionEnd {
  kind: 'section';
  properties: Node;
}

export type Block = Paragraph | Table | SectionEnd;

export interface Context {
  styles: Styles;
  numbering: Numbering;
  /** Told when the document holds text that is kept in another format and not read. */
  onForeign: () => void;
}

/** Parts whose children are blocks as they stand. */
const TRANSPARENT = new Set(['w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:txbxContent']);

export function readBlocks(node: Node, context: Context): Block[] {
  const blocks: Block[] = [];
  // A paragraph whose end was deleted goes on with the next one.
  let open: Node | null = null;
  const visit = (at: Node): void => {
    for (const part of elements(at)) {
      switch (part.name) {
        case 'w:p': {
          const whole: Node = open ? joined(open, part) : part;
          open = isEndDeleted(part) ? whole : null;
          if (!open) addParagraph(blocks, whole, context);
          break;
        }
        case 'w:tbl':
          blocks.push(readTable(part, context));
          break;
        case 'w:sectPr':
          blocks.push({ kind: 'section', properties: part });
          break;
        case 'w:altChunk':
          context.onForeign();
          break;
        case 'w:sdt':
          if (!child(part, 'w:sdtPr', 'w:showingPlcHdr')) visit(child(part, 'w:sdtContent') ?? part);
          break;
        case 'mc:AlternateContent':
          visit(child(part, 'mc:Choice') ?? child(part, 'mc:Fallback') ?? part);
          break;
        default:
          if (TRANSPARENT.has(part.name)) visit(part);
      }
    }
  };
  visit(node);
  if (open) addParagraph(blocks, open, context);
  return blocks;
}

const isEndDeleted = (paragraph: Node): boolean => {
  const end = child(paragraph, 'w:pPr', 'w:rPr');
  return child(end, 'w:del') !== undefined || child(end, 'w:moveFrom') !== undefined;
};

/** The text of both, with the look of the second, as when the mark between them is gone. */
function joined(first: Node, second: Node): Node {
  const text = (node: Node) => node.children.filter((c) => typeof c === 'string' || c.name !== 'w:pPr');
  const marks = child(second, 'w:pPr');
  return { ...second, children: [...(marks ? [marks] : []), ...text(first), ...text(second)] };
}

function addParagraph(blocks: Block[], node: Node, context: Context): void {
  const marks = child(node, 'w:pPr');
  blocks.push(readParagraph(node, marks, context));
  const section = child(marks, 'w:sectPr');
  if (section) blocks.push({ kind: 'section', properties: section });
}

function readParagraph(node: Node, marks: Node | undefined, context: Context): Paragraph {
  const { styles, numbering } = context;
  const style = valueIn(marks, 'w:pStyle') ?? styles.usual;
  const below = styles.paragraph(style);
  const own = paragraphLook(marks);
  const { boxes, ...inline } = readInline(node, below.run, styles);
  const numId = own.numId ?? below.paragraph.numId;
  const level =
    own.level ??
    (numId === undefined ? undefined : numbering.levelOf(numId, style)) ??
    below.paragraph.level ??
    0;
  // "0" takes a paragraph out of the list of its style; what is hidden or moved away is not counted.
  const isListed = numId !== undefined && numId !== '0' && !isHidden(marks, inline.text);
  const label = isListed ? numbering.next(numId, level) : null;
  const look = { ...below.paragraph, ...(label ? told(label) : {}), ...own };
  return {
    kind: 'paragraph',
    ...inline,
    look,
    style,
    label,
    boxes: boxes.flatMap((box) => readBlocks(box, context)),
  };
}

/** A paragraph that holds nothing but hidden or deleted text has no line of its own, and no number. */
function isHidden(marks: Node | undefined, text: string): boolean {
  const end = child(marks, 'w:rPr');
  const isGone = runLook(end).hidden === true || child(end, 'w:del') !== undefined;
  return isGone && text.trim() === '';
}

const told = ({ left, hanging }: Label): ParagraphLook => ({
  ...(left === undefined ? {} : { left }),
  ...(hanging === undefined ? {} : { hanging }),
});

function readTable(node: Node, context: Context): Table {
  const rows: Cell[][] = [];
  const visit = (at: Node): void => {
    for (const part of elements(at)) {
      if (part.name === 'w:tr') rows.push(...rowOf(part, context));
      else if (['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(part.name)) visit(part);
    }
  };
  visit(node);
  return { kind: 'table', rows };
}

function rowOf(row: Node, context: Context): Cell[][] {
  const marks = child(row, 'w:trPr');
  if (child(marks, 'w:del') || isOn(marks, 'w:hidden')) return [];
  const cells: Cell[] = [];
  const blank = (count: number | undefined) => {
    if (count && count > 0 && count < 100) cells.push({ blocks: [], span: count });
  };
  const visit = (at: Node): void => {
    for (const part of elements(at)) {
      if (part.name === 'w:tc') cells.push(cellOf(part, context));
      else if (['w:sdt', 'w:sdtContent', 'w:customXml'].includes(part.name)) visit(part);
    }
  };
  blank(toNumber(valueIn(marks, 'w:gridBefore')));
  visit(row);
  return [cells];
}

function cellOf(cell: Node, context: Context): Cell {
  const marks = child(cell, 'w:tcPr');
  const span = toNumber(valueIn(marks, 'w:gridSpan')) ?? 1;
  const merge = child(marks, 'w:vMerge');
  // A cell that goes on with the one above holds an empty paragraph.
  const isContinued = merge !== undefined && merge.attributes['w:val'] !== 'restart';
  return { blocks: isContinued ? [] : readBlocks(cell, context), span: Math.min(Math.max(1, span), 100) };
}

/** Whether a block has anything to be seen. */
export function isBlank(block: Block): boolean {
  if (block.kind === 'section') return true;
  if (block.kind === 'table')
    return block.rows.every((row) => row.every((cell) => cell.blocks.every(isBlank)));
  const text = block.text.replaceAll(PAGE_BREAK, '').trim();
  return text === '' && block.label === null && block.boxes.every(isBlank) && block.pictures.length === 0;
}
