/** The same handling or § met in several files is one line: nothing is entered twice, and nothing is lost. */
import { normaliseDiarienummer } from '../../extraction/language/diarienummer.ts';
import { huvudmanKey, organKey } from '../../extraction/routing/organ.ts';
import { order, paragrafKey, plain } from '../way/text.ts';
import type { LastRad } from './types.ts';

/** One line for each, whatever the order of the lines. */
export function eachOnce(rader: readonly LastRad[]): LastRad[] {
  return [...Map.groupBy(rader, sameKey).values()].map((group) => {
    const [first, ...others] = group.toSorted(byWeight);
    return others.reduce(merged, first as LastRad);
  });
}

/**
 * What makes two lines one: of minutes body and day, and the §; of a letter all that tells letters apart. A line that
 * knows too little of that, or knows it from OCR only, stays by itself.
 */
function sameKey(rad: LastRad): string {
  const { typ, kind, huvudman, organ, sammantrade, paragraf, nummer, avsandare, datum, om, obekraftade } =
    rad;
  const parts = [typ, kind, huvudmanKey(huvudman)];
  if (kind === 'protokoll') {
    if (huvudman === null || organ === null || sammantrade === null) return rad.id;
    if (typ === 'paragraf' && (paragraf === null || obekraftade.includes('innehall'))) return rad.id;
    return [...parts, organKey(organ, { huvudman }), sammantrade, paragrafKey(paragraf, sammantrade)].join(
      '|',
    );
  }
  if (kind === 'kallelse' || !nummer || !avsandare || !datum || !om || obekraftade.includes('innehall'))
    return rad.id;
  return [...parts, normaliseDiarienummer(nummer), datum, plain(avsandare), plain(om), rad.mottagare].join(
    '|',
  );
}

/** The approved version first, then the one that tells most; the rest only settles ties. */
function byWeight(a: LastRad, b: LastRad): number {
  return (
    Number(b.datumEnligt === 'justeringen') - Number(a.datumEnligt === 'justeringen') ||
    order(b.datum ?? '', a.datum ?? '') ||
    tells(b) - tells(a) ||
    order(a.kallor[0]?.sha256 ?? '', b.kallor[0]?.sha256 ?? '') ||
    order(a.id, b.id)
  );
}

const tells = ({ nummer, mottagare, om, kallor }: LastRad): number =>
  (nummer ?? '').length + (mottagare ?? '').length + (om ?? '').length + (kallor[0]?.pages[1] ?? 0);

/** What the first does not know, or is not sure of, comes from the second. */
function merged(a: LastRad, b: LastRad): LastRad {
  const [x, y] = [new Set(a.obekraftade), new Set(b.obekraftade)];
  const better = (falt: 'datum' | 'nummer' | 'innehall', field: 'datum' | 'nummer' | 'om'): LastRad => {
    const own = a[field] !== null && !x.has(falt);
    const others = b[field] !== null && !y.has(falt);
    const from = own || (a[field] !== null && !others) || b[field] === null ? a : b;
    if (from === b && !y.has(falt)) x.delete(falt);
    if (from === b && y.has(falt)) x.add(falt);
    return from;
  };
  const [datum, nummer, om] = [
    better('datum', 'datum'),
    better('nummer', 'nummer'),
    better('innehall', 'om'),
  ] as const;
  return {
    ...a,
    ...{ alias: [...a.alias, b.id], datum: datum.datum, datumEnligt: datum.datumEnligt },
    ...{ nummer: nummer.nummer, om: om.om },
    ...{ avsandare: a.avsandare ?? b.avsandare, mottagare: a.mottagare ?? b.mottagare },
    obekraftade: [...x],
    sekretess: a.sekretess ?? b.sekretess,
    kallor: [...a.kallor, ...b.kallor],
  };
}
