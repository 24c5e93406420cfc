/** Where the desk would lie open to others it is not served, and why is said. */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../config/settings.ts';
import { decideAccess, OsakertLage } from '../../../server/access/access.ts';
import { hashPassword } from '../../../server/access/password.ts';
import { createApp } from '../../../server/app.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { storeThatSays } from '../store-that-says.ts';
import { PASSWORD, settingsWith } from './guarded.ts';

const VEM = { av: 'Elsa', dorr: 'cli' } as const;
const TLS = { tlsCertFile: '/cert.pem', tlsKeyFile: '/key.pem' };
const PUBLIC = { publicUrl: 'https://expediera.example' };
const PROXY = { trustedProxy: ['10.0.0.1'] };

async function storeWith(account: 'none' | 'open' | 'closed') {
  const store = openSqliteStore(':memory:');
  if (account !== 'none')
    await store.skapaKonto({ namn: 'Rut', roll: 'registrator', losenord: await hashPassword(PASSWORD) }, VEM);
  if (account === 'closed') await store.stangKonto('Rut', VEM);
  return store;
}

/** What is missing of it; null: it is served. */
async function refused(
  host: string,
  settings: Partial<Settings>,
  account: 'none' | 'open' | 'closed' = 'open',
) {
  try {
    await decideAccess(await storeWith(account), settingsWith(settings), host);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(OsakertLage);
    return (error as Error).message;
  }
}

describe('an address that others can reach', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'expediera.example', '127.evil.example', ''])(
    '%j is refused bare',
    async (host) => {
      expect(await refused(host, {})).toMatch(/HTTPS/u);
      expect(await refused(host, {}, 'none')).toMatch(/ett konto/u);
    },
  );

  it('needs an open account, HTTPS or a proxy that has it, and a name', async () => {
    expect(await refused('0.0.0.0', { ...TLS, ...PUBLIC })).toBeNull();
    expect(await refused('0.0.0.0', { ...PROXY, ...PUBLIC })).toBeNull();
    expect(await refused('0.0.0.0', { ...TLS, ...PUBLIC }, 'closed')).toMatch(/ett konto/u);
    expect(await refused('0.0.0.0', TLS)).toMatch(/publicUrl/u);
    expect(await refused('0.0.0.0', PUBLIC)).toMatch(/HTTPS/u);
    expect(await refused('0.0.0.0', { ...TLS, publicUrl: 'http://expediera.example' })).toMatch(/https:/u);
    expect(await refused('0.0.0.0', { ...PUBLIC, tlsCertFile: '/cert.pem' })).toMatch(/tlsKeyFile/u);
    expect(await refused('0.0.0.0', { ...PUBLIC, trustedProxy: ['alla'] })).toMatch(/trustedProxy/u);
  });

  it('may be this machine, with a proxy that lets others in', async () => {
    expect(await refused('127.0.0.1', PROXY)).toMatch(/publicUrl/u);
    expect(await refused('127.0.0.1', { ...PROXY, ...PUBLIC }, 'none')).toMatch(/ett konto/u);
    expect(await refused('127.0.0.1', { ...PROXY, ...PUBLIC })).toBeNull();
    expect(await refused('127.0.0.1', { ...PROXY, ...PUBLIC, login: 'not-on-loopback' })).toMatch(
      /not-on-loopback/u,
    );
  });
});

describe('on this machine alone', () => {
  const asked = async (account: 'none' | 'open' | 'closed', login: Settings['login']) => {
    const store = await storeWith(account);
    const access = await decideAccess(store, settingsWith({ login }), 'localhost');
    const app = createApp({ ...storeThatSays(), store, temporalPage: () => null, version: '1', access });
    return (await app.request('http://127.0.0.1/status', { headers: { host: '127.0.0.1' } })).status;
  };

  it.each([
    ['none', 'auto', 200],
    ['open', 'auto', 401],
    // closing the last account opens nothing
    ['closed', 'auto', 401],
    ['none', 'always', 401],
    ['open', 'not-on-loopback', 200],
  ] as const)('account %s, login %s: %i', async (account, login, status) => {
    expect(await asked(account, login)).toBe(status);
  });

  it('log-in is wanted soon after the first account was made', async () => {
    const store = await storeWith('none');
    const access = await decideAccess(store, settingsWith(), '127.0.0.1');
    expect(await access.login()).toBe(false);
    await store.skapaKonto({ namn: 'Rut', roll: 'registrator', losenord: 'x' }, VEM);
    await expect.poll(() => access.login(), { timeout: 5_000 }).toBe(true);
  });
});
