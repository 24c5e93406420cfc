/** The deliveries that an address of `/expediering` asks for, those first that a person has to see to. */
import type { Leverans } from '../../../store/expediering.ts';
import { gruppOf, type LeveransGrupp } from '../../../store/leveranslage.ts';
import type { Store } from '../../../store/store.ts';
import { leveransWords } from '../parts/leverans.ts';

type Asked = { readonly [name: string]: string | undefined };

export const ORDER = Object.keys(leveransWords.sv.grupp) as LeveransGrupp[];

export interface Urval {
  filters: { diarienummer: string | undefined; mottagare: string | undefined; organ: string | undefined };
  lage: LeveransGrupp | undefined;
}

export function urvalOf(asked: Asked): Urval {
  const given = (name: string): string | undefined => asked[name]?.trim() || undefined;
  return {
    filters: { diarienummer: given('diarienummer'), mottagare: given('mottagare'), organ: given('organ') },
    lage: ORDER.find((one) => one === asked.lage),
  };
}

/** `rows`: those of the state that is asked for, in order; `groups`: all, by their states. */
export async function leveranserOf(
  store: Store,
  asked: Asked,
): Promise<{ rows: Leverans[]; groups: Map<LeveransGrupp, Leverans[]> }> {
  const { filters, lage } = urvalOf(asked);
  const groups = Map.groupBy(await store.leveranser({ ...filters, huvudman: asked.huvudman }), gruppOf);
  const shown = ORDER.filter((one) => lage === undefined || one === lage);
  return { groups, rows: shown.flatMap((one) => groups.get(one) ?? []) };
}
