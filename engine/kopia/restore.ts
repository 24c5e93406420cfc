/**
 * Puts a copy into an empty home. Nothing of it is used before all of it is there and checked, and nothing leaves the house
 * by it until a person has said so: what was sent since the copy was made is not in it.
 */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { catchUp } from '../../activities/index.ts';
import { WORDS_FILE } from '../../config/words.ts';
import { wayOf } from '../../diarium/way/index.ts';
import type { Fyllning } from '../../store/avbild.ts';
import { FILLAGER } from '../../store/sql/installation.ts';
import type { Store } from '../../store/store.ts';
import { accountName } from '../home/account.ts';
import { HomeInUse, type HomeLock, lockHome, processOf } from '../home/lock.ts';
import { Problem } from '../problem.ts';
import { idOf, mark, markeOf, others } from '../stores/belonging.ts';
import { databaseHealth } from '../stores/health.ts';
import { openBlobs, openStore, platserOf, type StoresSettings } from '../stores/index.ts';
import { writeWhole } from './files.ts';
import { damaged, type Manifest } from './manifest.ts';
import { CONFIG_FILE, I_HEMMET, withoutPlaces } from './of-home.ts';
import { readKopia } from './read.ts';
import { isHalfRestored, isRoomFor, openFyllning, removeHalfRestored } from './stores.ts';

export interface Aterstalld {
  manifest: Manifest;
  /** Channels that were on, and are off now: name and huvudman. */
  avstangda: { huvudman: string | null; namn: string }[];
  /** Deliveries that were on their way or waited when the copy was made. */
  ejLevererade: number;
  arenden: number;
}

export interface RestoreOptions {
  now?: () => Date;
  onProgress?: (rader: number, blobar: number) => void;
  /** Told in a line what is being done. */
  say?: (line: string) => void;
}

/** Who is said to have switched the channels off. */
const AV = 'expediera aterstall';

/**
 * Restores a copy where the settings say that things are kept. Throws Problem "home-not-empty", "home-in-use", "no-copy",
 * "copy-newer", "copy-damaged", "other-installation", "restore-under-way"; then nothing is restored.
 */
export async function aterstall(
  settings: StoresSettings,
  path: string,
  options: RestoreOptions = {},
): Promise<Aterstalld> {
  const { say = () => {} } = options;
  const lock = lockEmpty(settings.home);
  try {
    const before = (await databaseHealth(settings))?.fillager ?? null;
    await beginAnew(settings);
    let fyllning: Fyllning | null = null;
    try {
      const kopia = resolve(path);
      const hem = new Map<string, Buffer>();
      const blobs = await openBlobs(settings);
      const marke = await markeOf(blobs);
      const filled = (): Fyllning => fyllning as Fyllning;
      const manifest = await readKopia(kopia, {
        om: async ({ schema, installation }) => {
          // where others keep their files nothing is mixed in: they may be its own, or those of this empty database
          if (marke !== null && marke !== before && idOf(marke) !== installation)
            throw others(platserOf(settings));
          fyllning = await openFyllning(settings, { schema, kopia });
          if (marke !== null) await fyllning.insert('meta', [{ key: FILLAGER, value: marke }]);
        },
        rader: (table, rows) => filled().insert(table, rows),
        blob: (key, chunks) => blobs.putKey(key, chunks),
        hem: async (file, bytes) => void hem.set(file, bytes),
        ...(options.onProgress && { onProgress: options.onProgress }),
      });
      for (const [table, { rader }] of Object.entries(manifest.tabeller)) {
        if ((await filled().count(table)) !== rader)
          throw damaged({ sv: `tabellen ${table}`, en: `the table ${table}` }, 'rader saknas');
      }
      say('Räknar fram ärendenas vägar …');
      const store = await filled().finish();
      await catchUp({ store, wayOf });
      const avstangda = await switchOff(store);
      await store.noteHandelse({
        ...{ av: accountName(), vad: 'aterstallning' },
        uppgifter: { kopia, gjord: manifest.skapad, avstangda: avstangda.map(({ namn }) => namn) },
      });
      const told = { manifest, avstangda, ...(await tell(store)) };
      await putHome(settings.home, hem, say);
      if (marke === null) await mark({ store, blobs }, platserOf(settings));
      await filled().release();
      return told;
    } catch (error) {
      await (fyllning as Fyllning | null)?.close();
      fyllning = null;
      await removeHalfRestored(settings);
      if (before !== null) await keepMark(settings, before);
      // the home was empty: what is in it now came from this copy
      await rm(join(settings.home, 'blobs'), { recursive: true, force: true });
      throw error;
    } finally {
      await (fyllning as Fyllning | null)?.close();
    }
  } finally {
    lock.release();
  }
}

function lockEmpty(home: string): HomeLock {
  try {
    return lockHome(home);
  } catch (error) {
    if (!(error instanceof HomeInUse)) throw error;
    throw new Problem(
      'home-in-use',
      `${home} används redan av ${processOf(error.holder)}. En kopia återställs bara dit där inget finns: ange en tom mapp med --home eller EXPEDIERA_HOME. / The home is in use.`,
    );
  }
}

/** Settings that were put there before say where things are kept here, and stay. */
async function putHome(home: string, hem: Map<string, Buffer>, say: (line: string) => void): Promise<void> {
  for (const [file, bytes] of hem) {
    const path = join(home, file);
    if (existsSync(path)) continue;
    // those of an older copy still name the places of the machine that it was made on
    const config = file === CONFIG_FILE ? withoutPlaces(bytes) : null;
    await writeWhole(path, [config?.bytes ?? bytes]);
    if (config !== null && config.words !== null && !hem.has(WORDS_FILE)) {
      say(
        `Filen med egna ord (${config.words}) är inte med i kopian. Lägg den i ${home} med namnet ${WORDS_FILE} innan Expediera startas. / The copy lacks the file of words.`,
      );
    }
  }
}

/** An empty database on a server goes on being that of its blobs. One in the home is gone, with them. */
async function keepMark(settings: StoresSettings, marke: string): Promise<void> {
  if (settings.database === undefined) return;
  const store = await openStore(settings);
  await store.noteFillager(marke).finally(() => store.close());
}

/** What a restoring that was broken off has left is begun anew; anything else is somebody's. */
async function beginAnew(settings: StoresSettings): Promise<void> {
  const { home } = settings;
  const half = await isHalfRestored(settings);
  if (half) await removeHalfRestored(settings);
  if (!(await isRoomFor(settings))) throw notEmpty(home, 'där finns redan en databas');
  const ours = [...I_HEMMET, 'lock', ...(half ? ['blobs'] : [])];
  const strange = (await readdir(home)).filter((name) => !ours.includes(name.replace(/\.ofardig$/u, '')));
  const [first] = strange;
  if (first !== undefined) throw notEmpty(home, `där finns redan ${basename(first)}`);
  await rm(join(home, 'blobs', 'tmp'), { recursive: true, force: true });
}

const notEmpty = (home: string, why: string): Problem =>
  new Problem(
    'home-not-empty',
    `${home} är inte tom: ${why}. En kopia återställs bara dit där inget finns: ange en tom mapp med --home eller EXPEDIERA_HOME. / The home is not empty.`,
  );

/** Each is tried out and approved by a person before it sends again. */
async function switchOff(store: Store): Promise<Aterstalld['avstangda']> {
  const on = (await store.kanaler()).filter(({ slag, lage }) => slag !== 'inkorg' && lage !== 'av');
  for (const { huvudman, namn } of on) await store.setKanalLage({ huvudman, namn }, 'av', AV);
  return on.map(({ huvudman, namn }) => ({ huvudman, namn }));
}

async function tell(store: Store): Promise<Pick<Aterstalld, 'ejLevererade' | 'arenden'>> {
  const rows = await store.leveranser();
  const { arenden } = await store.status();
  return { ejLevererade: rows.filter(({ status }) => status !== 'levererad').length, arenden };
}
