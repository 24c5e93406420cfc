/**
 * § where the Swedish model read something like it: the numbers of paragraphs run in order over a document, so a
 * row of headings "8 1 …", "$ 2 …", "8& 3 …" can be nothing else. Pure; the whole document at a time.
 */
import type { Page, PageLine, Word } from '../page.ts';
import { textOf } from '../words.ts';
import { bare, SECTION_LIKE, SECTION_NUMBER } from './numbers.ts';
import { type Heading, headingOf, signStandsAfter, withNumber, withoutSign } from './paragraph-heads.ts';

/** So many headings in a row are no chance. */
const ROW = 3;
/** In a row, this many paragraphs may be missing between two headings: not read, or left out of an extract. */
const MAX_STEP = 3;
/** Headings of one kind begin this near to each other, points. */
const SAME_EDGE = 5;
/** A heading has this much room above it, in type sizes. */
const ROOM = 0.5;

/** The pages with § put right in headings and references; pages that OCR did not read come back as they are. */
export function repairParagraphs(pages: readonly Page[]): Page[] {
  const lines = pages.filter((page) => page.textSource === 'ocr').flatMap((page) => page.lines);
  const form = signStandsAfter(lines) ? 'after' : 'before';
  const signed = lines.map((line) => headingOf(line, form)).filter((heading) => heading !== null);
  const rows = rowsOf(signed);
  const certain = signed.filter((heading) => heading.evidence !== 'maybe' || rows.has(heading));
  const found = certain.map((heading, i) =>
    rows.has(heading) ? heading : fitted(heading, certain[i - 1], certain[i + 1]),
  );
  if (found.length < ROW - 1) {
    const lettered = lines.map((line) => headingOf(line, 'letters')).filter((heading) => heading !== null);
    for (const [heading, row] of rowsOf(lettered)) {
      rows.set(heading, row);
      if (heading.evidence === 'maybe') found.push(heading);
    }
  } else if (form === 'before') found.push(...lostSigns(lines, found));
  const changed = new Map<PageLine, Word[]>();
  for (const heading of found) {
    if (heading.evidence !== 'sign' || rows.has(heading))
      changed.set(
        heading.line,
        mended(heading, isAlone(heading, found) && runsOn(heading, rows.get(heading))),
      );
  }
  for (const line of lines) {
    const words = withInnerSigns(changed.get(line) ?? line.words);
    if (words) changed.set(line, words);
  }
  if (changed.size === 0) return [...pages];
  return pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => {
      const words = changed.get(line);
      return words ? { ...line, words, text: textOf(words, line.size ?? 11) } : line;
    }),
  }));
}

/** A heading whose number is none that can stand there, with the only one that can: its neighbours have those beside it. */
function fitted(heading: Heading, before: Heading | undefined, after: Heading | undefined): Heading {
  if (!before || !after || after.number - before.number !== 2) return heading;
  return withNumber(heading, before.number + 1) ?? heading;
}

/** The numbers right before or after it are read too: a misread one leaves a gap on both sides. */
const runsOn = ({ number }: Heading, row: readonly Heading[] = []): boolean =>
  row.some((other) => Math.abs(other.number - number) === 1);

/** No other heading has its number: of two, a row confirms neither. */
const isAlone = (heading: Heading, all: readonly Heading[]): boolean =>
  all.every((other) => other === heading || other.number !== heading.number);

/** The row of rising numbers that a heading stands in: the longest rows first, each heading in one. */
function rowsOf(headings: readonly Heading[]): Map<Heading, readonly Heading[]> {
  const found = new Map<Heading, readonly Heading[]>();
  let left = [...headings];
  for (;;) {
    const row = longestRow(left);
    const known = row.some((heading) => heading.evidence !== 'maybe');
    if (row.length < (known ? ROW - 1 : ROW)) return found;
    for (const heading of row) found.set(heading, row);
    left = left.filter((heading) => !found.has(heading));
  }
}

function longestRow(headings: readonly Heading[]): Heading[] {
  const best: Heading[][] = [];
  headings.forEach((heading, i) => {
    let row: Heading[] = [];
    // A row breaks off where its headings are far apart among the others.
    for (let k = Math.max(0, i - 8); k < i; k++) {
      const other = headings[k] as Heading;
      const step = heading.number - other.number;
      const before = best[k] as Heading[];
      const follows = step >= 1 && step <= MAX_STEP && heading.letters === other.letters;
      if (follows && before.length > row.length) row = before;
    }
    best.push([...row, heading]);
  });
  return best.reduce((longest, row) => (row.length > longest.length ? row : longest), []);
}

/**
 * Headings whose sign was not read at all: the number that is missing right before or after a heading, on a line that
 * stands where that heading's line does, at the edge and with room above.
 */
function lostSigns(lines: readonly PageLine[], found: readonly Heading[]): Heading[] {
  const heads = new Map(found.map((heading) => [heading.line, heading]));
  const lost: Heading[] = [];
  lines.forEach((line, i) => {
    if (heads.has(line) || !hasRoomAbove(lines[i - 1], line)) return;
    const before = lines.slice(0, i).findLast((other) => heads.has(other));
    const after = lines.slice(i + 1).find((other) => heads.has(other));
    for (const [near, step] of [
      [before, 1],
      [after, -1],
    ] as const) {
      const neighbour = near && heads.get(near);
      if (!neighbour || !isAlike(line, neighbour.line)) continue;
      const number = neighbour.number + step;
      const heading = withoutSign(line, number);
      if (!heading || heading.letters !== neighbour.letters) continue;
      const [above, below] = [before && heads.get(before), after && heads.get(after)];
      if ((above && above.number >= number) || (below && below.number <= number)) continue;
      lost.push(heading);
      heads.set(line, heading);
      return;
    }
  });
  return lost;
}

/** Both lines begin at the same edge, in type of one size. */
function isAlike(a: PageLine, b: PageLine): boolean {
  if (!a.bbox || !b.bbox || !a.size || !b.size) return false;
  return Math.abs(a.bbox[0] - b.bbox[0]) < SAME_EDGE && Math.abs(a.size - b.size) < 0.2 * b.size;
}

function hasRoomAbove(before: PageLine | undefined, line: PageLine): boolean {
  if (!line.bbox || !before?.bbox) return true;
  const room = line.bbox[1] - before.bbox[3];
  return room < 0 || room > ROOM * (line.size ?? 11);
}

function mended({ line, at, count, mended: own }: Heading, confirmed: boolean): Word[] {
  const words = [...line.words];
  const numbered = own.findIndex((word) => /\d/.test(word.text));
  const put = own.map((word, i) => (confirmed && i === numbered ? { ...word, confirmed } : word));
  words.splice(at, count, ...put);
  return words;
}

/** What stands before a reference to a paragraph of minutes. */
const BEFORE_REFERENCE = /(?:protokoll(?:et|s|sutdrag)?|paragraf(?:en)?|sammanträdet|§)$/i;
/** What stands after the § of a law. */
const LAW = /(?:lagen|balken|förordningen|ordningen|stadgan)s?$/i;

/** § inside a line: after a date or "protokollsutdrag", before "142/19", before a law. Null: nothing to put right. */
function withInnerSigns(words: readonly Word[]): Word[] | null {
  let changed = false;
  const out = words.map((word, i) => {
    if (word.text === '§' || !SECTION_LIKE.test(word.text)) return word;
    const before = bare(words[i - 1]?.text ?? '');
    const after = words[i + 1]?.text ?? '';
    const isNumbered =
      SECTION_NUMBER.test(after) &&
      (/[$&]/.test(word.text) ||
        /^\d{1,4}\/\d\d\b/.test(after) ||
        BEFORE_REFERENCE.test(before) ||
        /^\d{4}-\d\d-\d\d$/.test(before));
    const ofLaw = /^\d{1,3}$/.test(before) && LAW.test(bare(after));
    if (!isNumbered && !ofLaw) return word;
    changed = true;
    return { ...word, text: '§' };
  });
  return changed ? out : null;
}
