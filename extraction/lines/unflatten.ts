/**
 * Texts that lost their line breaks: whole pages, or whole paragraphs with their headings and lists, on one long line.
 * They are cut where a line must have begun: at a page's head and foot, a §, a heading, a label, an entry of a list.
 * No word is changed, and none lost.
 */
import { isHeading } from '../vocabulary/headings.ts';
import { cutAgendaItems } from './flat/agenda-items.ts';
import { cutHeadings, headingsIn } from './flat/headings.ts';
import { cutHeads } from './flat/heads.ts';
import { isUnderKind } from './flat/letterhead.ts';
import { cutLists } from './flat/lists.ts';
import { restoreSigns } from './flat/lost-signs.ts';
import { signPageOpenings } from './flat/page-opening.ts';
import { cutPages } from './flat/pages.ts';
import { APART, splitLine } from './flat/split-line.ts';
import type { Line } from './line.ts';

/** Longer than any set line of prose. */
const FLAT = 350;
/** So many such lines tell that a text lost its line breaks; or this part of its letters in them. */
const FLAT_LINES = 3;
const FLAT_SHARE = 0.7;
/** No text that is broken into lines has lines this long on the average. */
const AVERAGE = 150;
/** A page of one line holds this much at least, on the average. */
const PAGE = 120;
/** Headings that share a line with text tell it too, where they are this many and more than those that stand alone. */
const SHARED_HEADINGS = 3;
/** Sections that most records have: only lines with one of these words are looked into for that. */
const COMMON =
  /(?<!\p{L})(?:Beslut|BESLUT|Förslag|Yrkande|Reservation|Sammanfattning|Bakgrund|Ärende|Protokollsutdrag|Delges|Expedier|Skickas|Underlag)/u;
/** In such a text no shorter line is looked into. */
const SHORTEST = 20;

/** Cuts the long lines of a text without line breaks; set pages and ordinary lines come back as they are. */
export function unflatten(lines: Line[]): Line[] {
  if (!lostItsBreaks(lines))
    return restoreSigns(lines.flatMap(cutGlued).flatMap(withTitleApart), () => false);
  const isFlat = (line: Line) => line.bbox === null && line.text.length >= SHORTEST;
  const pages = cutAgendaItems(cutPages(lines.flatMap(columns)), isFlat);
  const rows = restoreSigns(cutHeads(pages, isFlat), isFlat);
  const opened = signPageOpenings(pages, rows);
  const heads = opened ? cutHeads(opened, isFlat) : rows;
  const headed = heads.flatMap((line, i) =>
    isFlat(line) ? cutHeadings(line, isUnderKind(heads, i)) : [line],
  );
  return cutLists(headed, (line) => line.bbox === null);
}

/** A rule across the page and what was printed below it, on one line. */
const RULE = /^[_¯‾-]{5,}(?=[\p{L}§\d])/u;
/** "… enligt bilaga.Bakgrund": a sentence and the next heading. */
const GLUED = /^.{20,}\p{L}{2}\.(?=(\p{Lu}[\p{L} ]{3,40})$)/u;

/** What a conversion put on one line without even a blank between. */
function cutGlued(line: Line): Line[] {
  if (line.bbox !== null) return [line];
  const glued = GLUED.exec(line.text);
  const at = RULE.exec(line.text)?.[0].length ?? (glued && isHeading(glued[1] ?? '') ? glued[0].length : 0);
  return at === 0 ? [line] : splitLine(line, new Map([[at, APART]]));
}

/** A § head without a title: the title opens the next line. */
const BARE_HEAD = /^(?:\p{Lu}\p{L}{0,5}\.?\s)?§\s?\d{1,4}(?:\/\d{2,4})?(?:\s+[Dd][Nn][Rr]:?\s.{1,30})?$/u;
/** A title and the heading of the proposal below it. */
const TITLE_AND_PROPOSAL = /^(?=.{0,100}$)\p{Lu}.*[^s\s,:–-]\s(?=Förslag till beslut:?$)/u;

/** Some conversions join the title and the first heading of a matter in a text whose other lines they keep. */
function withTitleApart(line: Line, i: number, lines: readonly Line[]): Line[] {
  if (line.bbox !== null) return [line];
  const title = TITLE_AND_PROPOSAL.exec(line.text);
  if (title) return splitLine(line, new Map([[title[0].length, APART]]));
  const joined = BARE_HEAD.test(lines[i - 1]?.text ?? '') && (headingsIn(line.text)[0]?.from ?? 0) > 0;
  return joined ? cutHeadings(line) : [line];
}

function lostItsBreaks(lines: Line[]): boolean {
  const long = lines.filter((l) => l.bbox === null && l.text.length > FLAT);
  if (long.length >= FLAT_LINES) return true;
  const sum = (list: Line[]) => list.reduce((n, l) => n + l.text.length, 0);
  if (sum(long) > 0 && sum(long) >= FLAT_SHARE * sum(lines)) return true;
  // pages of one line each
  const sheets = lines.filter((l) => l.pageStart && l.bbox === null).length;
  if (sheets >= 2 && lines.length === sheets && sum(lines) > sheets * PAGE) return true;
  const text = lines.filter((l) => l.bbox === null);
  if (sum(text) > text.length * AVERAGE) return true;
  let shared = 0;
  let alone = 0;
  for (const { text, bbox } of lines) {
    if (bbox !== null || !COMMON.test(text)) continue;
    if (isHeading(text)) alone++;
    else if (headingsIn(text).length > 0) shared++;
  }
  return shared >= SHARED_HEADINGS && shared > alone;
}

/** A letterhead whose columns were run together keeps long runs of blanks between them. */
function columns(line: Line): Line[] {
  const parts = line.text.split(/\s{5,}/).filter((t) => t.trim());
  if (parts.length < 2) return [line];
  return parts.map((text, i) => ({
    ...line,
    text: text.trim(),
    pageStart: line.pageStart && i === 0,
    gap: i === 0 ? line.gap : 0,
  }));
}
