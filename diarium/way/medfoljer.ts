/**
 * What travels with a matter to the next body: who moved what, who reserved themselves, what was noted. The next body
 * has it before it when it decides, and passes it on with its own when it sends the matter further.
 */
import { kallaOf } from './kalla.ts';
import type { StegWithParts } from './steg-with-parts.ts';
import type { ArendePart, Medfoljande, Vidare } from './types.ts';

/** A matter that goes on by these takes along what came with it; sent back or out on remiss it takes its own § only. */
const PASSES_ON: ReadonlySet<Vidare['reason']> = new Set(['forslag', 'beredning', 'bordlaggning']);

/** What one row takes along at most, the latest of it. No § that is known has a tenth of it. */
export const MOST_ALONG = 200;

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
  // what was sent to each body since it last took the matter up
  const sent = new Map<string, Map<string, Medfoljande>>();
  for (const step of steps) {
    const came = step.organKey ? [...(sent.get(step.organKey)?.values() ?? [])] : [];
    received.set(step, came);
    if (tookUp(step)) sent.delete(step.organKey);
    const along = [...came, ...step.steg.medfoljer];
    const to = step.vagar.filter(({ reason }) => PASSES_ON.has(reason)).map(({ key }) => key);
    for (const key of new Set(to)) {
      // what a body sends to itself as it takes the matter up is there already
      if (tookUp(step) && key === step.organKey) continue;
      const all = sent.get(key) ?? new Map<string, Medfoljande>();
      for (const one of along) all.set(one.id, one);
      // one more than is shown, so that it is known that there is more
      for (const id of all.keys()) {
        if (all.size <= MOST_ALONG + 1) break;
        all.delete(id);
      }
      sent.set(key, all);
    }
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

/** In all rows of a matter so many, and in each a few at least. */
const MOST_IN_ALL = 100_000;
const FEW = 20;

/** What a row of a matter with so many rows shows of what goes along. */
export function shownAlong(
  all: Medfoljande[],
  rows: number,
): { medfoljer: Medfoljande[]; flerMedfoljer?: true } {
  const most = Math.min(MOST_ALONG, Math.max(FEW, Math.floor(MOST_IN_ALL / rows)));
  return all.length > most ? { medfoljer: all.slice(-most), flerMedfoljer: true } : { medfoljer: all };
}

/** Each once, as the first time. */
export const unique = (all: readonly Medfoljande[]): Medfoljande[] => [
  ...new Map(all.map((m) => [m.id, m])).values(),
];
