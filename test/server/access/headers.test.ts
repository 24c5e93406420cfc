/** What every kind of answer tells a browser, whoever made it and however it went. */
import { streamSSE } from 'hono/streaming';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideAccess } from '../../../server/access/access.ts';
import { createLimits } from '../../../server/access/limits.ts';
import { createApp } from '../../../server/app.ts';
import { clientAddress, STYLE } from '../../../server/desk/assets.ts';
import { type Desk, openDesk } from '../../browser/filled.ts';
import { addAccounts, PASSWORD, settingsWith } from './guarded.ts';

let desk: Desk;
let ask: (path: string, init?: RequestInit & { roll?: 'lasare' | 'registrator' | null }) => Promise<Response>;
let file: string;
let matter: string;
beforeAll(async () => {
  desk = await openDesk(['granvik-1-namnd.pdf']);
  const { store } = desk.deps;
  file = `/handling/${desk.sha256('granvik-1-namnd.pdf')}`;
  matter = `/arende/${encodeURIComponent((await store.matters())[0]?.id ?? '')}`;
  const keys = await addAccounts(store);
  const access = {
    ...(await decideAccess(store, settingsWith(), '127.0.0.1')),
    limits: createLimits({ tries: 2 }),
  };
  const app = createApp({ ...desk.deps, access });
  // what only comes of faults and haste
  app.get('/prov/trasig', () => {
    throw new Error('Vera Fiskholm');
  });
  app.get('/prov/fore', (context) => context.text('', 409));
  app.get('/prov/upptagen', (context) => context.text('', 503, { 'Cache-Control': 'private, no-cache' }));
  app.get('/prov/handelser', (context) => streamSSE(context, (stream) => stream.writeSSE({ data: 'x' })));
  ask = async (path, { roll = 'lasare', ...init } = {}) => {
    const headers = new Headers({
      host: '127.0.0.1',
      origin: 'http://127.0.0.1',
      ...(roll && { authorization: `Bearer ${keys[roll]}` }),
    });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    return app.request(`http://127.0.0.1${path}`, { ...init, headers });
  };
});
afterAll(() => desk.close());

const PAGE = { headers: { accept: 'text/html' } };
const form = (body: URLSearchParams, roll: 'registrator' | null = null) => ({ method: 'POST', body, roll });
const wrong = () =>
  ask('/logga-in', form(new URLSearchParams({ namn: 'Lage Läsare', losenord: 'fel lösenord här' })));

/** Kinds of answers: what was asked, its status, its type, and whether a browser may keep it. */
const kinds: [name: string, asked: () => Promise<Response>, status: number, type: string, kept?: true][] = [
  ['a page', () => ask('/sok', PAGE), 200, 'text/html'],
  ['the page to log in at', () => ask('/logga-in', { ...PAGE, roll: null }), 200, 'text/html'],
  ['a handling', () => ask(file, PAGE), 200, 'text/html'],
  ['the picture of a page', () => ask(`${file}/sida/1.png`), 200, 'image/png'],
  ['the file itself', () => ask(`${file}/original`, { roll: 'registrator' }), 200, 'application/pdf'],
  [
    'a part of it',
    () => ask(`${file}/original`, { roll: 'registrator', headers: { range: 'bytes=0-9' } }),
    206,
    'application/pdf',
  ],
  [
    'no part of it',
    () => ask(`${file}/original`, { roll: 'registrator', headers: { range: 'bytes=99999999-' } }),
    416,
    '',
  ],
  ['a drawing', () => ask(`${matter}.svg`), 200, 'image/svg+xml'],
  ['a table', () => ask('/sok.csv'), 200, 'text/csv'],
  ['a list for programs', () => ask('/sok.jsonl'), 200, 'application/x-ndjson'],
  ['the register', () => ask('/diarium.csv'), 200, 'text/csv'],
  ['a feed', () => ask('/sok.atom'), 200, 'application/atom+xml'],
  ['events', () => ask('/prov/handelser'), 200, 'text/event-stream'],
  ['JSON', () => ask('/status'), 200, 'application/json'],
  ['style', () => ask(STYLE), 200, 'text/css', true],
  ['client code', () => ask(clientAddress('page-view')), 200, 'text/javascript', true],
  ['a place to go to', () => ask('/sok', { ...PAGE, roll: null }), 303, ''],
  [
    'who is logged in',
    () => ask('/logga-in', form(new URLSearchParams({ namn: 'Rut Registrator', losenord: PASSWORD }))),
    303,
    '',
  ],
  ['who is not', () => ask('/sok', { roll: null }), 401, 'application/json'],
  ['what is forbidden, to people', () => ask('/granska', PAGE), 403, 'text/html'],
  ['what is forbidden, to programs', () => ask('/granska'), 403, 'application/json'],
  [
    'what another page sends',
    () => ask('/logga-in', { ...form(new URLSearchParams()), headers: { origin: 'https://ond.example' } }),
    403,
    'text/plain',
  ],
  ['what is not there, to people', () => ask('/finns-inte', PAGE), 404, 'text/html'],
  ['what is not there, to programs', () => ask('/finns-inte'), 404, 'application/json'],
  ['what came too late', () => ask('/prov/fore'), 409, 'text/plain'],
  [
    'what is too large',
    () => ask('/logga-in', form(new URLSearchParams({ namn: 'x'.repeat(20_000) }))),
    413,
    'application/json',
  ],
  ['another name', () => ask('/sok', { headers: { host: 'ond.example' } }), 421, 'application/json'],
  [
    'what cannot be taken',
    async () => {
      const fields = new URLSearchParams({ namn: 'Rut Registrator', losenord: PASSWORD });
      const cookie = (await ask('/logga-in', form(fields))).headers.get('set-cookie')?.split(';')[0] ?? '';
      return ask('/konto/losenord', {
        ...form(new URLSearchParams({ nuvarande: 'x' })),
        headers: { cookie },
      });
    },
    ...([422, 'text/html'] as const),
  ],
  [
    'who guesses',
    async () => [await wrong(), await wrong(), await wrong()].at(-1) as Response,
    429,
    'text/html',
  ],
  ['what broke, to people', () => ask('/prov/trasig', PAGE), 500, 'text/html'],
  ['what broke, to programs', () => ask('/prov/trasig'), 500, 'application/json'],
  [
    'what nothing runs for',
    () => {
      const body = new FormData();
      body.append('filer', new File(['x'], 'a.txt'));
      return ask('/las-in', { ...PAGE, method: 'POST', body, roll: 'registrator' });
    },
    503,
    'text/html',
  ],
  ['what there is no time for', () => ask('/prov/upptagen'), 503, 'text/plain'],
];

describe('a browser', () => {
  it.each(kinds)('is told how to treat %s', async (name, asked, status, type, kept) => {
    const answer = await asked();
    expect([name, answer.status]).toEqual([name, status]);
    expect(answer.headers.get('content-type') ?? '').toContain(type);
    const { headers } = answer;
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    // a file as it came may not even be a page of ours
    expect(policy).toMatch(/frame-ancestors 'none'|; sandbox$/u);
    // pdf.js unpacks pictures by WebAssembly; no text becomes a script
    if (!policy.endsWith('sandbox')) expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/unsafe-inline|(?<!wasm-)unsafe-eval|https?:|\*/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    if (kept) expect(headers.get('cache-control')).toContain('immutable');
    else expect(headers.get('cache-control')).toBe('no-store');
    const body = await answer.text();
    if (status >= 400) expect(body).not.toMatch(/Vera|node:|\.ts\b|at \w+ \(/u);
  });

  it('is told all kinds that the test is of', () => {
    expect(new Set(kinds.map(([, , status]) => status))).toEqual(
      new Set([200, 206, 303, 401, 403, 404, 409, 413, 416, 421, 422, 429, 500, 503]),
    );
  });
});
