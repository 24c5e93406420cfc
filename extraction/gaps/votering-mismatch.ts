/**
 * A vote that does not add up. An open vote is told with its counts and mostly with who voted what: names and counts
 * agree, no more vote than are at the table, and the chair finds for the side with the most votes (vote-outcome.ts).
 */
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { Arende, Handling, Votering, Warning } from '../record.ts';
import { gap, linesOfArenden, pageOf, type ReadHandling, signed } from './read-handling.ts';
import { type Fault, outcomeAgainstCounts } from './vote-outcome.ts';

/** Attendance of fewer was not read, or is not printed. */
const TABLE = 3;

/** "13 avgivna röster", "Totalt 13 röster". */
const STATED = ord(
  /\b(?:totalt|sammanlagt|summa)\s+(\d{1,3})\s+(?:avgivna\s+)?röster\b|\b(?:antal(?:et)?\s+)?avgivna\s+röster(?:\s+(?:är|var))?\s*(?::\s*)?(\d{1,3})\b|\b(\d{1,3})\s+avgivna\s+röster\b/iu,
);
/** A closed vote has ballots that are neither. */
const CLOSED = ord(/\b(?:blank|ogiltig)/iu);

/** Warnings for the votes of one handling. */
export function mismatchedVoteringar(read: ReadHandling): Warning[] {
  if (read.handling.kind !== 'protokoll') return [];
  const warnings = linesOfArenden(read).flatMap(({ arende, lines }) =>
    arende.voteringar.flatMap((vote) => {
      const fault =
        namesAgainstCounts(vote) ??
        (arende.voteringar.length === 1
          ? (statedTotal(vote, lines) ?? outcomeAgainstCounts(arende, vote, lines))
          : null);
      return fault ? [told(arende, vote, fault)] : [];
    }),
  );
  return [...warnings, ...moreThanPresent(read.handling)];
}

function told(arende: Arende, vote: Votering, { sv, en }: Fault): Warning {
  const page = vote.evidence[0]?.page ?? pageOf(arende);
  const counts = `${vote.ja} ja, ${vote.nej} nej${vote.avstar === null ? '' : `, ${vote.avstar} avstår`}`;
  return gap(
    'votering-mismatch',
    page,
    `Voteringen i ${signed(arende)} (${counts}) går inte ihop: ${sv}.`,
    `The vote in ${signed(arende)} does not add up: ${en}.`,
  );
}

/** Names are listed for both sides, and are not as many as the counts say. */
function namesAgainstCounts({ ja, nej, roster }: Votering): Fault | null {
  const [named, against] = [count(roster, 'ja'), count(roster, 'nej')];
  const complete = named + against > 0 && (ja === 0 || named > 0) && (nej === 0 || against > 0);
  if (!complete || (named === ja && against === nej)) return null;
  return {
    sv: `namnlistan har ${named} ja och ${against} nej`,
    en: `the list of names has ${named} yes and ${against} no`,
  };
}

const count = (roster: Votering['roster'], rost: 'ja' | 'nej') =>
  roster.filter((r) => r.rost === rost).length;

function statedTotal({ ja, nej, avstar }: Votering, lines: Line[]): Fault | null {
  const text = lines.map((l) => l.text).join(' ');
  const m = STATED.exec(text);
  const total = Number(m?.[1] ?? m?.[2] ?? m?.[3]);
  if (Number.isNaN(total) || CLOSED.test(text)) return null;
  if (total === ja + nej || total === ja + nej + (avstar ?? 0)) return null;
  return { sv: `${total} avgivna röster anges`, en: `${total} votes are stated` };
}

/** More votes than are at the table: counts or attendance were misread. Told once a handling. */
function moreThanPresent({ narvaro, arenden }: Handling): Warning[] {
  if (narvaro === null || narvaro.ledamoter.length < TABLE) return [];
  const present = narvaro.ledamoter.length + narvaro.ersattare.length;
  for (const arende of arenden) {
    const vote = arende.voteringar.find((v) => v.ja + v.nej + (v.avstar ?? 0) > present);
    if (!vote) continue;
    const fault = {
      sv: `närvarolistan har ${present} ledamöter och ersättare`,
      en: `the attendance list has ${present} members and substitutes`,
    };
    return [told(arende, vote, fault)];
  }
  return [];
}
