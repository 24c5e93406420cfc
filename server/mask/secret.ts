/** What of a record is masked: the ärenden that name a ground of secrecy, and what belongs to the same matter. */
import { matterKeysOf } from '../../diarium/rader/masking.ts';
import type { Arende, Record as FileRecord, Handling } from '../../extraction/record.ts';
import { nameWords } from './names.ts';

/** Ids of ärenden, and of letters that have none. */
export type Hemliga = ReadonlySet<string>;

/** @param others ids of ärenden that are so by what other files say; see Store.hemligaArenden */
export function secretIn(record: FileRecord, others: Iterable<string> = []): Hemliga {
  const known = new Set(others);
  const all = record.handlingar.flatMap((handling): Part[] =>
    handling.arenden.length === 0
      ? [{ handling, arende: null }]
      : handling.arenden.map((arende) => ({ handling, arende })),
  );
  const isSecret = (part: Part): boolean =>
    (part.arende?.sekretess ?? null) !== null || known.has(idOf(part));
  const keys = new Set(all.filter(isSecret).flatMap(keysOf));
  return new Set(all.filter((one) => isSecret(one) || keysOf(one).some((key) => keys.has(key))).map(idOf));
}

/** What a matter has of a handling: an ärende of it, or all of one that has none. */
interface Part {
  handling: Handling;
  arende: Arende | null;
}

const idOf = ({ handling, arende }: Part): string => (arende ?? handling).id;

const keysOf = ({ handling, arende }: Part): string[] =>
  matterKeysOf({
    huvudman: handling.huvudman,
    nummer: arende?.diarienummer ?? handling.diarienummer,
    om: arende?.rubrik ?? handling.rubrik,
  });

/** Words of what is secret that may be names, but for those who sit at the table, and whose the record is. */
export function secretWords(record: FileRecord, secret: Hemliga): ReadonlySet<string> {
  const open = new Set(
    record.handlingar
      .filter(({ id }) => !secret.has(id))
      .flatMap(({ huvudman, organ, avsandare, undertecknare, justerare, narvaro }) =>
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
  const told = record.handlingar.flatMap((handling) => [
    ...(secret.has(handling.id)
      ? [handling.rubrik, handling.avsandare, ...handling.undertecknare.map(({ namn }) => namn)]
      : []),
    ...handling.arenden
      .filter(({ id }) => secret.has(id))
      .flatMap((arende) => [
        arende.rubrik ?? handling.rubrik,
        ...[...arende.forslag, ...arende.beslut].flatMap(({ text, ledtext }) => [text, ledtext]),
        ...arende.expediering.map(({ mottagare }) => mottagare),
        ...arende.underlag.map(({ text }) => text),
      ]),
  ]);
  // one who is open opens a sentence too
  return new Set(
    told.flatMap((text) => nameWords(text ?? '')).filter((word) => !open.has(word.replace(/^\^/u, ''))),
  );
}

/**
 * Whether what is secret may stand on the page: those of a letter in a secret matter and of a secret §, and in a file that
 * has any, pages of no ärende, but for what comes before the first § of minutes or notices.
 */
export function isSecretPage({ handlingar }: FileRecord, page: number, secret: Hemliga): boolean {
  if (secret.size === 0) return false;
  const here = handlingar.filter(({ pages }) => pages[0] <= page && page <= pages[1]);
  if (here.some((handling) => isOfSecret(handling, page, secret))) return true;
  return here.every((handling) => isAppended(handling, page));
}

function isOfSecret({ id, kind, arenden }: Handling, page: number, secret: Hemliga): boolean {
  if (secret.has(id)) return true;
  const ofMeeting = kind === 'protokoll' || kind === 'kallelse';
  return arenden.some(
    (arende, i) =>
      secret.has(arende.id) &&
      // the last § may go on over pages that nothing is read of
      (!ofMeeting ||
        (arende.pages[0] <= page && page <= (arenden[i + 1]?.pages[0] ?? Number.POSITIVE_INFINITY))),
  );
}

const isAppended = ({ kind, arenden }: Handling, page: number): boolean =>
  kind === 'annat' || (arenden.length > 0 && page > Math.max(...arenden.map(({ pages }) => pages[1])));
