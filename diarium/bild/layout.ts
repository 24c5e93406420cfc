/** Where everything of the picture stands: a column a step, a row a track, and how wide and high each has to be. */
import { stepContent } from './kort.ts';
import * as ord from './ord.ts';
import type { PaintName } from './paint.ts';
import { type Innehall, plainContent } from './sattning.ts';
import { BOLD, printedLines } from './text.ts';
import type { Bild, Oppen } from './types.ts';
import { WORDS } from './words.ts';

export const SIZES = {
  margin: 24,
  /** Room for the names of the tracks. */
  names: 178,
  /** Between two cards, where arrows turn and say why they go. */
  gutter: 104,
  leading: 16,
  /** Over and under the cards of a track. */
  air: 20,
} as const;

/** A card of a step, or an open mark, with its middle line on the track. */
export interface Kort extends Innehall {
  column: number;
  x: number;
  y: number;
}

/** One track: its top, height, middle, and its name in lines. */
export interface Spar {
  y: number;
  height: number;
  middle: number;
  namn: string[];
}

/** What is on the picture; undefined: on another sheet. */
export interface Layout {
  kort: (Kort | undefined)[];
  oppna: (Kort | undefined)[];
  banor: (Spar | undefined)[];
  /** Where each column begins. */
  columns: number[];
  top: number;
  width: number;
  bottom: number;
}

/** The cards and open marks of a picture, each in its column, not yet laid anywhere. */
export interface Kortsamling {
  kort: (Innehall & { column: number })[];
  oppna: (Innehall & { column: number })[];
  /** How many columns there are, that of what is awaited among them. */
  columns: number;
}

/** Columns `from` and up to, but not with, `to`. */
export interface Spann {
  from: number;
  to: number;
}

const { margin, names, gutter, leading, air } = SIZES;
/** Where the tracks' names end and the first column may begin. */
export const LEFT = margin + names;
/** What is awaited, and what a matter that is over says behind its last card. */
const ENDING = 40;

export function contentsOf(bild: Bild): Kortsamling {
  const last = bild.markeringar.length;
  const columnOf = ({ art, fran }: Oppen) => (art === 'vantar' ? last : Math.min(fran + 1, last));
  return {
    kort: bild.markeringar.map(({ steg, vid }, column) => ({
      ...stepContent(steg, vid, bild.sprak),
      column,
    })),
    oppna: bild.oppna.map((oppen) => ({
      ...plainContent(openLinesOf(oppen, bild), 4),
      column: columnOf(oppen),
    })),
    columns: Math.max(last, 1, ...bild.oppna.map((oppen) => columnOf(oppen) + 1)),
  };
}

/**
 * Lays out a picture, or a sheet of it: some columns, with the tracks that something stands on or goes to there.
 *
 * @param top where the tracks begin, under the headings
 */
export function layoutOf(
  bild: Bild,
  top: number,
  contents: Kortsamling = contentsOf(bild),
  spann: Spann = { from: 0, to: contents.columns },
): Layout {
  const whole = spann.to - spann.from >= contents.columns;
  const here = ({ column }: { column: number }) => column >= spann.from && column < spann.to;
  const columns: number[] = [];
  // a sheet's first arrows come from another, and say so before the first column
  let x = LEFT + (spann.from > 0 ? gutter : gutter / 2);
  for (let column = spann.from; column < spann.to; column++) {
    columns[column] = x;
    const inIt = [...contents.kort, ...contents.oppna].filter((one) => one.column === column);
    x += Math.max(...inIt.map(({ width }) => width), 0) + gutter;
  }
  const placed = (one: Innehall & { column: number }): Kort | undefined =>
    here(one) ? { ...one, x: columns[one.column] ?? 0, y: 0 } : undefined;
  const kort = contents.kort.map(placed);
  const oppna = contents.oppna.map(placed);

  const isUsed = (bana: number): boolean =>
    kort.some((one, at) => one && bild.markeringar[at]?.bana === bana) ||
    oppna.some((one, at) => one && bild.oppna[at]?.bana === bana) ||
    bild.pilar.some((pil) => pil.bana === bana && kort[pil.fran]);
  let y = top;
  const banor = bild.banor.map(({ namn, hos }, bana): Spar | undefined => {
    if (!whole && !isUsed(bana)) return undefined;
    const lines = printedLines(namn, names - 12, 13 * BOLD, 4);
    const steps = kort.filter((one, at) => one && bild.markeringar[at]?.bana === bana) as Kort[];
    const open = oppna.filter((one, at) => one && bild.oppna[at]?.bana === bana) as Kort[];
    const piles = [...Map.groupBy(open, ({ column }) => column).values()];
    const height = Math.max(
      lines.length * leading + (hos ? 24 : 0) + 8,
      44,
      ...steps.map((one) => one.height),
      ...piles.map((pile) => pile.reduce((sum, one) => sum + one.height, (pile.length - 1) * 10)),
    );
    const row = { y, height: height + 2 * air, middle: y + air + height / 2, namn: lines };
    for (const one of steps) one.y = row.middle - one.height / 2;
    for (const pile of piles) {
      let at = row.middle - pile.reduce((sum, one) => sum + one.height, (pile.length - 1) * 10) / 2;
      for (const one of pile) {
        one.y = at;
        at += one.height + 10;
      }
    }
    y += row.height;
    return row;
  });
  const over = bild.vag.avslutat && kort.at(-1) !== undefined ? ENDING : 0;
  const leaving = spann.to < contents.columns ? gutter / 2 : 0;
  const width = Math.max(Math.ceil(x - gutter / 2 + Math.max(over, leaving) + margin), 640);
  return { kort, oppna, banor, columns, top, width, bottom: y };
}

interface Line {
  text: string;
  colour: PaintName;
  bold?: boolean;
}

/** What an open mark says. */
function openLinesOf(oppen: Oppen, { banor, idag, sprak }: Bild): Line[] {
  const say = WORDS[sprak];
  const { vantan, art, sen } = oppen;
  if (art !== 'vantar') return [{ text: ord.oppenText(oppen, '', undefined, sprak), colour: 'muted' }];
  const short = vantan?.skal === 'uppdrag' ? say.order : vantan && say.short[vantan.vad];
  if (vantan === null) return [{ text: say.waits, colour: 'now', bold: true }];
  const { senast, frist, sedan } = vantan;
  const lines: (Line | false)[] = [
    { text: say.waitsFor(short ?? ''), colour: sen ? 'late' : 'now', bold: true },
    // Whom it is awaited from is the track; a track of its own where it is nobody's.
    vantan.av === null && banor.length > 1 && { text: say.noWho, colour: 'muted' },
    sedan !== null && { text: `${say.since} ${sedan}`, colour: 'muted' },
    senast !== null && { text: `${say.latest} ${senast}`, colour: 'ink' },
    senast !== null &&
      idag !== null && {
        text: `${sen ? '⚠ ' : ''}${ord.standsTo(senast, idag, sprak)}`,
        ...{ colour: sen ? 'late' : 'muted', bold: sen },
      },
    senast !== null && frist !== null && { text: say.according(frist), colour: 'muted' },
  ];
  return lines.filter((line) => line !== false);
}
