import { shownName } from '../../diarium/bild/ord.ts';
import type { GranskaAnswer, GranskaRad } from '../../store/granska.ts';
import { wrap } from '../terminal/layout.ts';
import { shortId, thing } from './granska-visa-text.ts';
import { shownPath } from './paths-text.ts';
import { FILE_STATUS, place } from './words.ts';

const statusOf = ({ code }: GranskaRad): string | null =>
  code === 'failed' || code === 'refused' ? FILE_STATUS[code] : code === 'ej-omlast' ? 'inte omläst' : null;

/** Where it stands: of a file that was not read its path, by which it is found. */
function placeOf({ typ, path, fileName, page }: GranskaRad): string {
  return typ === 'fil' && path !== null ? shownPath(path) : place(fileName, page);
}

function rowLines(rad: GranskaRad, nr: number, numberWidth: number, columns: number): string[] {
  const indent = ' '.repeat(numberWidth + 2);
  const marks = [
    thing(rad.typ).toUpperCase(),
    statusOf(rad),
    rad.organ === null ? null : shownName(rad.organ),
    rad.datum,
    rad.paragraf === null ? null : `§ ${rad.paragraf}`,
    rad.diarienummer,
    rad.huvudman,
  ].filter((mark) => mark !== null);
  // a row about an ärende or a handling is about its title
  const rubrik = rad.rubrik === rad.text ? null : rad.rubrik;
  return [
    ...wrap(marks.join(' · '), columns, indent, `${String(nr).padStart(numberWidth)}. `),
    ...wrap(rad.reason, columns, indent),
    ...(rubrik === null ? [] : wrap(rubrik, columns, `${indent}  `)),
    ...(rad.text === null ? [] : wrap(rad.text, columns, `${indent}  `)),
    `${indent}${placeOf(rad)}${rad.id === null ? '' : ` · ${shortId(rad.id)}`}`,
  ];
}

/** What needs a person, each with the reason, what was read and where it stands. */
export function granskaText({ total, rader }: GranskaAnswer, columns: number, offset = 0): string {
  if (total === 0) return 'Inget att granska.';
  const numberWidth = String(offset + rader.length).length;
  const blocks = rader.map((rad, i) => rowLines(rad, offset + i + 1, numberWidth, columns).join('\n'));
  const shown =
    rader.length === 0
      ? `, inga efter de ${offset} första`
      : `, visar ${offset + 1}–${offset + rader.length}`;
  // other things leave by a decision on them; of a warning there is nothing to decide on
  const leaves = rader.some(({ typ }) => typ === 'varning')
    ? ['Varningar är borta när någon sett dem och filen är genomgången: expediera granska klar FIL']
    : [];
  return [
    `${total.toLocaleString('sv-SE')} att granska${rader.length < total ? shown : ''}`,
    ...blocks,
    ...leaves,
  ].join('\n\n');
}
