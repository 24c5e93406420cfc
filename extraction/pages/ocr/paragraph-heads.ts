/** What a line that OCR has read may be the head of: a paragraph, its sign misread, lost or run together. Pure. */
import { distance } from '../../language/distance.ts';
import type { PageLine, Word } from '../page.ts';
import { SECTION_CERTAIN, SECTION_LIKE, SECTION_NUMBER } from './numbers.ts';
import { parted } from './repair-words.ts';

/** How minutes print a paragraph's number: "§ 12", "12 §", "KS 12". */
export type Form = 'before' | 'after' | 'letters';

/** A heading that is, or may be, a paragraph's. */
export interface Heading {
  line: PageLine;
  number: number;
  /** The body's letters before the number, or none. */
  letters: string;
  /** `sign`: § is there. `likely`: the form says so alone. `maybe`: only the row of numbers can tell. */
  evidence: 'sign' | 'likely' | 'maybe';
  /** The words that say it, from `at` on, so many of them, and what they are when it is one. */
  at: number;
  count: number;
  mended: Word[];
}

/** A body's letters: "KS", "Kf", "Sn.". */
const LETTERS = /^(?:\p{Lu}{2,6}|\p{Lu}\p{Ll}{1,3}\.?)$/u;
/** What stands before a number and is no body's letters. */
const NO_LETTERS =
  /^(?:nr|sid|sida|kap|dnr|tel|tfn|art|den|blad|bil|del|rum|sal|kl|pkt|år|maj|juni|juli|mars)\.?$/iu;
/** A row of a table goes on with figures, a sentence with a small letter. */
const TITLE = /^(?:[\p{Lu}"”“’'(–-]|\d{2,4}[/.-]\d)/u;
/** A matter's number right behind the paragraph's. */
const MATTER = /^\d{2,4}[/.-]\d/;
/** A gap this many ems wide parts the margin from the text; so many words stand in the margin at most. */
const MARGIN = 2;
const MOST_IN_MARGIN = 3;
const GLUED = /^(\p{Lu}\p{L}{1,5}?)(\d{1,4})$/u;

/** The sign stands after the number in most heads whose sign is certain. */
export function signStandsAfter(lines: readonly PageLine[]): boolean {
  const certain = (form: Form) =>
    lines.filter((line) => {
      const heading = headingOf(line, form);
      return heading !== null && heading.evidence !== 'maybe';
    }).length;
  return certain('after') > certain('before');
}

/** The heading that a line is or may be, if paragraphs are printed in this form. */
export function headingOf(line: PageLine, form: Form): Heading | null {
  if (form === 'after') return numberFirst(line);
  if (form === 'letters') return lettersOnly(line);
  return signFirst(line, 0) ?? signFirst(line, columnOf(line));
}

/** Where the text begins on a line that has something in the margin: "Protokoll   § 12"; 0 where it has nothing. */
function columnOf({ words, size }: PageLine): number {
  const at = words.findIndex(
    (word, i) => i > 0 && word.bbox[0] - (words[i - 1] as Word).bbox[2] > MARGIN * (size ?? 11),
  );
  const isNumbered = words.slice(0, at).some(({ text }) => /\d/.test(text));
  return at > 0 && at <= MOST_IN_MARGIN && !isNumbered ? at : 0;
}

/** "8 12 Rubrik", "KS $ 12", "&12", "S 112/19". */
function signFirst(line: PageLine, from: number): Heading | null {
  const { letters, at } = lettersOf(line, from);
  const [first, second, third] = line.words.slice(at, at + 3);
  if (!first) return null;
  const joined = /^([§$&£€]|8&)(\d.*)$/.exec(first.text);
  const sign = joined ? (joined[1] as string) : first.text;
  const printed = joined ? (joined[2] as string) : (second?.text ?? '');
  const after = joined ? second : third;
  if (!SECTION_LIKE.test(sign) || !SECTION_NUMBER.test(printed)) return null;
  const likely = SECTION_CERTAIN.test(sign) || /\d\/\d\d/.test(printed);
  if (after && !TITLE.test(after.text) && !(likely && MATTER.test(after.text))) return null;
  const mended = joined ? [{ ...first, text: `§${printed}` }] : [{ ...first, text: '§' }, second as Word];
  const evidence = sign === '§' ? 'sign' : likely ? 'likely' : 'maybe';
  return { line, number: Number.parseInt(printed, 10), letters, evidence, at, count: mended.length, mended };
}

/** "44 $ Rubrik", "45 8 Rubrik", "46& Rubrik". */
function numberFirst(line: PageLine): Heading | null {
  const [first, second, third] = line.words;
  const m = /^(\d{1,4}(?:\/\d{2,4})?)([§$&£€])?$/.exec(first?.text ?? '');
  if (!first || !m?.[1]) return null;
  const sign = m[2] ?? second?.text ?? '';
  const after = m[2] ? second : third;
  if (!SECTION_LIKE.test(sign) || (after && !TITLE.test(after.text))) return null;
  const mended = m[2] ? [{ ...first, text: `${m[1]}§` }] : [first, { ...(second as Word), text: '§' }];
  const evidence = sign === '§' ? 'sign' : SECTION_CERTAIN.test(sign) ? 'likely' : 'maybe';
  const number = Number.parseInt(m[1], 10);
  return { line, number, letters: '', evidence, at: 0, count: mended.length, mended };
}

/** "KS 13", and "KS13" that lost its space. */
function lettersOnly(line: PageLine): Heading | null {
  const [first, second] = line.words;
  const glued = GLUED.exec(first?.text ?? '');
  const letters = glued?.[1] ?? first?.text ?? '';
  const printed = glued?.[2] ?? second?.text ?? '';
  if (!first || !LETTERS.test(letters) || NO_LETTERS.test(letters)) return null;
  if (!/^\d{1,4}(?:\/\d{2,4})?$/.test(printed)) return null;
  const number = Number.parseInt(printed, 10);
  const mended = glued ? parted(first, letters.length) : [first, second as Word];
  const evidence = glued ? 'maybe' : 'sign';
  return { line, number, letters, evidence, at: 0, count: glued ? 1 : 2, mended };
}

/** The head "25 Rubrik" or "825 Rubrik" of paragraph 25 that lost its sign, or has it read as a figure; null: it is none. */
export function withoutSign(line: PageLine, number: number): Heading | null {
  const { letters, at } = lettersOf(line, 0);
  const [first, second] = line.words.slice(at);
  const m = new RegExp(`^[8S5B369$&£€]{0,2}${number}((?:/\\d{2,4})?[.]?)$`).exec(first?.text ?? '');
  if (!first || !m || (second && !TITLE.test(second.text))) return null;
  // the figures may be what the sign was read as: only the row of numbers says this one
  const mended = [{ ...first, text: `§${number}${m[1]}`, confirmed: false }];
  return { line, number, letters, evidence: 'maybe', at, count: 1, mended };
}

/** The heading with its number put right, where a mark was taken for a figure of it ("471/22"); null: it says another. */
export function withNumber(heading: Heading, number: number): Heading | null {
  const at = heading.mended.findIndex((word) => /\d/.test(word.text));
  const word = heading.mended[at];
  const m = /^(\D*)(\d{1,4})(.*)$/.exec(word?.text ?? '');
  const printed = m?.[2] ?? '';
  // a figure misread for another stays, and is doubted; one too many is a mark
  if (!word || !m || printed.length !== `${number}`.length + 1 || distance(printed, `${number}`, 1) > 1)
    return null;
  const mended = heading.mended.map((other, i) =>
    i === at ? { ...word, text: `${m[1]}${number}${m[3]}`, confirmed: false } : other,
  );
  return { ...heading, number, mended, evidence: 'likely' };
}

function lettersOf({ words }: PageLine, from: number): { letters: string; at: number } {
  const first = words[from]?.text ?? '';
  const is = LETTERS.test(first) && !NO_LETTERS.test(first) && words.length > from + 1;
  return { letters: is ? first : '', at: is ? from + 1 : from };
}
