/** Where lines stand at the heads and feet of pages, and what they have in common with themselves on other pages. */
import type { Line } from './line.ts';

/** Lines of a page's head that may repeat. */
export const HEAD = 7;
/** And of its foot. */
export const FOOT = 5;
/** On how many pages a line must stand at head or foot to be furniture. */
export const REPEATS = 3;
/** Lines that stand in the same place on a page differ by no more than this: points (more off the scanner), or lines of a text. */
export const SAME_PLACE = { points: 6, lines: 1, scanned: 14 };

/** Room above a line, in line heights, that parts it from the text. */
const APART = 1.5;
/** Of the text's size, that of feet. */
const SMALL = 0.85;

/** What a line has in common with itself on other pages: digits differ, and blanks depend on the setting. */
export const shape = (text: string): string =>
  text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

/** The place of one line. */
export interface Place {
  /** Index of its sheet. */
  sheet: number;
  /** Its top edge, in points; without a box its number from the head (or, negative, from the foot). */
  at: number;
  left: number;
  /** It stands at the foot with room above, or right below such a line, in smaller type than the text. */
  apart: boolean;
}

/** The places of what stands at the head and foot of a sheet, by its shape. */
export type Places = Map<string, Place[]>;

/** Where a line stands: its top edge, or its number from the head (or, negative, from the foot). */
const placeOf = (line: Line, index: number, count: number): number =>
  line.bbox ? line.bbox[1] : index < HEAD ? index : index - count;

/** Where line `i` of a sheet stands; `sheet` is the sheet's index. */
export function hereOf(lines: Line[], i: number, sheet: number): Place {
  const line = lines[i] as Line;
  const foot = lines.slice(Math.max(HEAD, lines.length - FOOT), i + 1);
  const isApart = foot.some((other) => other.gap > APART);
  const sizes = lines.map(({ size }) => size ?? 0).sort((a, b) => a - b);
  const isSmall = (line.size ?? 0) < SMALL * (sizes[Math.floor(sizes.length / 2)] ?? 0);
  return { sheet, at: placeOf(line, i, lines.length), left: line.bbox?.[0] ?? 0, apart: isApart && isSmall };
}

/** The shapes at the heads and feet of each sheet, with their places. */
export function placesOf(sheets: Line[][]): Places[] {
  return sheets.map((lines, sheet) => {
    const places: Places = new Map();
    lines.forEach((line, i) => {
      if (i >= HEAD && i < lines.length - FOOT) return;
      const key = shape(line.text);
      places.set(key, [...(places.get(key) ?? []), hereOf(lines, i, sheet)]);
    });
    return places;
  });
}

/** Of what there is one a sheet: that of the sheets near `sheet`, its own included. */
export const nearBy = <T>(all: readonly T[], sheet: number): T[] =>
  all.slice(Math.max(0, sheet - 2 * REPEATS), sheet + 2 * REPEATS + 1);
