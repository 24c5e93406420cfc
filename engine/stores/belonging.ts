/**
 * Whether a database and a place for blobs belong to the same installation. A worker that was given another bucket, or
 * another database, than the rest would not find the files, or note them where nobody looks.
 *
 * The database has an id; the blobs have a mark that says that id and one of its own; and the database notes the mark that it
 * has met first. So also of two that took an empty bucket each, at the same moment, one is found out.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { MARKE } from '../../store/blob-names.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import { Problem } from '../problem.ts';

export interface Samhoriga {
  store: Pick<Store, 'installation' | 'fillager' | 'noteFillager' | 'nagraFiler'>;
  blobs: Pick<Blobs, 'marke' | 'putMarke' | 'has'>;
}

/** What the two places are called, for people; no passwords. */
export interface Platser {
  database: string;
  blobs: string;
}

const markeSchema = z.object({ installation: z.string(), lager: z.string() });
type Marke = z.output<typeof markeSchema>;

/** Files of the database that are looked for where there is no mark, or another's. */
const SAMPLE = 20;

/**
 * Holds the two against each other, and marks blobs that have no mark yet: those of an empty database, or where most of what the
 * database knows is found. Throws Problem "other-installation" or "blobs-unknown" where they do not belong together.
 */
export async function requireSamhorighet({ store, blobs }: Samhoriga, platser: Platser): Promise<void> {
  // before the database is asked: who marks has an id by then
  const there = await markeOf(blobs);
  const noted = await store.fillager();
  if (there !== null && there === noted) return;
  if (there === null) {
    const known = await look(store, blobs);
    // a database that has met its blobs is not content with an empty place, even before its first file
    if (known === 'found' || (known === 'new' && noted === null)) return mark({ store, blobs }, platser);
    // unless another process has marked it this moment
    if (noted === null || (await markeOf(blobs)) !== noted)
      throw unknown(platser, noted ?? (await newMarke(store)));
    return;
  }
  const mine = idOf(there) === (await store.installation()) || (await look(store, blobs)) === 'found';
  if (noted !== null || !mine || (await store.noteFillager(there)) !== there) throw others(platser);
}

/** Marks blobs that have no mark yet as those of the database. Throws Problem "other-installation" where another was first. */
export async function mark({ store, blobs }: Samhoriga, platser: Platser): Promise<void> {
  const kept = await blobs.putMarke((await store.fillager()) ?? (await newMarke(store)));
  if ((await store.noteFillager(kept.trim())) !== kept.trim()) throw others(platser);
}

const newMarke = async (store: Samhoriga['store']): Promise<string> =>
  JSON.stringify({ installation: await store.installation(), lager: randomUUID() } satisfies Marke);

/** The mark, whatever editor a person may have written it with; null: none. */
export const markeOf = async (blobs: Pick<Blobs, 'marke'>): Promise<string | null> =>
  (await blobs.marke())?.trim() ?? null;

/** The same for those who only read: nothing is marked, and what has no mark yet is let pass. */
export async function refuseOthers({ store, blobs }: Samhoriga, platser: Platser): Promise<void> {
  refuseOthersMark(await markeOf(blobs), await store.fillager(), platser);
}

/** The same by what was read of the two. */
export function refuseOthersMark(there: string | null, noted: string | null, platser: Platser): void {
  if (there !== null && noted !== null && there !== noted) throw others(platser);
}

/** The id of the installation that a database which has met its blobs belongs to: restored beside them, it is theirs. */
export async function installationOf(store: Pick<Store, 'installation' | 'fillager'>): Promise<string> {
  return idOf((await store.fillager()) ?? '') ?? store.installation();
}

/** The installation that a mark names; null: it is no mark of ours. */
export function idOf(marke: string): string | null {
  try {
    return markeSchema.parse(JSON.parse(marke)).installation;
  } catch {
    return null;
  }
}

/** Whether most of the files that the database knows are there; "new": it knows none. */
async function look(
  store: Samhoriga['store'],
  blobs: Samhoriga['blobs'],
): Promise<'found' | 'missing' | 'new'> {
  const ids = await store.nagraFiler(SAMPLE);
  if (ids.length === 0) return 'new';
  const found = (await Promise.all(ids.map((id) => blobs.has(id)))).filter(Boolean);
  return found.length * 2 >= ids.length ? 'found' : 'missing';
}

export const others = ({ database, blobs }: Platser): Problem =>
  new Problem(
    'other-installation',
    `Filerna i ${blobs} hör till en annan Expediera än databasen ${database}. Rätta inställningen blobs eller database, så ` +
      'att de är desamma som hos de andra. Ska en ny, tom databas med flit ta över filerna: ta först bort ' +
      `${MARKE} där de ligger. / The blobs belong to another installation than the database.`,
  );

const unknown = ({ database, blobs }: Platser, marke: string): Problem =>
  new Problem(
    'blobs-unknown',
    `Databasen ${database} hör ihop med ett annat fillager än ${blobs}: det den känner till finns inte där. Rätta ` +
      'inställningen blobs eller database, se efter att disken är ansluten, eller återställ en säkerhetskopia. Är det ' +
      `ändå rätt plats: lägg dit en fil ${MARKE} med innehållet ${marke} / What the database knows is not there.`,
  );
