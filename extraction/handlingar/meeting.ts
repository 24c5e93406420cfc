/** Whose meeting minutes or a kallelse are of, and when: from running heads, the front page or the title. */

import { isOwn } from '../arenden/own-body.ts';
import { findDates } from '../language/dates.ts';
import { ord } from '../language/ord.ts';
import { shape } from '../lines/furniture.ts';
import type { Line } from '../lines/line.ts';
import { type Passage, partOf, passageOf, slicePassage } from '../lines/passage.ts';
import { findOrganer, isGenericOrgan, organKey, resolveGeneric, sameOrgan } from '../routing/organ.ts';
import type { Draft } from './draft.ts';
import { cells, organAndDate, organLine, organOver } from './running-head.ts';
import { aboveParagraf } from './signs.ts';

export interface Meeting {
  organ: string | null;
  organAt: Passage;
  datum: string | null;
  datumAt: Passage;
  rubrik: Passage | null;
}

const NONE: Passage = { text: '', pieces: [] };
const DATE_LABEL = ord(
  /^(?:sammanträdes|mötes)?(?:datum|dag|tid)\b|^plats och tid\b|^tid(?: och plats)?\b/iu,
);
const TITLE = ord(
  /^(?:möte|sammanträde|protokoll|kallelse|utdrag)\b.{0,30}?\b(?:med|för|från|ur|av)\s+(.+?)(?:,?\s+(?:den\s+)?\d.*)?$/iu,
);

/** A labelled row of a summons is no second line of its title. */
const LABEL = ord(/^(?:tid|plats|datum|dag|lokal|sekreterare|ordförande)\b/iu);

/** A body and the lines that name it. */
interface Named {
  organ: string;
  lines: Line[];
}

/** "Region Storby   Protokoll regionstyrelsen": the body behind the word, in small letters as in a sentence. */
function minutesOf(text: string): string | null {
  const named = ord(/\bprotokoll\s+(?:för\s+)?(\p{Ll}[\p{L} -]{4,60}?)(?:\s{2,}.*|\s+\d.*)?$/iu).exec(
    text,
  )?.[1];
  const organ = named && text.length < 110 ? organLine(named) : null;
  return organ ? organ.charAt(0).toUpperCase() + organ.slice(1) : null;
}

/** So many lines open a page that may be its running head, and on so many pages it must come again. */
const RUNNING = 4;
const AGAIN = 3;

/**
 * The only body that a running head names among other things, "Miljönämnden Protokoll nr 5", where the blanks
 * between its columns are lost: what tells it is that it comes again on most pages. By the line's shape.
 */
function inRunningHeads(sheets: Draft['sheets']): Map<string, string> {
  const tops = sheets.flatMap((s) => s.all.slice(0, RUNNING).filter((l) => l.text.length < LONGEST_HEAD));
  const found = new Map<string, string>();
  for (const [key, same] of Map.groupBy(tops, (l) => shape(l.text))) {
    if (same.length < AGAIN || same.length < sheets.length / 2) continue;
    const text = same[0]?.text ?? '';
    const [body, ...more] = findOrganer(text);
    if (!body || more.length > 0 || body.genitive || body.generic) continue;
    found.set(key, body.name.charAt(0).toUpperCase() + body.name.slice(1));
  }
  return found;
}

const LONGEST_HEAD = 110;

/** How often each body stands alone at a page's head, the first met first among equals. `known`: see inRunningHeads. */
function usualOrgan(lines: Line[], known?: Map<string, string>): Named | null {
  const counts = new Map<string, Named & { n: number }>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const over = organOver(lines, i);
    const organ =
      over?.organ ??
      organAndDate(line.text)?.organ ??
      organLine(line.text) ??
      organLine(line.text.split(/\s{2,}/)[0] ?? '') ??
      minutesOf(line.text) ??
      known?.get(shape(line.text));
    if (!organ) continue;
    const key = organ.toLowerCase();
    const seen = counts.get(key);
    if (seen) seen.n++;
    else counts.set(key, { n: 1, organ, lines: over?.lines ?? [line] });
    // the rest of its name is no body of its own
    if (over) i++;
  }
  let best: (Named & { n: number }) | null = null;
  for (const c of counts.values()) if (!best || c.n > best.n) best = c;
  return best;
}

/** "Möte med Samverkansnämnden X den 19 februari 2021", over one line or two. */
function titled(lines: Line[]): { organ: Passage; title: Passage; datum: string | null } | null {
  return titledWith(lines, true) ?? titledWith(lines, false);
}

function titledWith(
  lines: Line[],
  dated: boolean,
): { organ: Passage; title: Passage; datum: string | null } | null {
  for (let i = 0; i < Math.min(6, lines.length); i++) {
    for (const count of dated && !LABEL.test(lines[i + 1]?.text ?? '') ? [1, 2] : [1]) {
      const passage = passageOf(lines.slice(i, i + count));
      const m = TITLE.exec(passage.text);
      const date = findDates(passage.text)[0];
      const named = m?.[1] ? findOrganer(m[1])[0] : undefined;
      if (!m?.[1] || !named || dated !== (date !== undefined)) continue;
      const from = passage.text.indexOf(m[1]);
      if (!date) {
        const organ = slicePassage(passage, from + named.start, from + named.end);
        return { organ, title: passage, datum: null };
      }
      // "Protokoll från direktionens sammanträde den …"
      const whose =
        named.genitive && ord(/^\s(?:\p{Ll}+ )?(?:sammanträde|möte)\b/iu).test(m[1].slice(named.end));
      return {
        organ: whose
          ? slicePassage(passage, from + named.start, from + named.end - 1)
          : slicePassage(passage, from, from + m[1].length),
        title: slicePassage(passage, 0, date.end),
        datum: date.iso,
      };
    }
  }
  return null;
}

function isoOf(line: Line | undefined): string | null {
  return line ? (findDates(line.text)[0]?.iso ?? null) : null;
}

/** A day of the week, its date and the hour: when a meeting was held; when its minutes are approved has a label before it. */
const WEEKDAY_AND_HOUR = ord(
  /(?<!juster.{0,60})\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?: den)? \d{1,2} \p{L}{3,9} \d{4},?(?= (?:kl\b|klockan\b))/iu,
);

/** The day of the meeting: a running head's, the labelled one, else the first date of the first page. */
function dayOf(draft: Draft): { datum: string; line: Line } | null {
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

/** The part of a passage that prints a day; all of it where none of its dates is that day. */
export function dateIn(passage: Passage, iso: string): Passage {
  const date = findDates(passage.text).find((found) => found.iso === iso);
  return date ? slicePassage(passage, date.start, date.end) : passage;
}

/** The day a kallelse was written, where a page's head prints one alone; else it goes by the meeting's day. */
function printedDay(draft: Draft): { datum: string; line: Line } | null {
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

const DECIDES = ord(/^\s+(?:beslutar|beslutade)\b|^s? beslut\s*:?$/iu);
const PROPOSES = ord(/^\s+(?:föreslår|tillstyrker)\b|^s? förslag till\b/iu);

/**
 * The body that decides most often: "Kommunstyrelsen beslutar", "Kommunfullmäktiges beslut"; else the one that proposes:
 * "Kommunstyrelsen föreslår", "Kommunfullmäktiges förslag till beslut".
 */
function decidingOrgan(lines: Line[]): Named | null {
  const subjects = (verb: RegExp) =>
    lines.flatMap((line) => {
      const first = findOrganer(line.text)[0];
      if (first?.start !== 0) return [];
      const name = line.text.slice(0, first.end).replace(first.genitive ? /s$/u : /^$/, '');
      return verb.test(line.text.slice(name.length)) ? [{ ...line, text: name }] : [];
    });
  return usualOrgan(subjects(DECIDES)) ?? usualOrgan(subjects(PROPOSES));
}

/** "Organ Kommunstyrelsens arbetsutskott", "Nämnd/Styrelse: Kommunfullmäktige": whose minutes the notice says that they are. */
const ORGAN_LABEL =
  /(?<!\S)(?:Organ|Instans|Nämnd\/[Ss]tyrelse|Beslutande organ|Beslutsinstans|Forum|genom anslag\.?)(?::\s*|\s+)(?=\p{Lu})/gu;
/** What follows the body where its label is lost. */
const NOTICE_GOES_ON = /^\s+(?:Datum|Sammanträdesdatum|Sammanträdets datum|Anslag|Förvaringsplats)/u;

/** The body that the notice of approval names behind its label, and the day behind it: "Organ Kommunstyrelsen 31 oktober 2031". */
function inNotice(lines: Line[]): { organ: string; datum: string | null; line: Line } | null {
  for (const line of lines) {
    for (const label of line.text.matchAll(ORGAN_LABEL)) {
      const rest = line.text.slice(label.index + label[0].length, label.index + 130);
      const body = findOrganer(rest)[0];
      if (body?.start !== 0 || body.genitive || body.generic) continue;
      const behind = rest.slice(body.end);
      if (label[0].startsWith('genom') && !NOTICE_GOES_ON.test(behind)) continue;
      const day = findDates(behind.slice(0, 40))[0];
      const datum = day && behind.slice(0, day.start).trim() === '' ? day.iso : null;
      return { organ: body.name, datum, line };
    }
  }
  return null;
}

/** The body of the notice on the first pages, where no running head names one on page after page. */
function labelledOrgan(draft: Draft, heads: Line[]): Named | null {
  const bodies = heads.flatMap((line) => organLine(line.text) ?? organAndDate(line.text)?.organ ?? []);
  if (new Set(bodies).size < bodies.length) return null;
  const notice = inNotice(draft.sheets.slice(0, 2).flatMap((s) => s.all));
  return notice && { organ: notice.organ, lines: [notice.line] };
}

/** Reads the meeting of a draft of minutes or a kallelse. */
export function meetingOf(draft: Draft): Meeting {
  const first = draft.sheets[0]?.all ?? [];
  const fromTitle = titled(first.slice(0, 8));
  const titledDay = fromTitle && fromTitle.datum === null ? dayOf(draft) : null;
  if (fromTitle) {
    return {
      organ: fromTitle.organ.text.charAt(0).toUpperCase() + fromTitle.organ.text.slice(1),
      organAt: fromTitle.organ,
      datum: fromTitle.datum ?? titledDay?.datum ?? null,
      datumAt: fromTitle.datum
        ? dateIn(fromTitle.title, fromTitle.datum)
        : titledDay
          ? dateIn(passageOf([titledDay.line]), titledDay.datum)
          : NONE,
      rubrik: fromTitle.title,
    };
  }
  const heads = draft.sheets.flatMap((s) => s.all.slice(0, 6));
  const furniture = draft.sheets.flatMap((s) => nearFurniture(s.all, s.furniture));
  const summons = first.slice(0, 6).find((l) => ord(/\bkallas\b/iu).test(l.text));
  const called = summons ? findOrganer(summons.text)[0] : undefined;
  const named =
    (summons && called ? { organ: summons.text.slice(called.start, called.end), lines: [summons] } : null) ??
    (draft.kind === 'kallelse'
      ? (membersOf(first) ?? usualOrgan(first.slice(0, 6)) ?? fromFirstLines(first))
      : null) ??
    (draft.kind === 'protokoll' ? labelledOrgan(draft, heads) : null) ??
    usualOrgan(heads, inRunningHeads(draft.sheets)) ??
    usualOrgan(furniture) ??
    decidingOrgan(draft.sheets.flatMap((s) => s.lines)) ??
    fromFirstLines(first);
  const organ =
    named &&
    (fullName(
      named.organ,
      draft.sheets.flatMap((s) => s.all),
    ) ??
      inFull(named, first.slice(0, FRONT)) ??
      named);
  const day = (draft.kind === 'kallelse' ? printedDay(draft) : null) ?? dayOf(draft);
  const rubrik =
    draft.kind === 'kallelse'
      ? (summons ?? first.slice(0, 8).find((l) => /^kallelse\s+till\s/iu.test(l.text)))
      : null;
  return {
    organ: organ?.organ ?? null,
    organAt: organ ? nameIn(organ) : NONE,
    datum: day?.datum ?? null,
    datumAt: day ? dateIn(passageOf([day.line]), day.datum) : NONE,
    rubrik: rubrik ? passageOf([rubrik]) : null,
  };
}

/** The front page names the body among so many first lines. */
const FRONT = 20;

/** "Arbetsutskottet" of the running heads by its full name on the front page, "Kommunstyrelsens arbetsutskott". */
function inFull({ organ }: Named, front: Line[]): Named | null {
  if (/\s/.test(organ.trim())) return null;
  for (const line of front) {
    for (const cell of cells(line.text)) {
      const name = organLine(cell);
      if (name && /\p{L}s\s\p{Ll}+$/u.test(name) && !sameOrgan(name, organ) && isOwn(organ, name))
        return { organ: name, lines: [line] };
    }
  }
  return null;
}

/** A body named only "Nämnden" has the full name that the handling uses most for a body of its kind, if there is one. */
function fullName(name: string, lines: Line[]): Named | null {
  if (!isGenericOrgan(name)) return null;
  const counts = new Map<string, Named & { n: number }>();
  for (const line of lines) {
    for (const found of findOrganer(line.text)) {
      if (isGenericOrgan(found.name) || resolveGeneric(name, found.name) !== found.name) continue;
      const key = organKey(found.name);
      const seen = counts.get(key);
      if (seen) seen.n++;
      else counts.set(key, { n: 1, organ: found.name, lines: [line] });
    }
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0] ?? null;
}

/** Where the name stands: in its line, or all of the lines it goes over. */
const nameIn = ({ organ, lines: [line, ...more] }: Named): Passage =>
  line && more.length === 0 ? partOf(line, organ) : passageOf(line ? [line, ...more] : []);

/** Lines beside furniture in the middle of a page: a running head that a text dump tore apart. */
function nearFurniture(all: Line[], furniture: Line[]): Line[] {
  const at = new Set(furniture.map((l) => all.indexOf(l)));
  return all.filter((_, i) => [...Array(9).keys()].some((k) => at.has(i + k - 4)));
}

/** "Till direktionens ledamöter, ersättare för kännedom": whose members an agenda is sent to. */
function membersOf(lines: Line[]): Named | null {
  for (const line of lines.slice(0, 8)) {
    const m = ord(/(?<!\p{L})[Tt]ill (\p{L}[\p{L}\s-]{3,60}?)s ledamöter\b/u).exec(line.text);
    const name = m?.[1] ? findOrganer(m[1])[0]?.name : undefined;
    if (name) return { organ: name.charAt(0).toUpperCase() + name.slice(1), lines: [line] };
  }
  return null;
}

/** A body named in the first lines: "1. Program för regionstyrelsen 12 december 2017". */
function fromFirstLines(lines: Line[]): Named | null {
  for (const line of lines.slice(0, 12)) {
    const found = findOrganer(line.text)[0];
    if (found) {
      const printed = line.text.slice(found.start, found.end);
      // "Kommunstyrelsens förslag": the body in the nominative
      const name = found.genitive ? printed.replace(/s$/u, '') : printed;
      return { organ: name.charAt(0).toUpperCase() + name.slice(1), lines: [line] };
    }
  }
  return null;
}
