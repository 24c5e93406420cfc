import { shownField } from '../../diarium/bild/ord.ts';
import type { Hit, SearchAnswer } from '../../store/store.ts';
import { amount, wrap } from '../terminal/layout.ts';
import { place, typOne, unconfirmedNote } from './words.ts';

function hitLines(hit: Hit, nr: number, numberWidth: number, columns: number): string[] {
  const indent = ' '.repeat(numberWidth + 2);
  const marks = [
    typOne(hit.typ).toUpperCase(),
    hit.sekretess === null ? null : 'SEKRETESS',
    hit.organ,
    hit.datum === null ? null : shownField(hit.datum, 'datum', hit.obekraftade),
    hit.paragraf === null ? null : shownField(`§ ${hit.paragraf}`, 'paragraf', hit.obekraftade),
    hit.diarienummer === null ? null : shownField(hit.diarienummer, 'diarienummer', hit.obekraftade),
    hit.parti === null ? null : `(${hit.parti})`,
    hit.huvudman,
  ].filter((mark) => mark !== null);
  return [
    ...wrap(marks.join(' · '), columns, indent, `${String(nr).padStart(numberWidth)}. `),
    ...(hit.rubrik === null ? [] : wrap(hit.rubrik, columns, indent)),
    ...wrap(hit.text, columns, `${indent}  `),
    `${indent}${place(hit.fileName, hit.page)}`,
  ];
}

/** The hits, each with the clause, whose it is and where it stands. */
export function searchText({ total, hits }: SearchAnswer, columns: number, offset = 0): string {
  if (total === 0) return 'Inga träffar.';
  const numberWidth = String(offset + hits.length).length;
  const blocks = hits.map((hit, i) => hitLines(hit, offset + i + 1, numberWidth, columns).join('\n'));
  const shown = hits.length < total ? `, visar ${offset + 1}–${offset + hits.length}` : '';
  return [
    `${amount(total, 'träff', 'träffar')}${shown}`,
    ...blocks,
    ...unconfirmedNote(hits.flatMap((hit) => hit.obekraftade)),
  ].join('\n\n');
}
