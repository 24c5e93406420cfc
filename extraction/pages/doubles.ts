/**
 * Text that stands on a page twice on the same spot: drawn twice to look bold or to throw a shadow, or a layer of text
 * from OCR over the text itself. A reader sees it once.
 */
import { most } from '../extremes.ts';
import type { Piece } from './pdf-piece.ts';
import { advance } from './words.ts';

/** Text drawn twice to look bold is set off by less than this part of the type size. */
const TWICE = 0.12;
/** Two layers stand on one line when their baselines differ by less than this part of the smaller type. */
const SAME_LINE = 0.4;
/** So much of a piece lies on the other layer's text. */
const COVERED = 0.6;
/** Pairs of letters that two readings of one line have in common, at least. */
const ALIKE = 0.6;

/** The pieces, in their order, without those that say again what another says on the same spot. */
export function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  return withoutSecondLayer(withoutShadows(pieces));
}

function withoutShadows(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const same = seen.get(piece.text);
    if (!same) {
      seen.set(piece.text, [piece]);
      return true;
    }
    const off = TWICE * piece.size;
    const twin = same.find((p) => Math.abs(p.x0 - piece.x0) <= off && Math.abs(p.base - piece.base) <= off);
    if (twin) twin.bold = true;
    else same.push(piece);
    return !twin;
  });
}

/** Rows of this many points are looked up together. */
const BAND = 16;

function withoutSecondLayer(pieces: Piece[]): Piece[] {
  const bands = new Map<number, Piece[]>();
  const dropped = new Set<Piece>();
  for (const piece of pieces) {
    const band = Math.round(piece.base / BAND);
    const under = [band - 1, band, band + 1]
      .flatMap((b) => bands.get(b) ?? [])
      .filter((p) => !dropped.has(p) && isUnder(p, piece));
    if (under.length > 0 && saysAgain(piece, under)) {
      dropped.add(piece);
      continue;
    }
    // the longer piece came second: what lies under it says a part of it
    for (const other of under) if (saysAgain(other, [piece])) dropped.add(other);
    const own = bands.get(band);
    if (own) own.push(piece);
    else bands.set(band, [piece]);
  }
  return dropped.size > 0 ? pieces.filter((piece) => !dropped.has(piece)) : pieces;
}

function isUnder(under: Piece, piece: Piece): boolean {
  const size = Math.min(under.size, piece.size);
  return (
    Math.abs(under.base - piece.base) < SAME_LINE * size &&
    Math.abs(under.size - piece.size) < SAME_LINE * size &&
    overlap(under, piece) > 0.5 * size
  );
}

const overlap = (a: Piece, b: Piece): number => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);

function saysAgain(piece: Piece, others: readonly Piece[]): boolean {
  const row = [...others].sort((a, b) => a.x0 - b.x0);
  const covered = row.reduce((sum, other) => sum + overlap(piece, other), 0);
  if (covered < COVERED * (piece.x1 - piece.x0)) return false;
  const other = row.map((o) => textWithin(o, piece.x0, piece.x1)).join('');
  const from = (row[0] as Piece).x0;
  const to = most(row.map((o) => o.x1));
  return likeness(textWithin(piece, from, to), other) >= ALIKE;
}

/** The letters of a piece between two places, without spaces. */
function textWithin(piece: Piece, from: number, to: number): string {
  const chars = [...piece.text];
  const scale = (piece.x1 - piece.x0) / chars.reduce((sum, c) => sum + advance(c), 0);
  let x = piece.x0;
  let text = '';
  for (const c of chars) {
    const width = advance(c) * scale;
    if (c !== ' ' && x + width / 2 >= from && x + width / 2 <= to) text += c;
    x += width;
  }
  return text;
}

/** Share of pairs of letters in common (Dice); short texts must be the same. */
function likeness(a: string, b: string): number {
  if (a.length < 4 || b.length < 4) return a === b ? 1 : 0;
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
  const left = pairs(b);
  let common = 0;
  for (const pair of pairs(a)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    common++;
  }
  return (2 * common) / (a.length + b.length - 2);
}
