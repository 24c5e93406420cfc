/** Logging in and out, sessions and their ends, keys. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { guarded, PASSWORD, PROXIED } from './guarded.ts';

afterEach(() => vi.useRealTimers());
const post = (fields: { [name: string]: string }, headers: { [name: string]: string } = {}) => ({
  ...{ method: 'POST', body: new URLSearchParams(fields), headers },
});

describe('a person', () => {
  it('logs in with a password, and the browser keeps nothing that others can use', async () => {
    const { ask, logIn, store } = await guarded();
    const { answer, cookie } = await logIn('lage läsare');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/laget']);
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^expediera=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/u);
    expect((await ask('/laget', { headers: { cookie } })).status).toBe(200);
    expect((await ask('/granska', { headers: { cookie } })).status).toBe(403);
    const token = cookie.split('=')[1] as string;
    expect(JSON.stringify([await store.sessioner('Lage Läsare'), await store.handelser()])).not.toContain(
      token,
    );
  });

  it('is told the same whatever was wrong, and as late', async () => {
    const { logIn } = await guarded({ limits: { tries: 100, triesOfName: 100, triesOfAddress: 100 } });
    const shown = async (namn: string, password: string) => {
      const began = performance.now();
      const { answer, cookie } = await logIn(namn, password);
      const took = performance.now() - began;
      return { status: answer.status, cookie, took, text: (await answer.text()).replaceAll(namn, 'NAMN') };
    };
    const wrong: Awaited<ReturnType<typeof shown>>[] = [];
    const unknown: typeof wrong = [];
    for (let i = 0; i < 8; i++) {
      wrong.push(await shown('Rut Registrator', 'fel lösenord som är långt'));
      unknown.push(await shown('Ingen Sådan', 'fel lösenord som är långt'));
    }
    const { took: _, ...told } = wrong[0] as (typeof wrong)[0];
    expect(unknown[0]).toMatchObject(told);
    expect(told).toMatchObject({ status: 401, cookie: '' });
    const least = (all: typeof wrong) => Math.min(...all.map(({ took }) => took));
    // both have a password checked: the quickest of each are alike
    expect(least(unknown)).toBeGreaterThan(least(wrong) / 3);
    expect(least(wrong)).toBeGreaterThan(least(unknown) / 3);
  });

  it('is stopped from guessing, there and not elsewhere', async () => {
    const { logIn, ask } = await guarded({ ...PROXIED, limits: { tries: 3, triesOfAddress: 8 } });
    for (let i = 0; i < 3; i++)
      expect((await logIn('Rut Registrator', 'gissning nummer ett')).answer.status).toBe(401);
    const { answer } = await logIn('Rut Registrator');
    expect([answer.status, Number(answer.headers.get('retry-after')) > 60]).toEqual([429, true]);
    const fields = { namn: 'Rut Registrator', losenord: PASSWORD };
    expect((await ask('/logga-in', post(fields, { 'x-forwarded-for': '203.0.113.9' }))).status).toBe(303);
    for (const namn of ['a', 'b', 'c', 'd']) await logIn(namn, 'gissning nummer ett');
    expect((await logIn('Lage Läsare')).answer.status).toBe(429);
  });

  it('is sent to the page that was asked for, and nowhere else', async () => {
    const { ask } = await guarded();
    const asked = await ask('/sok?q=a&typ=beslut', { headers: { accept: 'text/html' } });
    expect(asked.headers.get('location')).toBe('/logga-in?till=%2Fsok%3Fq%3Da%26typ%3Dbeslut');
    for (const till of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/logga-ut',
      'javascript:1',
    ]) {
      const { headers } = await ask('/logga-in', post({ namn: 'Lage Läsare', losenord: PASSWORD, till }));
      expect([till, headers.get('location')]).toEqual([till, '/']);
    }
  });

  it('gets a new session each time, and the one before ends', async () => {
    const { ask, logIn } = await guarded();
    const planted = 'expediera=anything-that-was-put-there';
    const fields = { namn: 'Lage Läsare', losenord: PASSWORD };
    const first = await ask('/logga-in', post(fields, { cookie: planted }));
    expect(first.headers.get('set-cookie')).not.toContain('anything');
    const { cookie } = await logIn('Lage Läsare');
    await ask('/logga-in', post(fields, { cookie }));
    expect((await ask('/laget', { headers: { cookie } })).status).toBe(401);
  });

  it('logs out, and the cookie is worth nothing after it', async () => {
    const { ask, logIn, store } = await guarded();
    const { cookie } = await logIn('Lage Läsare');
    const out = await ask('/logga-ut', post({}, { cookie }));
    expect([out.status, out.headers.get('location')]).toEqual([303, '/logga-in']);
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/u);
    expect((await ask('/laget', { headers: { cookie } })).status).toBe(401);
    const acts = (await store.handelser()).handelser.map(({ vad, av, dorr }) => [vad, av, dorr]);
    expect(acts.slice(0, 2)).toEqual([
      ['utloggning', 'Lage Läsare', 'sida'],
      ['inloggning', 'Lage Läsare', 'sida'],
    ]);
  });

  it('is logged out after a while without use, and after a day in any case', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-01T08:00:00Z') });
    const store = openSqliteStore(':memory:', { now: () => new Date() });
    const { ask, logIn } = await guarded({ store, settings: { sessionIdleMinutes: 30, sessionHours: 8 } });
    const at = (time: string) => vi.setSystemTime(new Date(`2031-05-01T${time}:00Z`));
    const { cookie } = await logIn('Lage Läsare');
    const status = async () => (await ask('/laget', { headers: { cookie } })).status;
    at('08:25');
    expect(await status()).toBe(200);
    at('08:50');
    expect(await status()).toBe(200);
    at('09:25');
    expect(await status()).toBe(401);
    const again = await logIn('Lage Läsare');
    for (let minutes = 20; minutes < 8 * 60; minutes += 20) {
      vi.setSystemTime(new Date(Date.parse('2031-05-01T09:25:00Z') + minutes * 60_000));
      expect((await ask('/laget', { headers: { cookie: again.cookie } })).status).toBe(200);
    }
    at('17:26');
    expect((await ask('/laget', { headers: { cookie: again.cookie } })).status).toBe(401);
  });

  it('who is closed is out at once', async () => {
    const { ask, logIn, store } = await guarded();
    const { cookie } = await logIn('Lage Läsare');
    await store.stangKonto('Lage Läsare', { av: 'Elsa', dorr: 'cli' });
    expect((await ask('/laget', { headers: { cookie } })).status).toBe(401);
    expect((await logIn('Lage Läsare')).answer.status).toBe(401);
  });

  it('changes the password, and is logged out elsewhere', async () => {
    const { ask, logIn } = await guarded();
    const [{ cookie }, elsewhere] = [await logIn('Lage Läsare'), await logIn('Lage Läsare')];
    const nytt = 'ett helt annat lösenord';
    const change = (fields: { [name: string]: string }) =>
      ask('/konto/losenord', post({ nuvarande: PASSWORD, nytt, igen: nytt, ...fields }, { cookie }));
    const refused = { nuvarande: 'fel nuvarande lösenord', igen: 'inte likadant alls' };
    for (const [name, value] of Object.entries(refused))
      expect((await change({ [name]: value })).status).toBe(422);
    for (const weak of ['kort', 'Lage Läsare1', 'aaaaaaaaaaaaaaaa', 'x'.repeat(300)])
      expect([weak, (await change({ nytt: weak, igen: weak })).status]).toEqual([weak, 422]);
    expect((await change({})).headers.get('location')).toBe('/konto?gjort=losenord');
    expect((await ask('/konto', { headers: { cookie } })).status).toBe(200);
    expect((await ask('/konto', { headers: { cookie: elsewhere.cookie } })).status).toBe(401);
    expect((await logIn('Lage Läsare')).answer.status).toBe(401);
    expect((await logIn('Lage Läsare', nytt)).answer.status).toBe(303);
  });

  it('ends own sessions, and not those of others', async () => {
    const { ask, logIn, store } = await guarded();
    const [mine, other, ruts] = [
      await logIn('Lage Läsare'),
      await logIn('Lage Läsare'),
      await logIn('Rut Registrator'),
    ];
    const [rut] = await store.sessioner('Rut Registrator');
    await ask('/konto/avsluta', post({ session: rut?.hash ?? '' }, { cookie: mine.cookie }));
    expect((await ask('/laget', { headers: { cookie: ruts.cookie } })).status).toBe(200);
    await ask('/konto/avsluta', post({ session: '' }, { cookie: mine.cookie }));
    expect((await ask('/laget', { headers: { cookie: other.cookie } })).status).toBe(401);
    expect((await ask('/laget', { headers: { cookie: mine.cookie } })).status).toBe(200);
  });
});

describe('a program', () => {
  it('asks with its key, until that is closed', async () => {
    const { ask, keys, store } = await guarded();
    const asking = (authorization: string, method?: string) =>
      ask('/status', { ...(method && { method }), headers: { authorization } }).then(({ status }) => status);
    expect(await asking(`Bearer ${keys.lasare}`)).toBe(200);
    expect(await asking(`bearer ${keys.lasare}`)).toBe(200);
    expect(await asking(`Basic ${btoa(`feed:${keys.lasare}`)}`)).toBe(200);
    expect(await asking(`Basic ${btoa(`feed:${keys.registrator}`)}`, 'POST')).toBe(401);
    for (const wrong of ['Bearer x', `Bearer ${keys.lasare}x`, 'Basic !!', keys.lasare, 'Bearer '])
      expect([wrong, await asking(wrong)]).toEqual([wrong, 401]);
    expect((await store.nycklar()).filter(({ senast }) => senast !== null)).toHaveLength(1);
    await store.stangNyckel(keys.lasare.slice(0, 12), { av: 'Elsa', dorr: 'cli' });
    expect(await asking(`Bearer ${keys.lasare}`)).toBe(401);
  });

  it('that shows a wrong key is not taken for who is logged in', async () => {
    const { ask, logIn } = await guarded();
    const { cookie } = await logIn('Rut Registrator');
    expect((await ask('/laget', { headers: { cookie, authorization: 'Bearer x' } })).status).toBe(401);
  });

  it('is told where it asks too often', async () => {
    const { ask, keys } = await guarded({ limits: { aMinute: 5 } });
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++)
      statuses.push((await ask('/status', { headers: { authorization: `Bearer ${keys.lasare}` } })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  });
});

describe('what is sent', () => {
  it('from a page elsewhere is refused, whatever its kind', async () => {
    const { ask, logIn } = await guarded();
    const { cookie } = await logIn('Rut Registrator');
    const send = (headers: { [name: string]: string }) =>
      ask('/finns-inte', { method: 'POST', body: '{}', headers: { cookie, ...headers } }).then(
        ({ status }) => status,
      );
    const kinds = [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ];
    for (const kind of kinds) {
      expect([kind, await send({ 'content-type': kind })]).toEqual([kind, 404]);
      expect([kind, await send({ 'content-type': kind, origin: 'https://evil.example' })]).toEqual([
        kind,
        403,
      ]);
      expect([kind, await send({ 'content-type': kind, origin: 'null' })]).toEqual([kind, 403]);
      expect([kind, await send({ 'content-type': kind, origin: 'http://127.0.0.1:4001' })]).toEqual([
        kind,
        403,
      ]);
      expect([kind, await send({ 'content-type': kind, 'sec-fetch-site': 'cross-site' })]).toEqual([
        kind,
        403,
      ]);
      expect([kind, await send({ 'content-type': kind, 'sec-fetch-site': 'same-site' })]).toEqual([
        kind,
        403,
      ]);
    }
  });

  it('is bounded', async () => {
    const { ask, keys } = await guarded();
    const headers = { authorization: `Bearer ${keys.registrator}`, 'content-type': 'application/json' };
    expect((await ask('/x', { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1), headers })).status).toBe(
      413,
    );
    expect((await ask('/logga-in', post({ namn: 'x', losenord: 'x'.repeat(20_000) }))).status).toBe(413);
  });
});
