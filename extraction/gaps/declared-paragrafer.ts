/**
 * Which §§ minutes say that they hold. The front page (and the notice of their approval) of a protokoll prints
 * "Paragrafer 40–58" or "Justerade paragrafer: §§ 40–46, 48": what was approved is what ought to be there.
 */
import { findParagrafHeads } from '../arenden/paragraf.ts';
import type { Sheet } from '../lines/furniture.ts';
import type { Line } from '../lines/line.ts';

export interface Declared {
  /** Rising, each once. */
  numbers: number[];
  line: Line;
}

/** The label, at the start of a line or of a column of it; what is only told of §§ in a sentence is no label. */
const LABEL = /(?:^|\s\s)(?:(?:justerade|omfattande)\s+)?(?:paragrafer|§§)(?=[\s:.]|\d|$)\s*(?:[:.]\s*)?/giu;
const NUMBER = String.raw`(?:§{1,2}\s*)?\d{1,4}(?:\s?/\s?\d{2,4})?`;
const PART = String.raw`${NUMBER}(?:\s*(?:[–—-]|\btill\b|\bt\.?\s?o\.?\s?m\.?)\s*${NUMBER})?`;
const LIST = new RegExp(
  String.raw`^(${PART}(?:\s*(?:,|;|\boch\b|\bsamt\b|&)\s*${PART})*)(?=\s\s|[.\s]*$)`,
  'iu',
);
/** The notice of approval is among the last lines. */
const LAST_LINES = 60;
/** A label alone waits for its numbers over this many lines. */
const REACH = 2;
/** A longer span than this is a year or a misprint. */
const LONGEST = 400;

/** What the minutes on these sheets declare, or null. One § alone is no series: an extract says that. */
export function declaredParagrafer(sheets: Sheet[]): Declared | null {
  const all = sheets.flatMap((s) => s.all);
  const [first] = findParagrafHeads(sheets.flatMap((s) => s.lines));
  const running = sheets.flatMap((s) => s.lines);
  const head = first ? all.indexOf(running[first.index] as Line) : all.length;
  const front = all.slice(0, Math.max(head, 0));
  const back = all.slice(Math.max(front.length, all.length - LAST_LINES));
  return declaredIn(front) ?? declaredIn(back);
}

function declaredIn(lines: Line[]): Declared | null {
  for (const [i, line] of lines.entries()) {
    for (const label of line.text.matchAll(LABEL)) {
      const rest = line.text.slice(label.index + label[0].length);
      const texts = rest === '' ? lines.slice(i + 1, i + 1 + REACH).map((l) => l.text) : [rest];
      const numbers = texts.map(numbersOf).find((n) => n.length > 1);
      if (numbers) return { numbers, line };
    }
  }
  return null;
}

/** "40–42, 45 och 47/2031" → 40, 41, 42, 45, 47. Empty when anything else stands there. */
function numbersOf(text: string): number[] {
  const list = LIST.exec(text)?.[1]?.replace(/(\d)\s?\/\s?\d{2,4}/g, '$1') ?? '';
  const numbers = new Set<number>();
  for (const part of list.split(/,|;|&|\boch\b|\bsamt\b/iu)) {
    const [from, to] = (part.match(/\d+/g) ?? []).map(Number);
    if (from === undefined) continue;
    if (to !== undefined && (to < from || to - from > LONGEST)) return [];
    for (let n = from; n <= (to ?? from); n++) numbers.add(n);
  }
  return [...numbers].sort((a, b) => a - b);
}
