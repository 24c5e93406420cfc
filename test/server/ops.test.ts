/** What supervisors ask: bounded, cheap, and true. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Check } from '../../engine/watch/health.ts';
import { createApp } from '../../server/app.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { createOpsApp } from '../../server/ops.ts';
import { createReadiness } from '../../server/readiness.ts';
import { storeThatSays } from './store-that-says.ts';

/** A check that does as it is told, and counts how often it is asked. */
function check(name: Check['name'], look: () => Promise<void>) {
  const counted = { asked: 0 };
  const one: Check = {
    ...{ name, what: 'Databasen' },
    look: () => {
      counted.asked += 1;
      return look();
    },
  };
  return { one, counted };
}

const well = async () => {};
const hangs = () => new Promise<never>(() => {});

describe('readiness', () => {
  it('asks once for any number of probes, and again when the answer is old', async () => {
    const { one, counted } = check('store', well);
    const ready = createReadiness([one], { keepMs: 50 });
    const answers = await Promise.all(Array.from({ length: 500 }, ready));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(counted.asked).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await ready();
    expect(counted.asked).toBe(2);
  });

  it('waits for no check longer than it may, and says in words which one does not answer', async () => {
    const ready = createReadiness([check('store', hangs).one, check('blobs', well).one], { maxMs: 40 });
    const began = performance.now();
    const answer = await ready();
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(answer.ok).toBe(false);
    expect(answer.checks.map(({ name, ok, detail }) => [name, ok, detail])).toEqual([
      ['store', false, 'Databasen svarar inte inom 0.04 s.'],
      ['blobs', true, 'Databasen svarar.'],
    ]);
  });

  it('tells nobody what an error says, and the log once while it lasts', async () => {
    let broken = true;
    const { one } = check('store', async () => {
      if (broken) throw new Error('postgres://x:hemligt@db');
    });
    const told: unknown[] = [];
    const ready = createReadiness([one], { keepMs: 0, onFault: (name) => told.push(name) });
    expect(JSON.stringify(await ready())).not.toContain('hemligt');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ready();
    expect(told).toEqual(['store']);
    broken = false;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await ready()).ok).toBe(true);
    broken = true;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ready();
    expect(told).toEqual(['store', 'store']);
  });
});

describe('the page for supervisors', () => {
  let listening: Listening | undefined;
  afterEach(() => listening?.close());
  const metrics = { text: async () => 'expediera_files{status="done"} 3\n', contentType: 'text/plain' };

  it('lives, can work and has figures', async () => {
    const ready = createReadiness([check('store', well).one]);
    listening = await listen(createOpsApp({ ready, metrics }), 0);
    expect(await (await fetch(`${listening.url}/healthz`)).json()).toEqual({ ok: true });
    expect((await fetch(`${listening.url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${listening.url}/metrics`)).text()).toContain('expediera_files');
    expect((await fetch(`${listening.url}/status`)).status).toBe(404);
  });

  it('answers 503 where something is not as it should be, and lives all the same', async () => {
    const app = createOpsApp({ ready: createReadiness([check('store', hangs).one], { maxMs: 10 }) });
    const ask = (path: string) => app.request(path, { headers: { host: '127.0.0.1' } });
    expect((await ask('/readyz')).status).toBe(503);
    expect((await ask('/healthz')).status).toBe(200);
  });

  it('answers to other names only where other machines are to reach it', async () => {
    const ask = (anyName: boolean) =>
      createOpsApp({ metrics }, { anyName }).request('/metrics', { headers: { host: 'ocr-worker:9464' } });
    expect((await ask(false)).status).toBe(421);
    expect((await ask(true)).status).toBe(200);
  });
});

describe('the log of requests', () => {
  it('has one line each, with an id and nothing of the question', async () => {
    const lines: [string, object][] = [];
    const log = {
      info: (line: object) => lines.push(['info', line]),
      debug: (line: object) => lines.push(['debug', line]),
      error: (line: object) => lines.push(['error', line]),
    };
    const app = createApp({ ...storeThatSays(), temporalPage: () => null, version: '1', log });
    const headers = { host: '127.0.0.1', 'x-request-id': 'proxy-17' };
    const answer = await app.request('/status?person=Alva%20Strand', { headers });
    expect(answer.headers.get('x-request-id')).toBe('proxy-17');
    await app.request('/healthz', { headers: { host: '127.0.0.1', 'x-request-id': 'a\tb' } });
    expect(lines).toEqual([
      ['info', { request: 'proxy-17', method: 'GET', path: '/status', status: 200, ms: expect.any(Number) }],
      ['debug', expect.objectContaining({ path: '/healthz', request: expect.stringMatching(/^[\w-]{36}$/) })],
    ]);
    expect(JSON.stringify(lines)).not.toContain('Alva');
  });
});
