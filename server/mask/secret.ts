/** Which ärenden of a record are masked: those that name a ground of secrecy, and what belongs to the same matter. */
import { matterKeysOf } from '../../diarium/rader/masking.ts';
import type { Arende, Record as FileRecord, Handling } from '../../extraction/record.ts';
import { nameWords } from './names.ts';

/** Ids of ärenden. */
export type Hemliga = ReadonlySet<string>;

/** @param others ids of ärenden that are so by what other files say; see Store.hemligaArenden */
export function secretIn(record: FileRecord, others: Iterable<string> = []): Hemliga {
  const known = new Set(others);
  const all = record.handlingar.flatMap((handling) =>
    handling.arenden.map((arende) => ({ handling, arende })),
  );
  const isSecret = ({ arende }: { arende: Arende }): boolean =>
    arende.sekretess !== null || known.has(arende.id);
  const keys = new Set(all.filter(isSecret).flatMap(keysOf));
  return new Set(
    all
      .filter((one) => isSecret(one) || keysOf(one).some((key) => keys.has(key)))
      .map(({ arende }) => arende.id),
  );
}

const keysOf = ({ handling, arende }: { handling: Handling; arende: Arende }): string[] =>
  matterKeysOf({
    huvudman: handling.huvudman,
    nummer: arende.diarienummer ?? handling.diarienummer,
    om: arende.rubrik ?? handling.rubrik,
  });

/** Words of what is secret that may be names, but for those who sit at the table, and whose the record is. */
export function secretWords(record: FileRecord, secret: Hemliga): ReadonlySet<string> {
  const open = new Set(
    record.handlingar.flatMap(({ huvudman, organ, avsandare, undertecknare, justerare, narvaro }) =>
      [
        ...[huvudman, organ, avsandare],
        ...[
          undertecknare,
          justerare,
          narvaro?.ledamoter ?? [],
          narvaro?.ersattare ?? [],
          narvaro?.ovriga ?? [],
        ]
          .flat()
          .map(({ namn }) => namn),
      ].flatMap((text) => nameWords(text ?? '')),
    ),
  );
  const told = record.handlingar.flatMap((handling) =>
    handling.arenden
      .filter(({ id }) => secret.has(id))
      .flatMap((arende) => [
        arende.rubrik ?? handling.rubrik,
        ...[...arende.forslag, ...arende.beslut].flatMap(({ text, ledtext }) => [text, ledtext]),
        ...arende.expediering.map(({ mottagare }) => mottagare),
        ...arende.underlag.map(({ text }) => text),
      ]),
  );
  // one who is open opens a sentence too
  return new Set(
    told.flatMap((text) => nameWords(text ?? '')).filter((word) => !open.has(word.replace(/^\^/u, ''))),
  );
}
