/**
 * A matter put off or sent back at the request of a minority. In fullmäktige a third of those present can have it so,
 * once in a matter; who has it sent back says why (kommunallagen (2017:725) 5 kap. 50 §; sent back: since 2002). An
 * election is put off by a majority only, and in other bodies a majority decides all of it.
 */
import { ord } from '../../extraction/language/ord.ts';
import type { Votering } from '../../extraction/record.ts';
import { MINORITETSATERREMISS } from './lag.ts';
import { ARENDETYP_I_RUBRIK, ATERREMITTERAR, BORDLAGGER, MINORITET } from './ord.ts';
import { isFullmaktigeKey } from './slag.ts';
import type { ArendePart } from './types.ts';

/** Said in so many words, or shown by a vote that those who wanted to decide at once had won. */
export function isMinoritet({ arende, handling }: ArendePart, organKey: string): boolean {
  if (!arende || handling.kind !== 'protokoll' || !isFullmaktigeKey(organKey)) return false;
  if (arende.utfall !== 'aterremiss' && arende.utfall !== 'bordlagt') return false;
  if (arende.utfall === 'aterremiss' && (handling.datum ?? MINORITETSATERREMISS) < MINORITETSATERREMISS)
    return false;
  if (arende.utfall === 'bordlagt' && isElection(arende.rubrik ?? '')) return false;
  const said = [
    arende.rubrik ?? '',
    ...arende.beslut.flatMap((b) => [b.text, b.ledtext ?? '']),
    ...arende.expediering.map((e) => e.mottagare),
  ];
  return said.some((t) => ord(MINORITET).test(t)) || arende.voteringar.some(minorityHadItsWay);
}

const isElection = (rubrik: string): boolean =>
  ARENDETYP_I_RUBRIK.some(
    (kind) => kind.typ === 'val' && ord(kind.ord).test(rubrik.replace(/\s+/g, ' ').trim()),
  );

function minorityHadItsWay({ ja, nej, avstar, proposition }: Votering): boolean {
  if (!proposition) return false;
  const back = (t: string) => ord(ATERREMITTERAR).test(t) || ord(BORDLAGGER).test(t);
  if (back(proposition.ja) === back(proposition.nej)) return false;
  const [wanted, against] = back(proposition.ja) ? [ja, nej] : [nej, ja];
  return wanted < against && 3 * wanted >= ja + nej + (avstar ?? 0);
}
