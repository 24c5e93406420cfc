/** From SQLite and a folder into PostgreSQL and a bucket, and back, by the commands that people run: the answers stay. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillHome } from '../engine/kopia/full-home.ts';
import { type PostgresServer, startPostgres } from '../engine/postgres-server.ts';
import { type S3Server, startS3Server } from '../store/s3-server.ts';
import { runCli } from './run-cli.ts';

/** The S3-compatible server is built the first time on a machine. */
const FIRST_BUILD_MS = 900_000;

let base: string;
let postgres: PostgresServer;
let s3: S3Server;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'expediera-kopia-s3-'));
  [postgres, s3] = await Promise.all([startPostgres(), startS3Server(), fillHome(join(base, 'laptop'))]);
}, FIRST_BUILD_MS);
afterAll(async () => {
  await Promise.allSettled([postgres?.stop(), s3?.destroy()]);
  await rm(base, { recursive: true, force: true });
});

const QUESTIONS = [
  ['status'],
  ['status', '--files'],
  ['search', 'taxan'],
  ['search', 'avgift', '--limit', '50'],
  ['arende', 'KS 2031/17', '--huvudman', 'Ekbacka kommun'],
  ['arkiv'],
  ['granska'],
  ['expediering'],
];

async function run(env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, env);
  expect([args, code, stderr]).toEqual([args, 0, expect.any(String)]);
  return stdout;
}

async function answersOf(env: NodeJS.ProcessEnv): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const question of QUESTIONS)
    answers.push([question, JSON.parse(await run(env, ...question, '--json'))]);
  return answers;
}

/** What `doctor` finds of what is kept. */
async function kept(env: NodeJS.ProcessEnv): Promise<unknown[]> {
  const { stdout } = await runCli(['doctor', '--json', '--allt'], env);
  const { checks } = JSON.parse(stdout) as { checks: { name: string; ok: boolean; detail: string }[] };
  return checks.filter(({ name }) => ['Databas', 'Filer'].includes(name));
}

test('all is there in PostgreSQL and a bucket, and back in a folder', { timeout: 240_000 }, async () => {
  const laptop = { EXPEDIERA_HOME: join(base, 'laptop') };
  const region = {
    ...s3.env,
    EXPEDIERA_HOME: join(base, 'region'),
    EXPEDIERA_DATABASE: await postgres.createDatabase(),
    EXPEDIERA_BLOBS: `s3://${s3.bucket}/arkivet`,
    EXPEDIERA_S3_ENDPOINT: s3.endpoint,
  };
  const back = { EXPEDIERA_HOME: join(base, 'back') };
  const before = await answersOf(laptop);

  await run(laptop, 'sakerhetskopiera', join(base, 'dit.tar'));
  const there = await run(region, 'aterstall', join(base, 'dit.tar'));
  expect(there).toContain('Kanaler som var på är av nu: Arkivet, Badhuset.');
  expect(await answersOf(region)).toEqual(before);
  // nothing of it is in the home: neither a database nor a file
  expect(await readdir(region.EXPEDIERA_HOME)).toEqual([]);
  expect(await kept(region)).toMatchObject([
    { ok: true, detail: expect.stringContaining('PostgreSQL') },
    { ok: true, detail: expect.stringMatching(/^skrivna och lästa; (\d+) av \1 inlästa filer jämförda/u) },
  ]);

  await run(region, 'sakerhetskopiera', '--skapa-mapp', join(base, 'hem'));
  await run(back, 'aterstall', join(base, 'hem'));
  expect(await answersOf(back)).toEqual(before);
  expect(await kept(back)).toMatchObject([{ ok: true }, { ok: true }]);
  await run(back, 'logg', 'kontrollera');

  // a copy of the bucket and database is refused where they hold something already
  const again = await runCli(['aterstall', join(base, 'dit.tar')], region);
  expect([again.code, again.stderr]).toEqual([7, expect.stringContaining('finns redan en databas')]);
});

test('names what the bucket has lost, and has the rest', { timeout: 120_000 }, async () => {
  const region = {
    ...s3.env,
    EXPEDIERA_HOME: join(base, 'lossy'),
    EXPEDIERA_DATABASE: await postgres.createDatabase(),
    EXPEDIERA_BLOBS: `s3://${s3.bucket}/forlust`,
    EXPEDIERA_S3_ENDPOINT: s3.endpoint,
  };
  const laptop = { EXPEDIERA_HOME: join(base, 'laptop') };
  await run(laptop, 'sakerhetskopiera', join(base, 'hel.tar'));
  await run(region, 'aterstall', join(base, 'hel.tar'));
  // the same database with another, empty bucket
  const elsewhere = { ...region, EXPEDIERA_BLOBS: `s3://${s3.bucket}/tom` };
  const copied = await runCli(['sakerhetskopiera', join(base, 'halv.tar'), '--json'], elsewhere);
  expect(copied.code).toBe(1);
  const { manifest } = JSON.parse(copied.stdout) as { manifest: { skadade: string[] } };
  expect(manifest.skadade.length).toBeGreaterThan(5);
  const back = { EXPEDIERA_HOME: join(base, 'halv') };
  const restored = await runCli(['aterstall', join(base, 'halv.tar')], back);
  expect([restored.code, restored.stderr]).toEqual([0, expect.any(String)]);
  expect((await answersOf(back))[0]).toEqual((await answersOf(laptop))[0]);
});
