/** Whether readers may have the file itself: only where nothing is in it but what its pages show. */
import { personnummerIn } from '../../diarium/rader/personnummer.ts';
import type { Besides } from '../../extraction/pages/beside-text.ts';
import { isKnownWord } from './known-words.ts';

/** Who made the file, and what it links to: told of as they are, but for numbers. */
const PEOPLE = /^(?:Author|Company|Manager|dc:creator|dc:publisher|URI)$/u;
/** What programs call a file that nobody has named. */
const OF_PROGRAMS = new Set(
  'microsoft word excel powerpoint docx doc xlsx pptx pdf tagged page untitled unspecified document presentation namnlös dokument mall'.split(
    ' ',
  ),
);

/**
 * Why readers are not given a PDF; null: they may have it. Of its properties, headings and alternative texts every word must stand
 * on its pages, or be one that names nobody.
 *
 * @param shown the text of its pages, and its name
 */
export function whyNotGiven({ more, texts }: Besides, shown: readonly string[]): string | null {
  if (more !== null) return more;
  const words = new Set(shown.flatMap(wordsOf));
  const tells = texts.find(({ key, text }) => {
    if (personnummerIn(text).length > 0) return true;
    return !PEOPLE.test(key) && wordsOf(text).some((word) => !words.has(word) && !isOfNobody(word));
  });
  return tells ? tells.key || 'text' : null;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Too short to be a name, an id of a program, or a word of records. */
const isOfNobody = (word: string): boolean =>
  word.length < 3 || /\d/u.test(word) || OF_PROGRAMS.has(word) || isKnownWord(word);
