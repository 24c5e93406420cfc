/** Killing everything while what an older version read is read again: each file is read anew once, and people's words hold. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reader } from '../../activities/deps.ts';
import { readPorts } from '../../engine/home/ports.ts';
import { type Installation, startInstallation } from '../../engine/installation.ts';
import { besluta } from '../../engine/tell/granska.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../extraction/pages/limits.ts';
import { readPlainText } from '../../extraction/pages/plain-text.ts';
import { testSettings, writeFolder } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { protokoll } from '../expediering/made-up.ts';

const [OLDER, NEWER] = ['2031.1', '2031.2'] as const;
const FILES = 24;

let base: string;
let home: string;
/** How often each content is read here. */
let read: Map<string, number>;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-kill-omlasning-'));
  home = join(base, 'home');
  read = new Map();
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const counting: Reader = {
  async open(bytes) {
    const { pages, warnings } = readPlainText(bytes, DEFAULT_LIMITS);
    return { mediaType: 'text/plain', pageCount: pages.length, pages, ocr: [], warnings };
  },
  async assemble(source, pages, warnings) {
    read.set(source.sha256, (read.get(source.sha256) ?? 0) + 1);
    return assembleRecord(source, pages, { warnings });
  },
};

async function during<T>(version: string, use: (installation: Installation) => Promise<T>): Promise<T> {
  read = new Map();
  const installation = await startInstallation({ settings: testSettings(home), reader: counting, version });
  try {
    return await use(installation);
  } finally {
    await installation.stop();
  }
}

/** Reads again in a process of its own until so few are left, then kills it and the server at once. Returns how many were left. */
async function killedWith(left: number): Promise<number> {
  const script = join(import.meta.dirname, 'omlasning-process.ts');
  const child = spawn(process.execPath, [script, home, NEWER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let seen = FILES;
  for await (const line of createInterface({ input: child.stdout })) {
    seen = (JSON.parse(line) as { left: number }).left;
    if (seen <= left) break;
  }
  const server = readPorts(home)?.serverPid as number;
  child.kill('SIGKILL');
  process.kill(server, 'SIGKILL');
  await gone;
  return seen;
}

/** A person says that a clause is otherwise. */
async function ratta(
  { store, client, settings }: Installation,
  paragraf: number,
  text: string,
): Promise<void> {
  const [hit] = (await store.search({ query: `"nummer ${paragraf}"`, typ: 'beslut' })).hits;
  const [mal] = await store.hittaMal(hit?.id ?? '');
  const vy = mal && (await store.mal(mal.sha256, mal.id));
  if (!vy) throw new Error('no clause');
  const { sha256, revision, typ, id, avtryck } = vy;
  const said = { id: `b-${id}`, sha256, revision, av: 'Siv Ek', at: '2031-06-01T08:00:00.000Z' };
  const atgard = { typ: 'ratta', falt: { text } } as const;
  await besluta({ client, settings }, { ...said, mal: { typ, id, avtryck }, atgard });
}

const answersOf = async ({ store }: Installation) => ({
  status: await store.status(),
  clauses: (await store.search({ query: 'kajen', typ: 'beslut', limit: 100 })).hits.map(({ id, text }) => [
    id,
    text,
  ]),
});

it('goes on where it was, and nothing is lost or there twice', { timeout: 180_000 }, async () => {
  const paragrafer = Array.from({ length: FILES }, (_, n) => n + 1);
  const before = await during(OLDER, async (installation) => {
    const files = paragrafer.map((paragraf) => [
      `p${paragraf}.txt`,
      protokoll({ paragraf, beslut: `att riva kajen vid nummer ${paragraf}.` }),
    ]);
    await installation.ingest([writeFolder(join(base, 'in'), Object.fromEntries(files))]);
    await ratta(installation, 1, 'att riva den norra kajen.');
    await ratta(installation, FILES, 'att riva den södra kajen.');
    return answersOf(installation);
  });
  expect(before.clauses).toHaveLength(FILES);
  expect([...read.values()]).toEqual(Array(FILES).fill(1));

  const first = await killedWith(FILES - 6);
  const second = await killedWith(first - 6);
  expect(second).toBeGreaterThan(0);

  await during(NEWER, async (installation) => {
    const { store } = installation;
    await until(async () => (await store.arkiv())[0]?.lage === 'klart');
    await until(async () => (await store.staleMatters()).length === 0);
    expect(await answersOf(installation)).toEqual(before);
    for (const sha256 of await store.recordIds())
      expect((await store.content(sha256))?.extractionVersion).toBe(NEWER);
    expect(await store.ejOmlasta()).toBe(0);
    // what was read before the kills is not read again here, and nothing twice
    expect([...read.values()].every((times) => times === 1)).toBe(true);
    expect(read.size).toBeLessThanOrEqual(second + 2);
    const omlasningar = (await store.arkiv()).filter(({ version }) => version !== null);
    expect(omlasningar).toMatchObject([{ version: NEWER, files: { total: FILES, done: FILES } }]);
    await until(async () => {
      const query = 'ExecutionStatus = "Running" AND WorkflowType IN ("archive", "processFile")';
      return (await installation.client.workflow.count(query)).count === 0;
    });
  });
});
