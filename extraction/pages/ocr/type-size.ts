/** How large a line's type is, by the heights of its words: the engine's own estimate of short lines is far off. Pure. */
import type { PageLine } from '../page.ts';
import type { OcrLine, OcrWord } from './engine.ts';

/** Parts of the type size, near enough for the fonts of office text: ascender, x-height, descender. */
const ASCENDER = 0.71;
const X_HEIGHT = 0.49;
const DESCENDER = 0.21;
/** The engine's line height, from descender to ascender, as part of the type size. */
const LINE_HEIGHT = 0.9;

/** The size of the line's type in pixels. */
export function typeSizeOf(line: OcrLine): number {
  const sizes = line.words
    .map(wordSize)
    .filter((size) => size !== null)
    .sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? line.height / LINE_HEIGHT;
}

/** Null for what has no usual height: marks, figures with marks, a letter alone. */
function wordSize({ text, box }: OcrWord): number | null {
  if (!/\p{L}.*\p{L}|\d{2}/u.test(text)) return null;
  // A ring or dots on a capital stand above everything else, and so do quotation marks and brackets below.
  if (/[ÅÄÖÉÜ"”“()[\]/|]/.test(text)) return null;
  const up = /[\p{Lu}\dbdfhklåäöé]/u.test(text);
  const down = /[gjpqy]/.test(text) ? DESCENDER : /[,;]/.test(text) ? DESCENDER * 0.7 : 0;
  return (box[3] - box[1]) / ((up ? ASCENDER : X_HEIGHT) + down);
}

/** Sizes that differ by less than this part are one size, measured with the errors of a scan. */
const SAME_SIZE = 0.09;

/** The lines with sizes made even: what is set in one size has the same number, that of most of its characters. */
export function withEvenSizes(lines: readonly PageLine[]): PageLine[] {
  const even = new Map<PageLine, number>();
  let left = lines.filter((line) => line.size !== null);
  while (left.length > 0) {
    const size = middleSize(left);
    const near = left.filter((line) => Math.abs((line.size as number) - size) <= SAME_SIZE * size);
    for (const line of near) even.set(line, middleSize(near));
    left = left.filter((line) => !near.includes(line));
  }
  return lines.map((line) => ({ ...line, size: even.get(line) ?? line.size }));
}

/** The size that half of the characters are below. */
function middleSize(lines: readonly PageLine[]): number {
  const sorted = [...lines].sort((a, b) => (a.size as number) - (b.size as number));
  const half = sorted.reduce((sum, line) => sum + line.text.length, 0) / 2;
  let seen = 0;
  const middle = sorted.find((line) => {
    seen += line.text.length;
    return seen >= half;
  });
  return middle?.size as number;
}
