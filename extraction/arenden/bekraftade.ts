/**
 * What the ärenden of a handling say of each other's numbers: §§ run on, votes add up to those present, and no
 * number is from a later year than its paper. Only what OCR has read is doubted; embedded text is as printed.
 */
import { isWhole } from '../items/votering-siffror.ts';
import { parseDiarienummer } from '../language/diarienummer.ts';
import type { Arende, Handling, Votering } from '../record.ts';

/** In a row, so many §§ may be missing between two: not read, or left out of an extract. */
const MAX_STEP = 3;

/**
 * §§ confirmed by their neighbours in number, and doubted where they break the row that most of the others stand
 * in: "85" between § 4 and § 6 is a § 5 that two readings have misread alike.
 *
 * @param byOcr whether OCR has read the § of each ärende
 */
export function withRunningNumbers(arenden: Arende[], byOcr: readonly boolean[]): Arende[] {
  const numbers = arenden.map((a) => Number.parseInt(a.paragraf ?? '', 10));
  const step = (k: number) => (numbers[k + 1] ?? Number.NaN) - (numbers[k] ?? Number.NaN);
  const near = (k: number, most: number) => [step(k - 1), step(k)].some((s) => s >= 1 && s <= most);
  const inRow = numbers.filter((_, k) => near(k, 1)).length;
  return arenden.map((arende, k) => {
    if (near(k, 1)) return without(arende, 'paragraf');
    const breaks = byOcr[k] === true && inRow >= 2 && inRow * 2 > numbers.length && !near(k, MAX_STEP);
    return breaks && arende.paragraf !== null ? doubted(arende, 'paragraf') : arende;
  });
}

/** A number of a later year than the paper it stands on is misread. `byOcr`: OCR has read the number. */
export function isOfLaterYear(diarienummer: string | null, datum: string | null, byOcr: boolean): boolean {
  const year = diarienummer === null ? undefined : parseDiarienummer(diarienummer)?.year;
  return byOcr && year !== undefined && datum !== null && year > Number(datum.slice(0, 4));
}

/** Votes whose sum is the number of members present are confirmed by it. */
export function withMembersPresent(arenden: Arende[], narvaro: Handling['narvaro']): Arende[] {
  const present = narvaro?.ledamoter.length ?? 0;
  if (present === 0) return arenden;
  const confirmed = (votering: Votering): Votering =>
    isWhole(votering, [present]) ? { ...votering, obekraftade: [] } : votering;
  return arenden.map((arende) => ({ ...arende, voteringar: arende.voteringar.map(confirmed) }));
}

/** The thing with one more field that nothing confirms. */
export function doubted<T extends { obekraftade: string[] }>(thing: T, field: string): T {
  return thing.obekraftade.includes(field) ? thing : { ...thing, obekraftade: [...thing.obekraftade, field] };
}

function without<T extends { obekraftade: string[] }>(thing: T, field: string): T {
  return { ...thing, obekraftade: thing.obekraftade.filter((name) => name !== field) };
}
