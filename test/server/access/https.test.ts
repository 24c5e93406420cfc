/** HTTPS by the program itself, and connections that are slow. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideAccess } from '../../../server/access/access.ts';
import { createApp } from '../../../server/app.ts';
import { type Listening, listen } from '../../../server/listen.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { storeThatSays } from '../store-that-says.ts';
import { addAccounts, PASSWORD, settingsWith } from './guarded.ts';

const folder = mkdtempSync(join(tmpdir(), 'expediera-tls-'));
const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
const made = spawnSync('openssl', [
  ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
  ...['-subj', '/CN=expediera.example', '-keyout', keyFile, '-out', certFile],
]);
const hasOpenssl = made.status === 0;
let listening: Listening;

beforeAll(async () => {
  if (!hasOpenssl) return;
  const store = openSqliteStore(':memory:');
  await addAccounts(store);
  const settings = settingsWith({
    publicUrl: 'https://expediera.example',
    tlsCertFile: certFile,
    tlsKeyFile: keyFile,
    host: '0.0.0.0',
  });
  const access = await decideAccess(store, settings, '0.0.0.0');
  const app = createApp({ ...storeThatSays(), store, temporalPage: () => null, version: '1', access });
  // decided for all addresses; opened on this machine's alone
  listening = await listen(app, 0, '127.0.0.1', {
    tls: { cert: readFileSync(certFile), key: readFileSync(keyFile) },
  });
});
afterAll(async () => {
  await listening?.close();
  rmSync(folder, { recursive: true });
});

function ask(
  path: string,
  { method = 'GET', body = '', headers = {} } = {},
): Promise<{ status: number; headers: { [name: string]: unknown } }> {
  return new Promise((resolve, reject) => {
    const all = { host: 'expediera.example', ...headers };
    const asked = request(
      { port: listening.port, host: '127.0.0.1', path, method, headers: all, rejectUnauthorized: false },
      (answer) => {
        answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
      },
    );
    asked.on('error', reject).end(body);
  });
}

describe.skipIf(!hasOpenssl)('HTTPS', () => {
  it('is served with a certificate, and cookies are of it alone', async () => {
    expect(listening.url).toMatch(/^https:/u);
    const { status, headers } = await ask('/logga-in', {
      method: 'POST',
      body: new URLSearchParams({ namn: 'Lage Läsare', losenord: PASSWORD }).toString(),
      headers: { origin: 'https://expediera.example', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(status).toBe(303);
    expect(String(headers['set-cookie'])).toMatch(
      /^__Host-expediera=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    );
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await ask('/laget', { headers: { host: 'evil.example' } })).status).toBe(421);
  });

  it('has no old ways', async () => {
    const spoken = await new Promise<string>((resolve) => {
      const socket = connectTls({
        port: listening.port,
        host: '127.0.0.1',
        maxVersion: 'TLSv1.1',
        minVersion: 'TLSv1',
        rejectUnauthorized: false,
        ciphers: 'DEFAULT@SECLEVEL=0',
      });
      socket.on('secureConnect', () => resolve('spoken'));
      socket.on('error', () => resolve('refused'));
    });
    expect(spoken).toBe('refused');
  });
});

describe('a slow head', () => {
  it('is given up, and others are answered meanwhile', async () => {
    const plain = await listen(
      createApp({ ...storeThatSays(), temporalPage: () => null, version: '1' }),
      0,
      '127.0.0.1',
      { headMs: 400 },
    );
    const began = performance.now();
    const ended = new Promise<number>((resolve) => {
      const socket = connect(plain.port, '127.0.0.1', () =>
        socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-'),
      );
      socket.on('close', () => resolve(performance.now() - began)).on('error', () => {});
      socket.resume();
    });
    expect((await fetch(`${plain.url}/healthz`)).status).toBe(200);
    expect(await ended).toBeLessThan(10_000);
    await plain.close();
  });
});
