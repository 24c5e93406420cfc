/**
 * Diarieföring: the lines of the register that offentlighets- och sekretesslagen 5 kap. 1–2 §§ asks for, proposed from
 * what was read, with what people have said of them. Pure, and independent of the order in which files came.
 */
import { normaliseDiarienummer } from '../../extraction/language/diarienummer.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import type { SourcedHandling } from '../way/types.ts';
import { eachOnce } from './each-once.ts';
import { masked } from './masking.ts';
import { isFullstandig, withOrd } from './ord.ts';
import { ordByRad } from './ord-by-rad.ts';
import { raderOfHandling } from './read-lines.ts';
import { riktningOf } from './riktning.ts';
import type { Diarierad, Diarieregel, LastRad, Radord } from './types.ts';

export { offentlig, UTELAMNAD } from './masking.ts';
export { isFullstandig, missingOf, motpartField, uppgifterOf, whatHolds } from './ord.ts';
export { raderOfHandling } from './read-lines.ts';
export * from './types.ts';

export interface Diariet {
  /** By day, those without one last; under a day by huvudman, number and §. */
  rader: Diarierad[];
  /** What people said of lines that no reading gives any more: nothing of it is lost, and nothing put on another line. */
  losa: Radord[];
}

/** The register while its handlingar are read: it holds their lines, and of the handlingar only what a line waits for. */
export interface Diariebygge {
  add(source: SourcedHandling): void;
  diariet(ord?: readonly Radord[], regel?: Diarieregel): Diariet;
}

/**
 * The register of all handlingar given. To be asked for with all those of a huvudman at once: whether a number is ours,
 * and whether a title is secret, stands in other handlingar.
 */
export function diariet(
  handlingar: readonly SourcedHandling[],
  ord: readonly Radord[] = [],
  regel: Diarieregel = 'person',
): Diariet {
  const bygge = diariebygge();
  for (const source of handlingar) bygge.add(source);
  return bygge.diariet(ord, regel);
}

/** The same, one handling at a time: tens of thousands need not be in memory at once. */
export function diariebygge(): Diariebygge {
  const rader: LastRad[] = [];
  /** Letters from outside: whether the numbers they print are ours is known when all is read. */
  const inkomna: SourcedHandling[] = [];
  const ours = new Set<string>();
  const keyOf = (huvudman: string | null, nummer: string) =>
    `${huvudmanKey(huvudman)}|${normaliseDiarienummer(nummer)}`;
  return {
    add(source) {
      const { handling } = source;
      const riktning = riktningOf(handling);
      if (riktning === 'inkommen') {
        inkomna.push(source);
        return;
      }
      rader.push(...raderOfHandling(source, () => true));
      if (riktning === null) return;
      for (const { diarienummer, obekraftade } of [handling, ...handling.arenden]) {
        if (diarienummer !== null && !obekraftade.includes('diarienummer'))
          ours.add(keyOf(handling.huvudman, diarienummer));
      }
    },
    diariet(ord = [], regel = 'person') {
      for (const source of inkomna.splice(0)) {
        const { huvudman } = source.handling;
        rader.push(...raderOfHandling(source, (nummer) => ours.has(keyOf(huvudman, nummer))));
      }
      return withWords(eachOnce(rader), ord, regel);
    },
  };
}

function withWords(last: readonly LastRad[], ord: readonly Radord[], regel: Diarieregel): Diariet {
  const { of, losa } = ordByRad(last, ord);
  const said = last.map((rad) => withOrd(rad, of.get(rad.id) ?? []));
  const held = new Set(said.flatMap(({ rad, held }) => (held ? [rad.id] : [])));
  const rader = masked(said.map(({ rad }) => rad)).map((rad): Diarierad => {
    const passes = regel === 'fullstandiga' && rad.status === 'foreslagen' && !held.has(rad.id);
    if (!passes || !isFullstandig(rad)) return rad;
    return { ...rad, status: 'bekraftad', bekraftad: { enligt: 'regel' } };
  });
  return { rader: inOrder(rader), losa };
}

const natural = new Intl.Collator('sv', { numeric: true });

function inOrder(rader: readonly Diarierad[]): Diarierad[] {
  const keys = new Map(
    rader.map((rad) => [
      rad,
      [
        rad.datum ?? '9999',
        huvudmanKey(rad.huvudman),
        rad.sammantrade === null ? '' : `${rad.sammantrade} ${rad.organ ?? ''}`,
        rad.typ,
        rad.paragraf ?? '',
        rad.nummer ?? '\uffff',
        rad.id,
      ],
    ]),
  );
  return rader.toSorted((a, b) => {
    const [x, y] = [keys.get(a) ?? [], keys.get(b) ?? []];
    for (const [i, one] of x.entries()) {
      const other = y[i] ?? '';
      const by = one === other ? 0 : i === 4 || i === 5 ? natural.compare(one, other) : one < other ? -1 : 1;
      if (by !== 0) return by;
    }
    return 0;
  });
}
