/**
 * When a decision that is open to laglighetsprövning has legal force. Three weeks run from the day on which it was
 * announced that the minutes are approved (kommunallagen (2017:725) 13 kap. 5 §; the act of 1991, before 2018, had
 * the same time). Weeks end on the day of the same name, and a last day that is no weekday moves to the next
 * (lagen (1930:173) om beräkning av lagstadgad tid 1 and 2 §§).
 *
 * Nothing is stated where it may not be so: a decision that only prepares or carries out cannot be
 * appealed by laglighetsprövning, and one that a special act lets be appealed otherwise gains legal force by that act,
 * from the day somebody was told of it (13 kap. has both exceptions). Silence is right where a wrong day would be relied upon.
 */
import { ord } from '../../extraction/language/ord.ts';
import type { Arende, Attsats } from '../../extraction/record.ts';
import { nextVardag } from './dagar/helgdagar.ts';
import { plusDays } from './dagar/rakna.ts';
import { delegatesOf } from './delegation.ts';
import { KOMMUNALLAGEN_1991 } from './lag.ts';
import {
  ARENDETYP_I_RUBRIK,
  ENSKILD_MOTTAGARE,
  INGEN_SAK,
  INGET_ORGAN,
  INTET_BESLUT,
  UTSKOTT_OM_ENSKILDA,
} from './ord.ts';
import {
  INTE_LAGLIGHET,
  INTE_LAGLIGHET_I_SAKEN,
  NAMND_OM_ENSKILDA,
  OM_EN_ENSKILD,
  RENT_FORBEREDANDE_ELLER_VERKSTALLANDE,
} from './overklagas-annorlunda.ts';
import { decidesByLaw, isFullmaktigeKey } from './slag.ts';
import type { ArendePart, LagaKraft, Steg } from './types.ts';

/**
 * @param parts one §, in all files that hold it, the version that counts first
 * @param vidare where its clauses go: a decision that goes on is not final
 * @param organKey key of the body that met
 */
export function lagaKraftOf(
  parts: readonly ArendePart[],
  vidare: Steg['vidare'],
  organKey: string,
): LagaKraft | null {
  const [first] = parts;
  if (!first?.arende || !isFinal(first, vidare, organKey)) return null;
  if (parts.some((p) => p.arende && isOtherwiseAppealed(p.arende, p.handling.organ))) return null;
  const anslaget = announcedOn(parts);
  if (!anslaget) return null;
  const overklagasTill = nextVardag(plusDays(anslaget, 21));
  return { anslaget, overklagasTill, tidigast: plusDays(overklagasTill, 1) };
}

/** A body of the kommunallagen decided, for good, and something that can be tried. */
function isFinal(part: ArendePart, vidare: Steg['vidare'], organKey: string): boolean {
  const { arende, handling } = part;
  if (!arende || handling.kind !== 'protokoll' || arende.beslut.length === 0) return false;
  if (vidare.some((v) => v.reason !== 'delegation')) return false;
  if (arende.next || arende.utfall === 'aterremiss' || arende.utfall === 'bordlagt') return false;
  if (!decidesByLaw(organKey) || ord(INGET_ORGAN).test(handling.organ ?? '')) return false;
  const rubrik = (arende.rubrik ?? '').replace(/\s+/g, ' ');
  if (ord(INGEN_SAK).test(rubrik)) return false;
  // Only fullmäktige answers a motion: what another body says of it prepares, whatever its words.
  if (isMotion(rubrik) && !isFullmaktigeKey(organKey)) return false;
  const decided = arende.beslut.filter(({ text }) => !ord(INTET_BESLUT).test(text.replace(/\s+/g, ' ')));
  return isFullmaktigeKey(organKey) ? decided.length > 0 : decided.some(decidesItself(part));
}

/** A clause of a nämnd that neither only prepares or carries out, nor leaves this very matter to somebody else. */
function decidesItself(part: ArendePart): (clause: Attsats) => boolean {
  const left = delegatesOf(part).flatMap(({ clause, slag }) => (slag === 'beslut' ? [clause] : []));
  return (clause) => {
    const text = clause.text.replace(/\s+/g, ' ');
    return !left.includes(clause) && !RENT_FORBEREDANDE_ELLER_VERKSTALLANDE.some((re) => ord(re).test(text));
  };
}

const isMotion = (rubrik: string): boolean =>
  ARENDETYP_I_RUBRIK.some((kind) => kind.typ === 'motion' && ord(kind.ord).test(rubrik));

/** Anything of the § that tells of another way of appeal, or of a single person's matter. */
function isOtherwiseAppealed(arende: Arende, organ: string | null): boolean {
  if (arende.sekretess || ord(UTSKOTT_OM_ENSKILDA).test(organ ?? '')) return true;
  const saken = [arende.rubrik ?? '', ...arende.beslut.map((b) => b.text)];
  if (saken.some((t) => ord(INTE_LAGLIGHET_I_SAKEN).test(t))) return true;
  if (ord(NAMND_OM_ENSKILDA).test(organ ?? '') && saken.some((t) => ord(OM_EN_ENSKILD).test(t))) return true;
  const texts = [
    ...saken,
    ...arende.beslut.map((b) => b.ledtext ?? ''),
    ...arende.forslag.map((f) => f.text),
    ...arende.anteckningar.map((a) => a.text),
    ...arende.underlag.map((u) => u.text),
  ];
  if (texts.some((t) => ord(INTE_LAGLIGHET).test(t))) return true;
  return arende.expediering.some((e) => ord(ENSKILD_MOTTAGARE).test(e.mottagare));
}

/**
 * The day the approved minutes were announced, where one day is sure. A § approved at the table is announced by
 * itself: the day that the rest of its minutes were put up says nothing of it.
 */
function announcedOn(parts: readonly ArendePart[]): string | null {
  const days = parts.flatMap(({ handling, arende }) => {
    const { anslag, datum, obekraftade } = handling;
    if (!anslag?.uppsatt || ['datum', 'anslag.uppsatt'].some((f) => obekraftade.includes(f))) return [];
    if (!datum || anslag.uppsatt < datum || anslag.uppsatt < KOMMUNALLAGEN_1991) return [];
    if (anslag.justerad && anslag.uppsatt < anslag.justerad) return [];
    const sure = !obekraftade.includes('anslag.justerad');
    if (arende?.omedelbartJusterad && (anslag.justerad !== datum || !sure)) return [];
    return [anslag.uppsatt];
  });
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}
