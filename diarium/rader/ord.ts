/** What people have said of the lines, put on what was read. */
import { cleaned } from './read-lines.ts';
import type { Diarierad, Falt, LastRad, Radord, Riktning, Uppgifter } from './types.ts';

/** The field of the law under which each of a line's is counted. */
const FALT_OF: { readonly [field in keyof Uppgifter]: Falt } = {
  datum: 'datum',
  riktning: 'datum',
  nummer: 'nummer',
  avsandare: 'motpart',
  mottagare: 'motpart',
  om: 'innehall',
};
const faltOf = (field: keyof Uppgifter): Falt => FALT_OF[field];
const FIELDS = Object.keys(FALT_OF) as (keyof Uppgifter)[];

/** A line before it is known whether it is to be masked. */
export type RadMedOrd = Omit<Diarierad, 'maskeras'>;

/** What is in a line, and nothing else. */
export function uppgifterOf({ datum, riktning, nummer, avsandare, mottagare, om }: Uppgifter): Uppgifter {
  return { datum, riktning, nummer, avsandare, mottagare, om };
}

/**
 * What the law asks for and the line has not. A sender is asked for of what came in, a recipient of what was sent out
 * ("i förekommande fall"), one of them where it cannot be told which.
 */
export function missingOf({ datum, riktning, nummer, avsandare, mottagare, om }: Uppgifter): Falt[] {
  const lacking = {
    datum: datum === null,
    nummer: nummer === null,
    motpart:
      riktning === 'inkommen'
        ? avsandare === null
        : riktning === 'expedierad'
          ? mottagare === null
          : riktning === null && avsandare === null && mottagare === null,
    innehall: om === null,
  };
  return (Object.keys(lacking) as Falt[]).filter((falt) => lacking[falt]);
}

/**
 * A line with what people have said of it, in the order in which they said it. What was confirmed stands as it was
 * confirmed, whatever a later reading says; where that differs, the line tells so. To take back takes the last word
 * that still holds; where none does, it keeps the rule from letting the line pass (`held`).
 */
export function withOrd(last: LastRad, ord: readonly Radord[]): { rad: RadMedOrd; held: boolean } {
  const { holds, held } = whatHolds(ord);
  const changes = holds.filter(({ vad }) => vad === 'rattad');
  const confirmed = holds.findLast(({ vad }) => vad === 'bekraftad');
  const said = cleaned(together(holds));
  const changed = cleaned(together(changes));
  const now: Uppgifter = { ...uppgifterOf(last), ...said };
  const unconfirmed: Uppgifter = { ...uppgifterOf(last), ...changed };
  const given = new Set(FIELDS.filter((field) => field !== 'riktning' && field in changed).map(faltOf));
  const differ = FIELDS.filter((field) => now[field] !== unconfirmed[field]).map(faltOf);
  const rad: RadMedOrd = {
    ...last,
    ...now,
    datumEnligt: changed.datum === undefined ? last.datumEnligt : 'person',
    obekraftade: confirmed ? [] : last.obekraftade.filter((falt) => !given.has(falt)),
    status: confirmed ? 'bekraftad' : 'foreslagen',
    bekraftad: confirmed ? { enligt: 'person', av: confirmed.av, at: confirmed.at } : null,
    rattningar: changes.map(({ uppgifter, av, at }) => ({ uppgifter: cleaned(uppgifter), av, at })),
    saknas: confirmed ? [] : missingOf(now),
    avviker: [...new Set(differ)],
  };
  return { rad, held };
}

const together = (ord: readonly Radord[]): Partial<Uppgifter> =>
  Object.assign({}, ...ord.map(({ uppgifter }) => uppgifter)) as Partial<Uppgifter>;

/** The words that nobody has taken back, and whether the rule's was. */
export function whatHolds(ord: readonly Radord[]): { holds: Radord[]; held: boolean } {
  const holds: Radord[] = [];
  let held = false;
  for (const one of ord.toSorted((a, b) => a.nr - b.nr)) {
    if (one.vad !== 'angrad') holds.push(one);
    else if (holds.pop() === undefined) held = true;
  }
  return { holds, held };
}

/** Nothing missing, nothing unsure, nothing to mask, and known whose it is. */
export const isFullstandig = (rad: Omit<Diarierad, 'status' | 'bekraftad'>): boolean =>
  rad.saknas.length === 0 && rad.obekraftade.length === 0 && !rad.maskeras && rad.huvudman !== null;

/** The field in which a line's other party stands: whom it came from, or to whom it went. */
export const motpartField = (riktning: Riktning | null): 'avsandare' | 'mottagare' =>
  riktning === 'inkommen' || riktning === null ? 'avsandare' : 'mottagare';
