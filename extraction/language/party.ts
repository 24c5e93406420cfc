/** Parties: from a name, an abbreviation or what stands in brackets after a person, to one abbreviation. */
import { PARTI_MISLAST, PARTIER, PARTILOS } from '../vocabulary/partier.ts';

const BY_NAME = new Map<string, string>();
for (const [short, names] of Object.entries(PARTIER)) for (const name of names) BY_NAME.set(name, short);

/** A local party by its whole name: "Hembygdspartiet", "Bygdens Väl". */
const LOCAL_BY_NAME =
  /^(?=.{4,40}$)(?:\p{Lu}[\p{L}-]*(?:partiet|demokraterna|listan|alternativet)|\p{Lu}\p{L}+s (?:\p{L}+ )?\p{Lu}\p{L}+|\p{Lu}\p{L}+ för \p{Lu}?\p{L}+)$/u;

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
 * What stands in brackets after a name, as a party: as printed ("S", "s", "VfP", "-"), a party's whole name
 * abbreviated and a letter that OCR is known to misread put right. null when it is no party ("från kl. 10").
 */
export function partyInBrackets(text: string): string | null {
  const inner = text.replace(/\s+/g, ' ').trim();
  const upper = inner.toUpperCase();
  if (PARTILOS.includes(inner.toLowerCase()) || isPartyAbbreviation(upper)) return inner;
  if (PARTI_MISLAST[upper]) return PARTI_MISLAST[upper];
  const named = partyByName(inner);
  if (named) return named;
  if (LOCAL_BY_NAME.test(inner) && !/\b(?:kommun|region|nämnd|förvaltning)/i.test(inner)) return inner;
  return /^(?=\S{1,12}$)\p{Lu}[\p{L}]*(?:[-/.]?\p{L}+)*\.?$/u.test(inner) || /^\p{Ll}{1,3}$/u.test(inner)
    ? inner
    : null;
}
