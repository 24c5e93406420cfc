/** One piece of a list of clauses, and the mark that opens it: a number, a letter, a bullet, "att" or none. */
import type { Line } from '../lines/line.ts';
import { isLedtext } from './ledtext.ts';

/** How a piece opens. */
export type Mark = 'number' | 'letter' | 'bullet' | 'att' | 'plain';

/** A piece of a list of clauses. */
export interface Unit {
  mark: Mark;
  /** Of a numbered piece. */
  nr: number | null;
  /** Its lines, the mark dropped from the first. */
  lines: Line[];
  /** Blank space before it beyond the usual. */
  apart: boolean;
}

/** The text of lines on end. */
export const joined = (lines: Line[]): string => lines.map((l) => l.text).join(' ');

const NUMBER =
  /^(\d{1,2})\s?[.)]\s*(?=\D)|^(\d{1,2})\s{2,}(?=\p{Lu})|^(\d{1,2})\s+(?=[aA]tt\s)|^att(\d{1,2})\s+/u;
/** A number without a stop counts where the list has a 1 and a 2: scans lose the room behind it. */
const BARE_NUMBER = /^(\d{1,2})\s+(?=\p{Lu})/u;
const LETTER = /^([a-hj-z])\s?[.)]\s+/;
const BULLET = /^(?:[•·▪■●○◦‣⁃*\uf0b7\uf0a7]|\u00a7(?!\s*\d)|[-–—]|o|→|➢|✓)\s+(?=\S)/u;
/** "att", "Att", "att1", "ATT": the clause form of Swedish decisions. */
const ATT = /^(?:att\d?|Att|ATT)(?=\s|,)/;

/** The mark at the head of a line and the text behind it. `bare`: numbers without a stop count. */
export function markOf(text: string, bare: boolean): { mark: Mark; nr: number | null; rest: string } {
  const number = NUMBER.exec(text) ?? (bare ? BARE_NUMBER.exec(text) : null);
  if (number)
    return {
      mark: 'number',
      nr: Number(number[1] ?? number[2] ?? number[3] ?? number[4]),
      rest: text.slice(number[0].length),
    };
  const letter = LETTER.exec(text);
  // a letter is part of the sentence it stands in; a clause of its own drops it (attsats.ts)
  if (letter) return { mark: 'letter', nr: null, rest: text };
  const bullet = BULLET.exec(text);
  if (bullet) return { mark: 'bullet', nr: null, rest: text.slice(bullet[0].length) };
  if (ATT.test(text)) return { mark: 'att', nr: null, rest: text };
  return { mark: 'plain', nr: null, rest: text };
}

/** True for a list numbered without stops: it has a 1, at its head or under a lead-in, or a 1 and a 2. */
export function hasBareNumbers(lines: Line[]): boolean {
  const one = lines.findIndex((l) => /^1\s/.test(l.text));
  return (
    BARE_NUMBER.test(lines[one]?.text ?? '') &&
    (one === 0 || lines.some((l) => /^2\s+\p{Lu}/u.test(l.text)) || isLedtext(lines[one - 1]?.text ?? ''))
  );
}
