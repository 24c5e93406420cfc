/** `konto` and `nyckel`: passwords come by stdin or a terminal, never as arguments, and nothing secret is kept or shown twice. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isPassword } from '../../server/access/password.ts';
import { hashOf } from '../../server/access/secrets.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { main, type Ran, runCli } from './run-cli.ts';

const home = mkdtempSync(join(tmpdir(), 'expediera-konto-'));
const env = { EXPEDIERA_HOME: home };
afterAll(() => rmSync(home, { recursive: true }));
const PASSWORD = 'korrekt häst batteri häftstift';

/** Runs the program with something on stdin. */
function typed(args: string[], input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...env } });
    const ran: Ran = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (text) => {
      ran.stdout += text;
    });
    child.stderr.on('data', (text) => {
      ran.stderr += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ ...ran, code }));
    child.stdin.end(input);
  });
}

async function kept<T>(ask: (store: ReturnType<typeof openSqliteStore>) => Promise<T>): Promise<T> {
  const store = openSqliteStore(join(home, 'expediera.db'));
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}

describe('konto', () => {
  it('says what to do while there is none', async () => {
    const { code, stdout } = await runCli(['konto'], env);
    expect([code, stdout.includes('expediera konto lagg-till')]).toEqual([3, true]);
  });

  it('is made with a password from stdin, which is kept as a hash', async () => {
    const made = await typed(
      ['konto', 'lagg-till', 'Elsa Norén', '--roll', 'registrator', '--av', 'Bo'],
      `${PASSWORD}\n`,
    );
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(made.stdout).toContain('Elsa Norén');
    const known = await kept((store) => store.losenord('elsa norén'));
    expect(known?.losenord).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(await isPassword(PASSWORD, known?.losenord ?? null)).toBe(true);
    expect(await isPassword(`${PASSWORD}x`, known?.losenord ?? null)).toBe(false);
    expect(readFileSync(join(home, 'expediera.db')).includes(Buffer.from(PASSWORD))).toBe(false);
    expect((await typed(['konto', 'lagg-till', 'ELSA NORÉN', '--roll', 'lasare'], PASSWORD)).code).toBe(7);
  });

  it('is not made with one that is too weak, or none', async () => {
    for (const weak of ['', 'kort\n', 'Bo Ek Bo Ek1\n', 'aaaaaaaaaaaaaa\n']) {
      const { code, stdout } = await typed(['konto', 'lagg-till', 'Bo Ek', '--roll', 'lasare'], weak);
      expect([weak, code, stdout]).toEqual([weak, 7, '']);
    }
    expect((await typed(['konto', 'lagg-till', 'Bo Ek', PASSWORD, '--roll', 'lasare'], '')).code).toBe(2);
    expect((await typed(['konto', 'lagg-till', 'Bo Ek'], PASSWORD)).code).toBe(2);
  });

  it('gets another password, and is closed', async () => {
    expect((await typed(['konto', 'losenord', 'Elsa Norén'], 'ett helt annat lösenord\n')).code).toBe(0);
    expect((await typed(['konto', 'losenord', 'Ingen'], 'ett helt annat lösenord\n')).code).toBe(3);
    expect((await runCli(['konto', 'stang', 'Elsa Norén'], env)).code).toBe(0);
    expect((await runCli(['konto', 'stang', 'Elsa Norén'], env)).code).toBe(7);
    const [konto] = JSON.parse((await runCli(['konto', '--json'], env)).stdout) as {
      stangd: string | null;
    }[];
    expect(konto?.stangd).not.toBeNull();
    const { stdout } = await runCli(['logg'], env);
    expect(stdout).toMatch(/stängde ett konto[\s\S]*bytte lösenord[\s\S]*Bo[\s\S]*gjorde ett konto/u);
    expect(stdout).not.toMatch(/argon2|häftstift|helt annat/u);
  });
});

describe('nyckel', () => {
  it('is shown once, and kept as a hash', async () => {
    const made = await runCli(['nyckel', 'ny', 'Bevakaren', '--roll', 'lasare', '--json'], env);
    const { nyckel, id } = JSON.parse(made.stdout) as { nyckel: string; id: string };
    expect(nyckel).toMatch(/^exp_[\w-]{43}$/u);
    expect(nyckel.startsWith(id)).toBe(true);
    expect(await kept((store) => store.nyckel(hashOf(nyckel), ''))).toMatchObject({ id, roll: 'lasare' });
    const listed = await runCli(['nyckel', '--json'], env);
    expect(listed.stdout).toContain(id);
    expect(
      listed.stdout + (await runCli(['nyckel'], env)).stdout + (await runCli(['logg'], env)).stdout,
    ).not.toContain(nyckel);
    expect(readFileSync(join(home, 'expediera.db')).includes(Buffer.from(nyckel))).toBe(false);
    expect((await runCli(['nyckel', 'stang', id], env)).code).toBe(0);
    expect((await runCli(['nyckel', 'stang', id], env)).code).toBe(3);
    expect(await kept((store) => store.nyckel(hashOf(nyckel), ''))).toBeNull();
  });
});

describe('an address that others can reach', () => {
  it('is refused, with what is missing', async () => {
    const bare = { EXPEDIERA_HOME: join(home, 'bare') };
    for (const args of [
      ['serve', '--host', '0.0.0.0'],
      ['serve', '--host', '192.0.2.1'],
    ]) {
      const { code, stderr, stdout } = await runCli(args, bare);
      expect([code, stdout]).toEqual([2, '']);
      for (const missing of ['expediera konto lagg-till', 'tlsCertFile', 'publicUrl', '127.0.0.1'])
        expect(stderr).toContain(missing);
    }
    expect((await runCli(['serve'], { ...bare, EXPEDIERA_HOST: '0.0.0.0' })).code).toBe(2);
  });
});
