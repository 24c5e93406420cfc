/**
 * § where the Swedish model read something like it: the numbers of paragraphs run in order over a document, so a
 * row of headings "8 1 …", "$ 2 …", "8& 3 …" can be nothing else. Pure; the whole document at a time.
 */
import type { Page, PageLine, Word } from '../page.ts';
import { textOf } from '../words.ts';
import { bare, SECTION_LIKE, SECTION_NUMBER } from './numbers.ts';

/** A heading that is, or may be, a paragraph's. */
interface Heading {
  line: PageLine;
  /** Index of the word with the sign. */
  at: number;
  number: number;
  /** `sign`: § is there. `likely`: the form says so alone. `maybe`: only the row of numbers can tell. */
  evidence: 'sign' | 'likely' | 'maybe';
}

/** So many headings in a row are no chance. */
const ROW = 3;
/** In a row, this many paragraphs may be missing between two headings: not read, or left out of an extract. */
const MAX_STEP = 3;

/** The pages with § put right in headings and references; pages that OCR did not read come back as they are. */
export function repairParagraphs(pages: readonly Page[]): Page[] {
  const lines = pages.filter((page) => page.textSource === 'ocr').flatMap((page) => page.lines);
  const headings = lines.map(headingOf).filter((heading) => heading !== null);
  const rows = rowsOf(headings);
  const changed = new Map<PageLine, Word[]>();
  for (const heading of headings) {
    const row = rows.get(heading);
    if (heading.evidence !== 'maybe' || row)
      changed.set(heading.line, withSign(heading, runsOn(heading, row)));
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

/** "8 12 Rubrik", "KS $ 12", "&12", "S 112/19": what a paragraph's heading can look like. */
function headingOf(line: PageLine): Heading | null {
  const at = /^\p{Lu}{2,6}$/u.test(line.words[0]?.text ?? '') ? 1 : 0;
  const [first, second, third] = line.words.slice(at, at + 3);
  if (!first) return null;
  const joined = /^([§$&]|8&)(\d.*)$/.exec(first.text);
  const sign = joined ? (joined[1] as string) : first.text;
  const number = joined ? (joined[2] as string) : (second?.text ?? '');
  const after = joined ? second : third;
  if (!SECTION_LIKE.test(sign) || !SECTION_NUMBER.test(number)) return null;
  // A row of a table goes on with figures, a sentence with a small letter.
  if (after && !/^[\p{Lu}"”“’'(–-]/u.test(after.text)) return null;
  const certain = /[$&]/.test(sign) || /\d\/\d\d/.test(number);
  const evidence = sign === '§' ? 'sign' : certain ? 'likely' : 'maybe';
  return { line, at, number: Number.parseInt(number, 10), evidence };
}

/** The numbers right before or after it are read too: a misread one leaves a gap on both sides. */
const runsOn = ({ number }: Heading, row: readonly Heading[] = []): boolean =>
  row.some((other) => Math.abs(other.number - number) === 1);

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
      const step = heading.number - (headings[k] as Heading).number;
      const before = best[k] as Heading[];
      if (step >= 1 && step <= MAX_STEP && before.length > row.length) row = before;
    }
    best.push([...row, heading]);
  });
  return best.reduce((longest, row) => (row.length > longest.length ? row : longest), []);
}

function withSign({ line, at }: Heading, confirmed: boolean): Word[] {
  const words = [...line.words];
  const first = words[at] as Word;
  const joined = /^(?:[§$&]|8&)(\d.*)$/.exec(first.text);
  if (joined) {
    words[at] = { ...first, text: `§${joined[1]}`, ...(confirmed && { confirmed }) };
  } else {
    words[at] = { ...first, text: '§' };
    const number = words[at + 1] as Word;
    if (confirmed) words[at + 1] = { ...number, confirmed };
  }
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
