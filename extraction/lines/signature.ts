/** Where a letter's signatures begin. */

import { parseRole } from '../language/role.ts';
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

/** Words with capitals in a row, a comma behind the last. */
const CAPITALS = /(?<!\S)\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){2,}(?=[\s,]|$)/gu;
/** A part of a person's name; an office that signs may stand above it. */
const NAME = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;
const SIGNING_OFFICE =
  /^(?:\p{Lu}{5,}|\p{Lu}\p{Ll}+(?:kansliet|kontoret|förvaltningen|avdelningen|enheten))$/u;

/** Where somebody has signed with name and title in one line ("Eva Lind Socialchef"), from `from` on; -1: nowhere. */
export function signedAt(text: string, from = 0): number {
  for (const run of text.matchAll(CAPITALS)) {
    const words = [...run[0].matchAll(/\S+/g)];
    const role = words.findIndex(
      (w, i) => i >= 2 && parseRole(w[0]) !== null && !/^ordf|^ledam/iu.test(w[0]),
    );
    if (role < 2 || !words.slice(role - 2, role).every((w) => NAME.test(w[0]))) continue;
    const office = SIGNING_OFFICE.test(words[role - 3]?.[0] ?? '') ? 1 : 0;
    const at = run.index + (words[role - 2 - office]?.index ?? 0);
    if (at >= from) return at;
  }
  return -1;
}
