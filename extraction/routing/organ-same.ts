/** Whether two names mean the same body, by themselves. See organ.ts for the order of evidence. */
import { distance } from '../language/distance.ts';
import { ORGAN_FORKORTNINGAR, SKILJANDE } from '../vocabulary/organ.ts';
import { abbreviationsOf, isAbbreviation } from './organ-abbreviation.ts';
import { fold, kindInKey, organTokens } from './organ-key.ts';

const DISTINCT = new Set(SKILJANDE.map(fold));

/** True when two names mean the same body of one huvudman, by themselves. */
export function sameOrgan(
  a: string | null,
  b: string | null,
  options: { huvudman?: string | null } = {},
): boolean {
  if (!a || !b) return false;
  const [ta, tb] = [organTokens(a, options.huvudman), organTokens(b, options.huvudman)];
  if (ta.length === 0 || tb.length === 0) return false;
  if (ta.join(' ') === tb.join(' ')) return true;
  if (isAbbreviation(a) || isAbbreviation(b)) return abbreviates(a, b) || abbreviates(b, a);
  return isMisprint(ta, tb);
}

function abbreviates(short: string, name: string): boolean {
  return isDerivable(short) && !isAbbreviation(name) && abbreviationsOf(name).has(short.trim().toUpperCase());
}

/** An abbreviation that means something else in every municipality; the universal ones are in the key already. */
export function isDerivable(name: string): boolean {
  return isAbbreviation(name) && !Object.hasOwn(ORGAN_FORKORTNINGAR, name.trim().toUpperCase());
}

/** True when one list of key words is a misprint of the other. Offices and people are not so easily the same. */
export function isMisprint(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return Math.abs(a.length - b.length) === 1 && a.join('') === b.join('');
  const body = a.some((w) => kindInKey(w));
  return (body || a.length === 1) && a.every((word, i) => similar(word, b[i] ?? '', body));
}

function similar(a: string, b: string, body: boolean): boolean {
  if (a === b) return true;
  if (DISTINCT.has(a) || DISTINCT.has(b) || /\d/.test(a + b)) return false;
  // The kind of body is never what is misprinted here: a stem is compared with a stem.
  const [oa, ob] = [kindInKey(a), kindInKey(b)];
  if (oa?.kind !== ob?.kind) return false;
  const [sa, sb] = oa && ob ? [oa.forled, ob.forled] : [a, b];
  const length = Math.min(sa.length, sb.length);
  const allowed = !body ? Number(length >= 8) : length >= 10 ? 2 : Number(length >= 5);
  // Words differ in their first letter more often than misprints do.
  return allowed > 0 && sa[0] === sb[0] && distance(sa, sb, allowed) <= allowed;
}
