/** When a meeting was held, or is to be. */

import { findDates } from '../language/dates.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { type Passage, slicePassage } from '../lines/passage.ts';
import type { Draft } from './draft.ts';
import { inNotice } from './meeting-notice.ts';
import { organAndDate } from './running-head.ts';
import { aboveParagraf } from './signs.ts';

/** A label that a meeting's day stands behind. */
const DATE_LABEL = ord(
  /^(?:sammanträdes|mötes)?(?:datum|dag|tid)\b|^plats och tid\b|^tid(?: och plats)?\b/iu,
);

/** The first day that a line prints. */
function isoOf(line: Line | undefined): string | null {
  return line ? (findDates(line.text)[0]?.iso ?? null) : null;
}

/** A day of the week, its date and the hour: when a meeting was held; when its minutes are approved has a label before it. */
const WEEKDAY_AND_HOUR = ord(
  /(?<!juster.{0,60})\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?: den)? \d{1,2} \p{L}{3,9} \d{4},?(?= (?:kl\b|klockan\b))/iu,
);

/** The day of the meeting: a running head's, the labelled one, else the first date of the first page. */
export function dayOf(draft: Draft): { datum: string; line: Line } | null {
  const all = draft.sheets.flatMap((s) => s.all);
  for (const line of draft.sheets.flatMap((s) => s.all.slice(0, 10))) {
    const both = organAndDate(line.text);
    if (both) return { datum: both.datum, line };
  }
  // "fört vid sammanträde med X torsdagen den 23 maj 2031", "kallas till sammanträde tisdagen den 12 mars 2031"
  for (const line of all.slice(0, 12)) {
    const held = ord(/\b(?:vid|kallas? till) (?:\p{L}+ )?(?:sammanträde|möte)t?\b/iu).exec(line.text);
    const datum = held ? findDates(line.text.slice(held.index))[0]?.iso : undefined;
    if (datum) return { datum, line };
  }
  for (const [i, line] of all.entries()) {
    if (!ord(/^(?:sammanträdes|mötes)(?:datum|dag)\b/iu).test(line.text)) continue;
    const at = isoOf(line) ? line : all[i + 1];
    const datum = isoOf(at);
    if (datum && at) return { datum, line: at };
  }
  const front = aboveParagraf(draft.sheets[0]?.all ?? []).slice(0, 40);
  const notice = draft.kind === 'protokoll' ? inNotice(front) : null;
  if (notice?.datum) return { datum: notice.datum, line: notice.line };
  // "Tingssalen, måndagen den 4 maj 2031, kl 18.30", wherever the columns of a front page let it fall
  for (const line of draft.kind === 'protokoll' ? front : []) {
    const held = WEEKDAY_AND_HOUR.exec(line.text);
    const datum = held ? findDates(held[0])[0]?.iso : undefined;
    if (datum) return { datum, line };
  }
  for (const line of front) {
    const datum = isoOf(line);
    if (datum && (DATE_LABEL.test(line.text) || line.text.replace(/\s+/g, ' ').length < 60))
      return { datum, line };
  }
  return null;
}

/** The day a kallelse was written, where a page's head prints one alone; else it goes by the meeting's day. */
export function printedDay(draft: Draft): { datum: string; line: Line } | null {
  for (const line of draft.sheets.flatMap((s) => s.all.slice(0, 8))) {
    const alone = /^(?:kallelsedatum:?\s*)?\d{4}-\d{2}-\d{2}$/i.test(line.text);
    const datum = alone ? isoOf(line) : null;
    if (datum) return { datum, line };
  }
  // "Strömvik den 12 februari 2031" above who called it
  const signed = draft.sheets
    .flatMap((s) => s.all)
    .find((l) => /^\p{Lu}\p{Ll}{2,20},? den \d{1,2} \p{L}{3,9} \d{4}$/u.test(l.text));
  const datum = isoOf(signed);
  if (signed && datum) return { datum, line: signed };
  return null;
}

/** The part of a passage that prints a day; all of it where none of its dates is that day. */
export function dateIn(passage: Passage, iso: string): Passage {
  const date = findDates(passage.text).find((found) => found.iso === iso);
  return date ? slicePassage(passage, date.start, date.end) : passage;
}
