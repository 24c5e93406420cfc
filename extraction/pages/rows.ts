/** Pieces of text into visual rows: what stands on one baseline, left to right, split where the gap is wide. */
import type { Piece } from './pdf-piece.ts';

/** Pieces of one row with no wide gap between them: a line of a column, a cell of a table. */
export interface Segment {
  pieces: Piece[];
  x0: number;
  x1: number;
  base: number;
  size: number;
}

/** A gap wider than this many ems may lie between two columns; a wider one is certainly no space between words. */
const SPLIT_GAP = 0.9;
/** Pieces whose baselines differ by less than this part of the smaller size stand on one row. */
const SAME_BASELINE = 0.3;

interface Row {
  pieces: Piece[];
  base: number;
  size: number;
}

/**
 * Groups `pieces` into rows by baseline, top to bottom; each row's pieces from left to right.
 * @param near how far apart the baselines of one row may be, as part of the smaller size
 */
export function groupRows(pieces: readonly Piece[], near = SAME_BASELINE): Piece[][] {
  const rows: Row[] = [];
  const scripts: Piece[] = [];
  const bySize = [...pieces].sort((a, b) => a.base - b.base || a.x0 - b.x0);
  for (const piece of bySize) {
    const row = nearestRow(rows, piece, near);
    if (row) {
      row.pieces.push(piece);
      // The row's own line is that of its largest type.
      if (piece.size > row.size) {
        row.size = piece.size;
        row.base = piece.base;
      }
    } else {
      rows.push({ pieces: [piece], base: piece.base, size: piece.size });
    }
  }
  const kept: Row[] = [];
  for (const row of rows) {
    // A raised or lowered figure is a row of its own so far: it belongs to the larger type it touches.
    if (row.pieces.length <= 3 && row.pieces.every((p) => attachScript(rows, row, p)))
      scripts.push(...row.pieces);
    else kept.push(row);
  }
  for (const piece of scripts) hostOf(kept, piece)?.pieces.push(piece);
  kept.sort((a, b) => a.base - b.base);
  return kept.map((row) => row.pieces.sort((a, b) => a.x0 - b.x0));
}

function nearestRow(rows: readonly Row[], piece: Piece, near: number): Row | null {
  let best: Row | null = null;
  let distance = Number.POSITIVE_INFINITY;
  // Rows come in order of their baselines, so only the last few can be near.
  for (let i = rows.length - 1; i >= 0 && i >= rows.length - 8; i--) {
    const row = rows[i] as Row;
    const d = Math.abs(row.base - piece.base);
    if (d < distance && d <= near * Math.min(row.size, piece.size)) {
      best = row;
      distance = d;
    }
  }
  return best;
}

function attachScript(rows: readonly Row[], own: Row, piece: Piece): boolean {
  const host = hostOf(rows, piece);
  return host !== null && host !== own;
}

/** The row of larger type that `piece` is a superscript or subscript of: it touches it, above or below its baseline. */
function hostOf(rows: readonly Row[], piece: Piece): Row | null {
  for (const row of rows) {
    if (piece.size > 0.85 * row.size || piece.size < 0.4 * row.size) continue;
    const raised = row.base - piece.base;
    if (raised < -0.3 * row.size || raised > 0.7 * row.size) continue;
    const touches = row.pieces.some((p) => p.size > piece.size && besides(p, piece, row.size));
    if (touches) return row;
  }
  return null;
}

function besides(main: Piece, script: Piece, em: number): boolean {
  const after = script.x0 - main.x1;
  const before = main.x0 - script.x1;
  return (after > -0.25 * em && after < 0.3 * em) || (before > -0.25 * em && before < 0.15 * em);
}

/** Splits a row where the gap is wide. */
export function segmentsOf(row: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  for (const piece of row) {
    const last = segments.at(-1);
    const em = last ? Math.max(last.size, piece.size) : 0;
    if (last && piece.x0 - last.x1 <= SPLIT_GAP * em) {
      last.pieces.push(piece);
      last.x1 = Math.max(last.x1, piece.x1);
      last.size = Math.max(last.size, piece.size);
    } else {
      segments.push({ pieces: [piece], x0: piece.x0, x1: piece.x1, base: piece.base, size: piece.size });
    }
  }
  return segments;
}
