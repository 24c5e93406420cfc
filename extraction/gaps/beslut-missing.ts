/**
 * Empty is not zero: a § that proposes, moves, votes, names recipients or rests on documents has a decision (kommunallagen 5 kap.:
 * minutes tell for each matter which proposals there were and what was decided). Where none was read it was overlooked,
 * or is not printed. A § that only informs, opens or closes the meeting has none, nor has what secrecy leaves out.
 */
import { sectionsOf } from '../arenden/sections.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { Arende, Warning } from '../record.ts';
import { findOrganer } from '../routing/organ.ts';
import { gap, linesOfArenden, pageOf, type ReadHandling, signed } from './read-handling.ts';

const SECRET = ord(
  /\bsekretess|\bOSL\b|\boffentlighets- och sekretesslagen|\bpersonuppgift|\bmaskad|\bGDPR\b/iu,
);
const DECIDES = ord(/^\s+(?:beslutar|beslutade|beslöt)\b/iu);
/** How a title begins under which papers are shown, and nothing need be decided. */
const INFORMS =
  /^(?:\p{L}+\s+){0,2}\p{L}*(?:inform|rapport|anmäl|meddel|redovis|delg|presentation|dialog|besök|frågestund|interpellation)/iu;
/** Paragraphs named one by one; of minutes with more of them, all are told at once. */
const APART = 4;

/** Warnings for the §§ of one handling of kind protokoll. */
export function missingBeslut(read: ReadHandling): Warning[] {
  if (read.handling.kind !== 'protokoll') return [];
  const without = linesOfArenden(read).flatMap(({ arende, lines }) => {
    if (arende.beslut.length > 0 || arende.utfall !== null) return [];
    if (arende.sekretess !== null || lines.some((l) => SECRET.test(l.text))) return [];
    const sign = signOfDecision(arende, lines);
    return sign ? [{ arende, ...sign }] : [];
  });
  const [first] = without;
  if (first && without.length > APART) {
    const numbers = without.map(({ arende }) => signed(arende)).join(', ');
    return [
      gap(
        'beslut-missing',
        pageOf(first.arende),
        `Inget beslut kunde läsas i ${numbers}.`,
        `No decision could be read in ${numbers}.`,
      ),
    ];
  }
  return without.map(({ arende, sv, en }) =>
    gap(
      'beslut-missing',
      pageOf(arende),
      `Inget beslut kunde läsas i ${signed(arende)}, fast ${sv}.`,
      `No decision could be read in ${signed(arende)}, though ${en}.`,
    ),
  );
}

/** Why a decision is expected; null where the § may do without. */
function signOfDecision(arende: Arende, lines: Line[]): { sv: string; en: string } | null {
  if (arende.voteringar.length > 0) return { sv: 'en votering finns', en: 'there was a vote' };
  if (arende.forslag.length > 0) return { sv: 'förslag till beslut finns', en: 'decisions are proposed' };
  if (arende.yrkanden.length > 0) return { sv: 'yrkanden finns', en: 'motions were made' };
  if (arende.expediering.length > 0) return { sv: 'mottagare av det finns', en: 'it has recipients' };
  if (sectionsOf(lines).some((b) => b.section === 'beslut' && b.heading !== null))
    return { sv: 'rubriken Beslut finns', en: 'it has the heading of one' };
  if (lines.some((l) => decides(l.text))) return { sv: 'ett organ beslutar där', en: 'a body decides there' };
  if (arende.underlag.length > 0 && !INFORMS.test(arende.rubrik ?? ''))
    return { sv: 'beslutsunderlag finns', en: 'documents for it are listed' };
  if (lines.length === 0 && arende.rubrik === null)
    return { sv: 'numret står där', en: 'its number is printed' };
  return null;
}

function decides(text: string): boolean {
  const [organ] = findOrganer(text);
  return organ !== undefined && organ.start === 0 && DECIDES.test(text.slice(organ.end));
}
