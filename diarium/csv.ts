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

/** A header and its rows, each ended by CRLF; of a part that goes on with another, its first row and the others. */
export function csv(
  header: readonly (string | null)[],
  rows: readonly (readonly (string | null)[])[],
  separator = ',',
): string {
  return [header, ...rows].map((row) => `${row.map(quoted).join(separator)}\r\n`).join('');
}
