/**
 * Where each § of a protokoll begins. Protokoll are numbered through the year (kommunallagen leaves the form
 * free), so the heads of one meeting run upwards; a number that does not fit the run is a reference.
 */
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { isHeading } from '../vocabulary/headings.ts';
import { unsignedHeads } from './unsigned.ts';

export interface ParagrafHead {
  /** Index of the head's line. */
  index: number;
  /** "142/19", "12". */
  paragraf: string;
  number: number;
  /** What follows the number on the same line. */
  rest: string;
  /** It stands where a sentence wraps: taken only where the run of numbers needs it. */
  doubtful: boolean;
}

/** "§ 45", "§ 40/2031", "§63/20", "KS § 12", "Kf. § 12", "§ 4 a", "Paragraf 7", "§§ 3". */
const SIGNED =
  /^(?:(?:\p{Lu}[\p{L}]{0,7}\.?)\s*)?(?:§{1,2}|Paragraf)\s*(\d{1,4})(?:\s?([/:])\s?(\d{2,4}))?(?!\d)\s*\.?\s*(.*)$/u;
/** "41 § Mötets öppnande": the sign after its number. */
const AFTER = /^(\d{1,4})(?:\s?([/:])\s?(\d{2,4}))?\s?§\s*(.*)$/u;
/** "Sn 49", "KS 115": a body's letters and a number alone on a line. */
const PREFIXED = /^(\p{Lu}[\p{L}]{1,5})\s+(\d{1,4})(?:\s*[/:]\s*(\d{2,4}))?(?:\s{2,}(.*))?$/u;

/** What follows a § that is only referred to: ", den 3 maj", "hälso- och sjukvårdsnämnden angående", "och 13". */
const REFERENCE_REST = /^(?:[,;)–-]|\p{Ll}|\d|(?:\d{4}-\d{2}-\d{2}))/u;
/** A line that goes on in the next one. */
const UNFINISHED = ord(
  /(?:[,\p{Ll}\d–-]|\b(?:i|av|enligt|enl|och|den|se|punkt|nr|beslut|protokoll|protokollsutdrag))$/u,
);
/** A note that the § goes on from the page before. */
const CONTINUED = /^\(?(?:forts|fortsättning)/i;

/** The letters that open most numbered heads without a §, if they open at least two: "Sn 45", "Sn 46". */
function prefixOf(lines: Line[]): string | null {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const prefix = PREFIXED.exec(line.text)?.[1];
    if (prefix && !NO_PREFIX.test(prefix)) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  return top && top[1] >= 2 ? top[0] : null;
}

/** Words that stand before a number alone on a line and are no body's letters. */
const NO_PREFIX =
  /^(?:sida|sid|blad|bilaga|nr|kap|punkt|dnr|tel|tfn|maj|juni|juli|mars|april|år|rum|box|sal)$/iu;

function candidates(lines: Line[]): ParagrafHead[] {
  const heads: ParagrafHead[] = [];
  const count = (form: RegExp) => lines.filter((l) => form.test(l.text)).length;
  const after = count(AFTER);
  const before = count(SIGNED);
  const sign = after > before ? AFTER : SIGNED;
  // letters without a § count only in minutes that print none
  const prefix = Math.max(after, before) >= 2 ? null : prefixOf(lines);
  lines.forEach((line, index) => {
    const signed = sign.exec(line.text.replace(/\s+/g, ' ').trim());
    const prefixed = signed ? null : PREFIXED.exec(line.text);
    if (prefixed && prefixed[1] !== prefix) return;
    const m = signed ?? prefixed;
    if (!m) return;
    const [number, year, rest] = signed ? [m[1], m[3], m[4] ?? ''] : [m[2], m[3], m[4] ?? ''];
    if (signed && REFERENCE_REST.test(rest) && !/^\d{4}[-/.:]\d/.test(rest)) return;
    const before = lines[index - 1];
    const runsOn = before && !line.pageStart && line.gap < 0.4 && UNFINISHED.test(before.text);
    heads.push({
      doubtful: Boolean(runsOn && before.text.length > 60),
      index,
      number: Number(number),
      paragraf: `${number}${year ? `/${year}` : ''}`,
      rest,
    });
  });
  return heads;
}

/**
 * The heads of a protokoll in order. Left out: a table of contents (the same numbers again further down),
 * the head repeated at the top of a page, references, and numbers out of the run.
 */
export function findParagrafHeads(lines: Line[]): ParagrafHead[] {
  const all = candidates(lines).filter((h) => !CONTINUED.test(h.rest));
  if (all.length === 0) return unsignedHeads(lines, true);
  const contents = contentsOf(all, lines);
  const withoutContents = all.filter((h) => !contents.has(h));
  const run = longestRun(withoutContents.filter((h) => !h.doubtful));
  for (const head of withoutContents.filter((h) => h.doubtful && h.rest === '')) {
    const at = run.findIndex((h) => h.index > head.index);
    const before = run[(at < 0 ? run.length : at) - 1];
    if (before && head.number === before.number + 1 && (at < 0 || (run[at]?.number ?? 0) > head.number)) {
      run.splice(at < 0 ? run.length : at, 0, head);
    }
  }
  return run;
}

/** Heads with at most two lines to the next and no section between, that come again further down. */
function contentsOf(heads: ParagrafHead[], lines: Line[]): Set<ParagrafHead> {
  const lastIndex = new Map<number, number>();
  for (const h of heads) lastIndex.set(h.number, h.index);
  const listed = heads.map((h, i) => {
    const next = heads[i + 1];
    const again = (lastIndex.get(h.number) ?? h.index) > h.index;
    if (!again || !next || next.number === h.number || next.index - h.index > 3) return false;
    return !lines.slice(h.index + 1, next.index).some((l) => isHeading(l.text));
  });
  return new Set(heads.filter((_, i) => listed[i] && (listed[i - 1] || listed[i + 1])));
}

/** The longest chain of heads whose numbers rise; a repeated number stays with its first head. */
function longestRun(heads: ParagrafHead[]): ParagrafHead[] {
  const best: { length: number; from: number }[] = [];
  heads.forEach((head, i) => {
    let choice = { length: 1, from: -1 };
    for (let j = i - 1; j >= 0 && j >= i - 400; j--) {
      const before = heads[j];
      const chain = best[j];
      if (!before || !chain || before.number >= head.number || before.index >= head.index) continue;
      if (chain.length + 1 > choice.length) choice = { length: chain.length + 1, from: j };
    }
    best.push(choice);
  });
  let at = best.reduce((top, b, i) => (b.length > (best[top]?.length ?? 0) ? i : top), 0);
  const run: ParagrafHead[] = [];
  while (at >= 0 && heads[at]) {
    run.unshift(heads[at] as ParagrafHead);
    at = best[at]?.from ?? -1;
  }
  return run;
}
