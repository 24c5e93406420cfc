import type { ArendeAnswer, Hit, Steg } from '../../store/store.ts';
import { table, wrap } from '../terminal/layout.ts';
import { KIND, place, utfallWord } from './words.ts';

/** Clauses shown for one step; a taxa's hundred are better read in the file. */
const SHOWN_CLAUSES = 12;

/** The clauses of a step: those decided, or where none was, those proposed. */
function clausesOf(steg: Steg, clauses: Hit[]): Hit[] {
  const own = clauses.filter(
    (hit) =>
      hit.fileName === steg.fileName &&
      hit.paragraf === steg.paragraf &&
      hit.datum === steg.datum &&
      // A file may hold many handlingar of a matter: without a § the page tells them apart.
      (steg.paragraf !== null || hit.page === null || hit.page >= steg.page),
  );
  const decided = own.filter((hit) => hit.typ === 'beslut');
  const kept = decided.length > 0 ? decided : own.filter((hit) => hit.typ === 'forslag');
  return [...kept].sort((a, b) => (a.page ?? 0) - (b.page ?? 0) || (a.bbox?.[1] ?? 0) - (b.bbox?.[1] ?? 0));
}

function stepHeads(steg: Steg[]): string[] {
  return table(
    [{}, { max: 44 }, {}, {}, {}, { max: 48 }],
    steg.map((one) => [
      one.datum ?? 'utan datum',
      one.organ ?? '',
      KIND[one.kind],
      one.paragraf === null ? '' : `§ ${one.paragraf}`,
      utfallWord(one.utfall),
      one.next === null ? '' : `→ ${one.next}`,
    ]),
  );
}

/** A matter's way, step by step: day, body, kind, §, outcome, where next; under it the clauses and the file. */
export function arendeText(answer: ArendeAnswer, clauses: Hit[], columns: number): string {
  const head = [answer.diarienummer ?? 'utan diarienummer', answer.huvudman].filter(Boolean).join(' · ');
  const lines = [head];
  if (answer.rubrik !== null) lines.push(...wrap(answer.rubrik, columns));
  lines.push('');
  const heads = stepHeads(answer.steg);
  const indent = ' '.repeat(12);
  answer.steg.forEach((steg, i) => {
    lines.push(heads[i] as string);
    const own = clausesOf(steg, clauses);
    for (const clause of own.slice(0, SHOWN_CLAUSES)) {
      lines.push(...wrap(clause.text, columns, `${indent}  `, `${indent}• `));
    }
    if (own.length > SHOWN_CLAUSES) lines.push(`${indent}… och ${own.length - SHOWN_CLAUSES} till`);
    lines.push(`${indent}${place(steg.fileName, steg.page)}`);
  });
  lines.push('', answer.avslutat ? 'Ärendet är avslutat.' : `Ligger hos: ${answer.hos ?? 'okänt'}`);
  return lines.join('\n');
}
