/**
 * Heads of §§ that lost their sign: converted texts drop it everywhere, and a bare number opens the item. Told by their
 * row, by the title behind each and by what is decided under them.
 */
import { isHeading } from '../../vocabulary/headings.ts';
import type { Line } from '../line.ts';
import { type Head, longestRow } from './heads.ts';
import { isPerson, isStandingTitle, tellsDecision } from './matter-words.ts';
import { APART, endsSentence, GOES_ON, splitLine, wordBefore } from './split-line.ts';

/**
 * A bare number that may have had a § before it: at a line's head or, in flat text, anywhere before a title. What is left
 * of the matter's own number may stand between ("94 /3140 Taxor", "94 LK/ Taxor"). A year is no §'s.
 */
const BARE =
  /(?<!\S)(?:\p{Lu}{2,4}\s|\p{Lu}\p{Ll}{1,2}\s)?(?!(?:19|20)\d{2}(?!\d))(\d{1,4})(?:\/\d{2,4})?(?=(?:\s\/\d{2,5}|\s\p{Lu}{2,4}\/)?\s+["”“]?\p{Lu}|$)/gu;
/** So many heads make a row; two will do where a heading follows each. */
const MIN_ROW = 3;
/** Each § of minutes decides, notes or tells something under a heading; this part of a row must. */
const HEADED = 0.5;
const DECIDES = /(?<!\p{L})(?:[Bb]eslut(?:ar|ade|et)?|BESLUT(?:AR)?)(?!\p{L})/u;
/** A paper of a list, by the name of its file: it says nothing of the paper that lists it. */
const FILE = /\.(?:pdf|docx?)$/iu;
/** What the papers are called that numbers stand in: the items of a kallelse have no §. */
const PAPER =
  /(?<!\p{L})(?:(Kallelse|KALLELSE|Föredragningslista|FÖREDRAGNINGSLISTA)|(?:Sammanträdes|SAMMANTRÄDES)?(?:[Pp]rotokoll|PROTOKOLL)(?:sutdrag|SUTDRAG)?)(?!\p{L})/gu;

/**
 * Puts the § back before the heads of minutes that lost the sign everywhere: bare numbers in a row, a title after each
 * and a decision under most. Items of a kallelse are only cut off. The text of the §§ themselves is not touched.
 */
export function restoreSigns(lines: Line[], isFlat: (line: Line) => boolean): Line[] {
  const SIGN =
    /^(?:(?:\p{Lu}\p{L}{0,6}\.?\s)?§\s*\d|\d{1,4}\s?§|(?!(?:Sida|Sid|Blad)\s)\p{Lu}\p{L}{1,4}\s\d{1,4}(?:\s\s|$))/u;
  if (lines.reduce((n, l) => n + (SIGN.test(l.text) ? 1 : 0), 0) >= 2) return lines;
  const paper = lines.some(isFlat) ? /protokoll|föredragningslista/iu : /protokoll/iu;
  if (!lines.some(({ text }) => paper.test(text) && !FILE.test(text))) return lines;
  const byLine = new Map<number, Head[]>();
  const decides = (row: Head[]) =>
    row.filter((head, i) => {
      const own = between(lines, head, row[i + 1]);
      if (DECIDES.test(own)) return true;
      // what each meeting begins with needs no decision to be a §'s
      const opening = isStandingTitle(own.replace(/^\P{L}*\d+/u, ''));
      return isFlat(lines[head.line] as Line) && (tellsDecision(own) || opening);
    }).length >=
    HEADED * row.length;
  for (const row of bareRows(bareHeads(lines, isFlat), decides)) {
    for (const head of row) byLine.set(head.line, [...(byLine.get(head.line) ?? []), head]);
  }
  return lines.flatMap((line, i) => {
    const heads = byLine.get(i);
    if (!heads) return [line];
    const parts = splitLine(line, new Map(heads.map((h) => [h.at, 2 * APART])));
    const starts = heads.map((h) => line.text.slice(h.at).trim().slice(0, 30));
    const minutes = inMinutes(lines, i);
    return parts.map((part) =>
      minutes && starts.some((s) => part.text.startsWith(s))
        ? { ...part, gap: Math.max(part.gap, 2 * APART), text: part.text.replace(/(?=\d)/, '§ ') }
        : part,
    );
  });
}

/** The rows of a file's minutes, one after the other; a row that decides nothing, as a list of contents, is none. */
function bareRows(heads: Head[], decides: (row: Head[]) => boolean): Head[][] {
  const row = longestRow(heads, 2);
  const [first, last] = [row[0], row.at(-1)];
  const isRow =
    row.length >= MIN_ROW ||
    (row.length === 2 && row.every((h) => h.weight >= HEADED_WEIGHT)) ||
    row.some((h) => h.weight >= SURE);
  if (!isRow || !first || !last) return [];
  if (!decides(row)) {
    const left = new Set(row);
    return bareRows(
      heads.filter((h) => !left.has(h)),
      decides,
    );
  }
  const taken = new Set(row.map((h) => h.number));
  const others = (list: Head[]) =>
    bareRows(
      list.filter((h) => h.weight > 1 && !taken.has(h.number)),
      decides,
    );
  return [
    ...others(heads.slice(0, heads.indexOf(first))),
    row,
    ...others(heads.slice(heads.indexOf(last) + 1)),
  ];
}

/** What a head weighs that a heading follows, wherever it stands. */
const HEADED_WEIGHT = 1.4;

/** What a head weighs that is one, however few there are: minutes' own title or a body's letters, and a decision. */
const SURE = 3;

/** Whether the paper last named at the head of a line, in it or above, is minutes. */
function inMinutes(lines: Line[], i: number): boolean {
  for (let k = i; k >= 0; k--) {
    // behind a number stands a title
    const head = (lines[k] as Line).text.slice(0, 120).replace(/^\d{1,4}\s\p{Lu}.*/u, '');
    const named = [...head.matchAll(PAPER)].at(-1);
    if (named) return named[1] === undefined;
  }
  return true;
}

function bareHeads(lines: Line[], isFlat: (line: Line) => boolean): Head[] {
  const found: Head[] = [];
  lines.forEach((line, i) => {
    // a page's number alone
    if (line.running && /^\d{1,3}$/.test(line.text)) return;
    const flat = isFlat(line);
    for (const m of line.text.matchAll(BARE)) {
      if (!flat && m.index > 0) break;
      const before = wordBefore(line.text, m.index);
      if (GOES_ON.test(before) || NUMBERED.test(before) || LEADERS.test(before) || LISTS.test(before))
        continue;
      const behind = line.text.slice(m.index + m[0].length).replace(/^\s\p{Lu}{2,4}\/(?=\s)/u, '');
      if (flat && isPerson(behind)) continue;
      // a page number stands at a page's head, too
      const alone = line.pageStart && m.index === 0;
      const headed = isHeaded(lines, i, m.index);
      const weight = (endsSentence(before) ? 1 : 0.4) + (headed ? 1 : 0);
      const lettered = /^\p{L}/u.test(m[0]) || DNR_END.test(before);
      // "Ks 84 Au 92": the matter's number at another body
      if (lettered && /^\d{1,4}$/.test(before)) continue;
      const opens = headed || tellsDecision(behind) || (lettered && NUMBER_NEXT.test(behind));
      const titled = isStandingTitle(behind) || (!alone && TITLE_AND_NUMBER.test(behind));
      const known = flat && (titled || lettered) && opens;
      found.push({
        line: i,
        at: m.index,
        number: Number(m[1]),
        weight: known ? weight + SURE : alone ? weight * 0.6 : weight,
      });
    }
  });
  return found;
}

/** A matter's number before the §'s: "KSF/2031:12 31 Val av …". */
const DNR_END = /^\p{Lu}{2,}[/ ]?\d{4}[:/-]\d+$/u;

/** A title and, behind it, the matter's own number with its label: "5 Motion om skolskjuts Diarienummer: KS 2031/12". */
const TITLE_AND_NUMBER =
  /^\s["”“]?\p{Lu}[^.]{6,140}?\s(?:Diarienummer|Diarienr|Dnr|DNR)[.:]?\s(?:\p{Lu}{1,6}[ /]?)?\d/u;

/** The matter's own number behind the §'s, and the § it had at another body between: "Ks 84 Au 92 Dnr 61/". */
const NUMBER_NEXT = /^\s(?:\p{Lu}\p{L}{1,3}\s\d{1,4}\s)?(?:Dnr|DNR)(?!\p{L})/u;

/** "Upprop... 3": the page that a list of contents gives. */
const LEADERS = /(?:\.\.|…)$/u;

/** The headings of lists that number their papers: "Beslutsunderlag 1 Tjänsteskrivelse 2 Protokollsutdrag". */
const LISTS = /^(?:(?:[Bb]esluts)?[Uu]nderlag|BESLUTSUNDERLAG|Handlingar|Bilagor):?$/u;

/** Words whose number is none of a §. */
const NUMBERED = /^(?:sida|sid|blad|bilaga|dnr|tel|januari|februari|mars|box)\.?$/iu;

/** Sections that most §§ have, at the head of a line that goes on with their text. */
const OPENS_SECTION =
  /^(?:Beslut|BESLUT|Sammanfattning|Bakgrund|Ärendebeskrivning|Förslag till beslut)(?=\s|$)/u;

/** A section's heading, or a lead-in, follows soon: no entry of a table of contents has one. */
function isHeaded(lines: Line[], i: number, at: number): boolean {
  for (const { text } of lines.slice(i + 1, i + 7)) {
    if (isHeading(text) || OPENS_SECTION.test(text)) return true;
    if (/^\d{1,4}\s+\p{Lu}/u.test(text)) break;
  }
  const behind = (lines[i] as Line).text.slice(at, at + 300);
  return /(?<!\p{L})(?:Beslut|Sammanfattning|Bakgrund|Ärende\p{L}*|BESLUT)(?!\p{L})/u.test(behind);
}

/** The text from a head to the next. */
function between(lines: Line[], head: Head, next: Head | undefined): string {
  const last = next?.line ?? Math.min(lines.length - 1, head.line + 80);
  const all = lines.slice(head.line, last + 1).map((l) => l.text);
  if (next) all[all.length - 1] = (all.at(-1) ?? '').slice(0, next.at);
  all[0] = (all[0] ?? '').slice(head.at);
  return all.join('\n');
}
