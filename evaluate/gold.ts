/** A record as gold: what `expediera evaluate` and the reference scorer read as the truth about a file. */
import type { Arende, Attsats, Record as FileRecord, Handling, Person } from '../extraction/record.ts';

/** Gold of a record that a person has gone through; `source` is the name of the file beside it. */
export function goldOf({ handlingar }: FileRecord, source: string) {
  return { source, handlingar: handlingar.map(handlingGold) };
}

function handlingGold(handling: Handling) {
  const { huvudman, kind, organ, till, datum, diarienummer, dokumentnummer, rubrik, arenden } = handling;
  const marks = { huvudman, kind, organ, till, datum, diarienummer, dokumentnummer, rubrik };
  return { ...marks, arenden: arenden.map(arendeGold) };
}

function arendeGold(arende: Arende) {
  const { paragraf, punkt, rubrik, diarienummer, utfall, next } = arende;
  const moved = <T extends { av: Person[] }>({ av, ...rest }: T) => ({ av: av.map(personGold), ...rest });
  return {
    ...{ paragraf, punkt, rubrik, diarienummer },
    forslag: arende.forslag.map(clauseGold),
    beslut: arende.beslut.map(clauseGold),
    yrkanden: arende.yrkanden.map(({ av, typ, text }) => moved({ av, typ, text })),
    reservationer: arende.reservationer.map(({ av, text }) => moved({ av, text })),
    anteckningar: arende.anteckningar.map(({ av, typ, text }) => moved({ av, typ, text })),
    votering: arende.voteringar.map(({ ja, nej, avstar }) => ({ ja, nej, avstar })),
    expediering: arende.expediering.map(({ mottagare }) => mottagare),
    underlag: arende.underlag.map(({ text }) => text),
    ...{ utfall, next: next?.organ ?? null },
  };
}

const clauseGold = ({ nr, text, ledtext, kedja }: Attsats) => ({ nr, text, ledtext, kedja });

/** "Alva Strand (S)", "S", "Ordförande"; a party that would be taken for a name stays apart. */
function personGold({ namn, parti, roll }: Person): string | Omit<Person, 'roll'> {
  if (namn !== null && (parti === null || parti.length <= 12))
    return parti === null ? namn : `${namn} (${parti})`;
  if (namn === null && parti === null) return roll ?? '';
  return parti !== null && namn === null && /^\p{L}{1,3}$/u.test(parti) ? parti : { namn, parti };
}
