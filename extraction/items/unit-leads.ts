/** Lines of a list of clauses at whose head somebody stands who decides, proposes or is charged. */
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { findOrganer } from '../routing/organ.ts';
import { BESLUTAR } from '../vocabulary/beslutsverb.ts';
import { isAssignment, isLedtext } from './ledtext.ts';
import { joined, markOf } from './unit.ts';

const ACTS = ord(new RegExp(String.raw`^\s+${BESLUTAR}\b`, 'u'));

/** True where a body and its verb open the line: sentences that do so one after the other are clauses, stops or not. */
export function acts(line: Line | undefined): boolean {
  const organ = line ? findOrganer(line.text.slice(0, 120))[0] : undefined;
  return organ?.start === 0 && !organ.genitive && ACTS.test(line?.text.slice(organ.end) ?? '');
}

/**
 * A body's name and its verb at a line's head: the next lead-in, even right under an unfinished clause. `list`: only
 * where a list of clauses stands right under it.
 */
export function opensLead(lines: Line[], i: number, list = false): boolean {
  const text = lines[i]?.text ?? '';
  if (!/^\p{Lu}/u.test(text) || findOrganer(text)[0]?.start !== 0) return false;
  return [1, 2, 3].some((n) => {
    const below = lines[i + n];
    if (list && (!below || markOf(below.text, false).mark === 'plain')) return false;
    return isLedtext(joined(lines.slice(i, i + n)));
  });
}

/** "Kommunchefen får i uppdrag att:" over one line or two, and what of under it in a list. */
export function opensAssignment(lines: Line[], i: number): boolean {
  if (!/^\p{Lu}/u.test(lines[i]?.text ?? '')) return false;
  return [1, 2].some((n) => {
    const below = lines[i + n];
    return (
      below !== undefined &&
      isAssignment(joined(lines.slice(i, i + n))) &&
      markOf(below.text, false).mark !== 'plain'
    );
  });
}
