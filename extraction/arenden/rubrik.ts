/** The title of a § or an agenda item: what stands between its number and its first section. */
import { isLedtext } from '../items/ledtext.ts';
import {
  bareDiarienummer,
  bracketedDiarienummer,
  isNumberLabel,
  labelledDiarienummer,
  loneDiarienummer,
} from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { isDeliberateBreak, type Measure } from '../lines/paragraphs.ts';
import { BESLUTSVERB } from '../vocabulary/beslutsverb.ts';
import { isHeading } from '../vocabulary/headings.ts';

/** What heads a section of a matter, and is as often the matter itself: right under the number of a §. */
const MATTER = /^(?:information(?:er)?|ajournering|överläggning(?:ar)?|föredragning(?:ar)?)$/iu;

/** A title of more lines has not been seen. */
const LONGEST = 7;

/** "AU § 188", "Sn 46   Au 38": the numbers that a matter has at other bodies. */
const OTHERS_NUMBERS = /^(?:\p{Lu}\p{L}{0,5}\.?\s+§\s*\d{1,4}(?:\/\d{2,4})?(?:\s+|$))+$/u;
const OTHERS_FIRST = /^(?:\p{Lu}\p{L}{0,5}\.?\s+(?:§\s*)?(?!(?:19|20)\d\d$)\d{1,4}(?:\s{2,}|$))+/u;
/** A system's own number for the paper: "Hid: 2018.812". */
const SYSTEM_ID = /(?:^|\s)(?:hid|dokid|id):\s*\d[\d.]*$/iu;
/** The code of a filing plan: "Diariekod: 409", "Dpl 311", "Kod 623". */
const FILING_CODE = /^(?:diarie(?:plan)?(?:s?kod)?|dpl|kod|klass(?:ificering)?)\.?:?\s*\d{2,4}$/iu;
const FILING_FIRST = /^(?:diariekod|dpl|kod)\.?:?\s\d{2,4}\s+(?=["”“]?\p{Lu})/iu;
/** An agenda's column of times: "kl. 09.10", "08.35", "13:00–13:20". */
const TIME = /(?:^|(?<!\s)\s{2,})(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s?[-–]\s?\d{1,2}[.:]\d{2})?$/iu;

/** Numbers, labels and brackets around them, and the columns beside a title, are no part of it. */
function withoutNumber(text: string): string {
  const bare = withoutDiarienummer(text.replace(TIME, '').replace(SYSTEM_ID, '').replace(FILING_FIRST, ''));
  return OTHERS_NUMBERS.test(bare) ? '' : bare;
}

/** ", KS 2031/55" behind "Dnr TN 2031/210": the numbers that the matter has at other bodies. */
function withoutMoreNumbers(text: string): string {
  const parted = /^\s*(?:[,;&]|och)\s*(?:dnr\.?\s*)?/iu.exec(text)?.[0] ?? '';
  const more = parted === '' ? null : bareDiarienummer(text.slice(parted.length));
  return more?.start === 0 ? withoutMoreNumbers(text.slice(parted.length + more.end)) : text;
}

function withoutDiarienummer(text: string): string {
  if (loneDiarienummer(text)) return '';
  const number = labelledDiarienummer(text) ?? bracketedDiarienummer(text) ?? bareDiarienummer(text);
  if (!number) return text;
  const label = labelledDiarienummer(text)
    ? text.slice(0, number.start).search(/(?<!\S)\S*(?:nummer|nr|beteckning|dnr|referens)\s*(?:[.:]+\s*)?$/iu)
    : -1;
  const from = label >= 0 ? label : number.start;
  const before = text
    .slice(0, from)
    .replace(/[([]\s*$/, '')
    .trimEnd();
  const after = withoutMoreNumbers(text.slice(number.end))
    // the code of a filing plan behind it
    .replace(/^\s+(?:\p{L}+(?:kod|plan|beteckning):?\s+)?\d{3,4}(?:\s\d{3})?\s*$/u, '')
    // its diary, or what else stands in a column beyond it
    .replace(/^\s+\p{Lu}{2,5}$/u, '')
    .replace(before === '' ? /^$/ : /^\s{2,}\S.*$/, '')
    .replace(/^\s*[)\]]/, '')
    .replace(ord(/^\s*(?:,\s*)?(?:dpl|diarieplan|diariekod|klass)\b.*$/iu), '')
    .trim();
  // what parted the title from its number
  return `${after === '' ? before.replace(/(?<!\s)\s*[,–:-]$/u, '') : before} ${after}`.trim();
}

/** A line of prose rather than a title: it ends a sentence and tells something. */
const PROSE = ord(
  /\b(?:är|har|hade|var|ska|kan|bör|informerar|redogör|anmäler|önskar|ansöker|redovisade|inleder|öppnar|hälsar|föredrar|yrkar|omfattas|beslutar|beslutade|föreslår|föreslås|avslutar|meddelar|konstaterar|tackar|diskuteras|framför|inkom|inkommit|rapporterar|berättar|presenterar|presenterade|lämnar|utses|framgår|redovisar|redovisas)\b/iu,
);

function isProse(line: Line, next: Line | undefined): boolean {
  if (PROSE.test(line.text) && (line.text.length > 55 || /[.:]$/.test(line.text))) return true;
  return PROSE.test(line.text) && next !== undefined && next.gap === 0 && /[.]$/.test(next.text);
}

/** True when two lines are set alike: a title set larger or bolder than the text ends where that ends. */
function sameStyle(a: Line, b: Line): boolean {
  if (a.size === null || b.size === null) return true;
  return Math.abs(a.size - b.size) < 0.6 && a.bold === b.bold;
}

/**
 * A blank line ends a title, unless the next line stands as alone as the title does: some templates set a blank
 * line between the lines of a title too.
 */
function endsAtGap(line: Line, next: Line | undefined, last: Line): boolean {
  if (line.lineNo === null || line.gap < 1 || /^\p{Ll}/u.test(line.text) || /-$/.test(last.text))
    return false;
  return (
    !next || (next.gap < 1 && !isHeading(next.text)) || (/[.:]$/.test(line.text) && PROSE.test(line.text))
  );
}

/** What stands beside a title in an agenda, or tells of the matter before its text: no part of the title. */
const BESIDE = ord(
  /^(?:föredragande|föredras av|sökande|fastighet(?:sägare)?:|bordlagt\b|bordlades\b|föreligger\b|efter förslag av\b|med anledning av att\b)/iu,
);

/** "Arbetsutskottet 2031-05-06 § 70" opens what that body did; a dash opens a list. */
const OPENS_TEXT = /^(?:\p{Lu}[\p{L} -]{3,50},? \d{4}-\d{2}-\d{2},?\s+§\s*\d|[-–•]\s)/u;

/** A paragraph of its own that ends as a sentence does is the matter's text, not more of its title. */
function isSentenceApart(lines: Line[], at: number): boolean {
  const line = lines[at] as Line;
  if (line.lineNo === null || line.gap < 1 || !/^\p{Lu}/u.test(line.text)) return false;
  let end = at;
  while (end - at < LONGEST && (lines[end + 1]?.gap ?? 1) < 1) end++;
  const text = lines[end]?.text ?? '';
  return /[\p{Ll}\d][)”"]?\.$/u.test(text) && !ord(/\b(?:m\.m|m\.fl|etc|mm|m fl)\.$/iu).test(text);
}

/** "lägga rapporten till handlingarna." behind a sentence that ended: a decision whose lead-in was lost. */
const LONE_CLAUSE = ord(new RegExp(String.raw`^${BESLUTSVERB}\s`, 'u'));

export interface Title {
  /** Lines of the title, numbers taken out. */
  lines: Line[];
  /** How many lines of the input it and its number take. */
  taken: number;
}

/**
 * Reads the title at the head of `lines`; `rest` is what stood on the head's own line after its number. A title
 * goes on while it is set the same and neither a heading, a lead-in nor prose begins.
 */
export function readRubrik(lines: Line[], rest: Line | null, measure: Measure): Title {
  const title: Line[] = [];
  const first = rest ? { ...rest, text: withoutNumber(rest.text).replace(OTHERS_FIRST, '').trim() } : null;
  if (first && /\p{L}{2,}/u.test(first.text)) title.push(first);
  let taken = 0;
  for (const [i, line] of lines.entries()) {
    if (taken >= LONGEST) break;
    const text = withoutNumber(line.text).replace(/^[([]\s*[)\]]$/, '');
    if (!/\p{L}{2,}|\d{2,}/u.test(text) || isNumberLabel(line.text) || FILING_CODE.test(text)) {
      taken = i + 1;
      continue;
    }
    if (
      (isHeading(line.text) && !(title.length === 0 && MATTER.test(line.text))) ||
      /^(?:att|Att)\s/.test(line.text)
    )
      break;
    const joined = `${line.text} ${lines[i + 1]?.text ?? ''}`;
    if (isLedtext(line.text) || (ord(/\bbeslutar\b/iu).test(line.text) && isLedtext(joined))) break;
    const last = title.at(-1);
    if (last) {
      // "Avsägelser från:" and those who resign
      if (/\p{L}:$/u.test(last.text)) break;
      if (/[.]$/.test(last.text) && LONE_CLAUSE.test(line.text)) break;
      if (BESIDE.test(line.text) || OPENS_TEXT.test(line.text) || isSentenceApart(lines, i)) break;
      if (!sameStyle(last, line)) break;
      if (
        first &&
        title.length === 1 &&
        last === first &&
        isDeliberateBreak(rest as Line, line, measure) &&
        !/^\p{Ll}/u.test(text)
      )
        break;
      if (isProse(line, lines[i + 1])) break;
      if (endsAtGap(line, lines[i + 1], last)) break;
      if (line.gap > 1.4 && /[.]$/.test(last.text) === false && line.text.length > measure.chars * 0.85)
        break;
    } else if (isProse(line, lines[i + 1]) && line.text.length > measure.chars * 0.8) break;
    title.push({ ...line, text });
    taken = i + 1;
  }
  return { lines: title, taken };
}
