/**
 * § heads that lost their sign: many texts come through a conversion that knows no "§", and then a bare number opens
 * the matter ("163 Information om ..."). Rows of tables, clauses and chapters of reports look alike; what tells heads
 * is that their numbers run on through the document and that each has sections, a decision or a number of its own below.
 */
import { labelledDiarienummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import { heaviestChain } from '../lines/heaviest-chain.ts';
import type { Line } from '../lines/line.ts';
import { headingOf } from '../vocabulary/headings.ts';
import type { ParagrafHead } from './paragraf-head.ts';

/** "163", "163/19 Rubrik", "KS 115 Rubrik", "200 Ärendenummer ABC-2031-00123". */
const BARE = /^(?:(\p{Lu}\p{L}{1,5})\.?\s+)?(\d{1,4})(?:\s?[/:]\s?(\d{2,4}))?(?:\s+(?!\d|[.,:;)(–-])(.*))?$/u;
/** "1. Sammanträdet öppnas": the form of a clause too, so only in what is known to be minutes. */
const DOTTED = /^()(\d{1,3})()\.\s+(\p{Lu}.*)$/u;
/** Words before a number that are no body's letters. */
const NO_PREFIX =
  /^(?:sida|sid|blad|bilaga|nr|kap|punkt|dnr|tel|tfn|år|rum|box|sal|kl|ca|del|tabell|figur)$/iu;
/** A row of a list of persons, a clause, a sum, a day: no title. */
const NO_TITLE = ord(
  /\(\p{Lu}{1,5}\)\s*(?:[Xx–-]\s*)*$|[.;,]$|^(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|kronor|kr|tkr|mnkr|procent|år|st|Ja|Nej)\b/iu,
);
const DECIDES = ord(/\b(?:beslutar|beslutade|besluta|BESLUTAR|föreslår|antecknas|godkänns|noteras)\b/u);
/** "Paragrafer 102 - 119", "Justerade paragrafer: 132–142". */
const RANGE = /\bparagrafer(?:na)?\b[^\d]{0,20}(\d{1,4})\s*[-–—]\s*(\d{1,4})\b/iu;

interface Candidate extends ParagrafHead {
  prefix: string;
  /** How much it is like a head. */
  weight: number;
  decides: boolean;
  /** Sections or a decision stand under it. */
  isMatter: boolean;
  /** A diarienummer with its label stands beside the number. */
  labelled: boolean;
}

/** The longest way below its number that a head has to its first section, in lines. */
const NEAR = 6;

function candidatesOf(lines: readonly Line[], form: RegExp): Candidate[] {
  const range = rangeOf(lines);
  const found = lines.flatMap((line, index) => {
    const m = form.exec(line.text.replace(/\s+/g, ' ').trim());
    if (!m?.[2]) return [];
    const [, prefix = '', number, year, rest = ''] = m;
    if (NO_PREFIX.test(prefix)) return [];
    // the first of the attachments
    if (rest === '' && headingOf(lines[index - 1]?.text ?? '') === 'bilagor') return [];
    const labelled = labelledDiarienummer(rest) !== null;
    if (rest !== '' && !labelled && (!/^["”“’']?\p{Lu}/u.test(rest) || NO_TITLE.test(rest))) return [];
    const n = Number(number);
    if (range && (n < range[0] || n > range[1])) return [];
    const paragraf = `${number}${year ? `/${year}` : ''}`;
    return [{ index, number: n, paragraf, rest, doubtful: false, prefix, labelled }];
  });
  return found.map(({ labelled, ...head }, i) => {
    const line = lines[head.index] as Line;
    const below = lines.slice(head.index + 1, found[i + 1]?.index);
    const sections = below.map((l) => headingOf(l.text));
    const decides = sections.includes('beslut') || below.some((l) => DECIDES.test(l.text));
    const isMatter = decides || sections.some((s) => s !== null && s !== 'narvaro');
    const near = below.slice(0, NEAR);
    const weight =
      1 +
      (line.gap >= 0.5 || line.pageStart ? 0.5 : 0) +
      (labelled || near.slice(0, 4).some((l) => labelledDiarienummer(l.text) !== null) ? 0.7 : 0) +
      (near.some((l) => headingOf(l.text) !== null) ? 0.5 : 0);
    return { ...head, weight, decides, labelled, isMatter };
  });
}

function rangeOf(lines: readonly Line[]): [number, number] | null {
  for (const line of lines.slice(0, 120)) {
    const m = RANGE.exec(line.text);
    if (m && Number(m[1]) <= Number(m[2])) return [Number(m[1]), Number(m[2])];
  }
  return null;
}

/** What it costs a run to leave numbers out. */
function gapCost(step: number): number {
  return step === 1 ? -0.5 : step <= 3 ? 0 : step <= 20 ? 0.9 : 1.8;
}

/** The run of heads with rising numbers and the same letters before them that weighs most. */
function heaviestRun(heads: readonly Candidate[]): Candidate[] {
  return heaviestChain(heads, {
    weight: (head) => head.weight,
    link: (before, head) =>
      before.number >= head.number || before.prefix !== head.prefix
        ? null
        : -gapCost(head.number - before.number),
    reach: 200,
    ties: 'first',
  });
}

/** The run with the heads between, before and after it that say nothing but what they are of. */
function withBareHeads(
  run: readonly Candidate[],
  all: readonly Candidate[],
  lines: readonly Line[],
): Candidate[] {
  const standsApart = ({ index }: Candidate) =>
    lines[index]?.pageStart === true || (lines[index]?.gap ?? 0) >= 0.5;
  const bare = all.filter((head) => !head.isMatter && head.prefix === run[0]?.prefix);
  const out = [...run];
  for (const head of bare) {
    const at = out.findIndex((other) => other.index > head.index);
    const [before, after] = [out[(at < 0 ? out.length : at) - 1], at < 0 ? undefined : out[at]];
    const follows = before ? head.number === before.number + 1 : after?.number === head.number + 1;
    if (!follows || (after && after.number <= head.number)) continue;
    if ((!before || !after) && !standsApart(head)) continue;
    out.splice(at < 0 ? out.length : at, 0, head);
  }
  return out;
}

/**
 * The heads of a text that prints no § signs, in order; none where the numbers are of something else. Three heads
 * that run on are a run; two or one must have what only a matter has, a diarienummer at the head. `minutes`: the text is
 * known to be minutes, whose matters may be numbered as clauses are.
 */
export function unsignedHeads(lines: readonly Line[], minutes = false): ParagrafHead[] {
  for (const form of minutes ? [BARE, DOTTED] : [BARE]) {
    const all = candidatesOf(lines, form);
    const run = heaviestRun(all.filter((head) => head.isMatter));
    const steps = run.slice(1).map((head, i) => head.number - (run[i] as Candidate).number);
    const near = steps.filter((step) => step <= 2).length;
    const deciding = run.filter((head) => head.decides).length;
    const enough = run.length >= 3 && near >= 0.6 * steps.length && deciding >= 0.5 * run.length;
    const least = minutes ? 1.5 : 2;
    const few = form === BARE && near === steps.length && run.every((h) => h.weight >= least && h.decides);
    const labelled = run.every((head) => head.labelled && head.decides);
    if (run.length === 0 || (!enough && !few && !labelled)) continue;
    return withBareHeads(run, all, lines).map(({ index, number, paragraf, rest, doubtful }) => ({
      index,
      number,
      paragraf,
      rest,
      doubtful,
    }));
  }
  return [];
}
