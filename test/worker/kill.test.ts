/** Killing everything in the middle and starting again finishes the work: nothing lost, nothing twice. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPorts } from '../../engine/home/ports.ts';
import { type Installation, startInstallation } from '../../engine/installation.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../extraction/pages/limits.ts';
import { readPlainText } from '../../extraction/pages/plain-text.ts';
import type { StatusAnswer } from '../../store/store.ts';
import { zipOf } from '../engine/intake/zips.ts';
import { protokoll } from '../engine/made-up.ts';
import { testSettings, writeFolder } from '../engine/testbed.ts';

const FILES = 40;
const contents = Array.from({ length: FILES }, (_, n) => protokoll(n + 1));

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-kill-'));
  writeFolder(
    join(base, 'records'),
    Object.fromEntries(contents.map((content, n) => [`protokoll-${n + 1}.txt`, content])),
  );
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

type Told = { offered?: number; done?: number; end?: boolean };

/** Takes the folder in until `when` says so, then kills the program and the server at once. */
async function killedWhen(when: (told: Told) => boolean, folder = 'records'): Promise<void> {
  const script = join(import.meta.dirname, 'intake-process.ts');
  const child = spawn(process.execPath, [script, join(base, 'home'), join(base, folder)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as Told;
    if (told.end) throw new Error('it was too quick to be killed');
    if (when(told)) break;
  }
  const server = readPorts(join(base, 'home'))?.serverPid as number;
  child.kill('SIGKILL');
  process.kill(server, 'SIGKILL');
  await gone;
}

async function finish(use: (installation: Installation) => Promise<void>): Promise<void> {
  const installation = await startInstallation({ settings: testSettings(join(base, 'home')) });
  try {
    await use(installation);
  } finally {
    await installation.stop();
  }
}

async function untilNothingRuns({ store }: Installation): Promise<StatusAnswer> {
  for (;;) {
    const status = await store.status();
    if (status.files.running === 0) return status;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** How many items the files have, read without any engine. */
function itemsExpected(): { forslag: number; beslut: number; expediering: number } {
  const arenden = contents.flatMap((content) => {
    const { pages } = readPlainText(new TextEncoder().encode(content), DEFAULT_LIMITS);
    const source = { fileName: '', sha256: content, bytes: 0, mediaType: 'text/plain', pageCount: 1 };
    return assembleRecord(source, pages).handlingar.flatMap((handling) => handling.arenden);
  });
  const count = (of: 'forslag' | 'beslut' | 'expediering') =>
    arenden.reduce((sum, arende) => sum + arende[of].length, 0);
  return { forslag: count('forslag'), beslut: count('beslut'), expediering: count('expediering') };
}

describe('after a kill', () => {
  it('in the middle of the work, a start finishes it', { timeout: 120_000 }, async () => {
    await killedWhen(({ done }) => done !== undefined && done >= 8);
    await finish(async (installation) => {
      const before = await installation.store.status();
      expect(before.files.total).toBe(FILES);
      expect(before.files.running).toBeGreaterThan(0);
      expect(installation.resumed.archives).toHaveLength(1);

      const status = await untilNothingRuns(installation);
      expect(status.files).toEqual({ total: FILES, done: FILES, refused: 0, failed: 0, running: 0 });
      expect(status.items).toMatchObject(itemsExpected());
      expect(status.items.beslut).toBeGreaterThan(0);
      expect(await installation.store.staleMatters()).toEqual([]);

      const again = await installation.ingest([join(base, 'records')]);
      expect(again.offered).toMatchObject({ contents: FILES, already: FILES, toDo: [] });
      expect(await installation.store.status()).toEqual(status);
    });
  });

  it('before any work began, what was offered is worked on', { timeout: 120_000 }, async () => {
    await killedWhen(({ offered }) => offered !== undefined && offered >= 10);
    await finish(async (installation) => {
      const { files } = await installation.store.status();
      expect(files.total).toBeGreaterThanOrEqual(10);
      expect(installation.resumed.files).toBe(files.total);
      const status = await untilNothingRuns(installation);
      expect(status.files.done).toBe(files.total);
    });
  });

  it('in the middle of a ZIP, it is unpacked to its end', { timeout: 120_000 }, async () => {
    const files = Object.fromEntries(contents.map((content, n) => [`${n + 1}.txt`, content]));
    const zip = await zipOf({ 'inre/alla.zip': await zipOf(files) });
    writeFolder(join(base, 'zips'), { 'protokoll.zip': zip });
    await killedWhen(({ offered }) => offered !== undefined && offered >= 10, 'zips');
    await finish(async (installation) => {
      expect(installation.resumed.zips).toBe(2);
      const { files } = await untilNothingRuns(installation);
      // those of the ZIPs, and the two themselves
      expect(files).toEqual({ total: FILES + 2, done: FILES + 2, refused: 0, failed: 0, running: 0 });
      const paths = (await installation.store.files()).map(({ path }) => path);
      expect(paths).toContain(`${join(base, 'zips', 'protokoll.zip')}!/inre/alla.zip!/${FILES}.txt`);
      expect(paths).toHaveLength(FILES + 2);
    });
  });
});
