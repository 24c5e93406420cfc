/**
 * Heads of §§ inside flat text, and heads that lost their § sign. Minutes are numbered through the year, so heads are
 * told from references by their row: each is one more than the one before, and a title follows it.
 */
import { isHeading } from '../../vocabulary/headings.ts';
import type { Line } from '../line.ts';
import { APART, type Cuts, endsSentence, GOES_ON, splitLine, wordBefore } from './split-line.ts';

/** "§ 12", "KS § 12/2031", "§12"; the number is the first group. */
const SIGNED = /(?<![\p{L}\d§(])(?:\p{Lu}\p{L}{0,5}\.?\s)?§\s?(\d{1,4})(?:\/\d{2,4})?(?![\d–-])(?=\s|$)/gu;
/** "41 § Mötets öppnande": the sign behind its number. */
const AFTER = /(?<!\S)(\d{1,4})\s?§(?=\s+(?:\p{Lu}|\(?forts))/gu;
/** "Sn 46": a body's letters and a number, in minutes that print no sign. */
const LETTERED = /(?<!\S)\p{Lu}\p{L}{1,4}\s(\d{1,4})(?=\s)/gu;
/** What follows a head: a title, a number of the matter; what follows a reference goes on with the sentence. */
const TITLE_NEXT = /^\s*(?:["”“]?\p{Lu}|\d{4}[/-]|$)/u;

/** A row of heads has at least this weight: one head of its own line, or two that a sentence ended before. */
const LEAST = 1;

export interface Head {
  /** Index of the line, offset in it. */
  line: number;
  at: number;
  number: number;
  /** How much speaks for it. */
  weight: number;
}

/** "Ärende 8": the items of a kallelse. */
const LABELLED = /(?<!\S)(?:Ärende|ÄRENDE|Punkt)\s(\d{1,3})(?=[.:]?\s+\p{Lu})/gu;

/** Cuts flat lines before the heads of their §§ or agenda items. */
export function cutHeads(lines: Line[], isFlat: (line: Line) => boolean): Line[] {
  const cuts = new Map<number, Cuts>();
  for (const head of rowsOf(headsOf(lines))) {
    const own = cuts.get(head.line) ?? new Map();
    own.set(head.at, 2 * APART);
    cuts.set(head.line, own);
  }
  return lines.flatMap((line, i) => {
    if (!isFlat(line)) return [line];
    const parts = splitLine(line, cuts.get(i) ?? new Map());
    return cuts.has(i) ? parts.map(setApart) : parts;
  });
}

/** "Sn 46 Au 38 …": a head without a sign is one by the blanks behind its number. */
const setApart = (line: Line): Line => ({
  ...line,
  text: line.text.replace(/^(\p{Lu}\p{L}{1,4}\s\d{1,4})\s(?=\S)/u, '$1  '),
});

/** The row with most weight, and the rows of other minutes in the same file: numbers that are not in the row itself. */
function rowsOf(heads: Head[]): Head[] {
  const row = longestRow(heads, 3);
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last || row.reduce((sum, h) => sum + h.weight, 0) < LEAST) return [];
  const taken = new Set(row.map((h) => h.number));
  const others = (list: Head[]) => rowsOf(list.filter((h) => h.weight >= LEAST && !taken.has(h.number)));
  return [
    ...others(heads.slice(0, heads.indexOf(first))),
    ...row,
    ...others(heads.slice(heads.indexOf(last) + 1)),
  ];
}

/** Heads in the form that most of them have. */
function headsOf(lines: Line[]): Head[] {
  const [signed, after] = [SIGNED, AFTER].map((form) => candidates(lines, form)) as [Head[], Head[]];
  const most = after.length > signed.length ? after : signed;
  if (most.length >= 2) return most;
  const labelled = candidates(lines, LABELLED);
  if (labelled.length >= 2) return labelled;
  const letters = new Map<string, Head[]>();
  for (const head of candidates(lines, LETTERED)) {
    const key = /^\p{L}+/u.exec((lines[head.line] as Line).text.slice(head.at))?.[0] ?? '';
    letters.set(key, [...(letters.get(key) ?? []), head]);
  }
  const rows = [...letters.values()].map((heads) => longestRow(heads, 3));
  const lettered = rows.sort((a, b) => b.length - a.length)[0] ?? [];
  return lettered.length >= 3 ? lettered : most;
}

function candidates(lines: Line[], form: RegExp): Head[] {
  const found: Head[] = [];
  lines.forEach((line, i) => {
    for (const m of line.text.matchAll(form)) {
      const before = wordBefore(line.text, m.index);
      if (GOES_ON.test(before) || !TITLE_NEXT.test(line.text.slice(m.index + m[0].length))) continue;
      // "… beslut 2031-02-14 § 12" refers; a running head's day has been cut off from what follows
      const refers = /\d$/.test(before) || /^(?:beslut|protokoll|utdrag)/iu.test(before);
      found.push({
        line: i,
        at: m.index,
        number: Number(m[1]),
        weight: refers ? 0.2 : endsSentence(before) ? 2 : 1,
      });
    }
  });
  return found;
}

/** The row of rising numbers with most weight. A step of more than one costs; `reach` is the longest step. */
export function longestRow(heads: readonly Head[], reach: number): Head[] {
  const best: { weight: number; from: number }[] = [];
  heads.forEach((head, i) => {
    let choice = { weight: head.weight, from: -1 };
    for (let j = i - 1; j >= 0 && j >= i - 400; j--) {
      const step = head.number - (heads[j] as Head).number;
      if (step < 1 || step > reach) continue;
      const weight = (best[j]?.weight ?? 0) + head.weight - 0.7 * (step - 1);
      if (weight > choice.weight) choice = { weight, from: j };
    }
    best.push(choice);
  });
  let at = best.reduce((top, b, i) => (b.weight > (best[top]?.weight ?? 0) ? i : top), 0);
  const row: Head[] = [];
  while (at >= 0 && heads[at]) {
    row.unshift(heads[at] as Head);
    at = best[at]?.from ?? -1;
  }
  return row;
}

/** A bare number that may have had a § before it: at a line's head or, in flat text, anywhere before a title. */
const BARE = /(?<!\S)(?:\p{Lu}{2,4}\s|\p{Lu}\p{Ll}{1,2}\s)?(\d{1,4})(?:\/\d{2,4})?(?=\s+["”“]?\p{Lu}|$)/gu;
/** So many heads make a row; two will do where a heading follows each. */
const MIN_ROW = 3;
/** Each § of minutes decides, notes or tells something under a heading; this part of a row must. */
const HEADED = 0.5;
const DECIDES = /(?<!\p{L})(?:[Bb]eslut(?:ar|ade|et)?|BESLUT(?:AR)?)(?!\p{L})/u;
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
  const text = lines.map((l) => l.text).join('\n');
  if (!/protokoll/iu.test(text) || !DECIDES.test(text)) return lines;
  const byLine = new Map<number, Head[]>();
  for (const row of bareRows(bareHeads(lines, isFlat))) {
    const decided = row.filter((head, i) => DECIDES.test(between(lines, head, row[i + 1])));
    if (decided.length < HEADED * row.length) continue;
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
        ? { ...part, text: part.text.replace(/(?=\d)/, '§ ') }
        : part,
    );
  });
}

/** The rows of a file's minutes, one after the other. */
function bareRows(heads: Head[]): Head[][] {
  const row = longestRow(heads, 2);
  const [first, last] = [row[0], row.at(-1)];
  const isRow = row.length >= MIN_ROW || (row.length === 2 && row.every((h) => h.weight >= 2));
  if (!isRow || !first || !last) return [];
  const taken = new Set(row.map((h) => h.number));
  const others = (list: Head[]) => bareRows(list.filter((h) => h.weight > 1 && !taken.has(h.number)));
  return [
    ...others(heads.slice(0, heads.indexOf(first))),
    row,
    ...others(heads.slice(heads.indexOf(last) + 1)),
  ];
}

/** Whether the paper last named at the head of a line, in it or above, is minutes. */
function inMinutes(lines: Line[], i: number): boolean {
  for (let k = i; k >= 0; k--) {
    const named = [...(lines[k] as Line).text.slice(0, 120).matchAll(PAPER)].at(-1);
    if (named) return named[1] === undefined;
  }
  return true;
}

function bareHeads(lines: Line[], isFlat: (line: Line) => boolean): Head[] {
  const found: Head[] = [];
  lines.forEach((line, i) => {
    const flat = isFlat(line);
    for (const m of line.text.matchAll(BARE)) {
      if (!flat && m.index > 0) break;
      const before = wordBefore(line.text, m.index);
      if (GOES_ON.test(before) || NUMBERED.test(before)) continue;
      // a page number stands at a page's head, too
      const alone = line.pageStart && m.index === 0;
      const weight = (endsSentence(before) ? 1 : 0.4) + (isHeaded(lines, i, m.index) ? 1 : 0);
      found.push({ line: i, at: m.index, number: Number(m[1]), weight: alone ? weight * 0.6 : weight });
    }
  });
  return found;
}

/** Words whose number is none of a §. */
const NUMBERED = /^(?:sida|sid|blad|bilaga|dnr|tel|januari|februari|mars|box)\.?$/iu;

/** A section's heading, or a lead-in, follows soon: no entry of a table of contents has one. */
function isHeaded(lines: Line[], i: number, at: number): boolean {
  if (lines.slice(i + 1, i + 7).some((l) => isHeading(l.text))) return true;
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
