/** Parties: from a name, an abbreviation or what stands in brackets after a person, to one abbreviation. */
import { PARTI_MISLAST, PARTIER, PARTILOS } from '../vocabulary/partier.ts';

const BY_NAME = new Map<string, string>();
for (const [short, names] of Object.entries(PARTIER)) for (const name of names) BY_NAME.set(name, short);

/** True for an abbreviation in the table, written as parties are ("S", "KD"; not "s"). */
export function isPartyAbbreviation(text: string): boolean {
  return Object.hasOwn(PARTIER, text);
}

/** The abbreviation of a party given by name in any case ("vänsterpartiets" → "V"), or null. */
export function partyByName(text: string): string | null {
  const name = text.toLowerCase().replace(/\s+/g, ' ').trim();
  return BY_NAME.get(name) ?? (name.endsWith('s') ? (BY_NAME.get(name.slice(0, -1)) ?? null) : null);
}

/**
 * What stands in brackets after a name, as a party: known ones in their usual case ("s" → "S"), those of no
 * party "-", local ones as printed ("VfP"). null when it is no party ("från kl. 10", "ordf").
 */
export function partyInBrackets(text: string): string | null {
  const inner = text.replace(/\s+/g, ' ').trim();
  if (PARTILOS.includes(inner.toLowerCase())) return '-';
  const upper = inner.toUpperCase();
  if (isPartyAbbreviation(upper)) return upper;
  if (PARTI_MISLAST[upper]) return PARTI_MISLAST[upper];
  const named = partyByName(inner);
  if (named) return named;
  return /^(?=\S{1,12}$)\p{Lu}[\p{L}]*(?:[-/.]?\p{L}+)*\.?$/u.test(inner) || /^\p{Ll}{1,3}$/u.test(inner)
    ? inner
    : null;
}
