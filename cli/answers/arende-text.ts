import type { ArendeAnswer, Steg } from '../../store/store.ts';
import type { StepDetails } from '../step-details.ts';
import { type Column, table, widthOf, wrap } from '../terminal/layout.ts';
import { shownName } from './names.ts';
import { KIND, place, shownField, unconfirmedNote, utfallWord } from './words.ts';

/** Clauses shown for one step; a taxa's hundred are better read in the file. */
const SHOWN_CLAUSES = 12;

/** Under the dates, where a step's clauses and its file stand. */
const INDENT = ' '.repeat(12);

const COLUMNS: Column[] = [{}, { max: 44 }, {}, {}, {}];

/** One line a step: day, body or writer, kind, §, outcome; where it went next, when the lines have room for it. */
function stepHeads(steps: Steg[], details: StepDetails[], columns: number): string[] {
  const rows = steps.map((steg, i) => [
    steg.datum === null ? 'utan datum' : shownField(steg.datum, 'datum', steg.obekraftade),
    shownName(steg.organ ?? details[i]?.avsandare ?? ''),
    KIND[steg.kind],
    steg.paragraf === null ? '' : shownField(`§ ${steg.paragraf}`, 'paragraf', steg.obekraftade),
    utfallWord(steg.utfall),
  ]);
  const wide = table(
    [...COLUMNS, {}],
    rows.map((row, i) => [...row, nextText(steps[i] as Steg)]),
  );
  if (wide.every((line) => widthOf(line) <= columns)) return wide;
  return table(COLUMNS, rows).map((line, i) => {
    const next = nextText(steps[i] as Steg);
    return next === '' ? line : `${line}\n${INDENT}${next}`;
  });
}

const nextText = ({ next }: Steg): string => (next === null ? '' : `→ ${shownName(next)}`);

const numberOf = ({
  diarienummer,
  obekraftade,
}: Pick<ArendeAnswer, 'diarienummer' | 'obekraftade'>): string =>
  diarienummer === null ? 'utan diarienummer' : shownField(diarienummer, 'diarienummer', obekraftade);

/** What a person has to look at before the matters are one. */
function maybeSame({ kanHoraIhop }: ArendeAnswer, columns: number): string[] {
  if (kanHoraIhop.length === 0) return [];
  return [
    '',
    ...wrap(
      'Kan höra ihop med, om diarienumret är rätt läst (ärendena hålls isär tills någon har sett efter):',
      columns,
    ),
    ...kanHoraIhop.flatMap((other) => {
      const name = other.rubrik === null ? '' : ` · ${other.rubrik}`;
      return wrap(`${numberOf(other)}${name} (arende "${other.id}")`, columns, '    ', '  ');
    }),
  ];
}

/** A matter's way, step by step: day, body, kind, §, outcome, where next; under it the clauses and the file. */
export function arendeText(answer: ArendeAnswer, details: StepDetails[], columns: number): string {
  const { huvudman, rubrik, steg: steps, hos, avslutat, obekraftade } = answer;
  const also = answer.aven.length > 0 ? ` (även ${answer.aven.join(', ')})` : '';
  const lines = [`${numberOf(answer)}${also} · ${huvudman ?? 'utan huvudman'}`];
  if (rubrik !== null) lines.push(...wrap(rubrik, columns));
  lines.push('');
  const heads = stepHeads(steps, details, columns);
  steps.forEach((steg, i) => {
    lines.push(heads[i] as string);
    const clauses = details[i]?.clauses ?? [];
    for (const clause of clauses.slice(0, SHOWN_CLAUSES)) {
      lines.push(...wrap(clause, columns, `${INDENT}  `, `${INDENT}• `));
    }
    if (clauses.length > SHOWN_CLAUSES) lines.push(`${INDENT}… och ${clauses.length - SHOWN_CLAUSES} till`);
    lines.push(`${INDENT}${place(steg.fileName, steg.page)}`);
  });
  const where = hos === null ? 'okänt' : shownName(hos);
  lines.push('', avslutat ? 'Ärendet är avslutat.' : `Ligger hos: ${where}`);
  lines.push(...unconfirmedNote([...obekraftade, ...steps.flatMap((steg) => steg.obekraftade)]));
  lines.push(...maybeSame(answer, columns));
  return lines.join('\n');
}
