/** A section's prose: its paragraphs as passages, and their sentences. */
import { ord } from '../language/ord.ts';
import { sentencesOf } from '../language/sentences.ts';
import type { Line } from '../lines/line.ts';
import { isDeliberateBreak, type Measure, startsParagraph, usualGap } from '../lines/paragraphs.ts';
import { type Passage, passageOf } from '../lines/passage.ts';

/** "Anna Berg (S) …" or "Ordföranden …" at a line's head, after a line that was broken on purpose. */
const STATEMENT = /^(?:Ordförande|(?:\p{Lu}[\p{L}-]+\s){2,4}\((?:\p{L}{1,5}|[-–])\)(?!,|\s+och\b))/u;
const LIST_GOES_ON = ord(/(?:,|\boch|\bsamt|\bav|\bfrån|yrkar|yrkade|ersättaren?|ordföranden?)$/u);

/** A list of names that a page break cut in two: "… (KD) och Mohamed" / "Hedin (C) yrkar". */
const NAME_BROKEN = /\((?:\p{L}{1,5}|[-–])\)(?:,| och| samt)(?:\s+\p{Lu}[\p{L}-]+){0,2}$/u;

function opensStatement(before: Line | undefined, line: Line, measure: Measure): boolean {
  if (!before || !STATEMENT.test(line.text) || LIST_GOES_ON.test(before.text)) return false;
  return isDeliberateBreak(before, line, measure);
}

/** The paragraphs of a stretch of lines. */
export function paragraphsOf(lines: Line[], measure: Measure): Passage[] {
  const usual = usualGap(lines);
  const groups: Line[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const listed = /^(?:[•·▪■●○*\uf0b7\uf0a7]|[-–—]|\d{1,2}[.)])\s+\S/u.test(line.text);
    const opens =
      listed ||
      startsParagraph(before ?? line, line, usual, measure) ||
      opensStatement(before, line, measure);
    if (!before || opens) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  // a blank line inside a sentence parts nothing
  const joined: Line[][] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    const before = last?.at(-1)?.text ?? '';
    const runsOn =
      (/^[\p{Ll}(]/u.test(group[0]?.text ?? '') && !/[.!?:]$/.test(before)) || NAME_BROKEN.test(before);
    if (last && runsOn) for (const line of group) last.push(line);
    else joined.push([...group]);
  }
  return joined.map((group) => passageOf(group));
}

/** All sentences of a stretch of lines, in order. */
export function sentencesOfLines(lines: Line[], measure: Measure): Passage[] {
  return paragraphsOf(lines, measure).flatMap((p) => sentencesOf(p));
}
