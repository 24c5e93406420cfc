/** The letterhead of a tjänsteskrivelse or another letter: who wrote to whom, when, about what. */

import { proposalWithoutHeading } from '../arenden/unheaded-proposal.ts';
import { findDates } from '../language/dates.ts';
import { bareDiarienummer, labelledDiarienummer, labelledDokumentnummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import { isPersonName, parsePersons } from '../language/person.ts';
import type { Line } from '../lines/line.ts';
import { isTitle } from '../lines/signature.ts';
import type { Person } from '../record.ts';
import { findOrganer } from '../routing/organ.ts';
import { HUVUDMAN_LINE, LETTERHEAD, OFFICE, TJANSTESKRIVELSE } from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';
import { cells, organLine } from './running-head.ts';

/** A paper's own number, "FÖRSLAG 2031:95". */
export const OWN_NUMBER = /^förslag \d{4}:\s?\d{1,4}\b/iu;
/** How far down a letter's first page its name stands. */
const NAME_WITHIN = 6;

/**
 * Where "Regionstyrelsens förslag till beslut" stands above a title as the paper's name, or -1: under the paper's number, or
 * where the proposal itself has a heading further down.
 */
export function nameAt(lines: readonly Line[], all: readonly Line[]): number {
  const at = lines.findIndex((l) => headingOf(l.text) !== null);
  const line = lines[at];
  if (!line || at > NAME_WITHIN || headingOf(line.text) !== 'forslag' || whoseProposal(line.text) === null)
    return -1;
  const numbered = all.slice(0, all.indexOf(line)).some((l) => OWN_NUMBER.test(l.text));
  return numbered || lines.slice(at + 2).some((l) => /^förslag till beslut:?$/iu.test(l.text)) ? at : -1;
}

/** "Regionstyrelsen" of "Regionstyrelsens förslag till beslut", if it is a body. */
export function whoseProposal(heading: string): string | null {
  const whose = /^(.{4,80})s förslag till beslut$/iu.exec(heading.trim())?.[1];
  return whose && findOrganer(whose)[0]?.end === whose.length ? whose : null;
}

/** A styrelse's statement to its fullmäktige, as some cities call it: the body whose proposal it opens with; else null. */
export function statingBody(lines: readonly Line[]): string | null {
  if (!lines.slice(0, NAME_WITHIN).some((l) => /^utlåtande \d{4}:/iu.test(l.text))) return null;
  const lead = lines[proposalWithoutHeading(lines)]?.text ?? '';
  const first = findOrganer(lead)[0];
  return first?.start === 0 ? lead.slice(0, first.end) : null;
}

/** Lines before the first section. */
export function headOf(lines: Line[]): Line[] {
  const headed = lines.findIndex((l) => headingOf(l.text) !== null);
  const proposal = proposalWithoutHeading(lines);
  if (headed >= 0 && (proposal < 0 || headed < proposal)) return lines.slice(0, headed);
  // a letter without headings: its head ends where its first paragraph begins
  const prose = lines.findIndex((l, i) => i > 2 && l.gap >= 1 && endsSentence(lines, i));
  const ends = [headed, proposal, prose, proposal < 0 ? Math.min(16, lines.length) : -1].filter(
    (at) => at >= 0,
  );
  return lines.slice(0, Math.min(...ends));
}

/** A line as long as this is a paragraph that lost its breaks. */
const PARAGRAPH = 150;

/** True when the paragraph that begins here ends with a full stop. */
function endsSentence(lines: Line[], from: number): boolean {
  let end = from;
  if ((lines[from]?.text.length ?? 0) > PARAGRAPH) return /\p{Ll}\.$/u.test(lines[from]?.text ?? '');
  while (end + 1 < lines.length && (lines[end + 1]?.gap ?? 1) < 1) end++;
  return end > from && /\p{Ll}\.$/u.test(lines[end]?.text ?? '');
}

/** A sentence goes on behind the body. */
const TOLD = ord(/^\s(?:har|hade|är|var|ska|skall|kan|lämnas|överlämnas|inkom|skickas)\b/u);

/** "Till Hälso- och sjukvårdsnämnden (2019-01-01 – 2022-12-31)" → the body alone. */
function addresseeOf(text: string): string | null {
  const m =
    /^(?:(?:Till|TILL):?|(?:Mottagare|Adressat):|.{0,80}\b(?:Dnr|Diarienr)\b.{0,60}\sTill)\s+(.{3,120})$/u.exec(
      text,
    );
  if (!m?.[1]) return null;
  const bare = m[1]
    .replace(/\s*[([].*$/, '')
    .replace(/\s+\d{4}-\d{2}-\d{2}.*$/, '')
    .replace(/[,.;:]+$/, '')
    .trim();
  const organ = findOrganer(bare)[0];
  // "Till styrelsen har förslag överlämnats."
  if (organ && TOLD.test(bare.slice(organ.end))) return null;
  return organ && organ.start <= 30 && bare.length < 90 ? bare : null;
}

/** Bodies a letter is addressed to: after "Till", else a line of the head that is only a body's name. */
export function addresseesOf(head: Line[]): string[] {
  const named = head.flatMap((l, i) => {
    const own = addresseeOf(l.text);
    if (own) return [own];
    const columns = cells(l.text);
    return /^till:?$/iu.test(columns.at(-1) ?? '') ? bodiesUnder(head, i + 1) : [];
  });
  if (named.length > 0) return [...new Set(named)];
  // "Datum:   2031-05-04      Regionstyrelsen": the addressee in the column beside the letterhead's labels
  const beside = head
    .filter((l) => LETTERHEAD.test(l.text) || (cells(l.text)[0] ?? '').endsWith(':'))
    .flatMap((l) => cells(l.text).slice(1).map(organLine))
    .filter((x) => x !== null);
  if (beside.length > 0) return [...new Set(beside)];
  const bare = head
    .slice(0, 9)
    .map((l) => organLine(l.text))
    .filter((x) => x !== null);
  return [...new Set(bare)];
}

/** The bodies in the last column from a line on, one a line. */
function bodiesUnder(head: Line[], from: number): string[] {
  const out: string[] = [];
  for (const line of head.slice(from)) {
    const organ = organLine(undated(cells(line.text).at(-1) ?? ''));
    if (!organ) break;
    out.push(organ);
  }
  return out;
}

/** "Miljönämnden 2031-02-07": a body, and when it meets. */
const undated = (text: string) => text.replace(/\s+\d{4}-\d{2}-\d{2}$/u, '');

/** Where the official is reached: "anna.berg@norrby.se", "Tfn 08-123 45 67", a number at the end of a line. */
const REACHED = /@|^(?:tfn|tel)|(?:^|\s)0\d{1,3}[-–]\d[\d\s]{4,}$/iu;

/** A line of the letterhead rather than of the title. */
function isLetterhead(line: Line, i: number, head: Line[]): boolean {
  const { text } = line;
  if (
    findDates(text).length > 0 &&
    i < 12 &&
    text.length < 110 &&
    (/^\D{0,45}\d/.test(text) || labelledDiarienummer(text))
  ) {
    const rest = text.slice(0, findDates(text)[0]?.start ?? 0).trim();
    if (rest.split(/\s+/).length <= 7 || labelledDiarienummer(text)) return true;
  }
  if (HUVUDMAN_LINE.test(text)) return true;
  if (labelledDiarienummer(text) || labelledDokumentnummer(text)) return true;
  const bare = bareDiarienummer(text);
  if (bare && (bare.value.length > text.length - 8 || text.length < 45)) return true;
  if (/^(?:Till:?|Mottagare:|Adressat:)(?:\s+\p{Lu}|$)/iu.test(text) && text.length < 70) return true;
  // a person beside the body addressed, or under the label for one
  if (i < 12 && cells(text).length > 1 && cells(text).some((c) => organLine(c) !== null)) return true;
  const above = head[i - 1]?.text ?? '';
  if (ord(/^handläggare\b/iu).test(above) && /^(?:\p{Lu}[\p{L}-]+\s?){2,3}$/u.test(text)) return true;
  if (/^föredragande\b.{0,40}:/iu.test(text)) return true;
  if (/^(?:box \d|\d{3} \d{2} \p{Lu})/iu.test(text)) return true;
  if (
    cells(text).some(
      (c) =>
        LETTERHEAD.test(c) ||
        TJANSTESKRIVELSE.test(c) ||
        /^(?:yttrande|missiv|plan|motion|protokoll|PM|promemoria)$/iu.test(c),
    ) ||
    REACHED.test(text)
  )
    return true;
  if (
    ord(/^(?:diarienummer|dnr|ärendenummer|beteckning|handläggare|datum|sida|version)\b.{0,40}$/iu).test(text)
  )
    return true;
  if (i < 8 && /^[([]?\p{Lu}/u.test(text) && organLine(text) !== null) return true;
  if (undated(text) !== text && organLine(undated(text)) !== null) return true;
  if (
    i < 8 &&
    OFFICE.test(text) &&
    !/^\p{Ll}/u.test(text) &&
    text.length < 60 &&
    !ord(/\b(?:för|från|om|av|till|i|med|hos|vid)\s+\p{Ll}/u).test(text)
  )
    return true;
  // a name alone, or the rest of an office's name, above the address lines
  const later = head
    .slice(i + 1, i + 6)
    .some((l) => LETTERHEAD.test(l.text) || REACHED.test(l.text) || labelledDokumentnummer(l.text));
  return later && /^[\p{L}\s,.&-]{3,48}$/u.test(text);
}

/** The title of a letter: the last unbroken run of lines of its head that are no letterhead. */
export function titleOf(head: Line[]): Line[] {
  const flags = head.map((l, i) => isLetterhead(l, i, head));
  let end = head.length;
  while (end > 0 && flags[end - 1]) end--;
  if (end === 0) return datedTitle(head);
  let from = end;
  while (from > 0 && !flags[from - 1] && end - from < 6) from--;
  const run = withoutProse(head, flags, head.slice(from, end));
  // a title set larger than what stands above it
  const sizes = run.map((l) => l.size ?? 0);
  const largest = Math.max(...sizes, 0);
  const styled = run.filter((l) => (l.size ?? 0) > largest - 0.6);
  if (largest > 0 && styled.length < run.length && run.indexOf(styled[0] as Line) >= 0) {
    const start = run.indexOf(styled[0] as Line);
    return run.slice(start, start + styled.length);
  }
  return run;
}

/**
 * A letter that has no heading goes on below its title with what it tells: then the title is the first paragraph below
 * the letterhead. `run`: the last lines without a break.
 */
function withoutProse(head: Line[], flags: boolean[], run: Line[]): Line[] {
  if (!run.slice(1).some((l) => l.gap >= 1 && l.lineNo !== null)) return run;
  if (!run.slice(1).some((l) => /\p{Ll}{2}[.]$/u.test(l.text))) return run;
  const above = flags.findLastIndex(
    (flag, i) => flag && head[i] !== undefined && head.indexOf(run[0] as Line) > i,
  );
  const below = head.slice(above + 1);
  const end = below.findIndex((l, i) => i > 0 && l.gap >= 1);
  return end > 0 && end <= 3 ? below.slice(0, end) : run;
}

/** "Anmälan av delegationsbeslut till nämnden 2031-05-18": a title told from the letterhead above it by a blank line only. */
function datedTitle(head: Line[]): Line[] {
  const last = head.at(-1);
  if (!last || head.length < 2 || last.gap < 1 || last.text.length < 12 || cells(last.text).length > 1)
    return [];
  const date = findDates(last.text)[0];
  const words = (date ? last.text.slice(0, date.start) : last.text).replace(/^tjänste\p{L}+/iu, '');
  const labelled = /^\p{L}+\.?:|@/u.test(words) || LETTERHEAD.test(words) || labelledDiarienummer(words);
  const someone = organLine(words.trim()) || OFFICE.test(words) || HUVUDMAN_LINE.test(words);
  return labelled || someone || !/\p{Lu}\p{L}{3,}/u.test(words) || isPersonName(words.trim()) ? [] : [last];
}

/** "Norrby kommuns yttrande över betänkandet …": the title of an answer, where its lines are a title's. */
const ANSWER = ord(
  /^(?:\p{Lu}.{2,60}s\s+)?(?:remissvar|(?:remiss)?yttrande|svar|synpunkter)\s+(?:över|angående|avseende|på)\s/iu,
);
export function answerTitleOf(lines: Line[]): Line[] {
  const from = lines.slice(0, 15).findIndex((l) => l.text.length < 300 && ANSWER.test(l.text));
  return firstLinesOf(from < 0 ? lines : lines.slice(from));
}

/** The title of any other paper: its first lines, until a number, a blank line after them, or prose. */
export function firstLinesOf(lines: Line[]): Line[] {
  const largest = largestOf(
    lines.slice(0, 12).filter((l) => !HUVUDMAN_LINE.test(l.text.replace(/\s+/g, ' '))),
  );
  if (largest) return largest;
  const from = lines.findIndex((l, i) => !isLetterhead(l, i, lines.slice(0, 16)));
  const out: Line[] = [];
  for (const line of lines.slice(Math.max(0, from), from + 4)) {
    const last = out.at(-1);
    if (last && (line.gap > 0.4 || isLetterhead(line, 0, [line]) || /[.:]$/.test(last.text))) break;
    if (last && last.size !== null && line.size !== null && Math.abs(last.size - line.size) > 0.6) break;
    if (bareDiarienummer(line.text) && line.text.length < 60) break;
    out.push(line);
  }
  return out;
}

/** Lines set clearly larger than the text near a page's top: a report's or a web page's title. */
function largestOf(lines: Line[]): Line[] | null {
  const sizes = lines.map((l) => l.size ?? 0).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const top = sizes.at(-1) ?? 0;
  if (usual === 0 || top < usual * 1.25) return null;
  const from = lines.findIndex((l) => (l.size ?? 0) > top - 0.6);
  const run = lines.slice(from).findIndex((l) => (l.size ?? 0) <= top - 0.6);
  return lines.slice(from, run < 0 ? lines.length : from + run);
}

/** The office in the letterhead that wrote it. */
export function senderOf(head: Line[], tail: Line[]): string | null {
  const office = head
    .slice(0, 8)
    .find((l) => OFFICE.test(l.text) && !/^Till\s/u.test(l.text) && l.text.length < 90);
  // "Göteborgs kommunstyrelse" above the signatures: a board that writes to fullmäktige
  const board = tail.find(
    (l) =>
      !head.slice(0, 8).includes(l) &&
      /(?:styrelse|nämnd)(?:n|en)?$/iu.test(l.text.trim()) &&
      findOrganer(l.text).length === 1 &&
      l.text.length < 80,
  );
  const organ = board ? findOrganer(board.text)[0] : undefined;
  if (board && organ && !office) return board.text.slice(organ.start, organ.end);
  if (!office) return null;
  const date = findDates(office.text)[0];
  const cut = Math.min(
    date?.start ?? office.text.length,
    labelledDiarienummer(office.text)?.start ?? office.text.length,
  );
  return (
    office.text
      .slice(0, cut)
      .replace(/\s+(?:dnr|ärendenummer|diarienummer)\.?:?\s*$/iu, '')
      .split(/\s{2,}/)[0]
      ?.trim() || null
  );
}

/** Who signed: names above their titles at the end. */
export function signersOf(lines: Line[]): Person[] {
  const tail = lines.slice(-16);
  const out: Person[] = [];
  tail.forEach((line, i) => {
    if (
      !cells(line.text).some(isTitle) ||
      /^(?:i tjänsten|enligt uppdrag|underskrift)/iu.test(line.text) ||
      /ovan$/.test(line.text)
    )
      return;
    const above = tail[i - 1]?.text ?? '';
    const names = above
      .split(/\s{2,}/)
      .filter((n) => /^\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+){1,3}$/u.test(n.trim()));
    const titles = line.text.split(/\s{2,}/);
    names.forEach((name, k) => {
      const [person] = parsePersons(name.trim());
      if (person) out.push({ ...person, roll: titles[k]?.trim() ?? null });
    });
  });
  return out;
}
