/** What people's decisions tell about the reading: how often what was read with some confidence was right. */
import { isItemTyp } from './falt.ts';
import { rattelseId } from './id.ts';
import type { Rattelse } from './types.ts';

/** One item that a person has decided on as it was read. */
export interface Domd {
  confidence: number;
  /** Accepted as it was read. */
  right: boolean;
  /** There was such an item, however it was read. */
  paired: boolean;
}

/** The first decision on each item that was read; what people have added or made of items was not read. */
export function somLast(rattelser: readonly Rattelse[]): Domd[] {
  const active = rattelser.filter(({ angrad }) => angrad === null).sort((a, b) => a.nr - b.nr);
  const met = new Set<string>();
  const domda: Domd[] = [];
  for (const rattelse of active) {
    const { mal, med, atgard } = rattelse;
    const parts = atgard.typ === 'dela' ? atgard.texter.length : 1;
    for (const { typ, id, confidence, sett } of [mal, ...med]) {
      if (!isItemTyp(typ) || met.has(id) || confidence === null) continue;
      const same =
        atgard.typ === 'godkann' ||
        (atgard.typ === 'ratta' &&
          Object.entries(atgard.falt).every(
            ([name, value]) => JSON.stringify(value) === JSON.stringify(sett[name]),
          ));
      domda.push({ confidence, right: same, paired: atgard.typ !== 'avvisa' });
      met.add(id);
    }
    for (let nr = 0; nr < parts; nr++) met.add(rattelseId(rattelse, nr));
  }
  return domda;
}
