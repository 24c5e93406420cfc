/** What documents say of bodies: the names met, who sat where, and who proposes to whom. */
import type { Handling, Person } from '../../extraction/record.ts';
import { resolveGeneric } from '../../extraction/routing/organ.ts';
import { recipientName } from '../../extraction/routing/recipient.ts';
import type { Uppdrag } from './ord.ts';
import type { Lasning, Mote, Sammanhang, Sett } from './types.ts';

/** Changes with what lasningar holds: one made by other rules is made anew. */
export const LASNING_REGLER = '2';

/** One for each huvudman of the handlingar, whatever their order. */
export function lasningar(handlingar: readonly Handling[]): Lasning[] {
  const groups = Map.groupBy(handlingar, (handling) => handling.huvudman);
  return [...groups].map(([huvudman, own]) => ({
    huvudman,
    sett: together(own.flatMap(settAv)),
    moten: own.flatMap(moteAv),
    forslag: forslagAv(own),
  }));
}

/** The same name in the same place once, with how often and when. */
export function together(all: readonly Sett[]): Sett[] {
  const groups = new Map<string, Sett>();
  for (const one of all) {
    const key = `${one.som}|${one.namn}`;
    const before = groups.get(key);
    if (!before) groups.set(key, { ...one });
    else {
      before.antal += one.antal;
      before.forst = first(before.forst, one.forst);
      before.sist = last(before.sist, one.sist);
    }
  }
  return [...groups.values()];
}

/** The earlier and the later of two days, of which either may be unknown. */
export const first = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;
export const last = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;

/** A day that only OCR has read tells no period. */
const dayOf = ({ datum, obekraftade }: Handling): string | null =>
  obekraftade.includes('datum') ? null : datum;

/** Of a letter's head more may have been read than the name: a sentence is none. */
const isName = (printed: string): boolean =>
  printed.trim().split(/\s+/u).length <= 12 && !/\p{Ll}{2}[.!?]\s+\p{Lu}|[.]$/u.test(printed.trim());

function settAv(handling: Handling): Sett[] {
  const { organ, avsandare, till, kind } = handling;
  const day = dayOf(handling);
  const met = (som: Sammanhang, printed: string | null | undefined): Sett[] => {
    const namn = resolveGeneric((printed ?? '').replace(/\s+/gu, ' ').trim(), organ);
    return namn === '' ? [] : [{ namn, som, antal: 1, forst: day, sist: day }];
  };
  const meets = kind === 'protokoll' || kind === 'kallelse';
  return [
    ...(meets ? met('sammantrade', organ) : []),
    ...[avsandare ?? ''].filter(isName).flatMap((name) => met('avsandare', name)),
    ...till.filter(isName).flatMap((name) => met('till', name)),
    ...handling.arenden.flatMap((arende) => [
      ...met('nasta', arende.next?.organ),
      ...[...arende.forslag, ...arende.beslut].flatMap((clause) =>
        clause.kedja.flatMap((name) => met('kedja', name)),
      ),
      ...arende.expediering.flatMap((one) => met('mottagare', recipientName(one.mottagare))),
    ]),
  ];
}

function moteAv(handling: Handling): Mote[] {
  const { kind, organ, narvaro } = handling;
  if (kind !== 'protokoll' || !organ) return [];
  const named =
    (usual: Uppdrag) =>
    ({ namn, parti, roll }: Person) =>
      namn === null ? [] : [{ namn, parti, uppdrag: uppdragOf(roll, usual) }];
  return [
    {
      organ,
      datum: dayOf(handling),
      narvarande: [
        ...(narvaro?.ledamoter ?? []).flatMap(named('ledamot')),
        ...(narvaro?.ersattare ?? []).flatMap(named('ersattare')),
      ],
    },
  ];
}

function uppdragOf(roll: string | null, usual: Uppdrag): Uppdrag {
  if (roll === null) return usual;
  if (/ersättare|suppleant/iu.test(roll)) return 'ersattare';
  if (/vice\s+ordförande/iu.test(roll)) return 'vice_ordforande';
  return /^ordförande/iu.test(roll) ? 'ordforande' : usual;
}

function forslagAv(handlingar: readonly Handling[]): Lasning['forslag'] {
  const counts = new Map<string, Lasning['forslag'][number]>();
  for (const { kind, organ, arenden } of handlingar) {
    if (kind !== 'protokoll' || !organ) continue;
    for (const { next } of arenden) {
      if (next?.reason !== 'forslag') continue;
      const key = `${organ}|${next.organ}`;
      const before = counts.get(key) ?? { fran: organ, till: next.organ, antal: 0 };
      counts.set(key, { ...before, antal: before.antal + 1 });
    }
  }
  return [...counts.values()];
}
