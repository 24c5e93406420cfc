/** A pen that sets text down a page and begins a new one when it is full. */
import { type Color, type PDFDocument, type PDFPage, rgb } from '@cantoo/pdf-lib';
import type { Fonts, Snitt } from './fonts.ts';

/** A4, points. */
export const PAGE = { width: 595.28, height: 841.89 };
/** 25 mm at the sides; room for the foot below. */
export const MARGIN = { left: 71, right: 71, top: 62, bottom: 78 };
export const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const HEIGHT = PAGE.height - MARGIN.top - MARGIN.bottom;

export const COLOUR = {
  text: rgb(0.1, 0.1, 0.12),
  grey: rgb(0.38, 0.4, 0.44),
  line: rgb(0.8, 0.82, 0.85),
  accent: rgb(0.09, 0.26, 0.42),
  warn: rgb(0.6, 0.33, 0.02),
  warnFill: rgb(0.995, 0.96, 0.89),
  fill: rgb(0.955, 0.965, 0.975),
} as const;

export interface Style {
  snitt?: Snitt;
  /** Points. */
  size?: number;
  colour?: Color;
  /** Points from the left margin. */
  indent?: number;
  /** Points; what is left of the line unless told. */
  width?: number;
  /** Distance from baseline to baseline, in sizes. */
  lead?: number;
}

const SIZE = 10.5;
const LEAD = 1.36;
/** How far below the top of its line a baseline lies, in sizes: letters with rings and dots stand free. */
const ASCENT = 0.95;

export interface Pen {
  doc: PDFDocument;
  fonts: Fonts;
  page: PDFPage;
  /** The top of the next line, points from the bottom of the page. */
  y: number;
  pages: PDFPage[];
}

export function createPen(doc: PDFDocument, fonts: Fonts): Pen {
  const page = doc.addPage([PAGE.width, PAGE.height]);
  return { doc, fonts, page, y: PAGE.height - MARGIN.top, pages: [page] };
}

export function newPage(pen: Pen): void {
  pen.page = pen.doc.addPage([PAGE.width, PAGE.height]);
  pen.pages.push(pen.page);
  pen.y = PAGE.height - MARGIN.top;
}

/** Begins a new page unless `height` points are left on this one. */
export function keep(pen: Pen, height: number): void {
  if (pen.y - height < MARGIN.bottom) newPage(pen);
}

export const space = (pen: Pen, height: number): void => {
  pen.y -= height;
};

/** Sets a paragraph, over as many lines and pages as it takes. `each` is called for each line with its top and height. */
export function paragraph(
  pen: Pen,
  text: string,
  style: Style = {},
  each?: (top: number, height: number) => void,
): void {
  const { size = SIZE, lead = LEAD, indent = 0 } = style;
  const lines = wrap(pen.fonts, text, style);
  const height = size * lead;
  lines.forEach((line, i) => {
    // Neither the first nor the last line of a paragraph stands alone on a page.
    keep(
      pen,
      i === 0 && lines.length > 1 ? 2 * height : i === lines.length - 2 && i > 0 ? 2 * height : height,
    );
    each?.(pen.y, height);
    lineAt(pen, line, MARGIN.left + indent, pen.y, style);
    pen.y -= height;
  });
}

/** Height of a paragraph, points. */
export function heightOf(pen: Pen, text: string, style: Style = {}): number {
  const { size = SIZE, lead = LEAD } = style;
  return wrap(pen.fonts, text, style).length * size * lead;
}

/** One line of text, its top at `top`. */
export function lineAt(pen: Pen, text: string, x: number, top: number, style: Style = {}): void {
  const { size = SIZE, snitt = 'normal', colour = COLOUR.text } = style;
  const y = top - size * ASCENT;
  pen.page.drawText(pen.fonts.fit(text), { x, y, size, font: pen.fonts[snitt], color: colour });
}

/** Width of one line, points. */
export function widthOf(fonts: Fonts, text: string, { size = SIZE, snitt = 'normal' }: Style = {}): number {
  return fonts[snitt].widthOfTextAtSize(fonts.fit(text), size);
}

/** The lines of a paragraph. A word too long for a line is broken where the line ends. */
export function wrap(fonts: Fonts, text: string, style: Style = {}): string[] {
  const width = style.width ?? WIDTH - (style.indent ?? 0);
  const fits = (line: string) => widthOf(fonts, line, style) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of fonts
    .fit(text)
    .split(' ')
    .filter((w) => w !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = broken(word, fits);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

function broken(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    if (part !== '' && !fits(part + sign)) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
}

/** A rule across the column. */
export function rule(pen: Pen, y: number, thickness = 0.6, colour: Color = COLOUR.line): void {
  const start = { x: MARGIN.left, y };
  pen.page.drawLine({ start, end: { x: PAGE.width - MARGIN.right, y }, thickness, color: colour });
}
