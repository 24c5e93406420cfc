/** Every address of the application, also those added later: what is refused to whom. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Guarded, guarded } from './guarded.ts';

/** Without log-in: pages to log in by, what they are made of, what supervisors ask, and the choice of language. */
const OPEN = /^\/(?:logga-in|healthz|readyz|val|desk\/.*)$/u;
/** What readers may send: it is about themselves. */
const OWN = ['/logga-in', '/logga-ut', '/konto/losenord', '/konto/avsluta'];
/** Parts that no reader has. */
const REGISTRATORS = /^\/(?:granska|las-in|arkiv)(?:[/.]|$)/u;

let door: Guarded;
let routes: { method: string; path: string }[];
beforeAll(async () => {
  door = await guarded();
  const all = door.app.routes.filter(({ method }) => method !== 'ALL');
  routes = [...new Map(all.map((one) => [`${one.method} ${one.path}`, one])).values()];
});

/** An address that the route answers. */
const address = (path: string): string =>
  path.replaceAll(/:\w+(?:\{[^}]*\})?\??/gu, 'x').replaceAll('*', 'x');
const asLasare = () => ({ authorization: `Bearer ${door.keys.lasare}` });
const asRegistrator = () => ({ authorization: `Bearer ${door.keys.registrator}` });

describe('every route', () => {
  it('is known to the test', () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.some(({ method }) => method === 'POST')).toBe(true);
  });

  it('refuses whoever has not logged in', async () => {
    for (const { method, path } of routes) {
      if (OPEN.test(path)) continue;
      for (const accept of ['*/*', 'text/html']) {
        const { status, headers } = await door.ask(address(path), { method, headers: { accept } });
        const isShownIn = status === 303 && headers.get('location')?.startsWith('/logga-in?till=') === true;
        expect([method, path, accept, status === 401 || isShownIn]).toEqual([method, path, accept, true]);
      }
    }
    // also what is no route
    expect((await door.ask('/finns-inte')).status).toBe(401);
    expect((await door.ask('/finns-inte', { method: 'DELETE' })).status).toBe(401);
  });

  it('that changes something refuses a reader', async () => {
    for (const { method, path } of routes) {
      if (method === 'GET' || OWN.includes(path)) continue;
      const { status } = await door.ask(address(path), { method, headers: asLasare() });
      expect([method, path, status]).toEqual([method, path, 403]);
    }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await door.ask('/finns-inte', { method, headers: asLasare() })).status).toBe(403);
  });

  it('of a part of registrators refuses a reader', async () => {
    for (const { method, path } of routes.filter((one) => REGISTRATORS.test(one.path)))
      expect([path, (await door.ask(address(path), { method, headers: asLasare() })).status]).toEqual([
        path,
        403,
      ]);
    for (const path of ['/granska', '/granska/x', '/las-in', '/las-in/x/handelser', '/arkiv/1'])
      expect((await door.ask(path, { headers: asLasare() })).status).toBe(403);
  });

  it('that shows something lets no reader break it', async () => {
    for (const { path } of routes.filter(({ method }) => method === 'GET')) {
      const { status } = await door.ask(address(path), { headers: asLasare() });
      expect([path, status < 500]).toEqual([path, true]);
    }
  });

  it('says so to people as a page', async () => {
    const answer = await door.ask('/granska', { headers: { ...asLasare(), accept: 'text/html' } });
    expect(await answer.text()).toMatch(/<h1>Det här gör en registrator<\/h1>/);
  });

  it('lets a registrator through', async () => {
    expect((await door.ask('/laget', { headers: asRegistrator() })).status).toBe(200);
    expect((await door.ask('/finns-inte', { method: 'POST', headers: asRegistrator() })).status).toBe(404);
  });

  it('has the headers that keep a browser from harm', async () => {
    for (const path of ['/logga-in', '/laget', '/finns-inte', '/healthz']) {
      const { headers } = await door.ask(path, { headers: asLasare() });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/u);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });
});
