/** A database and blobs of different installations are never taken for one. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requireSamhorighet } from '../../../engine/stores/belonging.ts';
import { databasePath, openBlobsOf, openStore, openStores } from '../../../engine/stores/index.ts';
import type { Blobs } from '../../../store/blobs.ts';
import { openFsBlobs } from '../../../store/fs/blobs.ts';
import type { Store } from '../../../store/store.ts';

const platser = { database: 'databasen', blobs: 'lagret' };
const OTHERS = { name: 'Problem', code: 'other-installation' };
const UNKNOWN = { name: 'Problem', code: 'blobs-unknown' };

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-samhorighet-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(base, 'home-'));
});

/** A place for blobs with nothing in it. */
const emptyPlace = (): Blobs => openFsBlobs(mkdtempSync(join(base, 'lager-')));
const marked = (folder: string): string => join(folder, 'blobs', 'installation.json');

async function withStore<T>(work: (store: Store) => Promise<T>, of: string = home): Promise<T> {
  const store = await openStore({ home: of });
  return work(store).finally(() => store.close());
}

async function takeIn(store: Store, blobs: Blobs, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const { sha256 } = await blobs.put(new TextEncoder().encode(text));
    await store.offerFile(`/${text}.txt`, sha256);
  }
}

/** An installation with files, at rest. */
async function installation(of: string, ...texts: string[]): Promise<void> {
  const { store, blobs, close } = await openStores({ home: of });
  await takeIn(store, blobs, ...texts);
  await close();
}

/** As the versions before this have left it. */
function forget(of: string): void {
  const sqlite = new Sqlite(databasePath(of));
  sqlite.exec("delete from meta where key in ('installation', 'fillager')");
  sqlite.close();
}

describe('an installation', () => {
  it('is marked at its first start, before it has a file, and opens ever after', async () => {
    for (let start = 0; start < 3; start++) await (await openStores({ home })).close();
    const { installation: id } = JSON.parse(readFileSync(marked(home), 'utf8'));
    expect(await withStore((store) => store.installation())).toBe(id);
  });

  it('of an older version is marked at its first start of this one', async () => {
    await installation(home, 'ett', 'två');
    forget(home);
    rmSync(marked(home));
    await (await openStores({ home })).close();
    expect(readFileSync(marked(home), 'utf8')).toBe(await withStore((store) => store.fillager()));
  });

  it('goes on where it was killed, wherever that was', async () => {
    // the database has an id, and no more
    await withStore((store) => store.installation());
    await (await openStores({ home })).close();
    // the blobs are marked, and the database has not noted it
    const other = mkdtempSync(join(base, 'other-'));
    await withStore(async (store) => {
      const blobs = openFsBlobs(join(other, 'blobs'));
      await blobs.putMarke(JSON.stringify({ installation: await store.installation(), lager: 'a' }));
    }, other);
    await (await openStores({ home: other })).close();
    expect(await withStore((store) => store.fillager(), other)).toBe(readFileSync(marked(other), 'utf8'));
  });

  it('is opened by many at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => openStores({ home })));
    const marks = await Promise.all(all.map(({ blobs }) => blobs.marke()));
    expect(new Set(marks).size).toBe(1);
    for (const { close } of all) await close();
  });
});

describe('another place for blobs', () => {
  it('that is empty is refused, also before the first file, with what to do', async () => {
    await installation(home);
    await withStore(async (store) => {
      const blobs = emptyPlace();
      await expect(requireSamhorighet({ store, blobs }, platser)).rejects.toMatchObject(UNKNOWN);
      expect(await blobs.marke()).toBeNull();
      await takeIn(store, openFsBlobs(join(home, 'blobs')), 'ett');
      const refused = requireSamhorighet({ store, blobs }, platser);
      await expect(refused).rejects.toThrow(
        /ett annat fillager än lagret: det den känner till finns inte där\. Rätta/,
      );
      // and when it is meant so after all, as it says
      const [, content] =
        (await refused.catch((error: Error) => /innehållet (\{.*?\})/.exec(error.message))) ?? [];
      await blobs.putMarke(`${content}\n`);
      await requireSamhorighet({ store, blobs }, platser);
    });
  });

  it('that is empty is refused to a database of an older version that has files', async () => {
    await installation(home, 'ett');
    forget(home);
    const blobs = emptyPlace();
    await withStore((store) =>
      expect(requireSamhorighet({ store, blobs }, platser)).rejects.toMatchObject(UNKNOWN),
    );
    expect(await blobs.marke()).toBeNull();
  });

  it('that is another’s is refused, though one file is in both', async () => {
    const other = mkdtempSync(join(base, 'other-'));
    await installation(home, 'ett', 'samma');
    await installation(other, 'två', 'samma');
    const theirs = openFsBlobs(join(home, 'blobs'));
    await withStore(async (store) => {
      await expect(requireSamhorighet({ store, blobs: theirs }, platser)).rejects.toMatchObject(OTHERS);
    }, other);
  });

  it('of two that are met at the same moment is found out', async () => {
    await withStore(async (store) => {
      const ends = await Promise.allSettled(
        [emptyPlace(), emptyPlace()].map((blobs) => requireSamhorighet({ store, blobs }, platser)),
      );
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });
});

describe('another database', () => {
  it('that is new is refused, until the mark is taken away', async () => {
    await installation(home, 'ett');
    for (const end of ['', '-wal', '-shm']) rmSync(`${databasePath(home)}${end}`, { force: true });
    const opening = openStores({ home });
    await expect(opening).rejects.toMatchObject(OTHERS);
    await expect(opening).rejects.toThrow(
      /hör till en annan Expediera än databasen .*ta först bort installation\.json/,
    );
    await withStore(async (store) => {
      await expect(
        requireSamhorighet({ store, blobs: openFsBlobs(join(home, 'blobs')) }, platser),
      ).rejects.toMatchObject(OTHERS);
    });
    rmSync(marked(home));
    await (await openStores({ home })).close();
  });

  it('of the same installation, from before it was marked, is let in by its files', async () => {
    await installation(home, 'ett', 'två', 'tre');
    const before = readFileSync(marked(home), 'utf8');
    forget(home);
    await (await openStores({ home })).close();
    expect(await withStore((store) => store.fillager())).toBe(before);
  });

  it('of another one that has read some of the same files is not', async () => {
    await installation(home, 'samma', 'ett');
    const other = mkdtempSync(join(base, 'other-'));
    await installation(other, 'samma', 'två', 'tre');
    forget(other);
    await withStore(async (store) => {
      const blobs = openFsBlobs(join(home, 'blobs'));
      await expect(requireSamhorighet({ store, blobs }, platser)).rejects.toMatchObject(OTHERS);
    }, other);
  });
});

it('those who only read are refused as well, and mark nothing', async () => {
  const other = mkdtempSync(join(base, 'other-'));
  await installation(home, 'ett');
  await installation(other, 'två');
  await withStore(async (store) => {
    await openBlobsOf(store, { home });
    await expect(openBlobsOf(store, { home: other })).rejects.toMatchObject(OTHERS);
    const nowhere = mkdtempSync(join(base, 'nowhere-'));
    const blobs = await openBlobsOf(store, { home: nowhere });
    expect(await blobs.marke()).toBeNull();
  });
});
