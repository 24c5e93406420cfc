/** A person's decision outlives a kill of everything between the moment it is accepted and the moment it is kept. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkflowUpdateStage } from '@temporalio/client';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Beslut } from '../../diarium/rattelser/index.ts';
import { readPorts } from '../../engine/home/ports.ts';
import { type Connected, connectInstallation } from '../../engine/installation.ts';
import { besluta, startGranska } from '../../engine/tell/granska.ts';
import { beslutaUpdate } from '../../workflows/granska-messages.ts';
import { granskaWorkflowId } from '../../workflows/names.ts';
import { protokoll } from '../engine/made-up.ts';
import { testSettings, writeFolder } from '../engine/testbed.ts';

const text = protokoll(3);
const sha256 = createHash('sha256').update(text).digest('hex');
let base: string;
let home: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-kill-granska-'));
  home = join(base, 'home');
  writeFolder(join(base, 'records'), { 'protokoll.txt': text });
});
afterEach(async () => {
  await kill();
  rmSync(base, { recursive: true, force: true });
});

async function start(...folder: string[]): Promise<Connected> {
  const script = join(import.meta.dirname, 'granska-process.ts');
  const started = spawn(process.execPath, [script, home, ...folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  await new Promise<void>((resolve, reject) => {
    started.stdout.once('data', () => resolve());
    started.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
  const connected = await connectInstallation(testSettings(home, { granskaUnder: 1 }));
  if (!connected) throw new Error('it does not answer');
  return connected;
}

/** The program and its server at once. */
async function kill(): Promise<void> {
  const server = readPorts(home)?.serverPid;
  const gone = new Promise((resolve) => child?.once('exit', resolve));
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  if (server) process.kill(server, 'SIGKILL');
  await gone;
}

async function correction({ store }: Connected): Promise<Beslut> {
  const clause = (await store.record(sha256))?.record.handlingar[0]?.arenden[0]?.beslut[0]?.id ?? '';
  const vy = await store.mal(sha256, clause);
  return {
    ...{ id: randomUUID(), sha256, mal: { typ: 'beslut', id: clause, avtryck: vy?.avtryck ?? '' } },
    atgard: { typ: 'ratta', falt: { text: 'Nämnden bifaller ansökan.' } },
    ...{ av: 'Elsa Norén', at: new Date().toISOString(), revision: 0 },
  };
}

describe('a decision, when everything is killed', () => {
  it('after it was accepted and before it was kept, is kept once', { timeout: 120_000 }, async () => {
    const first = await start(join(base, 'records'));
    const beslut = await correction(first);
    await startGranska(first, sha256);
    // nothing can be written until this process lets go, so that the decision is accepted and not kept
    const holder = new Sqlite(join(home, 'expediera.db'));
    holder.exec('begin immediate');
    await first.client.workflow.getHandle(granskaWorkflowId(sha256)).startUpdate(beslutaUpdate, {
      args: [beslut],
      updateId: beslut.id,
      waitForStage: WorkflowUpdateStage.ACCEPTED,
    });
    await kill();
    holder.exec('rollback');
    holder.close();
    expect(await first.store.rattelser()).toEqual([]);
    await first.stop();

    const second = await start();
    try {
      // whoever asked and heard nothing asks again, and is answered for the one decision
      expect(await besluta(second, beslut)).toEqual({ nr: 1 });
      expect(await second.store.rattelser()).toHaveLength(1);
      expect((await second.store.mal(sha256, beslut.mal.id))?.falt.text).toBe('Nämnden bifaller ansökan.');
      expect(await second.store.staleMatters()).toEqual([]);
    } finally {
      await second.stop();
    }
  });
});
