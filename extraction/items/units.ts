/** The pieces a list of clauses is made of: numbered, lettered, bulleted, "att", or plain paragraphs. */
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { type Measure, usualGap } from '../lines/paragraphs.ts';
import { BESLUTSVERB } from '../vocabulary/beslutsverb.ts';
import { isLedtext } from './ledtext.ts';
import { hasBareNumbers, joined, markOf, type Unit } from './unit.ts';
import { opensUnit, type Setting } from './unit-begins.ts';

/**
 * Divides lines into units. An "att" at a line's head begins a clause unless the line before runs on to it:
 * it fills its measure and has no stop, comma or "och" at its end.
 */
export function unitsOf(lines: Line[], measure: Measure): Unit[] {
  const usual = usualGap(lines);
  const least = Math.min(usual, measure.gap);
  const bare = hasBareNumbers(lines);
  const setting: Setting = { lines, measure, usual, sentences: isSentenceALine(lines) };
  const units: Unit[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const last = units.at(-1);
    const { mark, nr, rest } = markOf(line.text, bare);
    const own: Unit = {
      mark: mark === 'plain' && last && opensBareClause(line, last) ? 'att' : mark,
      nr,
      lines: [rest === line.text ? line : { ...line, text: rest }],
      apart: line.clause === true || (before !== undefined && line.gap > least + 0.4 && !line.pageStart),
    };
    if (last && before && !opensUnit(units, { i, line, before, own, last }, setting)) last.lines.push(line);
    else units.push(own);
  });
  return units;
}

/** "anta taxan": a clause whose "att" stands nowhere. */
const BARE_CLAUSE = ord(new RegExp(String.raw`^(?:omedelbart )?${BESLUTSVERB}\b`, 'u'));

/** True for an infinitive under "Kommunstyrelsen beslutar", or under another clause in the infinitive. */
function opensBareClause(line: Line, last: Unit): boolean {
  if (!BARE_CLAUSE.test(line.text)) return false;
  const above = joined(last.lines);
  return last.mark === 'att' ? BARE_CLAUSE.test(above) : last.mark === 'plain' && isLedtext(above);
}

/**
 * True when unmarked clauses stand one a paragraph with no blank line between: every sentence ends where a line ends,
 * and there are three of them, or two that begin alike. Of prose that is hardly ever true.
 */
function isSentenceALine(lines: Line[]): boolean {
  if (
    lines.some(
      (l) => markOf(l.text, true).mark !== 'plain' || l.gap >= 0.6 || /\p{L}[.!?]\s+\p{Lu}/u.test(l.text),
    )
  )
    return false;
  const first = lines
    .filter((_, i) => i === 0 || /\.$/.test(lines[i - 1]?.text ?? ''))
    .map((l) => l.text.split(' ')[0]);
  const ends = lines.filter((l) => /\.$/.test(l.text)).length;
  return /\.$/.test(lines.at(-1)?.text ?? '') && (ends >= 3 || (ends === 2 && first[0] === first[1]));
}
