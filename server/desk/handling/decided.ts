/** What people have said of a file's items, ärenden and handlingar: by the id of each as it is now. */
import { type Atgard, applyRattelser } from '../../../diarium/rattelser/index.ts';
import type { Store } from '../../../store/store.ts';

export interface Decided {
  how: 'corrected' | 'accepted' | 'added';
  av: string;
  at: string;
}

const HOW: { readonly [typ in Atgard['typ']]: Decided['how'] } = {
  ...{ godkann: 'accepted', lagg_till: 'added', avvisa: 'corrected' },
  ...{ ratta: 'corrected', dela: 'corrected', sla_ihop: 'corrected' },
};

/** The latest that was said of each. Nothing is looked up of a file of which nothing was. */
export async function decidedOf(store: Store, sha256: string): Promise<Map<string, Decided>> {
  const decided = new Map<string, Decided>();
  const rattelser = await store.rattelser(sha256);
  if (rattelser.every(({ angrad }) => angrad !== null)) return decided;
  const read = await store.record(sha256);
  if (!read) return decided;
  const { landade } = applyRattelser(read.record, rattelser);
  for (const { id, atgard, av, at } of rattelser)
    for (const left of landade.get(id) ?? []) decided.set(left, { how: HOW[atgard.typ], av, at });
  return decided;
}
