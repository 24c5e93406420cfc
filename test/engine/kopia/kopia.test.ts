/** A copy made while everything is there, restored into an empty home: the same answers, or none. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { pack } from 'tar-stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadSettings } from '../../../config/load.ts';
import { MANIFEST, type Manifest } from '../../../engine/kopia/manifest.ts';
import { readKopia } from '../../../engine/kopia/read.ts';
import { aterstall } from '../../../engine/kopia/restore.ts';
import { openFyllning } from '../../../engine/kopia/stores.ts';
import { sakerhetskopiera } from '../../../engine/kopia/write.ts';
import type { Problem } from '../../../engine/problem.ts';
import { openBlobs, openStore, openStores } from '../../../engine/stores/index.ts';
import { sha256Of } from '../../../extraction/ids.ts';
import { fillHome, told } from './full-home.ts';

const now = () => new Date('2031-06-01T10:00:00Z');
const options = { program: '0.1.0', now, skapaMapp: true };

let base: string;
let home: string;
let before: Awaited<ReturnType<typeof told>>;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'expediera-kopia-'));
  home = join(base, 'home');
  await fillHome(home);
  await writeFile(join(home, 'config.json'), '{"huvudman": "Ekbacka kommun", "database": "postgres://x"}');
  await writeFile(join(home, 'ord.json'), '{"furniture": ["Diariets stämpel"]}');
  const store = await openStore({ home });
  before = await told(store);
  await store.close();
});
afterAll(() => rm(base, { recursive: true }));

let there: string;
let fresh: string;
beforeEach(async () => {
  there = await mkdtemp(join(base, 'there-'));
  fresh = join(there, 'fresh');
});
afterEach(() => rm(there, { recursive: true }));

async function allOf<T>(items: AsyncIterable<T> | undefined): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items ?? []) all.push(item);
  return all;
}

const copyTo = (name: string) => sakerhetskopiera({ home }, join(there, name), options);
const restored = async (kopia: string) => {
  const done = await aterstall({ home: fresh }, kopia);
  const stores = await openStores({ home: fresh });
  const answers = await told(stores.store);
  await stores.close();
  return { done, answers };
};
/** Nothing that a person could take for a restored installation, or that stands in the way of the next try. */
const nothingIn = async (folder: string) => expect(await readdir(folder)).toEqual([]);

describe.each(['kopia.tar', 'mapp'])('a copy in %s', (name) => {
  test('gives all answers again, but for channels, which are off', async () => {
    const { manifest } = await copyTo(name);
    expect(manifest).toMatchObject({ skapad: '2031-06-01T10:00:00.000Z', skadade: [] });
    // there is something of everything to lose
    const empty = Object.entries(manifest.tabeller).filter(([, { rader }]) => rader === 0);
    expect(empty.map(([table]) => table)).toEqual(['granskade', 'paminnelser']);
    const { done, answers } = await restored(join(there, name));
    const { kanaler, kanalhandelser, leveranser, ...rest } = answers;
    const { kanaler: on, kanalhandelser: events, leveranser: sent, ...same } = before;
    expect(rest).toEqual(same);
    expect(leveranser).toEqual(sent);
    expect(done.avstangda.map(({ namn }) => namn)).toEqual(['Arkivet', 'Badhuset']);
    expect(done.ejLevererade).toBe(1);
    expect(on.map(({ lage }) => lage)).toEqual(['prov', 'pa']);
    expect(kanaler.map(({ lage, andradAv }) => [lage, andradAv])).toEqual(
      Array(2).fill(['av', 'expediera aterstall']),
    );
    expect(kanalhandelser.slice(0, events.length)).toEqual(events);
  });

  test('stands when the log cannot tell of it', async () => {
    if (name === 'mapp') await copyTo(name); // which the next one replaces
    const sqlite = new Sqlite(join(home, 'expediera.db'));
    sqlite.exec(
      `create trigger full before insert on handelser begin select raise(abort, 'disken är full'); end`,
    );
    try {
      expect(await copyTo(name)).toMatchObject({ ejNoterad: 'disken är full' });
    } finally {
      sqlite.exec('drop trigger full');
      sqlite.close();
    }
    expect((await restored(join(there, name))).answers.records).toEqual(before.records);
  });

  test('has every blob, and settings without where things are kept', async () => {
    await copyTo(name);
    await aterstall({ home: fresh }, join(there, name));
    const [from, to] = await Promise.all([openBlobs({ home }), openBlobs({ home: fresh })]);
    const keys = await allOf(from.keys());
    expect((await allOf(to.keys())).sort()).toEqual(keys.sort());
    const [derived] = keys.filter((key) => key.endsWith('/opened.json'));
    const bytes = async (blobs: typeof from) =>
      Buffer.concat(await allOf((await blobs.openKey(derived as string))?.chunks));
    expect(await bytes(to)).toEqual(await bytes(from));
    expect(JSON.parse(await readFile(join(fresh, 'config.json'), 'utf8'))).toEqual({
      huvudman: 'Ekbacka kommun',
    });
    expect(await readFile(join(fresh, 'ord.json'), 'utf8')).toContain('stämpel');
    expect((await readdir(fresh)).sort()).toEqual(['blobs', 'config.json', 'expediera.db', 'ord.json']);
  });

  test('is refused when a part of it is damaged, which is named', async () => {
    await copyTo(name);
    const kopia = join(there, name);
    await damage(kopia, name.endsWith('.tar'));
    await expect(readKopia(kopia)).rejects.toMatchObject({
      code: 'copy-damaged',
      message: expect.stringMatching(/blobs\/sha256\/.*annat än det var/u),
    });
    await expect(aterstall({ home: fresh }, kopia)).rejects.toMatchObject({ code: 'copy-damaged' });
    await nothingIn(fresh);
  });

  test('tells what was damaged already, and has the rest', async () => {
    const broken = join(there, 'broken');
    await cp(home, broken, { recursive: true });
    const [one, two] = (await allOf((await openBlobs({ home })).keys())).filter((key) =>
      key.startsWith('sha256/'),
    ) as [string, string];
    await writeFile(join(broken, 'blobs', one), 'something else');
    await rm(join(broken, 'blobs', two));
    const { manifest } = await sakerhetskopiera({ home: broken }, join(there, name), options);
    const sha256 = (key: string) => key.replace('sha256/', '').replace('/', '');
    expect(manifest.skadade).toEqual([one, two].map(sha256).sort());
    const { answers } = await restored(join(there, name));
    expect(answers.status).toEqual(before.status);
  });
});

/** Changes one byte in the middle of a file that was taken in. */
async function damage(kopia: string, isTar: boolean): Promise<void> {
  let path = kopia;
  if (!isTar) {
    const [first] = (await readdir(join(kopia, 'blobs'), { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile() && entry.parentPath.includes('sha256'),
    );
    path = join(first?.parentPath ?? '', first?.name ?? '');
  }
  const bytes = await readFile(path);
  const at = isTar ? bytes.indexOf('%PDF-') + 300 : 5;
  bytes[at] = (bytes[at] as number) ^ 1;
  await writeFile(path, bytes);
}

describe('a copy', () => {
  test('that ends too early is none, wherever it ends', async () => {
    await copyTo('hel.tar');
    const bytes = await readFile(join(there, 'hel.tar'));
    // also where only the last part is missing, or half of it
    const last = bytes.lastIndexOf(MANIFEST);
    for (const length of [300, 5_000, bytes.length / 2, last, last + 1_000]) {
      await writeFile(join(there, 'kort.tar'), bytes.subarray(0, Math.floor(length)));
      await expect(aterstall({ home: fresh }, join(there, 'kort.tar'))).rejects.toMatchObject({
        code: 'copy-damaged',
      });
      await nothingIn(fresh);
    }
  });

  test('with a row less is refused', async () => {
    const { manifest } = await copyTo('mapp');
    const path = join(there, 'mapp', MANIFEST);
    const told = JSON.parse(await readFile(path, 'utf8')) as typeof manifest;
    await writeFile(path, JSON.stringify({ ...told, blobar: told.blobar + 1 }));
    await expect(readKopia(join(there, 'mapp'))).rejects.toMatchObject({ code: 'copy-damaged' });
    await writeFile(path, JSON.stringify({ ...told, format: 2 }));
    await expect(readKopia(join(there, 'mapp'))).rejects.toMatchObject({ code: 'copy-newer' });
  });

  test('lacks a blob that is gone from the folder: it is named', async () => {
    await copyTo('mapp');
    const { sha256 } = before.files.find(({ status }) => status === 'done') as { sha256: string };
    await rm(join(there, 'mapp/blobs/sha256', sha256.slice(0, 2), sha256.slice(2)));
    await expect(readKopia(join(there, 'mapp'))).rejects.toMatchObject({
      message: expect.stringContaining(sha256.slice(2)),
    });
  });

  test('in a folder is added to, and stays what it was until the next one is whole', async () => {
    await copyTo('mapp');
    const first = await readFile(join(there, 'mapp', MANIFEST), 'utf8');
    const again = await copyTo('mapp');
    expect(again.nyaByte).toBe(0);
    expect(await readFile(join(there, 'mapp', MANIFEST), 'utf8')).not.toBe(first);
    expect((await readdir(join(there, 'mapp'))).length).toBe(3);
    // the third comes to no end: its blobs cannot be read
    const broken = join(there, 'broken');
    await cp(home, broken, { recursive: true });
    await rm(join(broken, 'blobs'), { recursive: true });
    await writeFile(join(broken, 'blobs'), 'no folder');
    await expect(sakerhetskopiera({ home: broken }, join(there, 'mapp'), options)).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
    await readKopia(join(there, 'mapp'));
    await expect(sakerhetskopiera({ home: broken }, join(there, 'ny.tar'), options)).rejects.toThrow();
    expect((await readdir(there)).filter((name) => name.startsWith('ny.tar'))).toEqual([]);
    expect((await restored(join(there, 'mapp'))).answers.matters).toEqual(before.matters);
  });

  test('is not written over, into its own home, or among other files', async () => {
    await copyTo('hel.tar');
    await expect(copyTo('hel.tar')).rejects.toMatchObject({ code: 'copy-in-the-way' });
    await mkdir(join(there, 'annat'));
    await writeFile(join(there, 'annat', 'brev.txt'), 'x');
    await expect(copyTo('annat')).rejects.toMatchObject({ code: 'copy-in-the-way' });
    await expect(sakerhetskopiera({ home }, join(home, 'k.tar'), options)).rejects.toMatchObject({
      code: 'copy-in-home',
    });
    await expect(sakerhetskopiera({ home: fresh }, join(there, 'k.tar'), options)).rejects.toMatchObject({
      code: 'nothing-to-copy',
    });
  });

  test('is made only where there is a folder: a disk that is not mounted is no place', async () => {
    const careful = { program: '0.1.0', now };
    const disk = join(there, 'disk');
    for (const kopia of [join(disk, 'kopia.tar'), join(disk, 'mapp')]) {
      await expect(sakerhetskopiera({ home }, kopia, careful)).rejects.toMatchObject({
        code: 'copy-nowhere',
        message: expect.stringMatching(/disk(?:\/mapp)? finns inte\. .*--skapa-mapp/u),
      });
    }
    // the place where it would be mounted is an empty folder
    await mkdir(disk);
    await expect(sakerhetskopiera({ home }, join(disk, 'mapp'), careful)).rejects.toMatchObject({
      code: 'copy-nowhere',
    });
    expect(await readdir(disk)).toEqual([]);
    await writeFile(join(there, 'fil.zip'), 'x');
    await expect(sakerhetskopiera({ home }, join(there, 'fil.zip'), options)).rejects.toMatchObject({
      message: expect.stringContaining('fil.zip är ingen mapp.'),
    });
    await sakerhetskopiera({ home }, join(disk, 'kopia.tar'), careful);
    await readKopia(join(disk, 'kopia.tar'));
    await sakerhetskopiera({ home }, join(there, 'ny/mapp'), options);
    await sakerhetskopiera({ home }, join(there, 'ny/mapp'), careful);
    await readKopia(join(there, 'ny/mapp'));
  });

  test('is told from what is none, and one of each kind says so', async () => {
    const at = (name: string) => join(there, name);
    const said = async (path: string) => {
      const { code, message } = (await readKopia(path).catch(
        (error: Problem) => error as Problem,
      )) as Problem;
      // a language on each side
      const [sv = '', en = ''] = message.split(' / ');
      expect(sv).not.toMatch(/copy|folder/u);
      expect(en.replace(/\S*[/.]\S+|Expediera/gu, '')).not.toMatch(/[åäö]|fil\b|efter|tabell/u);
      return [code, sv.replace(path, 'X')];
    };
    const none = [
      'no-copy',
      'X är ingen säkerhetskopia. Ange en fil eller mapp som sakerhetskopiera har gjort.',
    ];
    expect(await said(at('saknas.tar'))).toEqual([
      'no-copy',
      'X finns inte. Se efter namnet, och att disken är inkopplad.',
    ]);
    const zip = pack();
    zip.entry({ name: 'brev.txt' }, 'Hej!');
    zip.finalize();
    await writeFile(at('annan.tar'), Buffer.concat(await allOf<Buffer>(zip as never)));
    await writeFile(at('brev.txt'), 'Hej!\n'.repeat(1_000));
    await writeFile(at('tom.tar'), '');
    await writeFile(at('arkiv.zip'), Buffer.from('504b0304140000000800', 'hex'));
    await mkdir(at('tom'));
    await mkdir(at('brev'));
    await writeFile(at('brev/brev.txt'), 'Hej!');
    for (const name of ['annan.tar', 'brev.txt', 'tom.tar', 'arkiv.zip', 'tom', 'brev']) {
      expect(await said(at(name)), name).toEqual(none);
    }
    await copyTo('mapp');
    await rm(at('mapp/kopia.json'));
    expect((await said(at('mapp'))).join()).toContain('ingen färdig säkerhetskopia: den blev avbruten');
    const { manifest } = await copyTo('hel.tar');
    const bytes = await readFile(at('hel.tar'));
    await writeFile(at('kort.tar'), bytes.subarray(0, 300));
    expect(await said(at('kort.tar'))).toEqual([
      'copy-damaged',
      'Kopian är skadad: filens början: den går inte att läsa vidare. Ta en annan kopia.',
    ]);
    await copyTo('mapp');
    const path = at('mapp/kopia.json');
    const told = JSON.parse(await readFile(path, 'utf8')) as typeof manifest;
    (told.tabeller.files as { rader: number }).rader += 1;
    await writeFile(path, JSON.stringify(told));
    expect((await said(at('mapp')))[1]).toContain('Kopian är skadad: tabellen files: den är inte hel.');
  });

  test('is of one moment, whatever is written meanwhile', async () => {
    const busy = join(there, 'busy');
    await cp(home, busy, { recursive: true });
    const { store, blobs, close } = await openStores({ home: busy });
    let n = 0;
    let copying = true;
    const writing = (async () => {
      while (copying) {
        const { sha256 } = await blobs.put(new TextEncoder().encode(`under tiden ${++n}`));
        await store.offerFile(`/in/under-tiden-${n}`, sha256);
      }
    })();
    const { manifest } = await sakerhetskopiera({ home: busy }, join(there, 'k.tar'), options);
    copying = false;
    await writing;
    await close();
    expect(manifest.tabeller.contents?.rader).toBe(manifest.tabeller.files?.rader);
    await readKopia(join(there, 'k.tar'));
  });
});

describe('restoring', () => {
  test('goes only where nothing is', async () => {
    await copyTo('hel.tar');
    await expect(aterstall({ home }, join(there, 'hel.tar'))).rejects.toMatchObject({
      code: 'home-not-empty',
    });
    const strange = join(there, 'strange');
    await mkdir(strange);
    await writeFile(join(strange, 'brev.txt'), 'x');
    await expect(aterstall({ home: strange }, join(there, 'hel.tar'))).rejects.toMatchObject({
      message: expect.stringContaining('brev.txt'),
    });
    expect(await readdir(strange)).toEqual(['brev.txt']);
  });

  test('has the words that lay outside the home, and names no place of the old machine', async () => {
    const own = join(there, 'own');
    await cp(home, own, { recursive: true });
    // the file in the home is not the one in use
    const words = join(there, 'etc', 'vara-ord.json');
    await mkdir(join(there, 'etc'));
    await writeFile(words, '{"headings": {"forslag": ["Handläggarens bud"]}}');
    const config = {
      huvudman: 'Ekbacka kommun',
      words,
      databasePasswordFile: '/etc/hemlig',
      fileSeconds: 30,
    };
    await writeFile(join(own, 'config.json'), JSON.stringify(config));
    const { databasePasswordFile: _, ...used } = loadSettings({ home: own }, {});
    await sakerhetskopiera(used, join(there, 'k.tar'), options);
    await rm(join(there, 'etc'), { recursive: true });
    await aterstall({ home: fresh }, join(there, 'k.tar'));
    const settings = loadSettings({ home: fresh }, {});
    expect(settings.ownWords?.headings?.forslag).toEqual(['Handläggarens bud']);
    expect(settings.words).toBe(join(fresh, 'ord.json'));
    expect(JSON.parse(await readFile(join(fresh, 'config.json'), 'utf8'))).toEqual({
      ...{ huvudman: 'Ekbacka kommun', fileSeconds: 30 },
    });
  });

  test('of a copy that an older version made without its words says so, and starts', async () => {
    await copyTo('mapp');
    const path = join(there, 'mapp', MANIFEST);
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
    const config = Buffer.from('{"words": "/etc/vara-ord.json", "fileSeconds": 30}');
    await writeFile(join(there, 'mapp', manifest.mapp as string, 'hem/config.json'), config);
    manifest.hem = { 'config.json': { sha256: sha256Of(config) } };
    await writeFile(path, JSON.stringify(manifest));
    const said: string[] = [];
    await aterstall({ home: fresh }, join(there, 'mapp'), { say: (line) => said.push(line) });
    expect(said.at(-1)).toContain(
      `(/etc/vara-ord.json) är inte med i kopian. Lägg den i ${fresh} med namnet ord.json`,
    );
    expect(loadSettings({ home: fresh }, {})).toMatchObject({ fileSeconds: 30, ownWords: null });
  });

  test('keeps the settings that are there already', async () => {
    await copyTo('hel.tar');
    await mkdir(fresh);
    await writeFile(join(fresh, 'config.json'), '{"port": 4711}');
    await aterstall({ home: fresh }, join(there, 'hel.tar'));
    expect(await readFile(join(fresh, 'config.json'), 'utf8')).toBe('{"port": 4711}');
  });

  test('that was broken off looks like nothing else, and begins anew', async () => {
    await copyTo('hel.tar');
    // as a kill leaves it: some rows and blobs are there
    const half = await openFyllning({ home: fresh }, { schema: 3, kopia: '/k/hel.tar' });
    await half.insert('contents', [{ sha256: 'a', status: 'running', changed_at: 'x' }]);
    await half.close();
    await mkdir(join(fresh, 'blobs', 'sha256'), { recursive: true });
    await expect(openStore({ home: fresh })).rejects.toMatchObject({
      code: 'half-restored',
      message: expect.stringContaining('/k/hel.tar'),
    });
    expect((await restored(join(there, 'hel.tar'))).answers.matters).toEqual(before.matters);
  });

  test('brings an older copy up to this program, and refuses a newer one', async () => {
    const older = join(there, 'older');
    await mkdir(older);
    const half = await openFyllning({ home: older }, { schema: 3, kopia: 'x' });
    const record = before.records[0] as NonNullable<(typeof before.records)[0]>;
    const { sha256, fileName } = record.record.source;
    await half.insert('contents', [{ sha256, status: 'done', changed_at: '2030-01-01T00:00:00.000Z' }]);
    await half.insert('files', [{ path: '/in/x', sha256, offered_at: '2030-01-01T00:00:00.000Z' }]);
    await half.insert('records', [
      { sha256, version: '1', file_name: fileName, json: JSON.stringify(record.record) },
    ]);
    await half.release();
    await half.close();
    const { manifest } = await sakerhetskopiera({ home: older }, join(there, 'older.tar'), options);
    expect(manifest.schema).toBe(3);
    expect(Object.keys(manifest.tabeller)).toEqual(['contents', 'files', 'records']);
    const { answers } = await restored(join(there, 'older.tar'));
    expect(answers.matters.length).toBeGreaterThan(0);
    expect(answers.status.files).toMatchObject({ total: 1, done: 1 });

    const newer = new Sqlite(join(older, 'expediera.db'));
    newer.pragma('user_version = 999');
    newer.close();
    await expect(sakerhetskopiera({ home: older }, join(there, 'newer.tar'), options)).rejects.toThrow(
      /nyare version/u,
    );
  });
});
