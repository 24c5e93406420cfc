/** Names of bodies and other recipients as a heading or a table shows them. */

/** Small words that begin a name which is written so. */
const PARTICLE = /^(?:af|av|de|du|la|van|von)\s/u;

/**
 * A name with a capital to begin with: "kommunfullmäktige", known only from the middle of a sentence, stands as
 * "Kommunfullmäktige". For showing only; answers for programs keep the name as it was found.
 */
export function shownName(name: string): string {
  return PARTICLE.test(name) ? name : name.charAt(0).toLocaleUpperCase('sv') + name.slice(1);
}

/** Told under a list in which some huvudman is not known; nothing when all are. */
export function withoutHuvudman(rows: readonly { huvudman: string | null }[]): string[] {
  if (rows.every(({ huvudman }) => huvudman !== null)) return [];
  return [
    'Utan huvudman (–): filen säger inte vems den är. Fråga efter dem med --huvudman "", eller läs om filen med',
    '  npm run -s expediera -- ingest --rerun --huvudman "Namn på kommunen" FIL',
  ];
}
