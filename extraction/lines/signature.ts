/** Where a letter's signatures begin. */

import { CLOSING, SIGNATURE } from '../vocabulary/handlingar.ts';
import type { Line } from './line.ts';

/** One name, or two side by side: "Anna Berg", "Anna Berg   Bo Ek". */
const NAMES = /^(?:\p{Lu}[\p{L}-]+\s+){1,7}\p{Lu}[\p{L}-]+$/u;

/** What an official is called in one word. */
const TITLE =
  /^[\p{L}-]*(?:utredare|kanslist|sekreterare|handläggare|controller|jurist|samordnare|planerare|ekonom|strateg|ingenjör|arkitekt|rektor|ordförande|kommunikatör|registrator|administratör|utvecklare|inspektör)$/iu;

/** What an official is called beneath the name: "Ekonomichef", "Förvaltningschef, tillika skolchef". */
export const isTitle = (text: string): boolean =>
  [text, text.split(',')[0] ?? ''].some((t) => SIGNATURE.test(t) || TITLE.test(t));

/** True when the line closes a letter: a closing phrase, or names with somebody's title on the next line. */
export function isSignature(lines: Line[], i: number): boolean {
  const text = lines[i]?.text ?? '';
  if (CLOSING.test(text)) return true;
  const next = lines[i + 1]?.text ?? '';
  return NAMES.test(text) && next.split(/\s{2,}/).some(isTitle);
}
