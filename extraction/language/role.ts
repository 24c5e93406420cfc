/** Roles: "ordföranden", "1:e vice ordf.", "regiondirektör", as they stand beside people's names. */
import { ORDNING, ROLL_SLUT, ROLLER } from '../vocabulary/roller.ts';

const KNOWN = new Set(ROLLER);
const ORDINALS = new Set(ORDNING);
const SHORT: Readonly<Record<string, string>> = {
  ordf: 'ordförande',
  sekr: 'sekreterare',
  v: 'vice',
  tjg: 'tjänstgörande',
  tj: 'tjänstgörande',
  ers: 'ersättare',
};

/** "IT-chef", "FoU-ledare": capitals that mean something. */
const MIXED = /^[^\p{Lu}]*\p{Lu}[^\p{Lu}]*\p{Lu}.*\p{Ll}/u;

/** A word without its definite ending and genitive: ordföranden → ordförande, rådet → råd, ledamöterna → ledamot. */
function indefinite(word: string): string {
  const w = word.toLowerCase().replace(/(?<![.,:;])[.,:;]+$/, '');
  if (KNOWN.has(w)) return w;
  if (/^ledamöter(?:na)?s?$/.test(w)) return 'ledamot';
  return w
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=ande)n$|(?<=are)n$/, '')
    .replace(/(?<=are)n?a$/, '')
    .replace(
      /(?<=(?:chef|direktör|strateg|jurist|ekonom|ingenjör|arkitekt|ledamot|president|inspektör|administratör|kommunikatör|specialist|rektor|revisor|samordnare))e?n$/,
      '',
    )
    .replace(/(?<=råd|ombud)et$/, '');
}

function isRoleWord(word: string): boolean {
  const w = indefinite(word);
  return (
    KNOWN.has(w) ||
    ROLL_SLUT.some((end) => w.length > end.length && w.endsWith(end) && /^[\p{L}-]+$/u.test(w))
  );
}

/**
 * A role in its usual form, or null when the text is no role: "1:e vice ordföranden" → "1:e vice ordförande",
 * "ordf." → "Ordförande", "tjg ers" → "Tjänstgörande ersättare", "tf regiondirektör" → "Tf regiondirektör".
 */
export function parseRole(text: string): string | null {
  const words = text.replace(/\s+/g, ' ').trim().split(' ');
  if (words.length === 0 || words.length > 6) return null;
  const last = words.at(-1) ?? '';
  if (!isRoleWord(last)) return null;
  if (words.slice(0, -1).some((w) => /^\p{Lu}/u.test(w) && !isLeadingRoleWord(w))) return null;
  const form = words
    .map((w) => expand(MIXED.test(w) ? w : isRoleWord(w) ? indefinite(w) : w.toLowerCase()))
    .join(' ');
  return form.charAt(0).toUpperCase() + form.slice(1);
}

function expand(word: string): string {
  const bare = word.replace(/\.$/, '');
  return SHORT[bare] ?? word;
}

function isLeadingRoleWord(word: string): boolean {
  const w = word.toLowerCase().replace(/[.,]$/, '');
  return (
    ORDINALS.has(w) ||
    isRoleWord(w) ||
    ['vice', 'v', 'tf', 't.f', 'tjänstgörande', 'tjg', 'tj', 'ej', 'biträdande', 'bitr'].includes(w)
  );
}

const BODYS =
  /^\p{Lu}[\p{L}-]*(?:styrelsens|nämndens|utskottets|fullmäktiges|beredningens|rådets|direktionens)$/u;

/**
 * How many words at the start of `words` are a role before a name: "Andre vice ordföranden Eva Lind" → 3,
 * "Anna Berg" → 0. The role must end before the first word of a name.
 */
export function leadingRole(words: readonly string[]): number {
  let end = 0;
  for (let i = 0; i < Math.min(words.length, 6); i++) {
    const word = words[i] ?? '';
    // "Kommunstyrelsens ordförande Eva Lind"
    if (i === 0 && BODYS.test(word)) continue;
    if (isRoleWord(word)) end = i + 1;
    else if (/^\p{Lu}/u.test(word) && !isLeadingRoleWord(word)) break;
  }
  return end;
}
