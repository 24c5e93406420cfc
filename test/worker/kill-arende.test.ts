/** Killing the worker in whatever a matter's process is doing: it goes on with another, nothing lost and nothing twice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, startInstallation } from '../../engine/installation.ts';
import { startOf } from '../../engine/tell/matters.ts';
import { joinMatters, markPosts, partMatters } from '../../engine/tell/matters-by-people.ts';
import type { arende } from '../../workflows/arende.ts';
import { andratSignal, arendeLageQuery } from '../../workflows/messages.ts';
import { arendeWorkflowId } from '../../workflows/names.ts';
import { protokoll, styrelsen } from '../engine/made-up.ts';
import { testSettings, writeFolder } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import type { Hold } from './arende-process.ts';

const AV = 'Siv Ek';
let base: string;
let at: Installation;
let worker: WorkerProcess;

interface WorkerProcess {
  child: ChildProcess;
  /** Stops in these steps from now on; resolves when it knows. */
  hold(holds: Hold[]): Promise<void>;
  /** Resolves when it has stopped in so many. */
  held(count: number): Promise<void>;
  kill(): Promise<void>;
}

async function startWorker(): Promise<WorkerProcess> {
  const script = join(import.meta.dirname, 'arende-process.ts');
  const child = spawn(process.execPath, [script, join(base, 'home')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const told: { ready?: true; armed?: number; held?: string }[] = [];
  const lines: Interface = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> });
  lines.on('line', (line) => void told.push(JSON.parse(line)));
  await until(async () => told.some(({ ready }) => ready));
  return {
    child,
    async hold(holds) {
      child.stdin?.write(`${JSON.stringify(holds)}\n`);
      await until(async () => told.some(({ armed }) => armed === holds.length));
    },
    held: (count) => until(async () => told.filter(({ held }) => held).length === count),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-kill-arende-'));
  // Light work, which matters are, is done by the processes that are killed.
  at = await startInstallation({ settings: testSettings(join(base, 'home'), { queues: 'ocr' }) });
  worker = await startWorker();
}, 60_000);
afterAll(async () => {
  await worker?.kill();
  await at?.stop();
  rmSync(base, { recursive: true, force: true });
});

let folders = 0;
const takeIn = (texts: string[]) => {
  const files = Object.fromEntries(texts.map((text, n) => [`${n}.txt`, text]));
  return at.ingest([writeFolder(join(base, `in-${++folders}`), files)]);
};
const handleOf = (matter: string) => at.client.workflow.getHandle<typeof arende>(arendeWorkflowId(matter));
const statusOf = async (matter: string) => (await handleOf(matter).describe()).status.name;
const lageOf = (matter: string) => handleOf(matter).query(arendeLageQuery);
const isAsleep = async (matter: string) =>
  (await lageOf(matter).catch(() => null)) !== null &&
  ((await handleOf(matter).describe()).raw.pendingActivities ?? []).length === 0;

async function matterOf(number: number): Promise<string> {
  const found = await at.store.arende(`KFN 2024/${number}`);
  if (!found || !('id' in found)) throw new Error(`no matter ${number}`);
  return found.id;
}

async function postOf(matter: string) {
  const inbox = await at.store.inkorg('Kommunstyrelsen');
  const posts = inbox && 'poster' in inbox ? inbox.poster.filter((post) => post.arende === matter) : [];
  expect(posts).toHaveLength(1);
  return posts[0] as (typeof posts)[number];
}

/** Has the matter's process go on as new, and leaves it asleep in a later run. */
async function goneOnAsNew(matter: string): Promise<void> {
  const handle = handleOf(matter);
  await handle.terminate('to start it with a short history');
  const args: [{ matter: string; maxEvents: number }] = [{ matter, maxEvents: 20 }];
  await at.client.workflow.start<typeof arende>('arende', { ...startOf(matter), args });
  const { runId } = await handle.describe();
  while ((await handle.describe()).runId === runId) {
    await handle.signal(andratSignal);
    await until(() => isAsleep(matter));
  }
}

describe('a worker that is killed', () => {
  it.each([
    ['just before its steps write', 'before', 0],
    ['just after its steps have written', 'after', 20],
  ] as const)('%s is replaced by another', { timeout: 180_000 }, async (_, when, from) => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => from + n);
    await takeIn(numbers.map((number) => protokoll(number)));
    const all = await Promise.all(numbers.map(matterOf));
    for (const matter of all) await until(() => isAsleep(matter));
    const [asleep, looking, marked, joined, other, parted, root, closing, later] = all as [
      ...[string, string, string, string, string, string, string, string, string],
    ];
    await joinMatters(at.client, parted, root, AV);
    await until(async () => (await statusOf(parted)) === 'COMPLETED');
    await goneOnAsNew(later);
    const before = await lageOf(looking);
    const post = await postOf(marked);

    await worker.hold([
      { call: 'updateWay', of: looking, when },
      { call: 'markPosts', of: post.id, when },
      { call: 'sammanfor', of: joined, when },
      { call: 'skilj', of: parted, when },
      { call: 'release', of: closing, when },
    ]);
    await handleOf(looking).signal(andratSignal);
    const marking = markPosts(at.client, marked, {
      poster: [post.id],
      status: 'mottagen',
      skal: null,
      av: AV,
    });
    const joining = joinMatters(at.client, joined, other, AV);
    const parting = partMatters(at.client, parted, 'Siv Ek');
    const said = Promise.all([marking, joining, parting]);
    said.catch(() => {}); // looked at below
    await takeIn([styrelsen(from + 8)]);
    await worker.held(5);
    await worker.kill();
    for (const matter of [asleep, looking, marked, joined, parted, closing, later]) {
      expect(await statusOf(matter)).toBe('RUNNING');
    }

    worker = await startWorker();
    await said;
    await until(async () => (await statusOf(closing)) === 'COMPLETED');
    await until(() => isAsleep(looking));
    expect(await lageOf(looking)).toEqual(before);
    expect(await postOf(marked)).toMatchObject({ status: 'mottagen', marke: { av: AV } });
    expect(await at.store.arende(`KFN 2024/${from + 4}`)).toMatchObject({ id: other, steg: [{}, {}] });
    expect(await at.store.arende(`KFN 2024/${from + 6}`)).toMatchObject({ id: parted, steg: [{}] });
    expect(await at.store.arende(`KFN 2024/${from + 7}`)).toMatchObject({ id: root, steg: [{}] });

    await takeIn([styrelsen(from + 1), styrelsen(from + 9)]);
    for (const matter of [asleep, later]) await until(async () => (await statusOf(matter)) === 'COMPLETED');
    await until(async () => (await at.store.mattersToWake()).length === 0);
    expect(await at.store.staleMatters()).toEqual([]);
    for (const matter of [marked, looking, root, other, parted]) await until(() => isAsleep(matter));
  });
});
