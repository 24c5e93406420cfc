/** A stop of real processes, in the middle of what takes long or hangs: in time, with its exit code, and nothing left behind. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPorts } from '../../engine/home/ports.ts';
import { openStores } from '../../engine/stores/index.ts';
import { testbed, writeFolder } from '../engine/testbed.ts';
import { protokoll } from '../expediering/made-up.ts';
import { webhookReceiver } from '../expediering/receivers.ts';
import { kanal, switchedOn } from '../expediering/sjovik.ts';
import { type Running, startCli, until } from './run-cli.ts';

/** What a stop may take: the time for steps under way, and 15 s; by default these are 10 and 15. */
const GRACE = 1;
const AT_MOST = (GRACE + 15) * 1000 + 1_000; // and a moment for the test itself to see it
const SCAN = join(import.meta.dirname, '../../samples/mellana-direktionen.pdf');

let base: string;
let home: string;
let started: Running[];
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-shutdown-'));
  home = join(base, 'home');
  started = [];
});
afterEach(async () => {
  for (const { child, ended } of started) {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended;
  }
  rmSync(base, { recursive: true, force: true });
});

function start(...args: string[]): Running {
  const running = startCli(args, {
    ...{ EXPEDIERA_HOME: home, EXPEDIERA_SHUTDOWN_SECONDS: String(GRACE), EXPEDIERA_METRICS_PORT: '0' },
    EXPEDIERA_LOG_LEVEL: 'warn',
  });
  started.push(running);
  return running;
}

/** Asks it to stop; how it ended, and after how many milliseconds. */
async function stop(running: Running, signal: NodeJS.Signals = 'SIGTERM') {
  const began = performance.now();
  running.child.kill(signal);
  const { code, stderr } = await running.ended;
  return { code, stderr, took: performance.now() - began };
}

/** The processes that were started for this home and are there still. */
function left(): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return [];
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const isDead = readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
      return command.includes(base) && !isDead ? [command.replaceAll('\0', ' ')] : [];
    } catch {
      return [];
    }
  });
}
const nothingLeft = async (milliseconds = 5_000): Promise<void> => {
  const end = Date.now() + milliseconds;
  while (left().length > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(left()).toEqual([]);
};

async function untilOcr(running: Running): Promise<void> {
  await until(running, /Mätvärden: /);
  const url = /Mätvärden: (\S+)/.exec(running.written.stderr)?.[1] ?? '';
  for (;;) {
    const figures = await (await fetch(url)).text();
    if (figures.includes('expediera_steps_running{step="ocrPages"} 1')) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('a stop', { timeout: 120_000 }, () => {
  it('of start while OCR is under way: all is gone, and what was begun is not lost', async () => {
    const running = start('start', SCAN);
    await untilOcr(running);
    const { code, took } = await stop(running);
    expect([code, took < AT_MOST]).toEqual([0, true]);
    await nothingLeft();
    const stores = await openStores({ home });
    expect((await stores.store.status()).files).toMatchObject({ running: 1, failed: 0 });
    await stores.close();
  });

  it('of ingest that runs all by itself: its own exit code, and its server is gone', async () => {
    const running = start('ingest', SCAN);
    while (readPorts(home) === null) await new Promise((resolve) => setTimeout(resolve, 50));
    const { code, took } = await stop(running);
    expect([code, took < AT_MOST]).toEqual([143, true]);
    await nothingLeft();
  });

  it('while a receiver does not answer', async () => {
    const hook = await webhookReceiver();
    try {
      const stores = await openStores({ home });
      const lotsen = kanal('Lotsen', hook.url('lotsen'));
      await switchedOn(stores.store, { ...lotsen, installningar: { ...lotsen.installningar, sekunder: 60 } });
      await stores.close();
      hook.answers.lotsen = ['hangs'];
      const folder = writeFolder(join(base, 'in'), { 'a.txt': protokoll({ mottagare: ['Lotsen'] }) });
      const running = start('start', '--lopande', folder);
      while (hook.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      const { code, took } = await stop(running);
      expect([code, took < AT_MOST]).toEqual([0, true]);
      await nothingLeft();
    } finally {
      await hook.close();
    }
  });

  it('of a worker whose Temporal does not answer', async () => {
    const bed = await testbed({ queues: 'light' });
    home = bed.home;
    const running = start('worker', '--queues', 'ocr');
    await until(running, /Mätvärden: /);
    const server = readPorts(home)?.serverPid ?? 0;
    process.kill(server, 'SIGSTOP');
    try {
      const { took } = await stop(running);
      expect(took).toBeLessThan(AT_MOST);
    } finally {
      process.kill(server, 'SIGCONT');
      await bed.destroy();
    }
  });

  it('of start whose Temporal does not answer', async () => {
    const running = start('start', writeFolder(join(base, 'in'), { 'a.txt': protokoll() }));
    await until(running, /Expediera är igång/);
    process.kill(readPorts(home)?.serverPid ?? 0, 'SIGSTOP');
    const { took } = await stop(running);
    expect(took).toBeLessThan(AT_MOST);
    await nothingLeft();
  });

  it('of serve, whoever is connected', async () => {
    const running = start('serve');
    await until(running, /http:\/\/127/);
    const url = running.written.stdout.trim();
    const held = await fetch(`${url}/status`, { headers: { connection: 'keep-alive' } });
    expect(held.ok).toBe(true);
    const { code, took } = await stop(running, 'SIGINT');
    expect([code, took < 5_000]).toEqual([0, true]);
  });

  it('that comes a second time ends it at once', async () => {
    const running = start('start', SCAN);
    await untilOcr(running);
    running.child.kill('SIGINT');
    await until(running, /Stoppar/);
    const { code, took } = await stop(running, 'SIGINT');
    expect([code, took < 3_000]).toEqual([130, true]);
    await nothingLeft(10_000);
  });

  it('ends what hangs for ever', async () => {
    const script = `
      import { listenForInterruption } from ${JSON.stringify(join(import.meta.dirname, '../../cli/interruption.ts'))};
      const told = { tell: (text) => console.error(text) };
      // as long as it would wait beside, and one second
      const { came } = listenForInterruption(told, { shutdownSeconds: -14 });
      const alive = setInterval(() => {}, 1_000);
      console.error('ready');
      await came;
      await new Promise(() => {});`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    while (!said.includes('ready')) await new Promise((resolve) => setTimeout(resolve, 20));
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await gone).toBe(143);
    expect(said).toContain('Allt hann inte stoppas');
  });
});
