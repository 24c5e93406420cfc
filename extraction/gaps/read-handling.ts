/** What the rules on gaps look at: a handling as it was read, beside the lines it was read from. */
import { findParagrafHeads } from '../arenden/paragraf.ts';
import type { Sheet } from '../lines/furniture.ts';
import type { Line } from '../lines/line.ts';
import type { Arende, Handling, Warning } from '../record.ts';
import type { GapCode } from './codes.ts';

export interface ReadHandling {
  handling: Handling;
  sheets: Sheet[];
}

/** A gap in words: Swedish, with the English in brackets. */
export function gap(code: GapCode, page: number | null, sv: string, en: string): Warning {
  return { code, message: `${sv} (${en})`, page };
}

export const linesOfHandling = ({ sheets }: ReadHandling): Line[] => sheets.flatMap((s) => s.lines);

/** The lines under each ärende's head: of minutes those of the §, of a letter all. Other papers have none. */
export function linesOfArenden(read: ReadHandling): { arende: Arende; lines: Line[] }[] {
  const { handling } = read;
  const lines = linesOfHandling(read);
  if (handling.kind === 'tjansteskrivelse') return handling.arenden.map((arende) => ({ arende, lines }));
  if (handling.kind !== 'protokoll') return [];
  const heads = findParagrafHeads(lines);
  return handling.arenden.flatMap((arende) => {
    const k = heads.findIndex((head) => head.paragraf === arende.paragraf);
    const head = heads[k];
    if (!head) return [];
    return [{ arende, lines: lines.slice(head.index + 1, heads[k + 1]?.index) }];
  });
}

/** The page that an ärende's § stands on, or begins on. */
export const pageOf = (arende: Arende): number => arende.evidence.paragraf[0]?.page ?? arende.pages[0];

/** The § with its sign, for messages. */
export const signed = (arende: Arende): string => `§ ${arende.paragraf ?? '–'}`;

/** "40–42, 45 och 47" (or "and") of rising numbers. */
export function spans(numbers: readonly number[], and: string): string {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  const parts = runs
    .map(([a, b]) => (a === b ? `${a}` : b === a + 1 ? `${a}, ${b}` : `${a}–${b}`))
    .join(', ');
  return parts.replace(/, (?=[^,]*$)/u, ` ${and} `);
}
