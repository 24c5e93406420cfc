import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { status } from '../store/status-answer.ts';
import { storeThatSays } from './store-that-says.ts';

const app = createApp({
  ...storeThatSays(),
  temporalPage: () => 'http://127.0.0.1:8233',
  version: '1.2.3',
});
let listening: Listening;

beforeAll(async () => {
  listening = await listen(app, 0);
});
afterAll(() => listening.close());

/** What a server answers when it is asked under another name. */
function askAs(host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(listening.port, '127.0.0.1', () => {
      socket.write(`GET /status HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', reject);
    socket.on('end', () => resolve(answer));
  });
}

describe('the status page', () => {
  it('links to what there is', async () => {
    const answer = await (await fetch(`${listening.url}/api`)).json();
    expect(answer).toEqual({
      name: 'Expediera',
      version: '1.2.3',
      status: `${listening.url}/status`,
      healthz: `${listening.url}/healthz`,
      readyz: `${listening.url}/readyz`,
      temporal: 'http://127.0.0.1:8233',
    });
  });

  it('answers as status --json does, and says that it lives', async () => {
    expect(await (await fetch(`${listening.url}/status`)).json()).toEqual(status);
    expect(await (await fetch(`${listening.url}/healthz`)).json()).toEqual({ ok: true });
  });

  it('has nothing else', async () => {
    const answer = await fetch(`${listening.url}/etc`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: 'not found' });
  });

  it('does not answer to a name that is not of this machine', async () => {
    expect(await askAs('evil.example')).toMatch(/^HTTP\/1.1 421 /);
    expect(await askAs('localhost')).toMatch(/^HTTP\/1.1 200 /);
    expect(await askAs(`127.0.0.1:${listening.port}`)).toMatch(/^HTTP\/1.1 200 /);
  });

  it('says so when what it shows cannot be had, and to the log alone why', async () => {
    const logged: object[] = [];
    const log = { info: () => {}, debug: () => {}, error: (line: object) => void logged.push(line) };
    const broken = createApp({
      ...storeThatSays(() => Promise.reject(new Error('the database is gone'))),
      temporalPage: () => null,
      version: '1',
      log,
    });
    const answer = await broken.request('http://127.0.0.1/status', { headers: { host: '127.0.0.1' } });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error: 'internal error' });
    expect(logged).toEqual([{ error: new Error('the database is gone'), path: '/status' }]);
  });
});

describe('listening', () => {
  it.each(['0.0.0.0', '::', '192.0.2.7', 'example.org'])('refuses %s', async (host) => {
    await expect(listen(app, 0, host)).rejects.toThrow('Only loopback hosts');
  });

  it('rejects when the port is taken', async () => {
    await expect(listen(app, listening.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('gives the port back', async () => {
    const first = await listen(app, 0);
    await first.close();
    const second = await listen(app, first.port);
    expect(second.port).toBe(first.port);
    await second.close();
  });
});
