/** A kill between sending and receipt: the receiver is asked again with the same key, and has it once. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPorts } from '../../engine/home/ports.ts';
import { startInstallation } from '../../engine/installation.ts';
import { openStores } from '../../engine/stores/index.ts';
import { testSettings, writeFolder } from '../engine/testbed.ts';
import { protokoll } from '../expediering/made-up.ts';
import { type WebhookReceiver, webhookReceiver } from '../expediering/receivers.ts';
import { all, kanal, switchedOn, untilLeveranser } from '../expediering/sjovik.ts';

let base: string;
let hook: WebhookReceiver;
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-kill-delivery-'));
  hook = await webhookReceiver();
});
afterEach(async () => {
  await hook.close();
  rmSync(base, { recursive: true, force: true });
});

describe('a kill after the receiver took it and before it was noted', () => {
  it('sends it again under the same key, and the receiver has it once', { timeout: 120_000 }, async () => {
    const home = join(base, 'home');
    const stores = await openStores({ home });
    const lotsen = kanal('Lotsen', hook.url('lotsen'));
    const patient = { ...lotsen.installningar, sekunder: 60 };
    await switchedOn(stores.store, { ...lotsen, installningar: patient });
    await stores.close();
    const folder = writeFolder(join(base, 'in'), {
      'protokoll.txt': protokoll({ paragraf: 51, mottagare: ['Lotsen', 'Hamnenheten'] }),
    });

    // the receiver has taken it, and the answer is on its way when everything is killed
    hook.answers.lotsen = ['hangs', 200];
    const script = join(import.meta.dirname, '../expediering/leverans-process.ts');
    const child = spawn(process.execPath, [script, home, folder], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const end = Date.now() + 60_000;
    while (hook.requests.length === 0 && Date.now() < end) await new Promise((r) => setTimeout(r, 20));
    const server = readPorts(home)?.serverPid;
    child.kill('SIGKILL');
    if (server) process.kill(server, 'SIGKILL');
    await gone;
    expect(hook.requests).toHaveLength(1);

    const installation = await startInstallation({ settings: testSettings(home) });
    try {
      const rows = await untilLeveranser(installation.store, {}, all('levererad'), 60_000);
      expect(rows.map(({ mottagare, forsok }) => [mottagare, forsok])).toEqual([
        ['Hamnenheten', 1],
        ['Lotsen', 2],
      ]);
      const key = rows[1]?.nyckel;
      expect(hook.requests.map(({ nyckel }) => nyckel)).toEqual([key, key]);
      expect(hook.requests[1]?.body).toBe(hook.requests[0]?.body);
      expect([...hook.taken.keys()]).toEqual([key]);
    } finally {
      await installation.stop();
    }
  });
});
