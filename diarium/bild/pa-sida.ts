/**
 * The way as parts of a page, which gives them its colours and has each step lead to what is told of it there. The page
 * tells the way in words beside it: what is not a step here is for the eye alone.
 */
import { bildOf } from './bild.ts';
import { sheetsOf, spansOf, TOP } from './blad.ts';
import { tracks } from './cards.ts';
import { joined, roomOf, sizeOf } from './drawn.ts';
import { drawnParts, type Linked } from './lankat.ts';
import { contentsOf, SIZES } from './layout.ts';
import { utanSekretess } from './sekretess.ts';
import { escaped, rect } from './shapes.ts';
import type { Sprak, Vag } from './types.ts';

/** How a page wants the picture. */
export interface PaSida extends Linked {
  /** What it is called for those who do not see it. */
  namn: string;
  /** Of the words that are not read in files. */
  sprak?: Sprak;
}

export interface Sidbild {
  /** The whole picture; null where it is so tall that a window shows too little of it: then the sheets are the picture. */
  bild: string | null;
  /** The names of the tracks alone, to lie over the picture's own while the rest is moved. */
  namn: string;
  /** The picture in sheets of a few columns: for paper, or instead of it. None where it fits on one. */
  blad: string[];
}

/** Twice the height of a window. */
const TALL = 1600;

/**
 * Draws a way as parts of a page: without headings and without colours for dark screens, both of which the page has
 * (classes `av-…`; what paper shows is in the attributes).
 *
 * @param idag YYYY-MM-DD, the day that lateness is reckoned from; null: nothing is called late
 */
export function svgForPage(
  whole: Vag,
  idag: string | null,
  { namn, hrefOf, postHref, sprak = 'sv' }: PaSida,
): Sidbild {
  const bild = bildOf(utanSekretess(whole), idag, sprak);
  const contents = contentsOf(bild);
  const { layout, height, legend } = roomOf(bild, TOP, 0, contents);
  const width = SIZES.margin + SIZES.names;
  // a little wider than it is shown, so that the bands run to its edge
  const names = [
    rect({ x: 0, y: layout.top, width, height: layout.bottom - layout.top }, 'paper'),
    ...tracks(bild, { ...layout, width: width + SIZES.margin }),
  ];
  const spans = spansOf(bild, contents);
  const linked = { hrefOf, postHref };
  const tall = height > TALL && spans.length > 1;
  return {
    bild: tall
      ? null
      : `<svg ${sizeOf(layout.width, height)} role="group" aria-label="${escaped(namn)}">\n${drawnParts(bild, { layout, height, legend }, { linked })}\n</svg>`,
    namn: `<svg ${sizeOf(width, height)} lang="${sprak}" aria-hidden="true">${joined(names)}</svg>`,
    blad: sheetsOf(bild, contents, spans, tall ? linked : null),
  };
}
