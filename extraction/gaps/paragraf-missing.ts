/**
 * A § missing from its series. The §§ of a body run on without holes through a meeting and through the year, so
 * a hole is a § that was lost: a page left out, a head that could not be read. Minutes that were approved apart (omedelbar
 * justering) and extracts (protokollsutdrag) hold some §§ only; which ought to be there is what the front page declares.
 */
import type { Arende, Handling, Warning } from '../record.ts';
import { sameOrgan } from '../routing/organ.ts';
import { declaredParagrafer } from './declared-paragrafer.ts';
import { printedHeads, runFrom } from './printed-heads.ts';
import { gap, linesOfHandling, pageOf, type ReadHandling, spans } from './read-handling.ts';
import { unreadMinutes } from './unread-minutes.ts';

/** Fewer §§ than this, with nothing declared, are no series. */
const SERIES = 4;
/** Holes named one by one; of minutes with more of them, all are told at once. */
const APART = 4;
/** How minutes that hold some §§ only say so, in the first lines of a page. */
const EXTRACT = /protokolls?\s?utdrag|utdrag (?:ur|från|av)|delprotokoll|omedelbart? juster|direktjuster/iu;
const HEAD = 12;
/** How minutes say that some of their §§ stand in others. */
const APART_WORDS = '(?:(?:separat|eget|särskilt) protokoll|omedelbart? juster)';
const SPEAKS_OF_APART = new RegExp(APART_WORDS, 'iu');
const TOLD_APART = new RegExp(
  String.raw`(?:paragraf(?:en|erna|er)?|§{1,2})((?:[\d\s,–§-]|och|samt){1,60})(?=[^.§]{0,80}${APART_WORDS})`,
  'giu',
);

/** Warnings for the minutes of a file. Those of one meeting are looked at together. */
export function missingParagrafer(all: ReadHandling[]): Warning[] {
  const meetings: ReadHandling[][] = [];
  for (const read of all.filter(({ handling }) => handling.kind === 'protokoll')) {
    const known = meetings.find(([first]) => first && sameMeeting(first.handling, read.handling));
    if (known) known.push(read);
    else meetings.push([read]);
  }
  const held = meetings.flat().flatMap(({ handling }) => handling.arenden.map(numberOf));
  return [...meetings.flatMap(ofMeeting), ...unreadMinutes(all, new Set(held))];
}

const numberOf = (arende: Arende): number => Number.parseInt(arende.paragraf ?? '', 10);

const sameMeeting = (a: Handling, b: Handling) =>
  a.datum === b.datum &&
  ((a.organ === null && b.organ === null) || sameOrgan(a.organ, b.organ, { huvudman: a.huvudman }));

interface Seen {
  number: number;
  page: number;
}

function ofMeeting(meeting: ReadHandling[]): Warning[] {
  const seen = meeting.flatMap(({ handling }) =>
    handling.arenden.flatMap((arende): Seen[] => {
      const number = numberOf(arende);
      return Number.isNaN(number) ? [] : [{ number, page: pageOf(arende) }];
    }),
  );
  seen.sort((a, b) => a.number - b.number);
  const declared = meeting.flatMap(({ sheets }) => declaredParagrafer(sheets)?.numbers ?? []);
  const extract = meeting.some(isExtract) || meeting.length > 1;
  const printed = printedHeads(meeting.flatMap(linesOfHandling));
  const missing =
    declared.length > 0 ? fromDeclared(seen, declared, printed) : extract ? [] : fromRun(seen, printed);
  const apart = approvedApart(meeting);
  return warningsOf(
    missing.filter((n) => !apart.has(n)),
    seen,
  );
}

function isExtract({ sheets }: ReadHandling): boolean {
  return sheets.some(({ all }) => all.slice(0, HEAD).some((l) => EXTRACT.test(l.text)));
}

/**
 * Declared and not there. An extract carries the front page of the whole minutes: it holds one § or two of many, and
 * the others are not printed.
 */
function fromDeclared(seen: Seen[], declared: number[], printed: ReadonlySet<number>): number[] {
  const there = new Set(seen.map(({ number }) => number));
  const missing = [...new Set(declared)].sort((a, b) => a - b).filter((n) => !there.has(n));
  const held = declared.length - missing.length;
  const unread = missing.filter((n) => printed.has(n)).length;
  return held >= 3 || held >= missing.length || unread * 2 >= missing.length ? missing : [];
}

/**
 * Holes between the first and the last, where most of what lies between is there; and those that are printed before
 * and after, going on from the ones that were read.
 */
function fromRun(seen: Seen[], printed: ReadonlySet<number>): number[] {
  const [first, last] = [seen[0]?.number, seen.at(-1)?.number];
  if (first === undefined || last === undefined) return [];
  const ends = [runFrom(first, -1, printed), runFrom(last, 1, printed)].filter((run) => run.length > 1);
  const there = new Set(seen.map(({ number }) => number));
  const holes = Array.from({ length: last - first }, (_, i) => first + i).filter((n) => !there.has(n));
  const series = seen.length >= SERIES && holes.length <= seen.length / 2;
  return [...(series ? holes : []), ...ends.flat()].sort((a, b) => a - b);
}

/** "§§ 45–47 är omedelbart justerade i ett eget protokoll": §§ that stand elsewhere by the minutes' own word. */
function approvedApart(meeting: ReadHandling[]): Set<number> {
  const numbers = new Set<number>();
  for (const { sheets } of meeting) {
    const text = sheets.flatMap((s) => s.all.map((l) => l.text)).join(' ');
    if (!SPEAKS_OF_APART.test(text)) continue;
    for (const [, list = ''] of text.matchAll(TOLD_APART)) {
      for (const [, from, to] of list.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)) {
        for (let n = Number(from); n <= Math.min(Number(to ?? from), Number(from) + 99); n++) numbers.add(n);
      }
    }
  }
  return numbers;
}

/** One warning a hole, on the page of the § after it; of many holes, one. */
function warningsOf(missing: number[], seen: Seen[]): Warning[] {
  const holes: number[][] = [];
  for (const n of missing) {
    const before = holes.at(-1)?.at(-1);
    // a § that is there parts two holes
    if (before !== undefined && !seen.some((s) => s.number > before && s.number < n)) holes.at(-1)?.push(n);
    else holes.push([n]);
  }
  if (holes.length > APART) {
    const page = seen.find((s) => s.number > (missing[0] ?? 0))?.page ?? seen.at(-1)?.page ?? null;
    return [warning(missing, page, '', '')];
  }
  return holes.map((numbers) => {
    const before = seen.findLast((s) => s.number < (numbers[0] ?? 0));
    const after = seen.find((s) => s.number > (numbers.at(-1) ?? 0));
    const page = (after ?? before)?.page ?? null;
    if (before && after) {
      const [a, b] = [before.number, after.number];
      return warning(numbers, page, ` mellan § ${a} och § ${b}`, ` between § ${a} and § ${b}`);
    }
    if (before) return warning(numbers, page, ` efter § ${before.number}`, ` after § ${before.number}`);
    return warning(numbers, page, ` före § ${after?.number}`, ` before § ${after?.number}`);
  });
}

function warning(numbers: number[], page: number | null, sv: string, en: string): Warning {
  const what = numbers.length === 1 ? '§' : '§§';
  return gap(
    'paragraf-missing',
    page,
    `${what} ${spans(numbers, 'och')} saknas${sv}.`,
    `${what} ${spans(numbers, 'and')} missing${en}.`,
  );
}
