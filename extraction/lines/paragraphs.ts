/** Where one printed paragraph ends and the next begins, with or without blank space between them. */
import type { Line } from './line.ts';

/** Width of the text body: characters of a text file, points of a set page. */
export interface Measure {
  chars: number;
  right: number | null;
  /** The space that most lines have before them: what a short stretch alone cannot tell. */
  gap: number;
}

/** The width that full lines reach: nine of ten lines are no wider. */
export function measureOf(lines: Line[]): Measure {
  const lengths = lines.map((l) => l.text.length).sort((a, b) => a - b);
  const rights = lines.flatMap((l) => (l.bbox ? [l.bbox[2]] : [])).sort((a, b) => a - b);
  const at = (list: number[]) => list[Math.floor(list.length * 0.93)];
  return { chars: at(lengths) ?? 0, right: at(rights) ?? null, gap: usualGap(lines) };
}

/** True when the next line's first word would have fitted on this one: the writer broke the line on purpose. */
export function isDeliberateBreak(line: Line, next: Line, measure: Measure): boolean {
  const word = next.text.split(/\s/)[0] ?? '';
  if (line.bbox && measure.right !== null) {
    const perChar = (line.bbox[2] - line.bbox[0]) / Math.max(1, line.text.length);
    return line.bbox[2] + perChar * (word.length + 1) < measure.right - perChar;
  }
  return line.text.length + 1 + word.length < measure.chars - 2;
}

/** The most usual gap between lines of a stretch: what is more than this parts paragraphs. */
export function usualGap(lines: Line[]): number {
  const gaps = lines.slice(1).filter((l) => !l.pageStart);
  if (gaps.length === 0) return 0;
  const counts = new Map<number, number>();
  for (const l of gaps) {
    const g = Math.round(l.gap * 2) / 2;
    counts.set(g, (counts.get(g) ?? 0) + 1);
  }
  const top = Math.max(...counts.values());
  return Math.min(...[...counts].filter(([, n]) => n === top).map(([g]) => g));
}

const SENTENCE_END = /[.!?:”"»)]$/;

/**
 * True when a paragraph begins at `line`: more space before it than usual, or a sentence that ended on a line
 * with room left. A page break parts nothing by itself.
 */
export function startsParagraph(before: Line, line: Line, usual: number, measure: Measure): boolean {
  const upper = /^[^\p{Ll}]*\p{Lu}/u.test(line.text);
  if (line.pageStart)
    return upper && SENTENCE_END.test(before.text) && isDeliberateBreak(before, line, measure);
  if (line.gap > usual + 0.4) return true;
  // a blank line after a full stop parts, even where every line is followed by one
  if (upper && line.lineNo !== null && line.gap >= 1 && SENTENCE_END.test(before.text)) return true;
  return upper && SENTENCE_END.test(before.text) && isDeliberateBreak(before, line, measure);
}
