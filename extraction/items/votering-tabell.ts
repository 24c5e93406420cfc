/** A vote table: a row a member, a mark in the column of the vote. */
import { parsePersons } from '../language/person.ts';
import type { Line } from '../lines/line.ts';
import type { Votering } from '../record.ts';

type Rost = Votering['roster'][number]['rost'];

const COLUMNS: { rost: Rost; re: RegExp }[] = [
  { rost: 'ja', re: /^ja$/i },
  { rost: 'nej', re: /^nej$/i },
  { rost: 'avstar', re: /^avst(?:år|od|\.)?$/i },
  { rost: 'franvarande', re: /^(?:frånv(?:arande|\.)?|ej närv\.?)$/i },
];
const MARK = /^[xX×✓1]$/;

/** Words of a line with the middle of each, in points or, without geometry, in characters. */
function placed(line: Line): { text: string; at: number }[] {
  if (line.words.length > 0) {
    return line.words.map((w) => ({ text: w.text, at: (w.bbox[0] + w.bbox[2]) / 2 }));
  }
  return [...line.text.matchAll(/\S+/g)].map((m) => ({ text: m[0], at: m.index + m[0].length / 2 }));
}

function columnsOf(line: Line): { rost: Rost; at: number }[] {
  return placed(line).flatMap(({ text, at }) => {
    const column = COLUMNS.find((c) => c.re.test(text));
    return column ? [{ rost: column.rost, at }] : [];
  });
}

/**
 * Who voted what, from rows under a header with the words Ja and Nej. A row's mark belongs to the column that
 * stands nearest; rows without a party in brackets or without exactly one mark are none.
 */
export function rosterOf(lines: Line[]): Votering['roster'] {
  const roster: Votering['roster'] = [];
  let columns: { rost: Rost; at: number }[] = [];
  for (const line of lines) {
    const header = columnsOf(line);
    if (header.some((c) => c.rost === 'ja') && header.some((c) => c.rost === 'nej')) {
      columns = header;
      continue;
    }
    if (columns.length === 0 || !/\(\S{1,8}\)/.test(line.text)) continue;
    const marks = placed(line).filter((w) => MARK.test(w.text));
    const [mark] = marks;
    if (!mark || marks.length !== 1) continue;
    const nearest = columns.reduce((a, b) => (Math.abs(b.at - mark.at) < Math.abs(a.at - mark.at) ? b : a));
    const name = line.text.replace(/\s+[xX×✓1](?:\s.*)?$/, '');
    const [person] = parsePersons(name);
    if (person) roster.push({ person, rost: nearest.rost });
  }
  return roster;
}
