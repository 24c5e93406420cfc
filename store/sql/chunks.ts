/** Rows of one insert; SQLite takes 32,766 values. */
const ROWS = 400;

/** Rows in parts that one insert takes. */
export function chunks<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, i) =>
    rows.slice(i * ROWS, (i + 1) * ROWS),
  );
}
