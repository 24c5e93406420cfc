/** Pieces of text as a PDF draws them, with geometry as a reader sees it. */

/** A run of text drawn in one go. Upright in the page's reading frame: x grows to the right, y downwards. */
export interface Piece {
  text: string;
  /** Left and right edge, points. */
  x0: number;
  x1: number;
  /** Baseline, points from the top. */
  base: number;
  /** Type size, points. */
  size: number;
  bold: boolean;
  /** The PDF draws a space between this piece and the one before. */
  spaceBefore: boolean;
}

/** How much of the type size stands above and below the baseline; near enough for the fonts of office text. */
export const ASCENT = 0.9;
export const DESCENT = 0.22;
