/** What the head of a page tells about the document it belongs to. */

import { findDates } from '../language/dates.ts';
import { bareDiarienummer, labelledDiarienummer, labelledDokumentnummer } from '../language/nummer.ts';
import type { Sheet } from '../lines/furniture.ts';
import type { Line } from '../lines/line.ts';
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
import { type PageNumber, pageNumberOf } from './page-number.ts';
import { cells, organAndDate, organLine, organOver } from './running-head.ts';

/** How many lines make the head of a page. */
const HEAD = 14;

/** What one page shows of the document it belongs to. */
export interface Signs {
  pageNumber: PageNumber | null;
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

/** "Tjänsteskrivelse" and nothing else on a line at the top. */
export const isNamedLetter = ({ all }: Pick<Sheet, 'all'>): boolean =>
  all.slice(0, 8).some((l) => /^tjänste\p{L}+$/iu.test(l.text));

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
