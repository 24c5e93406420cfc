/** Abbreviations of bodies by rule: the initials of the name's parts, "och" with or without. */
import { FORLED } from '../vocabulary/organ.ts';
import { organWord } from './organ-words.ts';
import { remember } from './remember.ts';

const JOINTS = [...new Set(FORLED)].filter((f) => f.length > 3);

/** True for what looks like an abbreviation of a body: one short word, no body's name itself. */
export function isAbbreviation(name: string): boolean {
  return (
    /^\p{Lu}[\p{L}]{1,6}$/u.test(name.trim()) &&
    !organWord(name.trim()) &&
    !/^\p{Lu}\p{Ll}{4,}$/u.test(name.trim())
  );
}

/**
 * All abbreviations that a name may go by, in capitals: "Barn- och utbildningsnämnden" → BUN, BOUN;
 * "Samhällsbyggnadsnämnden" → SN, SBN; "Kommunstyrelsens arbetsutskott" → KSAU.
 */
export const abbreviationsOf: (name: string) => ReadonlySet<string> = remember((name) => {
  let all = [''];
  for (const word of name.toLowerCase().match(/[\p{L}]+/gu) ?? []) {
    const parts = word === 'för' ? [''] : word === 'och' || word === 'samt' ? ['', 'O'] : initials(word);
    all = all.flatMap((a) => parts.map((p) => a + p));
    if (all.length > 256) return new Set();
  }
  return new Set(all.map((a) => a.toUpperCase()).filter((a) => a.length > 1));
});

/** The initials one word may give: its first letter, then any of its joints, then the kind of body. */
function initials(word: string): string[] {
  const organ = organWord(word);
  const stem = organ ? organ.forled : word;
  let out = [stem.charAt(0)];
  for (let i = 2; i < stem.length - 1; i++) {
    if (JOINTS.some((j) => stem.startsWith(j, i))) out = out.flatMap((o) => [o, o + stem.charAt(i)]);
  }
  return organ ? out.map((o) => o + organ.slag.initial) : out;
}
