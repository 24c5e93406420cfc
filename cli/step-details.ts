/** What a matter's steps hold besides what the way says: who wrote, and the clauses in the order they stand. */
import type { Record as FileRecord } from '../extraction/record.ts';
import type { Steg, Store } from '../store/store.ts';

export interface StepDetails {
  /** The unit that wrote a tjänsteskrivelse; null where none is known or a body met. */
  avsandare: string | null;
  /** Those decided, or where none was, those proposed. */
  clauses: string[];
}

const NOTHING: StepDetails = { avsandare: null, clauses: [] };

function detailsIn(record: FileRecord, steg: Steg, handlingId: string): StepDetails {
  const handling = record.handlingar.find(({ id }) => id === handlingId);
  if (!handling) return NOTHING;
  const own = handling.arenden.filter(
    (arende) =>
      arende.paragraf === steg.paragraf &&
      arende.pages[0] === steg.page &&
      (arende.rubrik ?? handling.rubrik) === (steg.rubrik ?? null),
  );
  const decided = own.flatMap((arende) => arende.beslut);
  const clauses = decided.length > 0 ? decided : own.flatMap((arende) => arende.forslag);
  return { avsandare: handling.avsandare, clauses: clauses.map(({ text }) => text) };
}

/** The details of each step, from the version of it that counts. */
export async function stepDetails(store: Store, steps: readonly Steg[]): Promise<StepDetails[]> {
  const records = new Map<string, FileRecord | null>();
  const details: StepDetails[] = [];
  for (const steg of steps) {
    const [source] = steg.kallor ?? [];
    if (source && !records.has(source.sha256)) {
      records.set(source.sha256, (await store.recordWithRattelser(source.sha256))?.record ?? null);
    }
    const record = source && records.get(source.sha256);
    details.push(record ? detailsIn(record, steg, source.handlingId) : NOTHING);
  }
  return details;
}
