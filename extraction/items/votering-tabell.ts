/** A vote table: a row a member, a mark in the column of the vote. */
import { most } from '../extremes.ts';
import { isPartyAbbreviation } from '../language/party.ts';
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

/** The columns of each of the votes that a header shows side by side: each begins with its Ja. */
function votesOf(line: Line): { rost: Rost; at: number }[][] {
  const votes: { rost: Rost; at: number }[][] = [];
  for (const column of columnsOf(line)) {
    if (column.rost === 'ja' || votes.length === 0) votes.push([]);
    votes.at(-1)?.push(column);
  }
  return votes.filter((v) => v.some((c) => c.rost === 'ja') && v.some((c) => c.rost === 'nej'));
}

/** How many votes a table's header shows side by side; 1 where it has none. */
export function votesInTable(lines: Line[]): number {
  return Math.max(1, most(lines.map((l) => votesOf(l).length)));
}

/** The name and party that a row begins with: "Anna Berg (S)", or "Anna Berg   S" with a column of parties. */
function namedIn(line: Line): string | null {
  const name = line.text.replace(/(?<!\s)\s+[xX×✓1](?:\s.*)?$/, '').trim();
  return /\(\S{1,8}\)/.test(name) || isPartyAbbreviation(name.split(/\s+/).at(-1) ?? '') ? name : null;
}

/**
 * Who voted what, from rows under a header with the words Ja and Nej; `vote` tells which of the votes that the
 * table shows side by side, from 0. A row's mark belongs to the column that stands nearest; rows without a party
 * or without exactly one mark a vote are none.
 */
export function rosterOf(lines: Line[], vote = 0): Votering['roster'] {
  const roster: Votering['roster'] = [];
  let votes: { rost: Rost; at: number }[][] = [];
  for (const line of lines) {
    const header = votesOf(line);
    if (header.length > 0) {
      votes = header;
      continue;
    }
    const name = namedIn(line);
    if (votes.length === 0 || !name) continue;
    const marks = placed(line).filter((w) => MARK.test(w.text));
    const mark = marks[vote];
    if (!mark || marks.length !== votes.length) continue;
    const nearest = votes
      .flat()
      .reduce((a, b) => (Math.abs(b.at - mark.at) < Math.abs(a.at - mark.at) ? b : a));
    const [person] = parsePersons(name);
    if (person) roster.push({ person, rost: nearest.rost });
  }
  return roster;
}
