/** Files that have matters in common: each names three of a few, and every third says a § without its number. */
import type { Record as FileRecord } from '../../extraction/record.ts';
import { arende, attsats, fileRecord, handling, mottagare } from './made-up.ts';

const MATTERS = 7;

export function manyRecords(count: number): FileRecord[] {
  const records = Array.from({ length: count }, (_, nr) => {
    const number = (step: number) => (nr * 3 + step * 2) % MATTERS;
    const arenden = [0, 1, 2].map((step) =>
      arende({
        diarienummer: nr % 3 === 0 && step === 0 ? null : `KS 2024/${number(step)}`,
        paragraf: String((nr % 5) * 3 + step + 1),
        rubrik: `Taxa för verksamhet ${number(step)}`,
        beslut: [attsats(`höja avgift${['', 'en', 'erna'][nr % 3]} för mål${nr} i år`)],
        expediering: [mottagare(['Socialnämnden', 'Tekniska nämnden'][nr % 2] as string)],
      }),
    );
    const datum = `2024-${String(1 + (nr % 12)).padStart(2, '0')}-10`;
    return fileRecord(`m${nr}`, [handling({ organ: 'Kommunstyrelsen', datum, arenden })]);
  });
  // the same ids in every process
  let id = 0;
  return JSON.parse(JSON.stringify(records).replace(/"id":"\w+"/gu, () => `"id":"n${++id}"`)) as FileRecord[];
}
