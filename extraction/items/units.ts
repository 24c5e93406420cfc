/** The pieces a list of clauses is made of: numbered, lettered, bulleted, "att", or plain paragraphs. */

import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { isDeliberateBreak, type Measure, startsParagraph, usualGap } from '../lines/paragraphs.ts';
import { findOrganer } from '../routing/organ.ts';
import { BESLUTAR, BESLUTSVERB } from '../vocabulary/beslutsverb.ts';
import { isAssignment, isLedtext } from './ledtext.ts';

export type Mark = 'number' | 'letter' | 'bullet' | 'att' | 'plain';

export interface Unit {
  mark: Mark;
  /** Of a numbered piece. */
  nr: number | null;
  /** Its lines, the mark dropped from the first. */
  lines: Line[];
  /** Blank space before it beyond the usual. */
  apart: boolean;
}

const NUMBER =
  /^(\d{1,2})\s?[.)]\s*(?=\D)|^(\d{1,2})\s{2,}(?=\p{Lu})|^(\d{1,2})\s+(?=[aA]tt\s)|^att(\d{1,2})\s+/u;
/** A number without a stop counts where the list has a 1 and a 2: scans lose the room behind it. */
const BARE_NUMBER = /^(\d{1,2})\s+(?=\p{Lu})/u;
/** "Anna Berg (S) reserverar sig …" under an unfinished clause is no part of it. */
const NOTE = ord(
  /^(?:\p{Lu}[\p{L}-]+\s){1,4}\(\S{1,6}\).{0,120}\b(?:reserverar|deltar|deltog|deltager|anmäler|antecknar|antecknade|yrkar)\b/u,
);
const LETTER = /^([a-hj-z])\s?[.)]\s+/;
const BULLET = /^(?:[•·▪■●○◦‣⁃*\uf0b7\uf0a7]|\u00a7(?!\s*\d)|[-–—]|o|→|➢|✓)\s+(?=\S)/u;
/** "att", "Att", "att1", "ATT": the clause form of Swedish decisions. */
const ATT = /^(?:att\d?|Att|ATT)(?=\s|,)/;

function markOf(text: string, bare: boolean): { mark: Mark; nr: number | null; rest: string } {
  const number = NUMBER.exec(text) ?? (bare ? BARE_NUMBER.exec(text) : null);
  if (number)
    return {
      mark: 'number',
      nr: Number(number[1] ?? number[2] ?? number[3] ?? number[4]),
      rest: text.slice(number[0].length),
    };
  const letter = LETTER.exec(text);
  // a letter is part of the sentence it stands in; a clause of its own drops it (attsats.ts)
  if (letter) return { mark: 'letter', nr: null, rest: text };
  const bullet = BULLET.exec(text);
  if (bullet) return { mark: 'bullet', nr: null, rest: text.slice(bullet[0].length) };
  if (ATT.test(text)) return { mark: 'att', nr: null, rest: text };
  return { mark: 'plain', nr: null, rest: text };
}

/** A line of its own that what follows is announced by: "Ledningen informerar:". */
export const ANNOUNCES = ord(/^\p{Lu}(?!.*\b(?:att|uppdrag)\b)[^.:]{4,80}:$/u);

/** True where a line of a text without breaks was cut in two: something begins there. */
const cutFrom = (before: Line, line: Line): boolean =>
  line.gap >= 1 && line.lineNo !== null && line.lineNo === before.lineNo;

/** "anta taxan": a clause whose "att" stands nowhere. */
const BARE_CLAUSE = ord(new RegExp(String.raw`^(?:omedelbart )?${BESLUTSVERB}\b`, 'u'));

const ACTS = ord(new RegExp(String.raw`^\s+${BESLUTAR}\b`, 'u'));

/** A body and its verb open the line: sentences that do so one after the other are clauses, with stops or without. */
function acts(line: Line | undefined): boolean {
  const organ = line ? findOrganer(line.text.slice(0, 120))[0] : undefined;
  return organ?.start === 0 && !organ.genitive && ACTS.test(line?.text.slice(organ.end) ?? '');
}

/** True for an infinitive under "Kommunstyrelsen beslutar", or under another clause in the infinitive. */
function opensBareClause(line: Line, last: Unit): boolean {
  if (!BARE_CLAUSE.test(line.text)) return false;
  const above = last.lines.map((l) => l.text).join(' ');
  return last.mark === 'att' ? BARE_CLAUSE.test(above) : last.mark === 'plain' && isLedtext(above);
}

/** A whole sentence that says what is to be: "Direktionens första möte ska hållas den 4 mars". */
const SETTLES = ord(
  /^\p{Lu}.{3,160}\b(?:ska|skall|utses|väljs|godkänns|fastställs|antas|beviljas|avslås|noteras|läggs)\b/u,
);

/** A line drawn below what is decided. */
const DRAWN = /^[-_*]{3,}$/u;

/** A line that leads into "att": the clause has not ended, so an "att" on the next line goes on. */
const OPEN_END = /(?:\p{L}|\d|[-–])$/u;

/** A line whose sentence goes on in the next. */
const UNFINISHED = /[,–-]$|\b(?:och|samt|att|i|på|till|för|av|med)$/u;

/** Words that "att" belongs to: "… upphör / att gälla", "… genom / att höja taxan". */
const WANTS_ATT = ord(/\b(?:upphör(?:a|de)?|kommer|genom|för|av|med|om|på|till|från|utan|innebär|medför)$/iu);

/**
 * Divides lines into units. An "att" at a line's head begins a clause unless the line before runs on to it:
 * it fills its measure and has no stop, comma or "och" at its end.
 */
export function unitsOf(lines: Line[], measure: Measure): Unit[] {
  const usual = usualGap(lines);
  const least = Math.min(usual, measure.gap);
  const one = lines.findIndex((l) => /^1\s/.test(l.text));
  const bare =
    BARE_NUMBER.test(lines[one]?.text ?? '') &&
    (one === 0 || lines.some((l) => /^2\s+\p{Lu}/u.test(l.text)) || isLedtext(lines[one - 1]?.text ?? ''));
  const sentences = isSentenceALine(lines);
  const units: Unit[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const last = units.at(-1);
    const own = markOf(line.text, bare);
    const { nr, rest } = own;
    const mark = own.mark === 'plain' && last && opensBareClause(line, last) ? 'att' : own.mark;
    const apart = line.clause === true || (before !== undefined && line.gap > least + 0.4 && !line.pageStart);
    const marked = rest === line.text ? line : { ...line, text: rest };
    if (!last || !before) {
      units.push({ mark, nr, lines: [marked], apart });
      return;
    }
    // a blank line inside a sentence parts nothing: dumps have them after any line
    const note = mark === 'plain' && NOTE.test(line.text);
    const ended =
      !OPEN_END.test(before.text) || isDeliberateBreak(before, line, measure) || cutFrom(before, line);
    const begins =
      mark === 'att'
        ? (ended && !WANTS_ATT.test(before.text)) ||
          ord(/\b(och|samt|dels)$/).test(before.text) ||
          (apart && last.mark === 'att')
        : mark === 'number'
          ? continuesNumbering(units, nr ?? 0, before)
          : mark !== 'plain';
    // the lead-in is complete and what follows stands for itself, even with no blank line between
    const text = last.lines.map((l) => l.text).join(' ');
    const led =
      last.mark !== 'bullet' &&
      mark === 'plain' &&
      /^["”“]?\p{Lu}/u.test(line.text) &&
      isLedtext(text) &&
      !isLedtext(`${text} ${line.text}`);
    // a blank line and a capital end a clause that has no stop
    const apartFromList =
      mark === 'plain' &&
      last.mark !== 'plain' &&
      (apart || (last.lines[0]?.gap ?? 0) < line.gap) &&
      line.lineNo !== null &&
      line.gap >= 1 &&
      /^\p{Lu}[^.]*\p{Ll}/u.test(line.text) &&
      !UNFINISHED.test(before.text);
    // two sentences with a blank line between, be the stop of the first left out
    const settled =
      mark === 'plain' &&
      line.lineNo !== null &&
      line.gap >= 1 &&
      !line.pageStart &&
      SETTLES.test(line.text) &&
      SETTLES.test(text) &&
      !UNFINISHED.test(before.text);
    const paragraph =
      mark === 'plain' &&
      ended &&
      /^[^\p{Ll}\d]*\p{Lu}/u.test(line.text) &&
      ((sentences && /[.]$/.test(before.text)) || startsParagraph(before, line, usual, measure));
    // cut out of one long line behind a full stop
    const cutApart =
      mark === 'plain' &&
      line.gap >= 1 &&
      line.lineNo !== null &&
      line.lineNo === before.lineNo &&
      /\.$/.test(before.text);
    if (
      begins ||
      line.clause ||
      DRAWN.test(line.text) ||
      led ||
      cutApart ||
      apartFromList ||
      settled ||
      paragraph ||
      note ||
      (mark === 'plain' && /\.$/.test(before.text) && ANNOUNCES.test(line.text)) ||
      /^för (?:egen|sin) del\s*:?$/iu.test(line.text) ||
      (mark === 'plain' &&
        ended &&
        (opensLead(lines, i) || opensAssignment(lines, i) || (acts(line) && acts(last.lines[0])))) ||
      (mark === 'plain' &&
        !RUNS_ON.test(before.text) &&
        (opensAssignment(lines, i) || opensLead(lines, i, true)))
    ) {
      units.push({ mark, nr, lines: [marked], apart });
    } else last.lines.push(line);
  });
  return units;
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

/** A line that goes on in the next one, whatever that begins with. */
const RUNS_ON = ord(/(?:[,–-]|\b(?:och|samt|eller|att|som|om|i|på|till|för|av|med|från|hos))$/u);

/**
 * A body's name and its verb at a line's head: the next lead-in, even right under an unfinished clause. `list`: only
 * where a list of clauses stands right under it.
 */
function opensLead(lines: Line[], i: number, list = false): boolean {
  const text = lines[i]?.text ?? '';
  if (!/^\p{Lu}/u.test(text) || findOrganer(text)[0]?.start !== 0) return false;
  return [1, 2, 3].some((n) => {
    const below = lines[i + n];
    if (list && (!below || markOf(below.text, false).mark === 'plain')) return false;
    return isLedtext(
      lines
        .slice(i, i + n)
        .map((l) => l.text)
        .join(' '),
    );
  });
}

/** "Kommunchefen får i uppdrag att:" over one line or two, and what of under it in a list. */
function opensAssignment(lines: Line[], i: number): boolean {
  const text = lines[i]?.text ?? '';
  if (!/^\p{Lu}/u.test(text)) return false;
  return [1, 2].some((n) => {
    const below = lines[i + n];
    const lead = lines.slice(i, i + n).map((l) => l.text);
    return below !== undefined && isAssignment(lead.join(' ')) && markOf(below.text, false).mark !== 'plain';
  });
}

/** "2." opens a clause after "1."; a number that wraps to a line's head ("… § 63 och" / "64. Därefter") does not. */
function continuesNumbering(units: Unit[], nr: number, before: Line): boolean {
  const numbers = units.filter((u) => u.mark === 'number').map((u) => u.nr ?? 0);
  const last = numbers.at(-1);
  if (last === undefined) {
    const lead =
      units
        .at(-1)
        ?.lines.map((l) => l.text)
        .join(' ') ?? '';
    return nr <= 2 || /[:.]$/.test(before.text) || isLedtext(lead);
  }
  return nr === last + 1 || nr === last || nr === 1;
}
