/** A web application over an empty store with two accounts and two keys, and ways to ask it. */
import type { Hono } from 'hono';
import { type Settings, settingsSchema } from '../../../config/settings.ts';
import { type Access, decideAccess } from '../../../server/access/access.ts';
import { createLimits, type LimitOptions } from '../../../server/access/limits.ts';
import { hashPassword } from '../../../server/access/password.ts';
import { newKey } from '../../../server/access/secrets.ts';
import { createApp } from '../../../server/app.ts';
import type { DeskEnv } from '../../../server/desk/deps.ts';
import type { Roll } from '../../../store/konton.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import type { Store } from '../../../store/store.ts';
import { storeThatSays } from '../store-that-says.ts';

export const PASSWORD = 'korrekt häst batteri häftstift';
const VEM = { av: 'Elsa Norén', dorr: 'cli' } as const;
export const URL_ = 'http://127.0.0.1:4000';

export const settingsWith = (given: Partial<Settings> = {}): Settings => ({
  ...settingsSchema.parse({}),
  ownWords: null,
  ...given,
});

export interface Guarded {
  app: Hono<DeskEnv>;
  store: Store;
  access: Access;
  keys: { [roll in Roll]: string };
  /** Asks as a browser does that is on the page. */
  ask(path: string, init?: RequestInit & { peer?: string }): Promise<Response>;
  /** Logs in, and gives the cookie. */
  logIn(namn: string, password?: string): Promise<{ answer: Response; cookie: string }>;
}

export async function addAccounts(store: Store): Promise<{ [roll in Roll]: string }> {
  const losenord = await hashPassword(PASSWORD);
  await store.skapaKonto({ namn: 'Rut Registrator', roll: 'registrator', losenord }, VEM);
  await store.skapaKonto({ namn: 'Lage Läsare', roll: 'lasare', losenord }, VEM);
  const keys = { registrator: newKey(), lasare: newKey() };
  for (const roll of ['registrator', 'lasare'] as const)
    await store.skapaNyckel({ id: keys[roll].id, hash: keys[roll].hash, namn: `nyckel ${roll}`, roll }, VEM);
  return { registrator: keys.registrator.key, lasare: keys.lasare.key };
}

/** Behind a proxy on this machine that has HTTPS. */
export const PROXIED: How = {
  url: 'https://expediera.example',
  settings: { publicUrl: 'https://expediera.example', trustedProxy: ['127.0.0.1', '10.0.0.0/8'] },
};
const BY_PROXY = { 'x-forwarded-for': '198.51.100.7', 'x-forwarded-proto': 'https' };

export interface How {
  settings?: Partial<Settings>;
  limits?: LimitOptions;
  store?: Store;
  host?: string;
  url?: string;
}

export async function guarded(how: How = {}): Promise<Guarded> {
  const { settings, limits, store = openSqliteStore(':memory:'), host = '127.0.0.1', url = URL_ } = how;
  const keys = await addAccounts(store);
  const decided = await decideAccess(store, settingsWith(settings), host);
  const access = { ...decided, ...(limits && { limits: createLimits(limits) }) };
  const app = createApp({ ...storeThatSays(), store, temporalPage: () => null, version: '1', access });
  const ask = async (path: string, { peer = '127.0.0.1', ...init }: RequestInit & { peer?: string } = {}) => {
    const headers = new Headers({
      host: new URL(url).host,
      ...(settings?.trustedProxy && BY_PROXY),
      ...(init.method !== undefined && { origin: url }),
    });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    return app.request(url + path, { ...init, headers }, { incoming: { socket: { remoteAddress: peer } } });
  };
  const logIn = async (namn: string, losenord = PASSWORD) => {
    const answer = await ask('/logga-in', {
      method: 'POST',
      body: new URLSearchParams({ namn, losenord, till: '/laget' }),
    });
    return { answer, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  };
  return { app, store, access, keys, ask, logIn };
}
