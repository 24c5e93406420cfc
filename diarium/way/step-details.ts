/** What a matter's steps hold besides what the way says: who wrote, and the ärenden as they stand in the version that counts. */
import type { Arende, Attsats, Record as FileRecord, Handling } from '../../extraction/record.ts';
import type { Steg } from '../bild/types.ts';

export interface StepDetails {
  /** The unit that wrote a tjänsteskrivelse; null where none is known or a body met. */
  avsandare: string | null;
  /** Those decided, or where none was, those proposed; in the order they stand. */
  attsatser: Attsats[];
  /** Their texts. */
  clauses: string[];
  /** `attsatser` were decided, not proposed. */
  beslutat: boolean;
  /** What else stands there; several only where one page says the same § more than once. */
  arenden: Arende[];
  handling: Handling | null;
}

const NOTHING: StepDetails = {
  ...{ avsandare: null, attsatser: [], clauses: [], beslutat: false, arenden: [], handling: null },
};

function detailsIn(record: FileRecord, steg: Steg, handlingId: string): StepDetails {
  const handling = record.handlingar.find(({ id }) => id === handlingId);
  if (!handling) return NOTHING;
  const arenden = handling.arenden.filter(
    (arende) =>
      arende.paragraf === steg.paragraf &&
      arende.pages[0] === steg.page &&
      (arende.rubrik ?? handling.rubrik) === (steg.rubrik ?? null),
  );
  const decided = arenden.flatMap((arende) => arende.beslut);
  const attsatser = decided.length > 0 ? decided : arenden.flatMap((arende) => arende.forslag);
  return {
    ...{ avsandare: handling.avsandare, attsatser, clauses: attsatser.map(({ text }) => text) },
    ...{ beslutat: decided.length > 0, arenden, handling },
  };
}

/**
 * The details of each step, from the version of it that counts.
 *
 * @param recordOf a file's record as people have left it
 */
export async function stepDetails(
  steps: readonly Steg[],
  recordOf: (sha256: string) => Promise<FileRecord | null>,
): Promise<StepDetails[]> {
  const records = new Map<string, FileRecord | null>();
  const details: StepDetails[] = [];
  for (const steg of steps) {
    const [source] = steg.kallor ?? [];
    if (source && !records.has(source.sha256)) records.set(source.sha256, await recordOf(source.sha256));
    const record = source && records.get(source.sha256);
    details.push(record ? detailsIn(record, steg, source.handlingId) : NOTHING);
  }
  return details;
}
