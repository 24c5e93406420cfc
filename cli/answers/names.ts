/** Names of bodies and other recipients as a heading or a table shows them. */
export { shownName } from '../../diarium/bild/ord.ts';

/** Told under a list in which some huvudman is not known; nothing when all are. */
export function withoutHuvudman(rows: readonly { huvudman: string | null }[]): string[] {
  if (rows.every(({ huvudman }) => huvudman !== null)) return [];
  return [
    'Utan huvudman (–): filen säger inte vems den är. Fråga efter dem med --huvudman "", eller läs om filen med',
    '  npm run -s expediera -- ingest --rerun --huvudman "Namn på kommunen" FIL',
  ];
}
