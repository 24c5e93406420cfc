/** Which kommunallag held on a day, and where in it a rule stands: a record is judged by the act of its own day. */

/** The act (1991:900) holds from here; what older acts said is not known here, and no day rests on them. */
export const KOMMUNALLAGEN_1991 = '1992-01-01';
/** The act (2017:725) holds from here. */
const KOMMUNALLAGEN_2017 = '2018-01-01';
/** A minority of fullmäktige can have a matter sent back from here; putting off was possible before. */
export const MINORITETSATERREMISS = '2002-07-01';

/** Where a rule stands in each act; '': there, but in a § that is not told. `from`: the day since when it is known. */
export interface Lagrum {
  ny: string;
  gammal: string;
  from?: string;
}

/** Motions and proposals from the public are prepared so that fullmäktige can decide within a year. */
export const ETT_AR: Lagrum = { ny: '5 kap. 35 §', gammal: '5 kap. 33 §' };
/** So are proposals from the public that fullmäktige leaves to a nämnd, by a rule of their own. */
export const ETT_AR_I_NAMND: Lagrum = { ny: '', gammal: '', from: '2007-07-01' };
/** Ansvarsfrihet is decided before the end of June the year after. */
export const ANSVARSFRIHET: Lagrum = { ny: '5 kap. 24 §', gammal: '', from: '2007-01-01' };

/** "kommunallagen 5 kap. 35 §"; null where no act that is known here said so on that day. */
export function lagrumOn(day: string, { ny, gammal, from = KOMMUNALLAGEN_1991 }: Lagrum): string | null {
  if (day < from) return null;
  const [lag, rum] = day < KOMMUNALLAGEN_2017 ? ['kommunallagen (1991:900)', gammal] : ['kommunallagen', ny];
  return rum === '' ? lag : `${lag} ${rum}`;
}
