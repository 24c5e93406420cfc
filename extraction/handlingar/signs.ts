/** What the head of a page tells about the document it belongs to. */

import { findDates } from '../language/dates.ts';
import { bareDiarienummer, labelledDiarienummer, labelledDokumentnummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import type { Sheet } from '../lines/furniture.ts';
import type { Line } from '../lines/line.ts';
import { passageOf } from '../lines/passage.ts';
import { findOrganer } from '../routing/organ.ts';
import {
  FRONT_LABELS,
  KALLELSE,
  LETTERHEAD,
  PROTOKOLL,
  PROTOKOLL_BESIDE,
  PROTOKOLL_FOOT,
  TJANSTESKRIVELSE,
} from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';

/** How many lines make the head of a page. */
const HEAD = 14;

export interface Signs {
  /** "3 (5)" → n 3, of 5; n alone where no total is printed. */
  pageNumber: { n: number; of: number | null } | null;
  protokoll: boolean;
  /** Signing lines or a running head with body and day: what every page of such minutes carries. */
  signed: boolean;
  kallelse: boolean;
  tjansteskrivelse: boolean;
  /** A date and a number, an addressee or an address, as letters open. */
  letterhead: boolean;
  /** Line index of a heading for a proposal among the first lines, or -1. */
  forslagAt: number;
  /** A § opens the page. */
  paragraf: boolean;
  organ: string | null;
  datum: string | null;
  /** Body and day as a running head of minutes prints them. */
  meeting: { organ: string | null; datum: string | null };
}

/** The columns of a line: a letterhead puts the municipality and the kind of paper side by side. */
export const cells = (text: string): string[] => text.split(/\s{2,}/);

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
const HEAD_CELL = ord(
  /^(?:(?:sammanträdes|mötes)?protokoll(?:sutdrag)?|kallelse|föredragningslista|voteringslista|(?:sammanträdes|mötes)(?:datum|dag):?|(?:protokoll\s*)?(?:nr\.?\s*)?\d{1,4}(?:\/\d{2,4})?|(?:sida|sid\.?|blad)?\s*\d{1,4}\s*(?:(?:\(|\[|\/|av )\s*\d{1,4}\s*[)\]]?)?|\d{1,4}[)\]]|§§?\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?|\p{L}*förbund(?:et)? \p{L}[\p{L} ]*|\p{Lu}[\p{L} ]+ (?:kommun|stad|landsting)|region \p{L}[\p{L} ]+)$/iu,
);

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
  if (!date || text.slice(date.end).trim().length > 12 || text.length > 110) return null;
  const organ = organLine(
    text
      .slice(0, date.start)
      .replace(/(?:\sden|,)?\s*$/u, '')
      .trim(),
  );
  return organ ? { organ, datum: date.iso } : null;
}

/** No paper has so many pages. */
const YEARS = 1900;

/** "Tjänsteskrivelse" and nothing else on a line at the top. */
export const isNamedLetter = ({ all }: Pick<Sheet, 'all'>): boolean =>
  all.slice(0, 8).some((l) => /^tjänste\p{L}+$/iu.test(l.text));

function pageNumberOf(sheet: Sheet): Signs['pageNumber'] {
  const edge = [...sheet.all.slice(0, 9), ...sheet.all.slice(-4)];
  for (const [i, line] of edge.entries()) {
    const joined =
      /\d\s*$/.test(line.text) && /^\(\d+\)$/.test(edge[i + 1]?.text ?? '')
        ? `${line.text} ${edge[i + 1]?.text}`
        : line.text;
    const m = /(?:^|\s)(\d{1,4})\s*(?:\(\s*(\d{1,4})\s*\)|\/\s*(\d{1,4})$|\[\s*(\d{1,4})\s*\])\s*$/.exec(
      joined,
    );
    // "(EU) 2016/729", "KS 2031/883": a year before a stroke is no page
    const number =
      /§|dnr|nummer|protokoll \d+\/(?:19|20)\d\d/i.test(joined) || (m?.[3] && Number(m[1]) >= YEARS);
    if (m && !number) return { n: Number(m[1]), of: Number(m[2] ?? m[3] ?? m[4]) };
    const alone = /^(?:sida|sid)\s*:?\s*(\d{1,4})(?:\s*(?:av|\()\s*(\d{1,4})\)?)?$/i.exec(line.text);
    if (alone) return { n: Number(alone[1]), of: alone[2] ? Number(alone[2]) : null };
  }
  return null;
}

/** The day after "Sammanträdesdatum", on its line or the next. */
function labelledDay(head: Line[]): string | null {
  for (const [i, line] of head.entries()) {
    const label = /(?:sammanträdes|mötes)(?:datum|dag)/iu.exec(line.text);
    if (!label) continue;
    const found = findDates(line.text.slice(label.index))[0] ?? findDates(head[i + 1]?.text ?? '')[0];
    if (found) return found.iso;
  }
  return null;
}

/** The front page of minutes by its labels: who decided, who approves, which §§, the notice. */
function isFront(sheet: Sheet): boolean {
  const text = sheet.all.map((l) => l.text).join('\n');
  if (KALLELSE.test(sheet.all[0]?.text ?? '')) return false;
  return FRONT_LABELS.filter((label) => label.test(text)).length >= 3;
}

/** The lines above the first §: "§ 14   Dagordning" is a matter of minutes. */
export function aboveParagraf(lines: Line[]): Line[] {
  const at = lines.findIndex((l) => /^(?:\p{L}{1,6}\.?\s*)?§/u.test(l.text));
  return at < 0 ? lines : lines.slice(0, at);
}

/** The lines above what is proposed: days and names in it are none of a letterhead. A text without line breaks has no such lines. */
function aboveProposal(lines: Line[]): Line[] {
  const at = lines.findIndex((l) => headingOf(l.text) === 'forslag');
  const above = at < 0 ? lines : lines.slice(0, at);
  return above.some((l) => l.text.length > 160) ? lines : above;
}

/** Reads the signs of one page. */
export function signsOf(sheet: Sheet): Signs {
  const head = sheet.all.slice(0, HEAD);
  const any = (re: RegExp, lines: Line[] = head) =>
    lines.some((l) => re.test(l.text) || cells(l.text).some((c) => re.test(c)));
  const both = head.map((l) => organAndDate(l.text)).find((x) => x !== null) ?? null;
  const organ = both?.organ ?? head.map((l) => organLine(l.text)).find((x) => x !== null) ?? null;
  const top = aboveProposal(head);
  const dated = top.slice(0, 12).find((l) => findDates(l.text).length > 0 && l.text.length < 110);
  const numbered = top.some(
    (l) =>
      labelledDiarienummer(l.text) ||
      labelledDokumentnummer(l.text) ||
      (l.text.length < 40 && bareDiarienummer(l.text)),
  );
  const tjansteskrivelse = any(TJANSTESKRIVELSE, sheet.all.slice(0, 8));
  const addressed = top.some((l) => /^Till\s+\p{Lu}/u.test(l.text) && findOrganer(l.text).length > 0);
  const contact = any(LETTERHEAD, top);
  return {
    pageNumber: pageNumberOf(sheet),
    protokoll:
      any(PROTOKOLL, sheet.all.slice(0, 8)) ||
      any(PROTOKOLL_BESIDE, sheet.all.slice(0, 4)) ||
      any(PROTOKOLL_FOOT, sheet.all) ||
      isFront(sheet),
    signed: any(PROTOKOLL_FOOT, sheet.all) || both !== null,
    kallelse: any(KALLELSE, aboveParagraf(sheet.all.slice(0, 8))),
    tjansteskrivelse,
    letterhead:
      (dated !== undefined && (numbered || addressed || contact || (tjansteskrivelse && organ !== null))) ||
      (numbered && contact),
    forslagAt: sheet.lines.slice(0, 45).findIndex((l) => headingOf(l.text) === 'forslag'),
    paragraf: sheet.lines.slice(0, 4).some(
      (l) =>
        /^(?:(?:\p{Lu}\p{L}{0,6}\s)?§\s*\d|\d{1,4}\s?§)/u.test(l.text) ||
        // the sign is lost, the number's own label is not
        (/^\d{1,4}(?:\/\d{2,4})?\s+\p{Lu}/u.test(l.text) && labelledDiarienummer(l.text) !== null),
    ),
    organ,
    meeting: {
      organ:
        both?.organ ??
        sheet.all
          .slice(0, 5)
          .map((l, i, top) => organOver(top, i)?.organ ?? organLine(cells(l.text)[0] ?? ''))
          .find((x) => x !== null) ??
        null,
      datum: both?.datum ?? labelledDay(head),
    },
    datum: both?.datum ?? (dated ? (findDates(dated.text)[0]?.iso ?? null) : null),
  };
}
