/** Comma-separated values as RFC 4180 writes them, for programs and for spreadsheets. */

/**
 * What a spreadsheet would take for a formula, also behind blanks: = + - @ and their full-width forms. A tab, a line end
 * or a NUL at the start hides one (OWASP, CSV injection). A leading quote is marked too, so that reading is certain.
 */
const FORMULA = /^(?:['\t\r\n\0]|\s*[=+\-@＝＋－＠])/u;

/** A cell that no spreadsheet computes: what may be a formula has a quote ' before it, by which it is text. */
export const asText = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** Every cell is quoted, so that no separator, quote or line end in it breaks out; null is an empty cell without quotes. */
const quoted = (cell: string | null): string =>
  cell === null ? '' : `"${asText(cell).replaceAll('"', '""')}"`;

export type CsvRow = readonly (string | null)[];

/** A header and its rows; see csvRows. */
export const csv = (header: CsvRow, rows: readonly CsvRow[], separator = ','): string =>
  csvRows([header, ...rows], separator);

/** Rows, each ended by CRLF: a part of what is written part by part. */
export const csvRows = (rows: readonly CsvRow[], separator: string): string =>
  rows.map((row) => `${row.map(quoted).join(separator)}\r\n`).join('');
