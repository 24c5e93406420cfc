/**
 * The way as a picture: bodies as tracks one under the other, time from left to right, one card a step, arrows to
 * whoever has the matter next. One file without scripts or anything from elsewhere, for a page, a document or a wall;
 * or as a part of a page, which gives it its colours and has each step lead to what is told of it there.
 */
import { arrow, legendOf } from './arrows.ts';
import { bildOf } from './bild.ts';
import { ending, openCard, stepCard, tracks, years } from './cards.ts';
import { type Layout, layoutOf, SIZES } from './layout.ts';
import * as ord from './ord.ts';
import { darkStyle } from './paint.ts';
import { utanSekretess } from './sekretess.ts';
import { block, escaped, rect, text } from './shapes.ts';
import { BOLD, printedLines, printedWidth } from './text.ts';
import { inWords, stateOf } from './told.ts';
import type { Bild, Vag } from './types.ts';

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const { margin } = SIZES;

/**
 * Draws a way as SVG.
 *
 * @param idag YYYY-MM-DD, the day that lateness is reckoned from; null: nothing is called late
 */
export function svgOf(whole: Vag, idag: string | null): string {
  const vag = utanSekretess(whole);
  const bild = bildOf(vag, idag);
  const wide = Math.max(layoutOf(bild, 0).width, 640) - 2 * margin;
  const heading = vag.rubrik === null ? [] : printedLines(vag.rubrik, wide, 15, 2);
  const top = margin + 26 + heading.length * 20 + 24 + 26;
  const number =
    vag.diarienummer === null
      ? 'Utan diarienummer'
      : ord.shownField(vag.diarienummer, 'diarienummer', vag.obekraftade);
  const name = `${number} · ${vag.huvudman ?? 'utan huvudman'}`;
  const widest = Math.min(margin * 2 + printedWidth(name) * 19 * BOLD, 1600);
  const { layout, height, legend } = roomOf(bild, top, widest);
  const parts = [
    `<title>${escaped(vag.rubrik === null ? name : `${name}: ${vag.rubrik}`)}</title>`,
    `<desc>${escaped(inWords(bild))}</desc>`,
    `<style>${darkStyle()}</style>`,
    rect({ x: 0, y: 0, width: layout.width, height }, 'paper'),
    text(name, margin, margin + 18, 'ink', { size: 19, bold: true }),
    block(heading, { x: margin, y: margin + 42, leading: 20 }, 'ink', { size: 15 }),
    text(stateOf(bild), margin, top - 32, 'muted', { size: 13 }),
    ...around(bild, layout),
    ...bild.markeringar.map((_, at) => stepCard(bild, layout, at)),
    ...bild.oppna.map((_, at) => openCard(bild, layout, at)),
    ending(bild, layout),
    legend,
  ];
  return `<svg ${sizeOf(layout.width, height)} role="img" font-family="${FONT}">\n${joined(parts)}\n</svg>\n`;
}

/** How a page wants the picture. */
export interface PaSida {
  /** What it is called for those who do not see it. */
  namn: string;
  /** Where each step is told of: the address of the step in that place of the way. */
  hrefOf(at: number): string;
}

/**
 * Draws a way as a part of a page: without headings and without colours for dark screens, both of which the page has
 * (classes `av-…`; what paper shows is in the attributes). Each card leads to its step; what is told of a card is its name,
 * and all the rest is for the eye: the page tells the way in words beside it.
 *
 * @param idag YYYY-MM-DD, the day that lateness is reckoned from; null: nothing is called late
 */
export function svgForPage(whole: Vag, idag: string | null, { namn, hrefOf }: PaSida): string {
  const bild = bildOf(utanSekretess(whole), idag);
  const { layout, height, legend } = roomOf(bild, margin + 8, 0);
  const drawn = (parts: string[]): string => `<g aria-hidden="true">${joined(parts)}</g>`;
  const parts = [
    drawn([rect({ x: 0, y: 0, width: layout.width, height }, 'paper'), ...around(bild, layout)]),
    ...bild.markeringar.map(({ bana }, at) => {
      // What is seen on the card stands in its name as it is seen (WCAG 2.5.3).
      const lines = layout.kort[at]?.rader.map(({ text: line }) => line) ?? [];
      const said = `${at + 1}. ${bild.banor[bana]?.namn}: ${lines.join(' ')}`;
      return `<a href="${escaped(hrefOf(at))}"><title>${escaped(said)}</title>${stepCard(bild, layout, at)}</a>`;
    }),
    drawn([...bild.oppna.map((_, at) => openCard(bild, layout, at)), ending(bild, layout), legend]),
  ];
  return `<svg ${sizeOf(layout.width, height)} role="group" aria-label="${escaped(namn)}">\n${joined(parts)}\n</svg>`;
}

/** Tracks, years and arrows: what lies under the cards. */
const around = (bild: Bild, layout: Layout): string[] => [
  ...tracks(bild, layout),
  ...years(bild, layout),
  ...bild.pilar.map((pil, at) => arrow(bild, layout, pil, at)),
];

function roomOf(bild: Bild, top: number, widest: number) {
  const set = layoutOf(bild, top);
  const { drawn, width } = legendOf(bild, set);
  const layout: Layout = { ...set, width: Math.ceil(Math.max(set.width, width, widest)) };
  return { layout, height: set.bottom + (drawn === '' ? 0 : 34) + margin, legend: drawn };
}

const sizeOf = (width: number, height: number): string =>
  `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');
