/** By what persons and parties are found, however they are printed. */

/** Small letters, single blanks; null: no name. */
export function personKey(namn: string | null): string | null {
  const key = (namn ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return key === '' ? null : key;
}

/** A party as printed in brackets ("S"), in capitals; null: none. */
export function partiKey(parti: string | null): string | null {
  const key = (parti ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim().toUpperCase();
  return key === '' ? null : key;
}
