/** Where a piece of a list of clauses begins: by its mark, or by what an unmarked line says and where it stands. */
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { isDeliberateBreak, type Measure, startsParagraph } from '../lines/paragraphs.ts';
import { isLedtext } from './ledtext.ts';
import { OPEN_END, RUNS_ON, UNFINISHED, WANTS_ATT } from './line-ends.ts';
import { joined, type Unit } from './unit.ts';
import { acts, opensAssignment, opensLead } from './unit-leads.ts';

/** A list of clauses and how it is set. */
export interface Setting {
  lines: Line[];
  measure: Measure;
  /** The usual gap between its lines. */
  usual: number;
  /** Unmarked clauses stand one a paragraph with no blank line between (isSentenceALine). */
  sentences: boolean;
}

/** A line of a list that is not its first. */
export interface Place {
  /** Its index. */
  i: number;
  line: Line;
  before: Line;
  /** The unit that it would open. */
  own: Unit;
  /** The unit above it. */
  last: Unit;
}

/** A line of its own that what follows is announced by: "Ledningen informerar:". */
export const ANNOUNCES = ord(/^\p{Lu}(?!.*\b(?:att|uppdrag)\b)[^.:]{4,80}:$/u);

/** A line drawn below what is decided. */
const DRAWN = /^[-_*]{3,}$/u;

/** True where a line opens a unit; else it is part of the last of the `units` above it. */
export function opensUnit(units: Unit[], place: Place, setting: Setting): boolean {
  const { line, before, own, last } = place;
  if (line.clause || DRAWN.test(line.text) || /^för (?:egen|sin) del\s*:?$/iu.test(line.text)) return true;
  const ended =
    !OPEN_END.test(before.text) || isDeliberateBreak(before, line, setting.measure) || isCut(before, line);
  switch (own.mark) {
    case 'att':
      return (
        (ended && !WANTS_ATT.test(before.text)) ||
        ord(/\b(och|samt|dels)$/).test(before.text) ||
        (own.apart && last.mark === 'att')
      );
    case 'number':
      return continuesNumbering(units, own.nr ?? 0, before);
    case 'plain':
      return (
        opensByWords(place) || opensBySpace(place, setting, ended) || opensByActor(place, setting, ended)
      );
    default:
      return true;
  }
}

/** "2." opens a clause after "1."; a number that wraps to a line's head ("… § 63 och" / "64. Därefter") does not. */
function continuesNumbering(units: Unit[], nr: number, before: Line): boolean {
  const numbers = units.filter((u) => u.mark === 'number').map((u) => u.nr ?? 0);
  const last = numbers.at(-1);
  if (last === undefined)
    return nr <= 2 || /[:.]$/.test(before.text) || isLedtext(joined(units.at(-1)?.lines ?? []));
  return nr === last + 1 || nr === last || nr === 1;
}

/** True where a line of a text without breaks was cut in two: something begins there. */
const isCut = (before: Line, line: Line): boolean =>
  line.gap >= 1 && line.lineNo !== null && line.lineNo === before.lineNo;

/** "Anna Berg (S) reserverar sig …" under an unfinished clause is no part of it. */
const NOTE = ord(
  /^(?:\p{Lu}[\p{L}-]+\s){1,4}\(\S{1,6}\).{0,120}\b(?:reserverar|deltar|deltog|deltager|anmäler|antecknar|antecknade|yrkar)\b/u,
);

/** An unmarked line that stands for itself, even with no blank line before it. */
function opensByWords({ line, before, last }: Place): boolean {
  if (NOTE.test(line.text)) return true;
  if (/\.$/.test(before.text) && ANNOUNCES.test(line.text)) return true;
  // the lead-in is complete, and what follows is no part of it
  const above = joined(last.lines);
  return (
    last.mark !== 'bullet' &&
    /^["”“]?\p{Lu}/u.test(line.text) &&
    isLedtext(above) &&
    !isLedtext(`${above} ${line.text}`)
  );
}

/** A whole sentence that says what is to be: "Direktionens första möte ska hållas den 4 mars". */
const SETTLES = ord(
  /^\p{Lu}.{3,160}\b(?:ska|skall|utses|väljs|godkänns|fastställs|antas|beviljas|avslås|noteras|läggs)\b/u,
);

/** An unmarked line that the space before it, or the end of the line above it, parts from what stands above. */
function opensBySpace({ line, before, own, last }: Place, setting: Setting, ended: boolean): boolean {
  // cut out of one long line behind a full stop
  if (isCut(before, line) && /\.$/.test(before.text)) return true;
  // a blank line inside a sentence parts nothing: dumps have them after any line
  if (line.lineNo !== null && line.gap >= 1 && !UNFINISHED.test(before.text)) {
    // a blank line and a capital end a clause that has no stop
    const wider = own.apart || (last.lines[0]?.gap ?? 0) < line.gap;
    if (last.mark !== 'plain' && wider && /^\p{Lu}[^.]*\p{Ll}/u.test(line.text)) return true;
    // two sentences with a blank line between, be the stop of the first left out
    if (!line.pageStart && SETTLES.test(line.text) && SETTLES.test(joined(last.lines))) return true;
  }
  if (!ended || !/^[^\p{Ll}\d]*\p{Lu}/u.test(line.text)) return false;
  return (
    (setting.sentences && /[.]$/.test(before.text)) ||
    startsParagraph(before, line, setting.usual, setting.measure)
  );
}

/** An unmarked line in which a body or somebody charged is the subject. */
function opensByActor({ i, line, before, last }: Place, { lines }: Setting, ended: boolean): boolean {
  if (ended && (opensLead(lines, i) || opensAssignment(lines, i) || (acts(line) && acts(last.lines[0]))))
    return true;
  return !RUNS_ON.test(before.text) && (opensAssignment(lines, i) || opensLead(lines, i, true));
}
