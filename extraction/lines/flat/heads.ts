/**
 * Heads of §§ inside flat text. Minutes are numbered through the year, so heads are
 * told from references by their row: each is one more than the one before, and a title follows it.
 */
import { heaviestChain } from '../heaviest-chain.ts';
import type { Line } from '../line.ts';
import { APART, type Cuts, endsSentence, GOES_ON, RUNNING, splitLine, wordBefore } from './split-line.ts';

/** "§ 12", "KS § 12/2031", "§12"; the number is the first group. */
const SIGNED = /(?<![\p{L}\d§(])(?:\p{Lu}\p{L}{0,5}\.?\s)?§\s?(\d{1,4})(?:\/\d{2,4})?(?![\d–-])\.?(?=\s|$)/gu;
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
    // the title of an agenda's item stands under its label
    const label = /^(?:Ärende|ÄRENDE|Punkt)\s\d{1,3}[.:]?(?=\s)/u.exec(
      lines[head.line]?.text.slice(head.at) ?? '',
    );
    if (label) own.set(head.at + label[0].length, RUNNING);
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
  return heaviestChain(heads, {
    weight: (head) => head.weight,
    link: (before, head) => {
      const step = head.number - before.number;
      return step < 1 || step > reach ? null : -0.7 * (step - 1);
    },
  });
}
