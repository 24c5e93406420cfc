/**
 * §§ that open the pages of minutes whose sign the conversion lost. Many templates begin each § on a new page, so that a
 * number and a title (or the matter's own number) right under the running head are a § head, be it the only one left of
 * the minutes. Told by what stands above it (nothing but the head of the page), by what follows, and by the other pages.
 */
import { ord } from '../../language/ord.ts';
import { findOrganer } from '../../routing/organ.ts';
import { FRONT_LABELS, KALLELSE } from '../../vocabulary/handlingar.ts';
import type { Line } from '../line.ts';
import { isPerson } from './matter-words.ts';
import { APART, endsSentence, GOES_ON, RUNNING, wordBefore } from './split-line.ts';

/** So many labels of a front page tell that these are minutes. */
const LABELS = 3;
/** A § head as rows of them are left. */
const HEAD =
  /^(?:(?:\p{Lu}\p{L}{0,6}\.?\s)?§\s*\d|\d{1,4}\s?§|(?!(?:Sida|Sid|Blad)\s)\p{Lu}\p{L}{1,4}\s\d{1,4}(?:\s\s|$))/u;

/**
 * "32 Upprop", "KS 190 Dnr …", "KSAU 130/2031 Titel", "KS/2031:215 1 Titel", "33 3 Titel" (a page number behind the §'s):
 * letters, number, a second number.
 */
const OPENING =
  /^((?:\p{Lu}{2,}[/ ]?\d{4}[:/-]\d+\s)?(?:(\p{Lu}\p{L}{0,5})\s)?)(\d{1,4})(?:\/\d{2,4})?(?:\s(\d{1,4}))?(?=\s)/u;
/** What may follow: the matter's number, the § that it had at another body, a title. */
const FOLLOWS =
  /^\s+(?:(?:\p{Lu}\p{L}{1,4}\s\d{1,4}\s|\p{Lu}\p{Ll}\s(?=\p{Lu}))*)(?:(?:Dnr|DNR|dnr)[:. ]|\p{Lu}{2,4}[/ ]\d{4}[:/-]|["”“]?\p{Lu}[\p{L}-]{2,}|\d{4}[/-]\d|\d{2,4}\/\p{Lu}{2,4}\s\d)/u;
/** Words whose number is no §'s: of pages, papers, addresses, filing plans. */
const NO_LETTERS = ord(
  /^(?:sida|sidan|sid|blad|bilaga|nr|nummer|dnr|tel|tfn|fax|box|kl|kod|dpl|diariekod|kap|punkt|plan|den|år|del|tabell|ärende)$/iu,
);
/** All that stands above the first § of a page: what running heads say, and the name of a body or an office. */
const HEAD_WORDS = ord(
  /\b(?:sammanträdes?|mötes?)?(?:protokoll(?:sutdrag)?|datum|dag)\b|\b(?:sidan?|sidnr|sid|blad|nr|kommun|stad|paragrafer|dnr)\b|[\d()[\]/:.,-]+/giu,
);
/** How far behind a number the next one of a list of contents stands, in letters. */
const LISTED = 160;

interface Opening {
  line: number;
  /** Where the head begins, with what stands before its number, and where the number does. */
  from: number;
  at: number;
  number: number;
  letters: string;
  /** The page's own number behind the §'s. */
  page: { from: number; to: number } | null;
}

/**
 * Puts the § before the numbers that open pages of minutes, and before those between them that go on with the row.
 * `rows`: the same text with the heads that rows of numbers told; null where those are more.
 */
export function signPageOpenings(lines: Line[], rows: readonly Line[]): Line[] | null {
  if (!isMinutes(lines)) return null;
  const openings = risingRow(pagesOf(lines).flatMap((page, n) => openingOf(lines, page, n + 1) ?? []));
  const all = withinPages(lines, openings);
  if (all.length === 0 || all.length < rows.filter((l) => HEAD.test(l.text)).length) return null;
  const heads = new Map<number, Opening[]>();
  for (const head of all) heads.set(head.line, [...(heads.get(head.line) ?? []), head]);
  return lines.flatMap((line, i) => (heads.has(i) ? withSigns(line, heads.get(i) as Opening[]) : [line]));
}

/** Cuts a line before its heads and puts the sign before their numbers. */
function withSigns(line: Line, heads: Opening[]): Line[] {
  const parts: Line[] = [];
  const add = (from: number, to: number, more: Partial<Line>) => {
    const text = line.text.slice(from, to).trim();
    if (text) parts.push({ ...line, text, pageStart: line.pageStart && parts.length === 0, ...more });
  };
  add(0, heads[0]?.from ?? 0, {});
  heads.forEach(({ from, at, letters, page }, k) => {
    const end = heads[k + 1]?.from ?? line.text.length;
    // the matter's own number before the §'s stands on a line of its own
    const number = letters === '' && at > from;
    if (number) add(from, at, { gap: 2 * APART });
    const stop = page?.from ?? end;
    const head = `${line.text.slice(number ? at : from, at)}§ ${line.text.slice(at, stop)}`;
    parts.push({
      ...line,
      text: head.trim(),
      pageStart: line.pageStart && parts.length === 0,
      gap: number ? RUNNING : 2 * APART,
    });
    if (page) {
      add(page.from, page.to, { gap: RUNNING, running: true });
      add(page.to, end, { gap: RUNNING });
    }
  });
  return parts;
}

function isMinutes(lines: readonly Line[]): boolean {
  const second = lines.findIndex((l, i) => i > 0 && l.pageStart);
  if (second < 0) return false;
  const front = lines.slice(0, second);
  if (front.some((l) => KALLELSE.test(l.text))) return false;
  const text = front.map((l) => l.text).join('\n');
  const named = lines.some((l) => l.running && /^(?:sammanträdes)?protokoll\b/iu.test(l.text));
  return named || FRONT_LABELS.filter((label) => label.test(text)).length >= LABELS;
}

/** The lines of each page: the index of its first, and of the one behind its last. */
function pagesOf(lines: readonly Line[]): { from: number; to: number }[] {
  const starts = lines.flatMap((l, i) => (l.pageStart || i === 0 ? [i] : []));
  return starts.map((from, k) => ({ from, to: starts[k + 1] ?? lines.length }));
}

/** The § that a page opens with, if it does. */
function openingOf(
  lines: readonly Line[],
  page: { from: number; to: number },
  pageNumber: number,
): Opening[] | null {
  if (page.from === 0) return null;
  for (let i = page.from; i < page.to; i++) {
    const line = lines[i] as Line;
    if (line.running) continue;
    const found = openingIn(line.text, 0, pageNumber) ?? behindHead(line.text, pageNumber);
    if (found) return [{ line: i, ...found }];
    if (!isHead(line.text)) return null;
  }
  return null;
}

/** True for a line that holds nothing but what the head of a page does. */
function isHead(text: string): boolean {
  if (text.length > 80) return false;
  let rest = text;
  for (const organ of [...findOrganer(text)].reverse())
    rest = `${rest.slice(0, organ.start)} ${rest.slice(organ.end)}`;
  const left = rest.replace(HEAD_WORDS, ' ').trim();
  return left === '' || /^\p{Lu}\p{L}+(?:enheten|kontoret|förvaltningen|avdelningen)$/u.test(left);
}

/** A lettered number behind a head that was not cut off: "Protokoll sidnr 1(4) Kommunstyrelsen KS 235 Dnr …". */
function behindHead(text: string, pageNumber: number): Omit<Opening, 'line'> | null {
  for (const { index } of text.slice(0, 130).matchAll(/(?<=\S\s)\p{Lu}\p{L}{1,5}\s\d{1,4}\s/gu)) {
    if (!isHead(text.slice(0, index))) return null;
    const found = openingIn(text, index, pageNumber);
    if (found) return found;
  }
  return null;
}

function openingIn(text: string, from: number, pageNumber: number): Omit<Opening, 'line'> | null {
  const m = OPENING.exec(text.slice(from));
  if (!m) return null;
  const [whole, before = '', letters = '', first = '', second] = m;
  if (NO_LETTERS.test(letters)) return null;
  // "2 32 Upprop", "33 3 Information": the page's own number beside the §'s
  const behindPage = Number(first) === pageNumber && second !== undefined && letters === '';
  const number = Number(behindPage ? second : first);
  if (!behindPage && second !== undefined && Number(second) !== pageNumber) return null;
  if (number === 0 || (letters === '' && number === pageNumber && second === undefined)) return null;
  const behind = text.slice(from + whole.length);
  if (!FOLLOWS.test(behind) || isPerson(behind) || isListed(behind, number)) return null;
  // "KS 2031/160 Titel" is the matter's number
  if (letters !== '' && number > 1900 && /^\/\d/.test(text.slice(from + before.length + first.length)))
    return null;
  const end = from + whole.length;
  const page = second === undefined || behindPage ? null : { from: end - second.length, to: end };
  const at = behindPage ? end - String(second).length : from + before.length;
  return { from: behindPage ? at : from, at, number, letters, page };
}

/** "… 4 66 Skolavslutning 6 67 …": the next number soon behind, with no sentence between: a list of contents. */
function isListed(behind: string, number: number): boolean {
  const next = new RegExp(String.raw`\s${number + 1}\s+["”“]?\p{Lu}`, 'u').exec(behind.slice(0, LISTED));
  return next !== null && !/\p{Ll}\.\s/u.test(behind.slice(0, next.index + 1));
}

/** Openings whose numbers rise from page to page, with the letters that most have. */
function risingRow(openings: Opening[]): Opening[] {
  const counts = new Map<string, number>();
  for (const { letters } of openings) counts.set(letters, (counts.get(letters) ?? 0) + 1);
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  const row: Opening[] = [];
  for (const opening of openings) {
    if (opening.letters !== top?.[0]) continue;
    const last = row.at(-1);
    if (!last || opening.number > last.number) row.push(opening);
  }
  return row;
}

/** The openings, and between them each number that goes on with the row behind a sentence's end, a title after it. */
function withinPages(lines: readonly Line[], openings: Opening[]): Opening[] {
  return openings.flatMap((opening, k) => {
    const next = openings[k + 1];
    const found = [opening];
    let number = opening.number + 1;
    const until = next ? next.line : lines.length;
    for (let i = opening.line; i < until && (!next || number < next.number); i++) {
      const line = lines[i] as Line;
      if (line.running) continue;
      const letters = opening.letters ? `${opening.letters}\\s` : '';
      const form = new RegExp(String.raw`(?<!\S)${letters}${number}(?=\s)`, 'gu');
      const last = found.at(-1) as Opening;
      form.lastIndex = i === last.line ? last.at + 3 : 0;
      for (const m of line.text.matchAll(form)) {
        const before = wordBefore(line.text, m.index);
        const behind = line.text.slice(m.index + m[0].length);
        if (GOES_ON.test(before) || !FOLLOWS.test(behind) || isPerson(behind)) continue;
        if (!opening.letters && !endsSentence(before) && !/^\s+Dnr\b/iu.test(behind)) continue;
        const at = m.index + (opening.letters ? opening.letters.length + 1 : 0);
        found.push({ line: i, from: m.index, at, number, letters: opening.letters, page: null });
        number++;
        i--;
        break;
      }
    }
    return found;
  });
}
