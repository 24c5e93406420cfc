/** What stands in one paragraph, in order: text with its breaks, pictures, text boxes, notes. */
import { type RunLook, runLook, type Styles } from './styles.ts';
import { child, elements, type Node, toNumber, valueIn } from './xml.ts';

/** Breaks within a paragraph's text. */
export const LINE_BREAK = '\n';
export const PAGE_BREAK = '\f';
/** Where the program that saved the file last began a new page. */
export const SEEN_PAGE_BREAK = '\v';
export const TAB = '\t';
/** What stands for the numbers of the page, of all pages and of the section's pages where the file holds none: of private use. */
export const PAGE_NUMBER = '\ue000';
export const PAGE_COUNT = '\ue001';
export const SECTION_COUNT = '\ue002';

/** A picture: the id of its part, and how large it is shown, points. */
export interface Picture {
  id: string;
  width: number;
  height: number;
}

export interface Inline {
  text: string;
  /** Of most letters. */
  bold: boolean;
  /** Points, of most letters; undefined: not told. */
  size: number | undefined;
  pictures: Picture[];
  /** Contents of text boxes: nodes with blocks. */
  boxes: Node[];
  /** Ids of notes, in order: "f3" of footnotes, "e1" of endnotes. */
  notes: string[];
}

/** Elements whose children stand where they stand. What was put in by tracked changes counts. */
const TRANSPARENT = new Set([
  ...['w:hyperlink', 'w:smartTag', 'w:sdtContent', 'w:customXml', 'w:dir', 'w:bdo', 'w:ins', 'w:moveTo'],
  ...['w:ruby', 'w:rubyBase', 'm:oMath', 'm:oMathPara', 'm:r'],
]);
/** Signs of the fonts for symbols that are met in records; others of their private area say nothing as letters. */
const SYMBOLS: { readonly [code: string]: string } = {
  f0b7: '•',
  f0a7: '•',
  f02d: '–',
  f0d8: '•',
  f0fc: '✓',
  f0fe: '☒',
  f06f: '☐',
  f0a8: '☐',
  f0e0: '→',
};

/** Reads the paragraph `node`, whose letters look as `base` where they do not say. */
export function readInline(node: Node, base: RunLook, styles: Styles): Inline {
  const found: Inline = { text: '', bold: false, size: undefined, pictures: [], boxes: [], notes: [] };
  const weights = { bold: 0, all: 0 };
  const sizes = new Map<number, number>();
  // Fields are written as their code, a mark, and the result that was last computed; fields may stand in each other.
  const fields: Field[] = [];
  const isCode = () => fields.some((field) => field.part === 'code');

  const say = (text: string, look: RunLook) => {
    if (isCode() || look.hidden || fields.some(isPageField)) return;
    for (const field of fields) field.result += text;
    const shown = look.caps ? text.toUpperCase() : text;
    found.text += shown;
    const letters = shown.trim().length;
    weights.all += letters;
    if (look.bold) weights.bold += letters;
    if (look.size !== undefined) sizes.set(look.size, (sizes.get(look.size) ?? 0) + letters);
  };

  const visit = (at: Node, look: RunLook): void => {
    for (const part of elements(at)) {
      switch (part.name) {
        case 'w:r': {
          const marks = child(part, 'w:rPr');
          visit(part, { ...look, ...styles.character(valueIn(marks, 'w:rStyle')), ...runLook(marks) });
          break;
        }
        case 'w:t':
        case 'm:t':
          say(textIn(part), look);
          break;
        case 'w:tab':
        case 'w:ptab':
          say(TAB, look);
          break;
        case 'w:br':
          say(part.attributes['w:type'] === 'page' ? PAGE_BREAK : LINE_BREAK, look);
          break;
        case 'w:cr':
          say(LINE_BREAK, look);
          break;
        case 'w:noBreakHyphen':
          say('-', look);
          break;
        case 'w:sym':
          say(symbol(part.attributes['w:char']), look);
          break;
        case 'w:lastRenderedPageBreak':
          say(SEEN_PAGE_BREAK, look);
          break;
        case 'w:fldChar':
          if (part.attributes['w:fldCharType'] === 'end') say(computed(fields.pop()), look);
          else mark(part.attributes['w:fldCharType'], fields);
          break;
        case 'w:instrText': {
          const field = fields.at(-1);
          if (field?.part === 'code') field.code += textIn(part);
          break;
        }
        case 'w:fldSimple': {
          fields.push({ part: 'result', code: part.attributes['w:instr'] ?? '', result: '' });
          visit(part, look);
          say(computed(fields.pop()), look);
          break;
        }
        case 'w:footnoteReference':
          if (!look.hidden) found.notes.push(`f${part.attributes['w:id']}`);
          break;
        case 'w:endnoteReference':
          if (!look.hidden) found.notes.push(`e${part.attributes['w:id']}`);
          break;
        case 'w:sdt':
          // What a content control shows while nothing is filled in asks for it and says nothing.
          if (!child(part, 'w:sdtPr', 'w:showingPlcHdr')) visit(part, look);
          break;
        case 'mc:AlternateContent':
          visit(chosen(part), look);
          break;
        case 'w:txbxContent':
          if (!look.hidden) found.boxes.push(part);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          if (!look.hidden) drawing(part, { width: 0, height: 0 }, found);
          break;
        default:
          if (TRANSPARENT.has(part.name)) visit(part, look);
      }
    }
  };
  visit(node, base);
  found.bold = weights.bold * 2 > weights.all;
  found.size = [...sizes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? base.size;
  return found;
}

/** English Metric Units a point. */
const EMU = 12_700;

interface Size {
  width: number;
  height: number;
}

/** Drawings are trees of their own, with pictures and text boxes somewhere in them. */
function drawing(node: Node, outer: Size, found: Inline): void {
  const size = sizeOf(node) ?? outer;
  for (const part of elements(node)) {
    const id = part.attributes['r:embed'] ?? part.attributes['r:id'];
    if (part.name === 'w:txbxContent') found.boxes.push(part);
    else if (part.name === 'mc:AlternateContent') drawing(chosen(part), size, found);
    else if ((part.name === 'a:blip' || part.name === 'v:imagedata') && id)
      found.pictures.push({ id, ...size });
    else drawing(part, size, found);
  }
}

/** The same stands twice, for newer and for older programs. */
const chosen = (node: Node): Node => child(node, 'mc:Choice') ?? child(node, 'mc:Fallback') ?? node;

/** How large a drawing is shown: by its extent, or "width:453.5pt;height:12cm" of an older one. */
function sizeOf(node: Node): Size | null {
  const extent = child(node, 'wp:extent')?.attributes;
  if (extent)
    return { width: (toNumber(extent['cx']) ?? 0) / EMU, height: (toNumber(extent['cy']) ?? 0) / EMU };
  const points = (name: string): number | null => {
    const told = new RegExp(`(?:^|;)\\s{0,9}${name}:\\s{0,9}([\\d.]{1,12})(pt|cm|mm|in)`).exec(
      node.attributes['style'] ?? '',
    );
    const unit = { pt: 1, cm: 72 / 2.54, mm: 72 / 25.4, in: 72 }[told?.[2] ?? ''];
    return told && unit ? Number(told[1]) * unit : null;
  };
  const [width, height] = [points('width'), points('height')];
  return width !== null && height !== null ? { width, height } : null;
}

const textIn = (node: Node): string => node.children.filter((part) => typeof part === 'string').join('');

/** A field: its code, and what it last came to. */
interface Field {
  part: 'code' | 'result';
  code: string;
  result: string;
}

function mark(kind: string | undefined, fields: Field[]): void {
  const last = fields.at(-1);
  if (kind === 'begin' && fields.length < MAX_FIELDS) fields.push({ part: 'code', code: '', result: '' });
  else if (kind === 'separate' && last) last.part = 'result';
}

const nameOf = ({ code }: Field): string => code.trim().toUpperCase().split(/\s/, 1)[0] ?? '';

/** What a head last said of the page it stood on was said of the last page that was looked at. */
const isPageField = (field: Field): boolean => nameOf(field) === 'PAGE';

/** Fields in each other; beyond it they are taken for one. */
const MAX_FIELDS = 32;

const PAGE_FIELDS: { readonly [name: string]: string } = {
  PAGE: PAGE_NUMBER,
  NUMPAGES: PAGE_COUNT,
  SECTIONPAGES: SECTION_COUNT,
};

/** What a field without a result comes to when the document is printed: known of pages alone. */
function computed(field: Field | undefined): string {
  return field === undefined || field.result.trim() !== '' ? '' : (PAGE_FIELDS[nameOf(field)] ?? '');
}

function symbol(code: string | undefined): string {
  const known = SYMBOLS[(code ?? '').toLowerCase()];
  if (known) return known;
  const point = Number.parseInt(code ?? '', 16);
  return point > 0x1f && point < 0xe000 ? String.fromCodePoint(point) : '';
}
