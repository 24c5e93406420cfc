/** Rows of an attendance list taken apart: columns, names over two lines, several names in a row. */
import { isPartyAbbreviation } from '../language/party.ts';
import { parseRole } from '../language/role.ts';
import type { Line } from '../lines/line.ts';

/** A piece of a line between wide gaps. `x` is its left edge: points, or characters for text input. */
export interface Cell {
  text: string;
  x: number;
}

/** The cells of a line, from left to right. */
export function cellsOf(line: Pick<Line, 'text' | 'words'>): Cell[] {
  const cells: Cell[] = [];
  let word = 0;
  for (const m of line.text.matchAll(/\S+(?:\s\S+)*/gu)) {
    const x = line.words[word]?.bbox[0] ?? m.index;
    cells.push({ text: m[0], x });
    word += m[0].split(/\s/).length;
  }
  return cells;
}

/** Where a name with its party in brackets ends and another begins, with one space between ("A (S) B (M) ers"). */
const NEXT_NAME =
  /(?<=\([^()]{1,12}\)(?:\s+(?:tj|tjg|tjänstg|ej|ers|ersättare|ordf|ordförande|vice|v|1:e|2:e)\.?){0,4})\s+(?=\p{Lu}[\p{L}.'’-]+\s+(?:[\p{L}.'’-]+\s+){0,4}\()/gu;

/** What stands after a name in a cell of its own. */
const REMARK = /^\(?(?:tj|tjg|tjänstg|ej|ers|ersätt|för)[^,]{0,60}$/iu;

/** The cells of a row with one name list each: names set side by side are split, a party's own column joined. */
export function nameCells(row: readonly Cell[]): Cell[] {
  const out: Cell[] = [];
  let party: Cell | null = null;
  let role: Cell | null = null;
  for (const cell of row.flatMap(splitNames)) {
    const bare = cell.text.replace(/^\(([^()]{1,12})\)$/, '$1');
    const isParty = isPartyAbbreviation(bare) || (bare !== cell.text && bare.length <= 8);
    const before = out.at(-1);
    if (isParty && before && !/\([^()]{1,12}\)/.test(before.text)) before.text += ` (${bare})`;
    else if (isParty) party = cell;
    else if (
      /^(?:[xX✓×☒☐–—-]|\d{1,3}\.?|ja|nej|när|närv|tj|tjg|frånv|namn|parti|närvarande|tjänstgörande|frånvarande|anmärkning(?:ar)?|signatur)$/iu.test(
        cell.text,
      )
    )
      continue;
    else if (before && (parseRole(cell.text) || REMARK.test(cell.text))) before.text += `, ${cell.text}`;
    else if (parseRole(cell.text)) role = cell;
    else {
      const name = role ? `${role.text} ${cell.text}` : cell.text;
      out.push({ ...cell, text: party ? `${name} (${party.text.replace(/[()]/g, '')})` : name });
      party = null;
      role = null;
    }
  }
  // Alone in its row it belongs to a name above or below.
  for (const left of [role, party])
    if (left) out.push(left === party ? { ...left, text: `(${left.text.replace(/[()]/g, '')})` } : left);
  return out;
}

function splitNames(cell: Cell): Cell[] {
  return cell.text.split(NEXT_NAME).map((text, i) => ({ text, x: i === 0 ? cell.x : cell.x + i / 100 }));
}

/** True when `below` goes on with what `above` began: half a name, its party or its role alone. */
export function continues(above: string, below: string): boolean {
  if (/[,;]$/.test(above) || /\p{L}-$/u.test(above)) return true;
  if (/(?:^|\s)(?:och|för|vice|hälso-|tf)\.?$/iu.test(above)) return true;
  if (/^\([^()]{1,20}\)/.test(below)) return !/\)$/.test(above);
  if (/^(?:och|för|tjg|tj|ers|ersätter|vice|ordf)\b/u.test(below)) return true;
  const last = above.split(/,\s*/).at(-1) ?? '';
  const first = below.split(/,\s*/)[0] ?? '';
  // One word alone is half a name on either side.
  if (/^\p{Lu}[\p{L}-]+$/u.test(last) && /^\p{Lu}[\p{L}'’-]+(?:\s*\([^()]{1,12}\))?$/u.test(first))
    return true;
  // "Anna" or "Anna Karin" over "Berg (S)": a given name without party over one word with a party.
  const open = /^\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2}$/u.test(last);
  return open && /^(?:(?:af|von|de|van|der)\s)*\p{Lu}[\p{L}'’-]+\s*\([^()]{1,12}\)/u.test(first);
}

/** Lines of one column put together where a name goes on. */
export function joinContinued(texts: readonly string[]): string[] {
  const out: string[] = [];
  for (const text of texts) {
    const above = out.at(-1);
    if (above !== undefined && continues(above, text)) {
      out[out.length - 1] =
        /\p{L}-$/u.test(above) && /^\p{Lu}/u.test(text) ? above + text : `${above} ${text}`;
    } else out.push(text);
  }
  return out;
}
