/** How the texts of a card are set: under each other, in columns where there are many, shortened where there are too many. */
import type { PaintName } from './paint.ts';
import { BOLD, printedLines } from './text.ts';

const LEADING = 16;
const PADDING = 10;
/** Between two groups of texts. */
const APART = 6;
/** How wide the texts are where a card tells more than when and what, and where it does not. */
const WIDE = 208;
const SLIM = 150;
/** Between two columns of a card. */
const BETWEEN = 18;

/** One printed line, from the card's upper left corner to its baseline. */
export interface Rad {
  text: string;
  colour: PaintName;
  bold: boolean;
  lang: 'sv' | undefined;
  x: number;
  y: number;
}

/** One text of a card. */
export interface Stycke {
  rader: Rad[];
  /** Not shortened. */
  hel: string;
  /** Of the item it tells; null: of none, or of several. */
  id: string | null;
  /** When and what: the name of the card. */
  huvud: boolean;
}

/** A card that nobody has laid anywhere yet. */
export interface Innehall {
  width: number;
  height: number;
  stycken: Stycke[];
}

/** What a card says, before it is set. */
export interface Text {
  /** Groups stand a little apart. */
  grupp: 'huvud' | 'beslut' | 'rost' | 'leverans' | 'kraft';
  text: string;
  hel?: string;
  id?: string;
  colour?: PaintName;
  bold?: boolean;
  /** Where it is another than the drawing's. */
  lang?: 'sv' | undefined;
  /** Of the lines after the first. */
  indent?: number;
}

/** Sets plain lines, as an open mark has them. */
export const plainContent = (
  all: readonly { text: string; colour: PaintName; bold?: boolean }[],
  indent: number,
): Innehall =>
  flowed(
    all.map((one) => printed({ ...one, grupp: 'huvud' }, SLIM, 3)),
    { columns: 1, room: SLIM, inset: PADDING + indent },
  );

/** A card's columns are so high; of a crowded one as high as a sheet of paper has room for. */
const TALL = 350;
const TALLEST = 480;
const MOST_COLUMNS = 4;

/** So many lines a text at most, where the card then has no more than so many columns of that height. */
const WAYS: readonly (readonly [lines: number, columns: number, tall: number])[] = [
  [6, 1, TALL],
  [3, 1, TALL],
  [3, 2, TALL],
  [3, MOST_COLUMNS, TALLEST],
  [2, MOST_COLUMNS, TALLEST],
  [1, MOST_COLUMNS, TALLEST],
];

/** A card of these texts, as narrow and as low as they can be read. */
export function set(texts: readonly Text[]): Innehall {
  const room = texts.every(({ grupp }) => grupp === 'huvud') ? SLIM : WIDE;
  let all: Printed[] = [];
  for (const [most, columns, tall] of WAYS) {
    all = texts.map((one) => printed(one, room, one.grupp === 'huvud' ? 3 : most));
    const needed = Math.ceil(heightOf(all) / tall);
    if (needed <= columns) return flowed(all, { columns: needed, room, inset: PADDING });
  }
  return flowed(all, { columns: MOST_COLUMNS, room, inset: PADDING });
}

interface Printed extends Text {
  lines: string[];
}

/** In lines of one length: the first, which has no indent, is as short as the others. */
const printed = (one: Text, room: number, most: number): Printed => ({
  ...one,
  lines: printedLines(one.text, room - (one.indent ?? 0), one.bold ? 12 * BOLD : 12, most),
});

const heightOf = (all: readonly Printed[]): number =>
  all.reduce(
    (sum, { lines, grupp }, i) =>
      sum + lines.length * LEADING + (i > 0 && all[i - 1]?.grupp !== grupp ? APART : 0),
    0,
  );

/** Texts from the top of the first column to the foot of the last; none is cut by the end of a column. */
function flowed(
  all: readonly Printed[],
  { columns, room, inset }: { columns: number; room: number; inset: number },
): Innehall {
  const most = columns < 2 ? Number.POSITIVE_INFINITY : heightOf(all) / columns + LEADING;
  const stycken: Stycke[] = [];
  let [column, y, bottom] = [0, 0, 0];
  all.forEach((one, i) => {
    const tall = one.lines.length * LEADING;
    if (y > 0 && y + tall > most && column < columns - 1) {
      column++;
      y = 0;
    } else if (y > 0 && all[i - 1]?.grupp !== one.grupp) y += APART;
    const x = inset + column * (room + BETWEEN);
    const { colour = 'ink', bold = false, indent = 0, lang } = one;
    stycken.push({
      ...{ hel: one.hel ?? one.text, id: one.id ?? null, huvud: one.grupp === 'huvud' },
      rader: one.lines.map((text, at) => ({
        ...{ text, colour, bold, lang },
        ...{ x: x + (at > 0 ? indent : 0), y: PADDING + 8 + y + at * LEADING },
      })),
    });
    y += tall;
    bottom = Math.max(bottom, y);
  });
  const used = column + 1;
  return {
    width: used * room + (used - 1) * BETWEEN + 2 * PADDING + 6,
    height: bottom + 2 * PADDING - 4,
    stycken,
  };
}
