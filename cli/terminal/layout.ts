/** Text set in columns and lines for a terminal. Widths are counted in characters as a reader sees them. */

const segmenter = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** How many columns a text takes; å written as a and a ring is one. */
export const widthOf = (text: string): number => [...segmenter.segment(text)].length;

const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Cuts a text that is wider than `width` and marks the cut; keeps its start, or its end. */
export function shorten(text: string, width: number, keep: 'start' | 'end' = 'start'): string {
  if (widthOf(text) <= width) return text;
  const letters = [...segmenter.segment(text)].map(({ segment }) => segment);
  if (keep === 'end') return `…${letters.slice(letters.length - Math.max(1, width - 1)).join('')}`;
  return `${letters.slice(0, Math.max(1, width - 1)).join('')}…`;
}

/**
 * Breaks a text at spaces into lines of at most `width`, each behind `indent`, the first behind `first`. A no-break
 * space holds its words together and is written as a common one, so that the answer can be searched.
 */
export function wrap(text: string, width: number, indent = '', first = indent): string[] {
  const lines: string[] = [];
  let line = '';
  const room = () => Math.max(20, width - widthOf(lines.length === 0 ? first : indent));
  for (const word of text.split(/[^\S\u00a0]+/).filter(Boolean)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > room()) {
      lines.push((lines.length === 0 ? first : indent) + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push((lines.length === 0 ? first : indent) + line);
  return lines.map((one) => one.replaceAll('\u00a0', ' '));
}

export interface Column {
  title?: string;
  align?: 'left' | 'right';
  /** Longest width; what does not fit is cut. */
  max?: number;
  /** What is kept of what does not fit: a path's end says more than its start. */
  keep?: 'start' | 'end';
}

/** Rows with aligned columns, two spaces apart, under their titles when any column has one. */
export function table(columns: Column[], rows: (string | number | null)[][]): string[] {
  const cells = rows.map((row) =>
    columns.map(({ max, keep }, i) => {
      const text = String(row[i] ?? '–');
      return max === undefined ? text : shorten(text, max, keep);
    }),
  );
  const titled = columns.some((column) => column.title !== undefined);
  const all = titled ? [columns.map((column) => column.title ?? ''), ...cells] : cells;
  const widths = columns.map((_, i) => Math.max(0, ...all.map((row) => widthOf(row[i] ?? ''))));
  return all.map((row) =>
    row
      .map((cell, i) => (columns[i]?.align === 'right' ? padStart : padEnd)(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** "1 fil", "3 filer"; thousands apart as in Swedish print. */
export function amount(n: number, one: string, many: string): string {
  return `${n.toLocaleString('sv-SE')} ${n === 1 ? one : many}`;
}
