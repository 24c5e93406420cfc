/** Copies and buckets: files of one installation are never mixed with those of another. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aterstall } from '../../../engine/kopia/restore.ts';
import { sakerhetskopiera } from '../../../engine/kopia/write.ts';
import { idOf } from '../../../engine/stores/belonging.ts';
import { openStores, type StoresSettings } from '../../../engine/stores/index.ts';
import { type S3Server, startS3Server } from '../../store/s3-server.ts';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';
import { fillHome } from './full-home.ts';

const options = { program: '0.1.0' };
const OTHERS = { name: 'Problem', code: 'other-installation' };

let base: string;
let server: PostgresServer;
let s3: S3Server;
let kopia: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'expediera-kopia-s3-'));
  [server, s3] = await Promise.all([startPostgres(), startS3Server()]);
  for (const [variable, value] of Object.entries(s3.env)) vi.stubEnv(variable, value);
  await fillHome(join(base, 'laptop'));
  kopia = join(base, 'laptop.tar');
  await sakerhetskopiera({ home: join(base, 'laptop') }, kopia, options);
}, 900_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.allSettled([server?.stop(), s3?.destroy()]);
  await rm(base, { recursive: true });
});

const inBucket = (folder: string) => ({ blobs: `s3://${s3.bucket}/${folder}`, s3Endpoint: s3.endpoint });

/** Settings of an installation on servers, with a database of its own. */
const region = async (name: string, folder = name): Promise<StoresSettings> => ({
  ...{ home: join(base, name), database: await server.createDatabase() },
  ...inBucket(folder),
});

/** Opens as every process does, and says whose it is and how many files there are. */
async function look(settings: StoresSettings) {
  const { store, blobs, close } = await openStores(settings);
  const marke = await blobs.marke();
  const { files } = await store.status();
  await close();
  return { marke, id: idOf(marke ?? ''), files: files.total };
}

test('a copy in an empty bucket is an installation of its own', { timeout: 60_000 }, async () => {
  const settings = await region('ny');
  await aterstall(settings, kopia);
  const [laptop, there] = [await look({ home: join(base, 'laptop') }), await look(settings)];
  expect(there.files).toBe(laptop.files);
  expect(there.id).not.toBe(laptop.id);
});

test('a copy is not mixed with the files of others, but restored beside its own', {
  timeout: 60_000,
}, async () => {
  const first = await region('forsta');
  await aterstall(first, kopia);
  const before = await look(first);
  const wrong = await region('fel', 'forsta');
  await expect(aterstall(wrong, kopia)).rejects.toMatchObject(OTHERS);
  expect(await look(first)).toEqual(before);

  // the database is lost, the bucket is not
  await sakerhetskopiera(first, join(base, 'forsta.tar'), options);
  const again = await region('igen', 'forsta');
  await aterstall(again, join(base, 'forsta.tar'));
  expect(await look(again)).toEqual(before);
});

test('a damaged copy leaves a database that was started once as it was', { timeout: 60_000 }, async () => {
  const settings = await region('startad');
  const { marke } = await look(settings);
  const damaged = join(base, 'damaged.tar');
  await writeFile(damaged, (await readFile(kopia)).subarray(0, -20_000));
  await expect(aterstall(settings, damaged)).rejects.toMatchObject({ code: 'copy-damaged' });
  expect(await look(settings)).toMatchObject({ marke, files: 0 });
  await aterstall(settings, kopia);
  expect(await look(settings)).toMatchObject({ marke });
});

test('a copy of a database with the files of another is not made', { timeout: 60_000 }, async () => {
  const [one, two] = [await region('en'), await region('tva')];
  await Promise.all([look(one), look(two)]);
  const mixed = { ...one, blobs: two.blobs as string };
  await expect(sakerhetskopiera(mixed, join(base, 'mixed.tar'), options)).rejects.toMatchObject(OTHERS);
});
