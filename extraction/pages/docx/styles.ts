/** What a paragraph or a run looks like, as far as reading needs it: its own marks, else those of its styles. */
import { child, elements, isOn, type Node, toNumber, valueIn } from './xml.ts';

/** Styles that are based on each other in a row; the programs allow fewer. */
const MAX_BASES = 50;

/** Marks of characters; undefined: not told here. */
export interface RunLook {
  bold?: boolean | undefined;
  caps?: boolean | undefined;
  /** Hidden text is neither seen nor printed. */
  hidden?: boolean | undefined;
  /** Points. */
  size?: number | undefined;
}

/** Marks of a paragraph; lengths in twips (twentieths of a point). */
export interface ParagraphLook {
  numId?: string | undefined;
  level?: number | undefined;
  left?: number | undefined;
  /** How far the first line stands to the left (negative: to the right) of the others. */
  hanging?: number | undefined;
  before?: number | undefined;
  after?: number | undefined;
  /** No space between paragraphs of the same style. */
  contextual?: boolean | undefined;
  breakBefore?: boolean | undefined;
  /** A tab of it is drawn as a row of dots. */
  leader?: boolean | undefined;
}

export interface Look {
  run: RunLook;
  paragraph: ParagraphLook;
}

export interface Styles {
  /** Marks of a paragraph style and all that it is based on, and of the document's defaults; of the default style when not told. */
  paragraph(id: string | undefined): Look;
  /** Marks of a character style and all that it is based on. */
  character(id: string | undefined): RunLook;
  /** The paragraph style that a paragraph without one has. */
  usual: string | undefined;
  /** The list that a style of kind numbering is. */
  list(id: string): string | undefined;
}

export function runLook(properties: Node | undefined): RunLook {
  const halves = toNumber(valueIn(properties, 'w:sz'));
  return told({
    bold: isOn(properties, 'w:b'),
    caps: isOn(properties, 'w:caps'),
    hidden: isOn(properties, 'w:vanish'),
    size: halves === undefined ? undefined : halves / 2,
  });
}

export function paragraphLook(properties: Node | undefined): ParagraphLook {
  const numbering = child(properties, 'w:numPr');
  const indent = child(properties, 'w:ind')?.attributes ?? {};
  const spacing = child(properties, 'w:spacing')?.attributes ?? {};
  const first = toNumber(indent['w:firstLine']);
  const tabs = elements(child(properties, 'w:tabs'));
  return told({
    numId: valueIn(numbering, 'w:numId'),
    level: toNumber(valueIn(numbering, 'w:ilvl')),
    left: toNumber(indent['w:left'] ?? indent['w:start']),
    hanging: toNumber(indent['w:hanging']) ?? (first === undefined ? undefined : -first),
    before: toNumber(spacing['w:before']),
    after: toNumber(spacing['w:after']),
    contextual: isOn(properties, 'w:contextualSpacing'),
    breakBefore: isOn(properties, 'w:pageBreakBefore'),
    leader: tabs.some((tab) => /dot/i.test(tab.attributes['w:leader'] ?? '')) || undefined,
  });
}

/** Only what is told, so that it can be laid over other marks. */
function told<T extends object>(look: T): T {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as T;
}

export function readStyles(tree: Node | null): Styles {
  const all = new Map<string, Node>();
  let usual: string | undefined;
  for (const style of elements(tree ?? undefined)) {
    const id = style.attributes['w:styleId'];
    if (style.name !== 'w:style' || !id) continue;
    all.set(id, style);
    const isDefault = ['1', 'true', 'on'].includes(style.attributes['w:default'] ?? '');
    if (isDefault && style.attributes['w:type'] === 'paragraph') usual = id;
  }
  const defaults = child(tree ?? undefined, 'w:docDefaults');
  const base: Look = {
    run: runLook(child(defaults, 'w:rPrDefault', 'w:rPr')),
    paragraph: paragraphLook(child(defaults, 'w:pPrDefault', 'w:pPr')),
  };
  const known = new Map<string, Look>();
  /** Of the style and what it is based on alone. */
  const own = (id: string, under: ReadonlySet<string>): Look => {
    const style = all.get(id);
    if (!style || under.has(id) || under.size > MAX_BASES) return { run: {}, paragraph: {} };
    const seen = known.get(id);
    if (seen) return seen;
    const basis = valueIn(style, 'w:basedOn');
    const below = basis ? own(basis, new Set([...under, id])) : { run: {}, paragraph: {} };
    const look = {
      run: { ...below.run, ...runLook(child(style, 'w:rPr')) },
      paragraph: { ...below.paragraph, ...paragraphLook(child(style, 'w:pPr')) },
    };
    known.set(id, look);
    return look;
  };
  return {
    usual,
    paragraph: (id) => {
      const name = id !== undefined && all.has(id) ? id : usual;
      const look = name === undefined ? { run: {}, paragraph: {} } : own(name, new Set());
      return { run: { ...base.run, ...look.run }, paragraph: { ...base.paragraph, ...look.paragraph } };
    },
    character: (id) => (id === undefined ? {} : own(id, new Set()).run),
    list: (id) => valueIn(child(all.get(id), 'w:pPr', 'w:numPr'), 'w:numId'),
  };
}
