/** What the head of a page prints in its columns: a body's name, a day, a running head of minutes. */

import { findDates } from '../language/dates.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { passageOf } from '../lines/passage.ts';
import { findOrganer } from '../routing/organ.ts';

/** The columns of a line: a letterhead puts the municipality and the kind of paper side by side. */
export const cells = (text: string): string[] => text.split(/\s{2,}/);

/** The name of a place before a body, in capitals as names are; not the kind of paper. */
const PLACE_BEFORE = /^(?:(?!(?:Sammanträdesp|P)rotokoll|Kallelse)\p{Lu}[\p{L}-]*\s){1,3}$/u;

/** "Organ   Kommunstyrelsen" of a notice. */
const ORGAN_LABEL = /^(?:organ|beslutande organ|beslutsorgan|instans)\b:?\s+/iu;

/** A line that is nothing but the name of a body, brackets and the label for it aside. */
export function organLine(text: string): string | null {
  const bare = text
    .replace(/^[([]|[)\]]$/g, '')
    .replace(ORGAN_LABEL, '')
    .trim();
  if (bare.length > 70 || /[.:]$/.test(bare)) return null;
  const found = findOrganer(bare);
  const first = found[0];
  if (found.length !== 1 || !first || first.end < bare.length) return null;
  // "Norra Hamnens stadsdelsnämnd": the place before the body is part of its name; what kind of paper it is, is not
  return first.start === 0 || PLACE_BEFORE.test(bare.slice(0, first.start)) ? bare : null;
}

/** A body's name that goes on in the next line of its column: "Barn- och", "Kommunstyrelsens", "Gymnasie- och vux-". */
const BROKEN_NAME = /^\p{Lu}.*(?:\p{L}-|\soch|(?:styrelsens|nämndens|fullmäktiges|förbundets))$/u;

/** A body alone in the first column of a line and the next one's or two's, where the column is narrow. */
export function organOver(lines: Line[], i: number): { organ: string; lines: Line[] } | null {
  const column = [0, 1, 2].flatMap((n) => {
    const line = lines[i + n];
    return line ? [{ ...line, text: cells(line.text)[0] ?? '' }] : [];
  });
  for (const count of [3, 2]) {
    const over = column.slice(0, count);
    const joined = passageOf(over).text;
    const broken = over.every((l, n) =>
      n === 0
        ? BROKEN_NAME.test(l.text)
        : /^\p{Ll}/u.test(l.text) && (n > 1 || count === 2 || BROKEN_NAME.test(`A${l.text}`)),
    );
    const organ = over.length === count && broken ? organLine(joined) : null;
    if (organ) return { organ, lines: over };
  }
  return null;
}

/** What else a running head may hold beside a body and a day. */
const HEAD_CELLS = [
  // the kind of paper
  /(?:sammanträdes|mötes)?protokoll(?:sutdrag)?/,
  /kallelse/,
  /föredragningslista/,
  /voteringslista/,
  // a label whose day stands in the next column
  /(?:sammanträdes|mötes)(?:datum|dag):?/,
  // "Protokoll nr 5", "3/2031"
  /(?:protokoll\s*)?(?:nr\.?\s*)?\d{1,4}(?:\/\d{2,4})?/,
  // "Sida 3 (12)", "3 av 12", and the rest of one that broke, "12)"
  /(?:sida|sid\.?|blad)?\s{0,20}\d{1,4}\s{0,20}(?:(?:\(|\[|\/|av )\s{0,20}\d{1,4}\s{0,20}[)\]]?)?/,
  /\d{1,4}[)\]]/,
  // "§§ 12–34"
  /§§?\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?/,
  // the huvudman
  /\p{L}{0,40}förbund(?:et)? \p{L}[\p{L} ]*/u,
  /\p{Lu}[\p{L} ]{1,80} (?:kommun|stad|landsting)/u,
  /region \p{L}[\p{L} ]+/u,
];
const HEAD_CELL = ord(new RegExp(`^(?:${HEAD_CELLS.map((re) => re.source).join('|')})$`, 'iu'));

/** "Kommunstyrelsen   Protokoll   2024-03-12": body and day in columns of their own, nothing but a running head. */
export function runningHead(text: string): { organ: string | null; datum: string | null } | null {
  const parts = cells(text);
  if (parts.length < 2) return null;
  let organ: string | null = null;
  let datum: string | null = null;
  for (const part of parts) {
    const date = findDates(part)[0];
    const name = organLine(part);
    if (name && !organ) organ = name;
    else if (
      date &&
      part.replace(/^(?:sammanträdes|mötes)?(?:datum|dag|protokoll)?:?\s*/iu, '').length <=
        date.end - date.start + 8
    )
      datum = date.iso;
    else if (!HEAD_CELL.test(part.trim())) return null;
  }
  return { organ, datum };
}

/** "Regionstyrelsen 2017-05-31": a running head of minutes. */
export function organAndDate(text: string): { organ: string; datum: string } | null {
  // the last line of a sentence: "kommunstyrelsen den 1 juni 2031 för beslut."
  if (/^\p{Ll}.*\.$/u.test(text)) return null;
  const row = runningHead(text);
  if (row?.organ && row.datum) return { organ: row.organ, datum: row.datum };
  const bare = text.replace(/^(?:(?:sammanträdes)?protokoll|kallelse)\s+(?:för\s+)?/iu, '');
  if (bare !== text) return organAndDate(bare);
  const date = findDates(text)[0];
  // "Arbetsutskottet 8 december 2031, § 535": a reference
  if (!date || /§\s*\d/.test(text.slice(date.end))) return null;
  if (text.slice(date.end).trim().length > 12 || text.length > 110) return null;
  const organ = organLine(
    text
      .slice(0, date.start)
      .trimEnd()
      .replace(/(?:\sden|,)$/u, '')
      .trim(),
  );
  return organ ? { organ, datum: date.iso } : null;
}
