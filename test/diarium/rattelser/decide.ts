/** Decisions on made-up records, kept as the store keeps them. */
import {
  type Atgard,
  applyRattelser,
  type Mal,
  malOf,
  type Rattelse,
  tingIn,
} from '../../../diarium/rattelser/index.ts';
import type { Record as FileRecord } from '../../../extraction/record.ts';

/** The target of a decision on the thing with this id. */
export function targetOf(record: FileRecord, id: string, atgard?: Atgard): Mal {
  const all = tingIn(record);
  const plats = all.find(({ ting }) => ting.id === id);
  if (!plats) throw new Error(`no ${id}`);
  return malOf(all, plats, atgard);
}

/** The next decision of a file of which `before` was decided, made on what those have left. */
export function decide(record: FileRecord, id: string, atgard: Atgard, before: Rattelse[] = []): Rattelse {
  const seen = applyRattelser(record, before).record;
  const nr = before.length + 1;
  return {
    ...{ id: `beslut-${nr}`, nr, sha256: record.source.sha256, mal: targetOf(seen, id, atgard), atgard },
    med: atgard.typ === 'sla_ihop' ? atgard.med.map((one) => targetOf(seen, one)) : [],
    ...{ av: 'Elsa Norén', at: '2031-03-12T08:00:00.000Z', angrad: null },
  };
}

export const undone = (rattelse: Rattelse, nr: number): Rattelse => ({
  ...rattelse,
  angrad: { av: 'Elsa Norén', at: '2031-03-13T08:00:00.000Z', nr },
});
