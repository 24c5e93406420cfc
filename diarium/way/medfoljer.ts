/**
 * What travels with a matter to the next body: who moved what, who reserved themselves, what was noted. The next body
 * has it before it when it decides, and passes it on with its own when it sends the matter further.
 */
import { kallaOf } from './kalla.ts';
import type { StegWithParts } from './steg-with-parts.ts';
import type { ArendePart, Medfoljande, Vidare } from './types.ts';

/** A matter that goes on by these takes along what came with it; sent back or out on remiss it takes its own § only. */
const PASSES_ON: ReadonlySet<Vidare['reason']> = new Set(['forslag', 'beredning', 'bordlaggning']);

const NOTED = new Set(['protokollsanteckning', 'sarskilt_yttrande']);

/** What a § itself adds. */
export function medfoljerOf(part: ArendePart): Medfoljande[] {
  const { arende, handling } = part;
  if (!arende || handling.kind !== 'protokoll') return [];
  const kalla = (id: string, page?: number) => kallaOf(part, id, page);
  return [
    ...arende.yrkanden.map(({ id, av, text, utfall, evidence }) => ({
      ...{ typ: 'yrkande' as const, id, av, text, utfall },
      kalla: kalla(id, evidence[0]?.page),
    })),
    ...arende.reservationer.map(({ id, av, text, evidence }) => ({
      ...{ typ: 'reservation' as const, id, av, text, utfall: null },
      kalla: kalla(id, evidence[0]?.page),
    })),
    ...arende.anteckningar
      .filter((a) => NOTED.has(a.typ))
      .map(({ id, typ, av, text, evidence }) => ({
        ...{ typ, id, av, text, utfall: null },
        kalla: kalla(id, evidence[0]?.page),
      })),
  ];
}

/**
 * What came with the matter to the body of each step: from the steps before it that sent it there, since the body last
 * took it up. Steps in order.
 */
export function receivedOf(steps: readonly StegWithParts[]): Map<StegWithParts, Medfoljande[]> {
  const received = new Map<StegWithParts, Medfoljande[]>();
  for (const [at, step] of steps.entries()) {
    const before = steps.slice(0, at);
    const last = before.findLastIndex((s) => s.organKey === step.organKey && tookUp(s));
    const sent = before
      .slice(last + 1)
      .filter((s) => s.vagar.some((v) => PASSES_ON.has(v.reason) && v.key === step.organKey));
    const came = sent.flatMap((s) => [...(received.get(s) ?? []), ...s.steg.medfoljer]);
    received.set(step, step.organKey ? unique(came) : []);
  }
  return received;
}

const tookUp = ({ steg }: StegWithParts): boolean => steg.kind === 'protokoll' && steg.utfall !== 'bordlagt';

/** What a row of a step takes along to its recipient, by the way it goes there. */
export function travelling(
  step: StegWithParts,
  reason: Vidare['reason'],
  received: ReadonlyMap<StegWithParts, Medfoljande[]>,
): Medfoljande[] {
  const own = step.steg.medfoljer;
  return PASSES_ON.has(reason) ? unique([...(received.get(step) ?? []), ...own]) : own;
}

/** Each once, as the first time. */
export const unique = (all: readonly Medfoljande[]): Medfoljande[] => [
  ...new Map(all.map((m) => [m.id, m])).values(),
];
