/** Who has sat in a body, and when, as its minutes show. */
import type { Uppdrag } from './ord.ts';
import type { Ledamot, Mote } from './types.ts';

const ORDER: readonly Uppdrag[] = ['ordforande', 'vice_ordforande', 'ledamot', 'ersattare'];

/** The same name however it is spaced and capitalised. */
const folded = (namn: string): string => namn.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** Letters of a party as they are written today: minutes of the nineties have "s", "kd" and "fp". */
const inCapitals = (parti: string): string => (/^\p{Ll}{1,4}$/u.test(parti) ? parti.toUpperCase() : parti);

/** One spelling for the same party however it is capitalised, whatever order the minutes come in. */
function partiesAs(moten: readonly Mote[]): (parti: string | null) => string | null {
  const spelled = new Map<string, string>();
  for (const { parti } of moten.flatMap((mote) => mote.narvarande)) {
    if (parti === null) continue;
    const [one, other] = [inCapitals(parti), spelled.get(parti.toUpperCase())];
    // capitals sort first
    spelled.set(parti.toUpperCase(), other !== undefined && other < one ? other : one);
  }
  return (parti) => (parti === null ? null : (spelled.get(parti.toUpperCase()) ?? parti));
}

interface Spell extends Pick<Ledamot, 'namn' | 'parti' | 'uppdrag'> {
  days: Set<string>;
}

/**
 * One row for what somebody was for some party. A meeting that several files hold counts once. A party left out in
 * some minutes is that of the others, where they name one only. A party is one however it is capitalised.
 *
 * @param moten of one body
 * @param sagda what people have said; it goes before what is read of the same person and uppdrag
 */
export function ledamoterAv(
  moten: readonly Mote[],
  sagda: readonly Omit<Ledamot, 'moten' | 'kalla'>[] = [],
): Ledamot[] {
  const partyAs = partiesAs(moten);
  const parties = new Map<string, Set<string>>();
  for (const { namn, ...person } of moten.flatMap((mote) => mote.narvarande)) {
    const parti = partyAs(person.parti);
    if (parti !== null) parties.set(folded(namn), (parties.get(folded(namn)) ?? new Set()).add(parti));
  }
  const onlyParty = (namn: string): string | null => {
    const [only, ...others] = parties.get(folded(namn)) ?? [];
    return only !== undefined && others.length === 0 ? only : null;
  };
  const spells = new Map<string, Spell>();
  for (const { datum, narvarande } of moten) {
    for (const { namn, uppdrag, ...person } of narvarande) {
      const parti = partyAs(person.parti) ?? onlyParty(namn);
      const key = `${folded(namn)}|${parti}|${uppdrag}`;
      const spell = spells.get(key) ?? { namn, parti, uppdrag, days: new Set() };
      // of two spellings the same one, in whatever order they come
      spell.namn = [spell.namn, namn].sort().at(-1) ?? namn;
      if (datum !== null) spell.days.add(datum);
      spells.set(key, spell);
    }
  }
  const said = new Set(sagda.map(({ namn, uppdrag }) => `${folded(namn)}|${uppdrag}`));
  const read = [...spells.values()]
    .filter(({ namn, uppdrag }) => !said.has(`${folded(namn)}|${uppdrag}`))
    .map(({ days, ...spell }): Ledamot => {
      const sorted = [...days].sort();
      const period = { fran: sorted[0] ?? null, till: sorted.at(-1) ?? null };
      return { ...spell, ...period, moten: sorted.length, kalla: 'protokoll' };
    });
  const people = sagda.map((one): Ledamot => ({ ...one, moten: 0, kalla: 'person' }));
  return [...people, ...read].sort(
    (a, b) =>
      (b.till ?? '9999').localeCompare(a.till ?? '9999') ||
      ORDER.indexOf(a.uppdrag) - ORDER.indexOf(b.uppdrag) ||
      a.namn.localeCompare(b.namn, 'sv') ||
      (a.parti ?? '').localeCompare(b.parti ?? '', 'sv') ||
      (a.fran ?? '').localeCompare(b.fran ?? ''),
  );
}
