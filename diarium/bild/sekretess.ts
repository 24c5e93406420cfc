/** What a picture leaves out of a matter under secrecy: it is made to be hung up or laid on a page. */
import { UTELAMNAD } from '../rader/masking.ts';
import type { Vag } from './types.ts';

/**
 * The way without what it is about, where a § of it is under secrecy: no titles, no clauses, nothing of what was moved or
 * noted, and files without their names. That there is a matter, when it was where and how it went stays, as in the public
 * part of the register (offentlighets- och sekretesslagen 5 kap. 2 §).
 */
export function utanSekretess(vag: Vag): Vag {
  if (!vag.steg.some(({ sekretess }) => sekretess)) return vag;
  return {
    ...vag,
    rubrik: UTELAMNAD,
    steg: vag.steg.map((steg) => ({ ...steg, rubrik: null, medfoljer: [], fileName: UTELAMNAD })),
    vantar: vag.vantar.map((vantan) => ({ ...vantan, text: null })),
    ...(vag.vidSteg && {
      vidSteg: vag.vidSteg.map(({ leveranser, voteringar }) => ({
        ...{ beslut: [], reservationer: [] },
        ...(voteringar && { voteringar: voteringar.map((one) => ({ ...one, proposition: null })) }),
        leveranser: leveranser.map((one) => ({ ...one, mottagare: UTELAMNAD })),
      })),
    }),
  };
}
