/**
 * Where each § of a protokoll begins. Protokoll are numbered through the year (kommunallagen leaves the form
 * free), so the heads of one meeting run upwards; a number that does not fit the run is a reference.
 */
import { bareDiarienummer, labelledDiarienummer, loneDiarienummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import { heaviestChain } from '../lines/heaviest-chain.ts';
import type { Line } from '../lines/line.ts';
import { headingOf, isHeading } from '../vocabulary/headings.ts';
import type { Section } from '../vocabulary/section.ts';
import type { ParagrafHead } from './paragraf-head.ts';
import { isStatute } from './statute.ts';
import { unsignedHeads } from './unsigned.ts';

/** "§ 45", "§ 40/2031", "§63/20", "KS § 12", "Kf. § 12", "§ 4 a", "Paragraf 7", "§§ 3". */
const SIGNED =
  /^(?:(?:\p{Lu}[\p{L}]{0,7}\.?)\s*)?(?:§{1,2}|Paragraf)\s*(\d{1,4})(?:\s?([/:])\s?(\d{2,4}))?(?!\d)\s*(?:\.\s*)?(.*)$/u;
/** "41 § Mötets öppnande": the sign after its number. */
const AFTER = /^(\d{1,4})(?:\s?([/:])\s?(\d{2,4}))?\s?§\s*(.*)$/u;
/** "Sn 49", "KS 115": a body's letters and a number alone on a line; "KS 2031/58" is a matter's number. */
const PREFIXED =
  /^(\p{Lu}[\p{L}]{1,5})\s+(?!(?:19|20)\d{2}\s?[/:])(\d{1,4})(?:\s*[/:]\s*(\d{2,4}))?(?:\s{2,}(.*))?$/u;

/** What follows a § that is only referred to: ", den 3 maj", "hälso- och sjukvårdsnämnden angående", "och 13", "FL". */
const REFERENCE_REST =
  /^(?:[,;)–-]|\p{Ll}|\d|(?:\d{4}-\d{2}-\d{2})|(?:FL|FPL|KL|MB|PBL|SoL|OSL|RF|TF)(?![\p{L}-]))/u;
/** A dash or colon between the number and the title ("§ 151 - Ansökan"); other §§ of a range ("§ 77–84 Avskrivningar"). */
const DASHED = /^[-–—:]\s+(?=["”“’']?\p{Lu})/u;
const RANGE = /^[-–]\s?\d{1,4}\s+(?=\p{Lu})/u;
/** The matter's number right after the §'s: "§ 63 2031/199", "§ 63 2031.199 SN". */
const NUMBERED = /^(?:\d{4}(?:[-/]|\.\d{2,5}(?![.\d]))|\d{2}\/\p{Lu}{2,4}\s?\d)/u;
/** "§ 10:7": the seventh matter of the year's tenth meeting. */
const OF_MEETING = /^:(\d{1,2})(?=\s|$)\s*/u;
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
  const dashed = usesDashes(lines, sign);
  const meeting = meetingNumber(lines, sign);
  lines.forEach((line, index) => {
    const signed = sign.exec(line.text.replace(/\s+/g, ' ').trim());
    const prefixed = signed ? null : PREFIXED.exec(line.text);
    if (prefixed && prefixed[1] !== prefix) return;
    const m = signed ?? prefixed;
    if (!m) return;
    const [number, year, after] = signed ? [m[1], m[3], m[4] ?? ''] : [m[2], m[3], m[4] ?? ''];
    const ofMeeting = signed !== null && number === meeting;
    const matter = ofMeeting ? (year ?? OF_MEETING.exec(after)?.[1]) : undefined;
    const beside = numberBeside(after);
    const rest = (beside ?? after)
      .replace(ofMeeting && !year ? OF_MEETING : /^$/, '')
      .replace(RANGE, '')
      .replace(dashed ? DASHED : /^$/, '');
    if (signed && beside === null && REFERENCE_REST.test(rest) && !NUMBERED.test(rest)) return;
    if (signed && isOtherBodys(lines, index, heads.at(-1))) return;
    const before = lines[index - 1];
    const runsOn = before && !line.pageStart && line.gap < 0.4 && UNFINISHED.test(before.text);
    heads.push({
      doubtful: Boolean(runsOn && before.text.length > 60),
      index,
      number: Number(matter ?? number),
      paragraf: `${number}${matter ? `:${matter}` : year ? `/${year}` : ''}`,
      rest,
    });
  });
  return heads;
}

/** "0479/17" or "KS 2031/118 Taxa" of "§ 95, KS 2031/118 Taxa": the matter's number, and the title behind it if there is one. */
function numberBeside(after: string): string | null {
  const rest = /^,\s*(\S.*)$/u.exec(after)?.[1] ?? after;
  const lone = loneDiarienummer(rest)?.value;
  if (lone || rest === after) return lone ?? null;
  const found = labelledDiarienummer(rest) ?? bareDiarienummer(rest);
  const label = found ? rest.slice(0, found.start).trim() : '';
  return found && /^(?:\p{L}{1,13}\.?:?)?$/u.test(label) && /^(?:$|\s+\p{Lu})/u.test(rest.slice(found.end))
    ? rest
    : null;
}

/** True where most heads with a title have a dash before it: elsewhere "§ 12 – Tekniska" names a § of somebody else. */
function usesDashes(lines: Line[], sign: RegExp): boolean {
  const rests = lines.map((l) => sign.exec(l.text)?.[4] ?? '');
  const dashed = rests.filter((rest) => DASHED.test(rest)).length;
  return dashed > 0 && dashed >= rests.filter((rest) => /^\p{Lu}/u.test(rest)).length;
}

/** The meeting's number, where the matters are numbered within it. */
function meetingNumber(lines: Line[], sign: RegExp): string | null {
  const heads = lines.flatMap((l) => {
    const m = sign.exec(l.text);
    return m?.[1] && (m[2] === ':' || OF_MEETING.test(m[4] ?? '')) ? [m[1]] : [];
  });
  return heads.length >= 2 && new Set(heads).size === 1 ? (heads[0] ?? null) : null;
}

/** The letters of a body before a §. */
const BODY_LETTERS = /^(\p{Lu}\p{L}{1,7})\.?\s*§/u;

/**
 * "Au § 70" under "Kf § 46": the number that the matter had at another body. Only heads and numbers stand between the
 * two, and each names its body.
 */
function isOtherBodys(lines: Line[], index: number, before: ParagrafHead | undefined): boolean {
  if (!before || index - before.index > REFERENCES) return false;
  const own = BODY_LETTERS.exec(lines[index]?.text ?? '')?.[1]?.toLowerCase();
  const first = BODY_LETTERS.exec(lines[before.index]?.text ?? '')?.[1]?.toLowerCase();
  if (!own || !first || own === first) return false;
  return !lines.slice(before.index + 1, index).some((l) => isHeading(l.text) || /[.:]$/.test(l.text));
}

/** So many lines below a head the numbers of other bodies stand: the title and the matter's number are between. */
const REFERENCES = 5;

/**
 * The heads of a protokoll in order. Left out: a table of contents (the same numbers again further down),
 * the head repeated at the top of a page, references, and numbers out of the run. None in rules with §§ of their own.
 */
export function findParagrafHeads(lines: Line[]): ParagrafHead[] {
  const all = candidates(lines).filter((h) => !CONTINUED.test(h.rest));
  if (all.length === 0) return unsignedHeads(lines, true);
  const contents = contentsOf(all, lines);
  const withoutContents = all.filter((h, i) => !contents.has(h) && !isPageTitle(h, all[i + 1], lines));
  const run = longestRun(
    withoutContents.filter((h) => !h.doubtful),
    lines,
  );
  for (const head of withoutContents.filter((h) => h.doubtful && (h.rest === '' || opensMatter(h, lines)))) {
    const at = run.findIndex((h) => h.index > head.index);
    const before = run[(at < 0 ? run.length : at) - 1];
    if (before && head.number === before.number + 1 && (at < 0 || (run[at]?.number ?? 0) > head.number)) {
      run.splice(at < 0 ? run.length : at, 0, head);
    }
  }
  while (isListedLast(run, all, lines)) run.pop();
  return isStatute(run, lines) ? [] : run;
}

/** A title with the matter's number or its first section right under it. */
function opensMatter({ index, rest }: ParagrafHead, lines: Line[]): boolean {
  const below = lines.slice(index + 1, index + 3);
  return (
    /^\p{Lu}/u.test(rest) && below.some((l) => isHeading(l.text) || labelledDiarienummer(l.text) !== null)
  );
}

/**
 * A § far ahead of the others, in a list of documents or of other bodies' §§ that ends the minutes: "§ 67 2031.142 KS
 * Revidering av …".
 */
function isListedLast(run: ParagrafHead[], all: ParagrafHead[], lines: Line[]): boolean {
  const [before, last] = run.slice(-2);
  if (!before || !last || last.number - before.number <= FAR) return false;
  const below = lines.slice(last.index + 1).map((l) => (isHeading(l.text) ? headingOf(l.text) : null));
  if (below.some((section) => section !== null && !LISTS.has(section))) return false;
  const above = lines.slice(before.index, last.index).findLast((l) => headingOf(l.text) !== null);
  const lower = all.some((h) => h.index > last.index && h.index - last.index <= 3 && h.number < last.number);
  return lower || (above !== undefined && headingOf(above.text) === 'underlag');
}

/** What lists documents and recipients, and decides nothing. */
const LISTS = new Set<Section>(['expediering', 'underlag', 'bilagor']);

/** No minutes leave out so many §§. */
const FAR = 10;

/** So many lines a page's own title stands above the head that it repeats. */
const TITLE_ABOVE = 8;

/** "§ 95 Motion om …" as the title of a web page, above the minutes' own head: the same number again, no text between. */
function isPageTitle(head: ParagrafHead, next: ParagrafHead | undefined, lines: Line[]): boolean {
  if (!next || next.number !== head.number || next.index - head.index > TITLE_ABOVE) return false;
  const between = lines.slice(head.index + 1, next.index);
  return (
    head.rest !== '' &&
    between.length > 0 &&
    between.every((l) => l.text.length < 70 && !/[.:]$/.test(l.text) && !isHeading(l.text))
  );
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

/** Between equals a number that only OCR has read gives way; less than one head in all, however many they are. */
const UNCONFIRMED = 1 - 1e-4;

/**
 * The longest chain of heads whose numbers rise; a repeated number stays with its first head, or with the one that is
 * confirmed.
 */
function longestRun(heads: ParagrafHead[], lines: Line[]): ParagrafHead[] {
  const unsure = ({ index }: ParagrafHead) =>
    lines[index]?.words.some((w) => w.confirmed === false && /\d/.test(w.text)) === true;
  return heaviestChain(heads, {
    weight: (head) => (unsure(head) ? UNCONFIRMED : 1),
    link: (before, head) => (before.number < head.number && before.index < head.index ? 0 : null),
    ties: 'first',
  });
}
