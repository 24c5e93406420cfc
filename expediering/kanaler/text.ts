/** Words from minutes and from other machines, made safe for headers, file names and logs. */
import { type Forsandelse, SandFel } from './types.ts';

/** Control characters, and the marks that turn the direction of text: nothing that a name needs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** One line: control characters become spaces, spaces are joined; cut to `max` characters. */
export function oneLine(text: string, max = 500): string {
  const line = text.toWellFormed().replace(CONTROL, ' ').replace(/\s+/gu, ' ').trim();
  const signs = [...line];
  return signs.length <= max
    ? line
    : `${signs
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** What another machine answered, as it is kept. */
export const answerText = (text: string): string => oneLine(text, 1000);

/** Windows' names of devices: no file may be called so, with whatever ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Longest part of a path, in bytes, that every file system takes; room left for endings. */
const MAX_BYTES = 150;

/**
 * `text` as one part of a path: letters, digits and `. _ -`, no dot first, never empty. What it leaves out is not
 * told apart; where two must not meet, put something else beside it.
 */
export function safeName(text: string, otherwise: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|(?<![.-])[.-]+$/g, '');
  let name = '';
  for (const sign of plain) {
    if (Buffer.byteLength(name + sign) > MAX_BYTES) break;
    name += sign;
  }
  name = name.replace(/(?<![.-])[.-]+$/, '');
  if (name === '') return otherwise;
  return DEVICES.test(name.split('.')[0] as string) ? `_${name}` : name;
}

/** Throws a SandFel when a key is not fit for file names and headers: a fault of ours, found before anything is sent. */
export function checkNyckel(nyckel: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(nyckel) && !nyckel.includes('..')) return;
  throw new SandFel(
    'slutgiltigt',
    'Försändelsens nyckel duger inte i filnamn och brevhuvuden.',
    'The key of what is sent is not fit for file names and headers.',
  );
}

/** "Kommunfullmäktige § 142/19, 2019-11-25", what of it is known; the name of a decision in a subject line. */
export function beslutsnamn({ organ, paragraf, datum }: Forsandelse): string {
  const head = [organ, paragraf === null ? null : `§ ${paragraf}`].filter(Boolean).join(' ');
  return [head, datum].filter(Boolean).join(', ') || 'Beslut';
}
