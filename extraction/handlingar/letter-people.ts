/** Who wrote a letter, to whom, and who signed it. */

import { findDates } from '../language/dates.ts';
import { labelledDiarienummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import { parsePersons } from '../language/person.ts';
import type { Line } from '../lines/line.ts';
import { isTitle } from '../lines/signature.ts';
import type { Person } from '../record.ts';
import { findOrganer } from '../routing/organ.ts';
import { HUVUDMAN_LINE, LETTERHEAD, OFFICE } from '../vocabulary/handlingar.ts';
import { undated } from './letterhead.ts';
import { cells, organLine } from './running-head.ts';

/** A sentence goes on behind the body. */
const TOLD = ord(/^\s(?:har|hade|är|var|ska|skall|kan|lämnas|överlämnas|inkom|skickas)\b/u);

/** "Till Hälso- och sjukvårdsnämnden (2019-01-01 – 2022-12-31)" → the body alone. */
function addresseeOf(text: string): string | null {
  const m =
    /^(?:(?:Till|TILL):?|(?:Mottagare|Adressat):|.{0,80}\b(?:Dnr|Diarienr)\b.{0,60}\sTill)\s+(.{3,120})$/u.exec(
      text,
    );
  if (!m?.[1]) return null;
  const bare = m[1]
    .replace(/(?<!\s)\s*[([].*$/, '')
    .replace(/(?<!\s)\s+\d{4}-\d{2}-\d{2}.*$/, '')
    .replace(/(?<![,.;:])[,.;:]+$/, '')
    .trim();
  const organ = findOrganer(bare)[0];
  // "Till styrelsen har förslag överlämnats."
  if (organ && TOLD.test(bare.slice(organ.end))) return null;
  return organ && organ.start <= 30 && bare.length < 90 ? bare : null;
}

/** Bodies a letter is addressed to: after "Till", else a line of the head that is only a body's name. */
export function addresseesOf(head: Line[]): string[] {
  const named = head.flatMap((l, i) => {
    const own = addresseeOf(l.text);
    if (own) return [own];
    const columns = cells(l.text);
    return /^till:?$/iu.test(columns.at(-1) ?? '') ? bodiesUnder(head, i + 1) : [];
  });
  if (named.length > 0) return [...new Set(named)];
  // "Datum:   2031-05-04      Regionstyrelsen": the addressee in the column beside the letterhead's labels
  const beside = head
    .filter((l) => LETTERHEAD.test(l.text) || (cells(l.text)[0] ?? '').endsWith(':'))
    .flatMap((l) => cells(l.text).slice(1).map(organLine))
    .filter((x) => x !== null);
  if (beside.length > 0) return [...new Set(beside)];
  const bare = head
    .slice(0, 9)
    .map((l) => organLine(l.text))
    .filter((x) => x !== null);
  return [...new Set(bare)];
}

/** The bodies in the last column from a line on, one a line. */
function bodiesUnder(head: Line[], from: number): string[] {
  const out: string[] = [];
  for (const line of head.slice(from)) {
    const organ = organLine(undated(cells(line.text).at(-1) ?? ''));
    if (!organ) break;
    out.push(organ);
  }
  return out;
}

/** How far down the writer stands in the head of an answer. */
const WRITER_WITHIN = 4;
/** What an answer is called, alone on its line. */
const ANSWER = /^(?:remissvar|remissyttrande|yttrande)$/iu;
/** The street or the town of a letter: what stands above it is whom it is sent to. */
const ADDRESS = /^(?:box \d|\d{3} ?\d{2} \p{Lu})/iu;

/**
 * The body that answers a remiss, as its head tells: under the huvudman's name, or over what the paper is called. Null
 * where an address follows, as of an addressee, or an office, which wrote it.
 */
export function answeringBody(head: readonly Line[]): string | null {
  const parts = head.slice(0, WRITER_WITHIN + 3).map((l) => cells(l.text));
  const column = parts.flatMap((row) => row[0] ?? []);
  for (const [i, row] of parts.slice(0, WRITER_WITHIN).entries()) {
    const at = row.findIndex((cell) => HUVUDMAN_LINE.test(cell));
    const organ = organLine((at === 0 ? row[1] : row[0]) ?? '');
    if (organ === null) continue;
    const below = column.slice(i + 1, i + 3);
    if (below.some((cell) => ADDRESS.test(cell)) || OFFICE.test(below[0] ?? '')) return null;
    const named = at === 0 || HUVUDMAN_LINE.test(column[i - 1] ?? '');
    if (named || ANSWER.test(below[0] ?? '') || row.some((cell) => ANSWER.test(cell))) return organ;
  }
  return null;
}

/** The office in the letterhead that wrote it. */
export function senderOf(head: Line[], tail: Line[]): string | null {
  const office = head
    .slice(0, 8)
    .find((l) => OFFICE.test(l.text) && !/^Till\s/u.test(l.text) && l.text.length < 90);
  // "Norrbys kommunstyrelse" above the signatures: a board that writes to fullmäktige
  const board = tail.find(
    (l) =>
      !head.slice(0, 8).includes(l) &&
      /(?:styrelse|nämnd)(?:n|en)?$/iu.test(l.text.trim()) &&
      findOrganer(l.text).length === 1 &&
      l.text.length < 80,
  );
  const organ = board ? findOrganer(board.text)[0] : undefined;
  if (board && organ && !office) return board.text.slice(organ.start, organ.end);
  if (!office) return null;
  const date = findDates(office.text)[0];
  const cut = Math.min(
    date?.start ?? office.text.length,
    labelledDiarienummer(office.text)?.start ?? office.text.length,
  );
  return (
    office.text
      .slice(0, cut)
      .replace(/(?<!\s)\s+(?:dnr|ärendenummer|diarienummer)\.?:?\s*$/iu, '')
      .split(/\s{2,}/)[0]
      ?.trim() || null
  );
}

/** Who signed: names above their titles at the end. */
export function signersOf(lines: Line[]): Person[] {
  const tail = lines.slice(-16);
  const out: Person[] = [];
  tail.forEach((line, i) => {
    if (
      !cells(line.text).some(isTitle) ||
      /^(?:i tjänsten|enligt uppdrag|underskrift)/iu.test(line.text) ||
      /ovan$/.test(line.text)
    )
      return;
    const above = tail[i - 1]?.text ?? '';
    const names = above
      .split(/\s{2,}/)
      .filter((n) => /^\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+){1,3}$/u.test(n.trim()));
    const titles = line.text.split(/\s{2,}/);
    names.forEach((name, k) => {
      const [person] = parsePersons(name.trim());
      if (person) out.push({ ...person, roll: titles[k]?.trim() ?? null });
    });
  });
  return out;
}
