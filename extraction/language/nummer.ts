/** Finding a matter's and a document's number in a line. Forms and labels are data: vocabulary/nummer.ts. */

import {
  DIARIENUMMER_FORMS,
  DIARIENUMMER_LABEL,
  DOKUMENTNUMMER_LABEL,
  LABELLED_FORM,
} from '../vocabulary/nummer.ts';
import { ord } from './ord.ts';

export interface FoundNumber {
  /** As printed. */
  value: string;
  start: number;
  end: number;
}

/** "SKL:s ärendenummer", "Länsstyrelsens dnr" is somebody else's; a title may end in -s too ("Avgift för båtplats Dnr"). */
const OTHERS = "(?<!(?:[’':]s|(?<!\\p{L})(?-i:\\p{Lu})\\p{L}*s)\\s)";
const LABELLED = new RegExp(
  `${OTHERS}(?<!\\p{L})${DIARIENUMMER_LABEL}\\s*(?:[.:]{1,2}\\s*)?(${LABELLED_FORM})`,
  'iu',
);
const HANDLING = /^Handling\s+(\d{4} nr \d+)$/iu;
const DOKUMENT = new RegExp(
  `(?<!\\p{L})${DOKUMENTNUMMER_LABEL}\\s*(?:[.:]{1,2}\\s*)?(${LABELLED_FORM})`,
  'iu',
);
/** What papers are called that have a number of their own: "Motion 2031:14", "FÖRSLAG 2031:95". */
const PAPER =
  'Motion|MOTION|Förslag|FÖRSLAG|Utlåtande|UTLÅTANDE|Skrivelse|Interpellation|Protokoll|PROTOKOLL|Bilaga';
const BARE = new RegExp(
  `(?<![\\p{L}\\d/-])(?!(?:Dnr|Diarienr|Ärendenr|Nr|${PAPER})(?![\\p{L}]))(?:${DIARIENUMMER_FORMS.join('|')})(?![\\p{L}\\d/]|[-.]\\d)`,
  'u',
);
const ISO_DATE = /^(?:19|20)\d{2}-\d{2}-\d{2}$|^\d{6}$/;
/** A day, also behind letters that end what stands before it ("… i Granvik AB 2020-10-21"), or a span of years. */
const DATE =
  /^(?:\p{Lu}+\s)?(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$|^(?:19|20)\d{2}-\d{2}-\d{2}$|^\d{6}$|^(?:\p{Lu}*ÅR(?:ET|EN)? )?(?:19|20)\d{2}[-–/](?:19|20)?\d{2}$|^\p{Lu}\p{Ll}{3,} (?:19|20)\d{2}[-–](?:19|20)\d{2}$/u;
const LABEL_ONLY = new RegExp(`^${DIARIENUMMER_LABEL}\\s*[.:]{0,2}$`, 'iu');

function take(re: RegExp, text: string, group: number): FoundNumber | null {
  const m = re.exec(text);
  const value = m?.[group]?.trim();
  // after a label "2011/18" is a number, not a span of years
  if (!m || !value || ISO_DATE.test(value)) return null;
  const start = m.index + m[0].length - (m[group] as string).length;
  return { value, start: group === 0 ? m.index : start, end: m.index + m[0].length };
}

/** The number after a label ("Dnr KS 2031/62"), or null. */
export function labelledDiarienummer(text: string): FoundNumber | null {
  const found = take(LABELLED, text, 1);
  // a known form that begins at the same place may hold more than one word: "2018/KS 0203 291"
  const known = found ? bareDiarienummer(text.slice(found.start)) : null;
  if (!found || !known || known.start !== 0 || known.value.length <= found.value.length) return found;
  return { value: known.value, start: found.start, end: found.start + known.end };
}
/** The document's own number after its label, or null. */
export const labelledDokumentnummer = (text: string) => take(HANDLING, text, 1) ?? take(DOKUMENT, text, 1);
/** A number told by its form alone, or null. A law's ("2017:30") and a date are none. */
export function bareDiarienummer(text: string): FoundNumber | null {
  if (new RegExp(`[’':]?s\\s+${DIARIENUMMER_LABEL}`, 'iu').test(text)) return null;
  if (ord(/\b(?:sfs|lag(?:en)?|förordning(?:en)?|prop\.?|sou|ds|bet\.?|rskr\.?)\s*\(?\d{4}[:/]/iu).test(text))
    return null;
  for (const m of text.matchAll(new RegExp(BARE.source, 'gu'))) {
    const value = m[0].trim();
    if (!DATE.test(value)) return { value, start: m.index, end: m.index + m[0].length };
  }
  return null;
}
/** What stands between two numbers of one matter: "TN 2031/210, KS 2031/55", "TN 2031/210 (KS 2031/55)". */
const BETWEEN = new RegExp(
  `^\\s*(?:[,;/(+&]|(?:och|samt)(?!\\p{L}))\\s*(?:${DIARIENUMMER_LABEL}\\s*[.:]{0,2}\\s*)?`,
  'iu',
);

/** The numbers behind one on its line: those by which other bodies have the same matter. No field where there are none. */
export function andraNummerOf(
  line: { text: string },
  { value, end }: FoundNumber,
): { andraNummer?: string[] } {
  const numbers = new Set<string>();
  let rest = line.text.slice(end);
  for (;;) {
    const behind = rest.slice(BETWEEN.exec(rest)?.[0].length ?? 0);
    const found = behind === rest ? null : bareDiarienummer(behind);
    if (found?.start !== 0) break;
    if (found.value !== value) numbers.add(found.value);
    rest = behind.slice(found.end);
  }
  return numbers.size > 0 ? { andraNummer: [...numbers] } : {};
}

/** Numbers and their separators and nothing else ("0479/17", "KS 14-2031", "102-274-04", "2031.0417"), or letters among them. */
const ALONE =
  /^(?:\p{L}{1,8}[ /.-]?)?\d{1,7}(?:[/:.-]\d{1,7}){1,4}(?:[ -](?:\p{Lu}{2,6}|\d{1,4}))?$|^(?:\d{2}|\d{4})\p{Lu}{2,5}\d{1,6}$|^\p{Lu}{2,5} \d{6}$/u;
/** A time, a page and how many there are, a page's number in its column. */
const NO_NUMBER = /^(?:kl\.?\s?)?\d{1,2}[/:.-]\d{1,2}(?:[.-]\d{1,2})?$|^(?:sida?|sid|blad|bilaga?|bil)\b/iu;

/** The number that is all of a text, in a place where only a matter's number stands alone; a date or a time is none. */
export function loneDiarienummer(text: string): FoundNumber | null {
  const value = text.trim();
  if (!ALONE.test(value) || DATE.test(value) || NO_NUMBER.test(value)) return null;
  const start = text.indexOf(value);
  return { value, start, end: start + value.length };
}

/** "Taxa för hemtjänst (2031-118)": such a number in brackets behind a title, where a law's has a colon or letters. */
export function bracketedDiarienummer(text: string): FoundNumber | null {
  const m = /\((?!\d{4}:)(\d[^()]{3,24})\)\s*$/u.exec(text);
  const found = m?.[1] ? loneDiarienummer(m[1]) : null;
  return m && found ? { ...found, start: m.index + 1 + found.start, end: m.index + 1 + found.end } : null;
}

/** The label alone on its line: the number stands on the next. */
export const isNumberLabel = (text: string) => LABEL_ONLY.test(text.trim());

/** The first number of some lines: a labelled one before one told by its form. */
export function findDiarienummer<T extends { text: string }>(
  lines: T[],
): { found: FoundNumber; line: T } | null {
  for (const [i, line] of lines.entries()) {
    const found = labelledDiarienummer(line.text);
    if (found) return { found, line };
    const next = lines[i + 1];
    if (isNumberLabel(line.text) && next) {
      const below =
        bareDiarienummer(next.text) ?? take(new RegExp(`^(${LABELLED_FORM})`, 'iu'), next.text, 1);
      if (below) return { found: below, line: next };
    }
  }
  for (const line of lines) {
    const found = bareDiarienummer(line.text);
    if (found) return { found, line };
  }
  return null;
}
