/** What all drawings of a way have: its room, and what lies under the cards. */
import { arrow, type Blad, legendOf } from './arrows.ts';
import { tracks, years } from './cards.ts';
import { contentsOf, type Kortsamling, type Layout, layoutOf, SIZES, type Spann } from './layout.ts';
import type { Bild } from './types.ts';

/** Tracks, years and arrows: what lies under the cards. */
export const around = (bild: Bild, layout: Layout, blad: Blad = null): string[] => [
  ...tracks(bild, layout),
  ...years(bild, layout),
  ...bild.pilar.map((_, at) => arrow(bild, layout, at, blad)),
];

/** @param widest how wide it is at least */
export function roomOf(
  bild: Bild,
  top: number,
  widest: number,
  contents: Kortsamling = contentsOf(bild),
  spann?: Spann,
) {
  const set = layoutOf(bild, top, contents, spann);
  const { drawn, width } = legendOf(bild, set);
  const layout: Layout = { ...set, width: Math.ceil(Math.max(set.width, width, widest)) };
  return { layout, height: set.bottom + (drawn === '' ? 0 : 34) + SIZES.margin, legend: drawn };
}

export const sizeOf = (width: number, height: number): string =>
  `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;

export const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');
