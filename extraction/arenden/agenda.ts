/** The items of a kallelse: numbers that run upwards, each with a title, some with a proposal under it. */

import { isLedtext } from '../items/ledtext.ts';
import { labelledDiarienummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { behindOrgan } from '../routing/organ.ts';
import { headingOf } from '../vocabulary/headings.ts';

export interface AgendaItem {
  /** Its number; null in a list whose matters have only titles. */
  punkt: string | null;
  line: Line;
  rest: string;
  lines: Line[];
}

const ITEM = ord(/^(?:(?:ärende|punkt)\s+)?(\d{1,3}\s?[a-z]?)\s?[.)]?\s+(\p{Lu}.*)$/iu);

/** What a group of items is called, alone on a line between two of them. */
const GROUP =
  /^(?:\p{L}+s )?(?:besluts|anmälnings|informations|delgivnings|val|övriga )-? ?ärenden(?: (?:till|för) \p{L}+)?$/iu;

/** "Ärende 4" alone on its line, the title under it. */
const LABELLED = /^(?:ärende|punkt)\s+(\d{1,3}\s?[a-z]?)\s?[.:]?$/iu;

/** The items that are headed "Ärende 4"; the numbered list before them is their table of contents. */
function labelledItems(lines: Line[]): AgendaItem[] {
  const items: AgendaItem[] = [];
  for (const line of lines) {
    const punkt = LABELLED.exec(line.text)?.[1]?.replace(/\s/g, '');
    const current = items.at(-1);
    if (punkt) items.push({ punkt, line, rest: '', lines: [] });
    else if (current) current.lines.push(line);
  }
  return items;
}

/**
 * A number opens an item when it is the next of the run and the line is no clause of a proposal: lists of
 * clauses begin again at 1, the agenda does not.
 */
export function itemsOfAgenda(lines: Line[]): AgendaItem[] {
  const labelled = labelledItems(lines);
  if (labelled.length >= 2) return labelled;
  const items: AgendaItem[] = [];
  let expected = 0;
  lines.forEach((line, i) => {
    const m = ITEM.exec(line.text);
    const number = m?.[1] ? Number.parseInt(m[1], 10) : Number.NaN;
    const fits = expected === 0 ? number <= 3 || isNumbered(lines, i) : number === expected;
    if (m?.[1] && m[2] && fits && !inList(lines, i, items.at(-1))) {
      items.push({ punkt: m[1].replace(/\s/g, ''), line, rest: m[2], lines: [] });
      expected = number + 1;
    } else if (!GROUP.test(line.text)) items.at(-1)?.lines.push(line);
  });
  return items.length > 0 ? items : titledItems(lines);
}

/** A title that its colon ends: "Avsägelser från:", "Fråga för besvarande den 15 juni 2031:". */
const TITLE = /^\p{Lu}[^.:;]{2,60}:$/u;

/** Matters without numbers, as in a list of what is announced to fullmäktige: each title opens one. */
function titledItems(lines: Line[]): AgendaItem[] {
  const items: AgendaItem[] = [];
  lines.forEach((line, i) => {
    const isTitle = TITLE.test(line.text) || standsOverProposal(lines, i);
    if (isTitle && headingOf(line.text) === null && !isLedtext(line.text))
      items.push({ punkt: null, line, rest: line.text, lines: [] });
    else items.at(-1)?.lines.push(line);
  });
  return items;
}

/** "Entledigande" alone on its line, over "Kommunfullmäktige föreslås entlediga …". */
function standsOverProposal(lines: Line[], i: number): boolean {
  const [above, line, next] = [lines[i - 1], lines[i], lines[i + 1]];
  if (!line || !next || !/^\p{Lu}[\p{L} -]{3,60}$/u.test(line.text) || !/[.]$/.test(above?.text ?? ''))
    return false;
  return /^\s(?:föreslås|föreslår)\s/u.test(behindOrgan(next.text) ?? '');
}

/** A diarienummer with its label under the title: agendas that number through the year begin anywhere. */
export function isNumbered(lines: Line[], at: number): boolean {
  return lines.slice(at + 1, at + 4).some((l) => labelledDiarienummer(l.text) !== null);
}

/** True when the number goes on a list of clauses that began at 1 after this item's last heading. */
function inList(lines: Line[], at: number, current: AgendaItem | undefined): boolean {
  if (!current || opensProposal(lines, at) || standsApart(lines, at)) return false;
  const number = Number.parseInt(lines[at]?.text ?? '', 10);
  let expected = number - 1;
  for (let k = at - 1; k >= 0 && lines[k] !== current.line; k--) {
    const text = lines[k]?.text ?? '';
    const section = headingOf(text);
    if (section) return expected === 0 && (section === 'forslag' || section === 'bakgrund');
    const m = /^(\d{1,2})[.)]\s/.exec(text);
    if (m && Number(m[1]) === expected) expected--;
    if (expected === 0 && /:\s*$/.test(lines[k - 1]?.text ?? '')) return true;
  }
  return false;
}

/** A blank line before it, where the clauses above follow on each other: the next item, not the next clause. */
function standsApart(lines: Line[], at: number): boolean {
  const before = lines.slice(Math.max(0, at - 12), at).findLast((l) => /^\d{1,2}\s?[.)]\s/.test(l.text));
  return before !== undefined && (lines[at]?.gap ?? 0) > before.gap + 0.6 && !/^1\s?[.)]/.test(before.text);
}

/**
 * Under an item's title stands its own heading before the next number: a clause of a proposal has none, but the last
 * clause has the item's next heading below it. It runs on from the clause before, and no other proposal follows.
 */
function opensProposal(lines: Line[], at: number): boolean {
  const runsOn = (lines[at]?.gap ?? 1) < 0.6 && /^\d{1,2}[.)]\s/.test(lines[at - 1]?.text ?? '');
  for (const line of lines.slice(at + 1, at + 5)) {
    if (/^\d{1,2}\s?[.)]\s/.test(line.text)) return false;
    const section = headingOf(line.text);
    if (section !== null) return section === 'forslag' || !runsOn;
  }
  return false;
}
