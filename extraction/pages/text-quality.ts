/** How much a text reads like language: measured features, no decision. */
import type { Page } from './page.ts';

/**
 * The commonest small words of Swedish, and some of English for attachments. In Swedish prose every third word
 * is one of them.
 */
const FUNCTION_WORDS = new Set(
  (
    'och att i det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan man ' +
    'när ska skall under vid eller enligt samt även efter mot ut upp över inom utan detta dessa denna där ' +
    'the of and to in a is for on that with as by are be this from or at'
  ).split(' '),
);

/** Addresses are good text and no words: they say nothing. */
const ADDRESS = /[@/:_.]|www/;
/** Abbreviations say nothing either, as long as they stand among words. */
const ABBREVIATION = /^\p{Lu}{2,6}$/u;

/** Longer than any but a few words of Swedish: "samhällsbyggnadsförvaltningens" has 30 letters. */
const LONG = /\p{L}{31}/u;

export interface TextQuality {
  /** Characters that are no spaces. */
  chars: number;
  /** Words of two letters or more. */
  words: number;
  /** Share of the characters that stand for no letter: unmapped glyphs, replacement and private-use characters. */
  garbage: number;
  /** Share of the words that could be words of some language: a vowel, no impossible run, capitals where they belong. */
  plausible: number;
  /** Share of the words that are the commonest small words of Swedish or English. */
  functionWords: number;
  /** Share of the letters that stand in words too long for any language: words that run together. */
  glued: number;
  /** Characters between the upper and the lower eighth of the page, where text that is no stamp or footer stands. */
  bodyChars: number;
}

/** Measures the text of a page. */
export function textQuality(page: Pick<Page, 'lines' | 'height'>): TextQuality {
  const quality: TextQuality = {
    chars: 0,
    words: 0,
    garbage: 0,
    plausible: 0,
    functionWords: 0,
    glued: 0,
    bodyChars: 0,
  };
  let letters = 0;
  let glued = 0;
  let garbage = 0;
  let plausible = 0;
  let functionWords = 0;
  const abbreviations: string[] = [];
  for (const line of page.lines) {
    const chars = line.text.replaceAll(' ', '').length;
    quality.chars += chars;
    if (inBody(line.bbox, page.height)) quality.bodyChars += chars;
    garbage += line.text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
    for (const token of line.text.split(' ')) {
      const word = token.replace(/^[^\p{L}\uFFFD]+|[^\p{L}\uFFFD]+$/gu, '');
      if (word.length < 2 || ADDRESS.test(word)) continue;
      letters += word.length;
      if (LONG.test(word)) glued += word.length;
      if (ABBREVIATION.test(word)) {
        abbreviations.push(word);
        continue;
      }
      quality.words++;
      if (isPlausible(word)) plausible++;
      if (FUNCTION_WORDS.has(word.toLowerCase())) functionWords++;
    }
  }
  if (abbreviations.length > quality.words) {
    quality.words += abbreviations.length;
    plausible += abbreviations.filter(isPlausible).length;
  }
  if (letters > 0) quality.glued = glued / letters;
  if (quality.chars > 0) quality.garbage = garbage / quality.chars;
  if (quality.words > 0) {
    quality.plausible = plausible / quality.words;
    quality.functionWords = functionWords / quality.words;
  }
  return quality;
}

function inBody(bbox: readonly number[] | null, height: number | null): boolean {
  if (!bbox || !height) return true;
  const middle = ((bbox[1] as number) + (bbox[3] as number)) / 2;
  return middle > height / 8 && middle < (height * 7) / 8;
}

/**
 * Whether `word` could be a word. What a wrong character table or a failed OCR gives has digits and signs inside,
 * capitals after small letters, no vowels or the same letter three times.
 */
function isPlausible(word: string): boolean {
  if (!/^[\p{Script=Latin}’'´-]+$/u.test(word)) return false;
  if (!/[aeiouyåäöéü]/iu.test(word)) return /^\p{L}{2}$/u.test(word);
  if (/(\p{L})\1\1/iu.test(word)) return false;
  if (/[bcdfghjklmnpqrstvwxz]{6}/iu.test(word)) return false;
  return !/\p{Ll}\p{Lu}\p{Ll}*\p{Lu}|^\p{Ll}+\p{Lu}/u.test(word);
}
