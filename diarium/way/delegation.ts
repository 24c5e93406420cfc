/**
 * A body leaves a decision to somebody else to make: fullmäktige to a nämnd (kommunallagen (2017:725) 5 kap. 2 §), a
 * nämnd to its presidium, utskott or members (6 kap. 37 §) or to an official (7 kap. 5 §).
 */
import { ord } from '../../extraction/language/ord.ts';
import type { Attsats } from '../../extraction/record.ts';
import { resolveGeneric } from '../../extraction/routing/organ.ts';
import { ordered } from './mottagarlista.ts';
import { BESLUTAR_I_ARENDET, DELEGERAR, STAENDE, VERKSTALLER } from './ord.ts';
import type { ArendePart } from './types.ts';

export interface Delegering {
  clause: Attsats;
  /** The official or body that is empowered, as printed. */
  till: string;
  /**
   * beslut: to decide in this very matter; verkstallighet: to sign or carry out; staende: whatever comes of its kind,
   * so that nothing is awaited here.
   */
  slag: 'beslut' | 'verkstallighet' | 'staende';
}

/** What the clauses of a § leave to others. A clause that goes on to another body only proposes to. */
export function delegatesOf({ arende, handling }: ArendePart): Delegering[] {
  if (handling.kind !== 'protokoll' || !arende) return [];
  return arende.beslut
    .filter((clause) => clause.next === null)
    .flatMap((clause) => {
      const vem = DELEGERAR.map((re) => ord(re).exec(clause.text)?.groups?.vem).find((v) => v?.trim());
      if (!vem) return [];
      return ordered(vem).map((name) => ({
        clause,
        till: resolveGeneric(name, handling.organ),
        slag: slagOf(clause.text),
      }));
    });
}

function slagOf(text: string): Delegering['slag'] {
  if (ord(STAENDE).test(text)) return 'staende';
  if (ord(VERKSTALLER).test(text)) return 'verkstallighet';
  return ord(BESLUTAR_I_ARENDET).test(text) ? 'beslut' : 'staende';
}
