/** A matter's way with what stands in its steps and what was sent of them: all that the picture can show. */
import type { StepDetails } from '../way/step-details.ts';
import type { Leveranslage, Vag } from './types.ts';

/**
 * Puts beside each step what was decided in it, its votes and reservations, and its deliveries. What an older way does
 * not know of its writers stands in their documents.
 *
 * @param details of each step, in their order
 * @param leveranser by `Steg.nyckel`
 */
export function vagWith<V extends Vag>(
  vag: V,
  details: readonly StepDetails[],
  leveranser: ReadonlyMap<string, readonly Leveranslage[]>,
): V {
  return {
    ...vag,
    steg: vag.steg.map((steg, at) => ({
      ...steg,
      avsandare: steg.avsandare ?? details[at]?.avsandare ?? null,
    })),
    vidSteg: vag.steg.map(({ nyckel }, at) => {
      const { attsatser = [], beslutat = false, arenden = [] } = details[at] ?? {};
      return {
        beslut: beslutat ? attsatser : [],
        voteringar: arenden.flatMap((one) => one.voteringar),
        reservationer: arenden.flatMap((one) => one.reservationer),
        leveranser: leveranser.get(nyckel ?? '') ?? [],
      };
    }),
  };
}
