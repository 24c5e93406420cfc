/** What a final decision orders somebody to do or to report, and what it leaves to somebody to decide. */
import { ord } from '../../../extraction/language/ord.ts';
import type { Attsats } from '../../../extraction/record.ts';
import { resolveGeneric } from '../../../extraction/routing/organ.ts';
import { delegatesOf } from '../delegation.ts';
import { kallaOf } from '../kalla.ts';
import { ordered } from '../mottagarlista.ts';
import { FORMALIA, UPPDRAR } from '../ord.ts';
import type { StegWithParts } from '../steg-with-parts.ts';
import type { Vantan } from '../types.ts';
import { fristOf, isAfter, type Sammanhang, sistaDagAv } from './sammanhang.ts';

/** A clause asks somebody for something. */
interface Begaran {
  clause: Attsats;
  av: string;
  vad: 'beslut' | 'utforande';
  skal: 'uppdrag' | 'delegation';
}

/**
 * Missions and delegations of the steps that end a matter or a part of it. One is over when whoever has it writes or
 * meets on the matter afterwards, or when the body that gave it takes the matter up again.
 */
export function awaitedOfMissions({ steps, index }: Sammanhang): Vantan[] {
  return steps.flatMap((step) => {
    if (step.steg.kind !== 'protokoll' || step.steg.utfall === 'aterremiss') return [];
    const asked = [...delegated(step), ...missions(step)].map((b) => ({ ...b, key: index.keyOf(b.av) }));
    return asked
      .filter((b, n) => asked.findIndex((x) => x.key === b.key && x.clause === b.clause) === n)
      .filter((b) => !steps.some((s) => isAfter(s, step) && settles(s, step, b.key)))
      .map(({ clause, av, vad, skal }) => ({
        ...{ vad, av: index.nameOf(av), skal, text: clause.text, sedan: step.steg.datum },
        ...fristOf(sistaDagAv([clause], step)),
        ...(clause.nr !== null && { nr: clause.nr }),
        steg: step.steg.nyckel,
        kalla: kallaOf(step.parts[0], clause.id, clause.evidence[0]?.page),
      }));
  });
}

function delegated(step: StegWithParts): Begaran[] {
  return delegatesOf(step.parts[0])
    .filter((d) => d.slag !== 'staende')
    .map(({ clause, till, slag }) => ({
      ...{ clause, av: till, skal: 'delegation' as const },
      vad: slag === 'beslut' ? 'beslut' : 'utforande',
    }));
}

function missions(step: StegWithParts): Begaran[] {
  const { arende, handling } = step.parts[0];
  const going = new Set(
    step.steg.vidare.filter((v) => v.reason !== 'delegation').flatMap((v) => v.attsatser),
  );
  return (arende?.beslut ?? [])
    .filter((clause) => !going.has(clause.id) && !ord(FORMALIA).test(clause.text))
    .flatMap((clause) => {
      const vem = UPPDRAR.map((re) => ord(re).exec(clause.text)?.groups?.vem).find((v) => v?.trim());
      return vem ? ordered(vem).map((name) => ({ clause, name })) : [];
    })
    .map(({ clause, name }) => ({
      ...{ clause, av: resolveGeneric(name, handling.organ) },
      ...{ vad: 'utforande' as const, skal: 'uppdrag' as const },
    }));
}

/** Who has the mission wrote or met, or the matter came again before the body that gave it. */
function settles(s: StegWithParts, step: StegWithParts, key: string): boolean {
  if (s.steg.kind === 'protokoll') {
    return s.steg.utfall !== 'bordlagt' && (s.organKey === key || s.organKey === step.organKey);
  }
  return s.steg.kind === 'tjansteskrivelse' && s.senderKey === key;
}
