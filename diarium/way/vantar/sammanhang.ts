/** What the rules for awaited things look at, and what they share. */
import type { Attsats } from '../../../extraction/record.ts';
import type { OrganIndex } from '../../../extraction/routing/organ.ts';
import { sistaDag } from '../dagar/sista-dag.ts';
import type { PostWithRows } from '../poster.ts';
import { isFullmaktigeKey } from '../slag.ts';
import { dayOf } from '../steg.ts';
import type { StegWithParts } from '../steg-with-parts.ts';
import type { Arendetyp, Vantan } from '../types.ts';

export interface Sammanhang {
  typ: Arendetyp;
  /** In order. */
  steps: readonly StegWithParts[];
  poster: readonly PostWithRows[];
  index: OrganIndex;
}

/** Where a last day that stands in the clause comes from. */
export const BESLUTET = 'beslutet';

/** The last day as the clauses print it, with where it comes from. */
export const fristOf = (senast: string | null): Pick<Vantan, 'senast' | 'frist'> => ({
  senast,
  frist: senast && BESLUTET,
});

/**
 * The last day that clauses of a step set. None from a clause whose numbers only OCR has read: a wrong day would
 * have people reminded of what is not late.
 */
export function sistaDagAv(
  clauses: readonly Pick<Attsats, 'text' | 'obekraftade'>[],
  step: StegWithParts,
): string | null {
  if (clauses.some((c) => c.obekraftade.includes('text'))) return null;
  return sistaDag(clauses.map((c) => c.text).join('\n'), dayOf(step));
}

export const isFullmaktige = (step: StegWithParts): boolean =>
  step.steg.kind === 'protokoll' && isFullmaktigeKey(step.organKey);

/** The § neither sends the matter anywhere nor puts it off. */
export function isFinal({ steg, vagar }: StegWithParts): boolean {
  if (steg.kind !== 'protokoll' || steg.utfall === 'aterremiss' || steg.utfall === 'bordlagt') return false;
  return vagar.every((v) => v.reason === 'delegation');
}

/** `b` came after `a`, as far as their days are sure; on one day the order of the steps tells. */
export function isAfter(b: StegWithParts, a: StegWithParts): boolean {
  const [later, earlier] = [dayOf(b), dayOf(a)];
  if (!later || !earlier || a === b) return false;
  return later > earlier || (later === earlier && b.at > a.at);
}
