/** By what name we are asked, from where, and whether the line is secret: only a trusted proxy's word counts. */
import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { addressesOf, lineOf, visitorKey } from '../../../server/access/front.ts';
import { guarded, PASSWORD, PROXIED } from './guarded.ts';

const proxies = addressesOf(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);

async function line(peer: string, headers: { [name: string]: string }) {
  const app = new Hono().get('/', (context) => context.json(lineOf(context, { publicUrl: null, proxies })));
  const env = { incoming: { socket: { remoteAddress: peer } } };
  return (await app.request('http://x/', { headers: { host: 'x', ...headers } }, env)).json();
}

describe('who asks', () => {
  it.each([
    ['directly', '203.0.113.9', {}, '203.0.113.9', false],
    [
      'with words of its own',
      '203.0.113.9',
      { 'x-forwarded-for': '1.2.3.4', 'x-forwarded-proto': 'https' },
      '203.0.113.9',
      false,
    ],
    [
      'by the proxy',
      '127.0.0.1',
      { 'x-forwarded-for': '198.51.100.7', 'x-forwarded-proto': 'https' },
      '198.51.100.7',
      true,
    ],
    [
      'as IPv4 in IPv6',
      '::ffff:127.0.0.1',
      { 'x-forwarded-for': '::ffff:198.51.100.7' },
      '198.51.100.7',
      false,
    ],
    ['by two proxies', '10.1.2.3', { 'x-forwarded-for': '198.51.100.7, 10.9.9.9' }, '198.51.100.7', false],
    [
      'with words before the proxy',
      '10.1.2.3',
      { 'x-forwarded-for': '127.0.0.1, 8.8.8.8, 198.51.100.7' },
      '198.51.100.7',
      false,
    ],
    [
      'by a proxy that writes otherwise',
      '10.1.2.3',
      { 'x-forwarded-for': '198.51.100.1, 203.0.113.9:5000' },
      '10.1.2.3',
      false,
    ],
    ['with nonsense', '10.1.2.3', { 'x-forwarded-for': 'x, <script>' }, '10.1.2.3', false],
    [
      'with two protocols',
      '10.1.2.3',
      { 'x-forwarded-for': '8.8.8.8', 'x-forwarded-proto': 'https, http' },
      '8.8.8.8',
      false,
    ],
  ])('%s', async (_, peer, headers, address, https) => {
    expect(await line(peer, headers as { [name: string]: string })).toMatchObject({ address, https });
  });

  it('is never somebody whom the proxy did not name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.ipV4(), fc.string())), fc.ipV4(), async (before, last) => {
        fc.pre(!last.startsWith('10.') && last !== '127.0.0.1');
        const header = [...before.map((one) => one.replaceAll(/[^\x20-\x7e]/gu, '')), last].join(', ');
        expect(await line('10.0.0.1', { 'x-forwarded-for': header })).toMatchObject({ address: last });
      }),
    );
  });

  it('is one visitor in an IPv6 network', () => {
    expect(visitorKey('2001:db8:1:2:aaaa::1')).toBe(visitorKey('2001:db8:1:2::9'));
    expect(visitorKey('2001:db8:1:2::1')).not.toBe(visitorKey('2001:db8:1:3::1'));
    expect(visitorKey('2001:0db8::1')).toBe(visitorKey('2001:db8:0:0:5::'));
    expect(visitorKey('198.51.100.7')).toBe('198.51.100.7');
  });

  it('knows what no address is', () => {
    for (const wrong of ['x', '10.0.0.0/33', '10.0.0.0/8/8', '::/129', '', '10.0.0.0/x'])
      expect(addressesOf([wrong])).toBeNull();
  });
});

describe('behind a proxy', () => {
  it('only its name is served, by it', async () => {
    const { ask } = await guarded(PROXIED);
    const status = (host: string, peer = '127.0.0.1') =>
      ask('/healthz', { headers: { host }, peer }).then((one) => one.status);
    expect(await status('expediera.example')).toBe(200);
    expect(await status('expediera.example:443')).toBe(200);
    expect(await status('EXPEDIERA.example')).toBe(200);
    for (const host of ['evil.example', 'expediera.example:8080', 'localhost', '127.0.0.1', ''])
      expect([host, await status(host)]).toEqual([host, 421]);
  });

  it('the cookie is secret, of this host alone, and HTTPS is asked for from then on', async () => {
    const { ask, logIn } = await guarded(PROXIED);
    const { answer, cookie } = await logIn('Lage Läsare', PASSWORD);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-expediera=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    );
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await ask('/laget', { headers: { cookie } })).status).toBe(200);
    // the same token under the name that has no such promise is none
    expect((await ask('/laget', { headers: { cookie: cookie.replace('__Host-', '') } })).status).toBe(401);
  });

  it('links that go out of the house are to where people reach it, not to what the proxy asks', async () => {
    const { ask, keys } = await guarded({ ...PROXIED, url: 'http://expediera.example' });
    const headers = { authorization: `Bearer ${keys.lasare}` };
    const links = (await (await ask('/sok.atom?q=taxa', { headers })).text()).match(/https?:[^"<]*/g);
    expect(links?.filter((link) => !link.startsWith('http://www.w3.org/'))).toEqual([
      'https://expediera.example/sok.atom?q=taxa',
      'https://expediera.example/sok?q=taxa&amp;ordning=inlast',
    ]);
    const { status } = (await (await ask('/api', { headers })).json()) as { status: string };
    expect(status).toBe('https://expediera.example/status');
  });

  it('a page of the machine itself is not taken for one of ours', async () => {
    const { ask } = await guarded(PROXIED);
    const fields = new URLSearchParams({ namn: 'Lage Läsare', losenord: PASSWORD });
    for (const origin of ['http://expediera.example', 'http://127.0.0.1:4000', 'https://evil.example'])
      expect((await ask('/logga-in', { method: 'POST', body: fields, headers: { origin } })).status).toBe(
        403,
      );
  });
});
