/**
 * Numbers that what stands around them confirms or contradicts, whatever two readings of the same spot say: both
 * models can misread alike. A day agrees with its weekday or does not; a long number is read again on another spot;
 * "85" may be the "§ 5" that the same minutes have. Pure; the whole document at a time.
 */
import { findDates } from '../../language/dates.ts';
import { parseDiarienummer } from '../../language/diarienummer.ts';
import { bareDiarienummer, labelledDiarienummer } from '../../language/nummer.ts';
import type { Page, PageLine, Word } from '../page.ts';
import { wordsBetween } from '../placed-words.ts';

/** A number on a spot: what it says, whatever its print, and the words that say it. */
interface Mention {
  /** Kind and value: "dag 2024-03-12", "nr 2024/118", "tal 1200000". */
  key: string;
  words: Word[];
  line: PageLine;
  /** The weekday beside it is another day's. */
  contradicted: boolean;
  /** The weekday beside it is that day's. */
  supported: boolean;
}

/** The pages with their numbers confirmed or not by context; pages that OCR did not read come back as they are. */
export function confirmNumbers(pages: readonly Page[]): Page[] {
  if (!pages.some((page) => page.textSource === 'ocr')) return [...pages];
  const lines = pages.flatMap((page) => page.lines);
  const verdicts = new Map<Word, boolean>();
  const mentions = lines.flatMap(mentionsIn);
  const sound = mentions.filter((mention) => !mention.contradicted);
  const repeated = repeatedOf(sound);
  for (const mention of sound) {
    if (mention.supported || repeated.has(mention))
      for (const word of mention.words) verdicts.set(word, true);
  }
  for (const word of [...maybeParagraphs(lines), ...lines.flatMap(halfBrackets)]) verdicts.set(word, false);
  for (const { contradicted, words } of mentions)
    if (contradicted) for (const word of words) verdicts.set(word, false);
  return pages.map((page) => {
    if (page.textSource !== 'ocr') return page;
    const judged = (word: Word) => verdicts.has(word) && word.confirmed !== verdicts.get(word);
    if (!page.lines.some((line) => line.words.some(judged))) return page;
    return {
      ...page,
      lines: page.lines.map((line) =>
        line.words.some(judged)
          ? {
              ...line,
              words: line.words.map((word) =>
                judged(word) ? { ...word, confirmed: verdicts.get(word) === true } : word,
              ),
            }
          : line,
      ),
    };
  });
}

/** "1 200 000", "250000", "2021": four figures at least, as shorter numbers are alike by chance. */
const LONG = /(?<![\d/:.,-])(?:\d{1,3}(?:[ .\u00a0]\d{3})+|\d{4,})(?:,\d+)?(?![\d/:-])/gu;

/** No line that OCR has read is longer: a text that lost its line breaks is no witness. */
const LONGEST = 1_000;

/** "142/19": a § with its year, as the heads of the next pages and other papers name it. */
const PARAGRAF = /(?<![\d/:.,-])\d{2,4}\/\d{2}(?![\d/:-])/gu;

function mentionsIn(line: PageLine): Mention[] {
  const { text } = line;
  if (text.length > LONGEST || !/\d/.test(text)) return [];
  const taken: { start: number; end: number }[] = [];
  const mentions: Mention[] = [];
  const add = (key: string, start: number, end: number, weekday: boolean | null = null) => {
    if (taken.some((other) => other.start < end && start < other.end)) return;
    taken.push({ start, end });
    const words = wordsBetween(line, start, end).filter((word) => /\d/.test(word.text));
    if (words.length === 0) return;
    mentions.push({ key, words, line, contradicted: weekday === false, supported: weekday === true });
  };
  for (const { iso, start, end } of findDates(text))
    add(`dag ${iso}`, start, end, agrees(text, start, end, iso));
  for (const { value, start, end } of numbersIn(text)) {
    const parsed = parseDiarienummer(value);
    if (parsed) add(`nr ${parsed.year}/${parsed.number}`, start, end);
  }
  for (const m of text.matchAll(PARAGRAF)) add(`§ ${m[0]}`, m.index, m.index + m[0].length);
  for (const m of text.matchAll(LONG)) {
    add(`tal ${m[0].replace(/[ .\u00a0]/gu, '')}`, m.index, m.index + m[0].length);
  }
  return mentions;
}

/** All diarienummer of a line, labelled or told by their form. */
function numbersIn(text: string): { value: string; start: number; end: number }[] {
  const labelled = labelledDiarienummer(text);
  const found = labelled ? [labelled] : [];
  for (let from = 0; from < text.length; ) {
    const next = bareDiarienummer(text.slice(from));
    if (!next) break;
    found.push({ value: next.value, start: from + next.start, end: from + next.end });
    from += next.end;
  }
  return found;
}

const WEEKDAYS = ['sön', 'mån', 'tis', 'ons', 'tors', 'fre', 'lör'];
const BEFORE = /(?<!\p{L})(sön|mån|tis|ons|tors|fre|lör)dag(?:en)?,?\s*(?:den\s*)?$/iu;
const AFTER = /^\s*(?:[(,]\s*)?(sön|mån|tis|ons|tors|fre|lör)dag(?:en)?(?!\p{L})/iu;

/** Whether the weekday printed beside a day is that of the calendar; null: none is printed. */
function agrees(text: string, start: number, end: number, iso: string): boolean | null {
  const named =
    BEFORE.exec(text.slice(Math.max(0, start - 24), start)) ?? AFTER.exec(text.slice(end, end + 16));
  if (!named?.[1]) return null;
  return WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()] === named[1].toLowerCase();
}

/**
 * What is read the same on another line too. Not when no spot of it has been read twice, and as many spots or more
 * have a number that differs in one figure: then it may be that other, misread wherever the type is poor.
 */
function repeatedOf(mentions: readonly Mention[]): Set<Mention> {
  const groups = Map.groupBy(mentions, (mention) => mention.key);
  const spots = new Map(
    [...groups].map(([key, group]) => [key, new Set(group.map((mention) => mention.line)).size]),
  );
  const alike = new Map<string, string[]>();
  for (const key of groups.keys()) {
    for (const form of nearForms(key)) alike.set(form, [...(alike.get(form) ?? []), key]);
  }
  const repeated = new Set<Mention>();
  for (const [key, group] of groups) {
    const own = spots.get(key) ?? 0;
    const rivals = nearForms(key).flatMap((form) => alike.get(form) ?? []);
    if (own < 2) continue;
    const readTwice = group.some(({ words }) =>
      words.every((w) => w.confirmed === true || w.confidence === null),
    );
    if (!readTwice && rivals.some((other) => other !== key && (spots.get(other) ?? 0) >= own)) continue;
    for (const mention of group) repeated.add(mention);
  }
  return repeated;
}

/** A key with each of its figures left open in turn. */
const nearForms = (key: string): string[] =>
  [...key].flatMap((char, i) => (/\d/.test(char) ? [`${key.slice(0, i)}?${key.slice(i + 1)}`] : []));

/** "101)" of "1(1)": a bracket closes that none has opened, after more figures than a list has entries. */
const halfBrackets = ({ text, words }: PageLine): Word[] =>
  text.includes('(') ? [] : words.filter((word) => /^\d{3,}\)$/.test(word.text));

/** A § at the head of a line, with its number. */
const HEAD = /^(?:\p{Lu}\p{L}{0,5}\s)?§\s?(\d{1,4})(?!\d)/u;
/** What § is read as, with the number of a § behind it. */
const GLUED = /^[8S5$&](\d{1,3})[.,:;)]?$/;
/** Before these a § is named as often as a number. */
const REFERS = /^(?:från|fr\.?o\.?m\.?|under|till|t\.?o\.?m\.?|på|vid|efter|se|och|samt|protokoll)$/iu;

/** "ers från 85 Anna Berg": numbers that may well be a § of these minutes with its sign misread. */
function maybeParagraphs(lines: readonly PageLine[]): Word[] {
  const heads = new Set(lines.flatMap((line) => HEAD.exec(line.text)?.[1] ?? []));
  if (heads.size === 0) return [];
  return lines.flatMap(({ words }) =>
    words.filter((word, i) => {
      const rest = GLUED.exec(word.text)?.[1];
      if (rest === undefined || !heads.has(rest) || heads.has(word.text.replace(/\D/g, ''))) return false;
      const [before, after] = [words[i - 1], words[i + 1]];
      if (before && !REFERS.test(before.text)) return false;
      // a unit or the sentence goes on in lower case; a § is followed by its title, a name or nothing
      return !after || /^\p{Lu}/u.test(after.text);
    }),
  );
}
