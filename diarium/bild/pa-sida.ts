/**
 * The way as parts of a page, which gives them its colours and has each step lead to what is told of it there. The page
 * tells the way in words beside it: what is not a step here is for the eye alone.
 */
import { bildOf } from './bild.ts';
import { ending, openCard, stepCard, tracks } from './cards.ts';
import { around, joined, roomOf, sizeOf } from './drawn.ts';
import { columnX, type Layout, SIZES } from './layout.ts';
import { utanSekretess } from './sekretess.ts';
import { escaped, rect } from './shapes.ts';
import type { Vag } from './types.ts';

/** How a page wants the picture. */
export interface PaSida {
  /** What it is called for those who do not see it. */
  namn: string;
  /** Where each step is told of: the address of the step in that place of the way. */
  hrefOf(at: number): string;
}

export interface Sidbild {
  /** The whole picture. */
  bild: string;
  /** The names of the tracks alone, to lie over the picture's own while the rest is moved. */
  namn: string;
  /** For paper: the picture in pieces of a few columns, the names before each; none where it is no wider than one. */
  blad: string[];
}

/** Columns on one sheet of paper that lies across. */
const PER_SHEET = 4;
/** Ids in the page: there is one such picture on it. */
const IDS = { bild: 'vagens-bild', namn: 'vagens-namn' } as const;

/**
 * Draws a way as parts of a page: without headings and without colours for dark screens, both of which the page has
 * (classes `av-…`; what paper shows is in the attributes).
 *
 * @param idag YYYY-MM-DD, the day that lateness is reckoned from; null: nothing is called late
 */
export function svgForPage(whole: Vag, idag: string | null, { namn, hrefOf }: PaSida): Sidbild {
  const bild = bildOf(utanSekretess(whole), idag);
  const { layout, height, legend } = roomOf(bild, SIZES.margin + 8, 0);
  const drawn = (parts: string[]): string => `<g aria-hidden="true">${joined(parts)}</g>`;
  const cards = bild.markeringar.map(({ bana }, at) => {
    // What is seen on the card stands in its name as it is seen (WCAG 2.5.3).
    const lines = layout.kort[at]?.rader.map(({ text: line }) => line) ?? [];
    const said = `${at + 1}. ${bild.banor[bana]?.namn}: ${lines.join(' ')}`;
    return `<a href="${escaped(hrefOf(at))}"><title>${escaped(said)}</title>${stepCard(bild, layout, at)}</a>`;
  });
  const parts = [
    drawn([rect({ x: 0, y: 0, width: layout.width, height }, 'paper'), ...around(bild, layout)]),
    ...cards,
    drawn([...bild.oppna.map((_, at) => openCard(bild, layout, at)), ending(bild, layout), legend]),
  ];
  const width = SIZES.margin + SIZES.names;
  // a little wider than it is shown, so that the bands run to its edge
  const names = [
    rect({ x: 0, y: layout.top, width, height: layout.bottom - layout.top }, 'paper'),
    ...tracks(bild, { ...layout, width: width + SIZES.margin }),
  ];
  return {
    bild: `<svg ${sizeOf(layout.width, height)} role="group" aria-label="${escaped(namn)}">\n<g id="${IDS.bild}">${joined(parts)}</g>\n</svg>`,
    namn: `<svg ${sizeOf(width, height)} aria-hidden="true"><g id="${IDS.namn}">${joined(names)}</g></svg>`,
    blad: sheetsOf(layout, { names: width, height }),
  };
}

/** The picture in pieces of about as many columns each; the names stand in the first of themselves. */
function sheetsOf(
  { columns, width }: Layout,
  { names, height }: { names: number; height: number },
): string[] {
  const sheets = Math.ceil(columns / PER_SHEET);
  if (sheets < 2) return [];
  const wide = Math.ceil(columns / sheets) * (SIZES.card + SIZES.gutter);
  // cut before a card and the head of its arrow: what an arrow says stands left of both
  const first = columnX(0) - 10 + wide;
  const use = (id: string): string => `<use href="#${id}"/>`;
  const piece = (x: number, across: number, at: number): string =>
    `<svg x="${at}" y="0" width="${across}" height="${height}" viewBox="${x} 0 ${across} ${height}">${use(IDS.bild)}</svg>`;
  const rest = Math.ceil((width - first) / wide);
  return [
    `<svg ${sizeOf(first, height)} aria-hidden="true">${piece(0, first, 0)}</svg>`,
    ...Array.from(
      { length: rest },
      (_, i) =>
        `<svg ${sizeOf(names + wide, height)} aria-hidden="true">${piece(first + i * wide, wide, names)}${use(IDS.namn)}</svg>`,
    ),
  ];
}
