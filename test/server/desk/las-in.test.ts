/** Addresses of intakes, asked without a browser: many files, what is told as it happens, and who may do what. */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import type { DeskEnv, Engine } from '../../../server/desk/deps.ts';
import { addDesk } from '../../../server/desk/index.ts';
import { shortName } from '../../../server/desk/las-in/short-name.ts';
import type { Store } from '../../../store/store.ts';
import { type Desk, openDesk } from '../../browser/filled.ts';
import { until } from '../../engine/until.ts';

const MANY = 1_200;
let desk: Desk;
let store: Store;
let many: number;
const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const EMPTY = { status: 'refused', reason: { code: 'empty', sv: 'Filen är tom.', en: 'Empty.' } } as const;

beforeAll(async () => {
  desk = await openDesk([]);
  store = desk.deps.store;
  many = await intake('många');
  for (let n = 0; n < MANY; n++) {
    const name = `${String(n).padStart(5, '0')}.txt`;
    await store.offerFile(`/in/många/${name}`, shaOf(name), false, many);
    if (n % 100 === 0) await store.setOutcome(shaOf(name), EMPTY);
  }
  await store.setArkivLage(many, 'pagar', null, ['samlas']);
}, 60_000);
afterAll(() => desk.close());

const intake = (namn: string) =>
  store.newArkiv({ namn, paths: [`/in/${namn}`], lopande: false, om: null, av: 'Siv Ek' });
const HEADERS = { accept: 'text/html' };
const ask = (path: string) => fetch(desk.url + path, { headers: HEADERS });
const rowsOf = (html: string): number => html.match(/<tr data-nyckel="\/in/gu)?.length ?? 0;

describe('an intake of many files', () => {
  it('is shown some at a time, all or those that stand so', async () => {
    const first = await (await ask(`/arkiv/${many}`)).text();
    expect(rowsOf(first)).toBe(50);
    expect(first).toContain('12 av 1 200 klara'.replace(' 200', '\u00a0200'));
    const last = await (await ask(`/arkiv/${many}?sida=24`)).text();
    expect([rowsOf(last), last.includes('01199.txt')]).toEqual([50, true]);
    expect(rowsOf(await (await ask(`/arkiv/${many}?sida=25`)).text())).toBe(0);
    const refused = await (await ask(`/arkiv/${many}?visa=refused`)).text();
    expect([rowsOf(refused), refused.includes('01100.txt')]).toEqual([12, true]);
    for (const odd of ['?visa=annat', '?sida=0', '?sida=-1', '?sida=x', '?visa=<script>'])
      expect(rowsOf(await (await ask(`/arkiv/${many}${odd}`)).text())).toBe(50);
  });

  it('says what is not running, and can be paused and let go on all the same', async () => {
    expect(await (await ask(`/arkiv/${many}`)).text()).toContain('Läsprogrammet är inte igång');
    expect((await post(`/arkiv/${many}/styr`, { vad: 'pausa' })).status).toBe(303);
    expect(await (await ask(`/arkiv/${many}`)).text()).toContain('Pausad.');
    expect((await store.ettArkiv(many))?.lage).toBe('pausat');
    await store.setArkivWorkflow(many, 'archive:x');
    expect((await post(`/arkiv/${many}/styr`, { vad: 'fortsatt' })).status).toBe(303);
    expect((await store.ettArkiv(many))?.lage).toBe('pagar');
    expect((await post(`/arkiv/${many}/styr`, { vad: 'annat' })).status).toBe(409);
    expect((await post(`/arkiv/${many}/om`)).status).toBe(503);
  });
});

const post = (path: string, form: { [name: string]: string } = {}, origin = desk.url) =>
  fetch(desk.url + path, {
    ...{ method: 'POST', body: new URLSearchParams(form), redirect: 'manual' as const },
    headers: { ...HEADERS, origin },
  });

/** What a page is told: its events, until it is closed or all is told. */
async function listen(path: string) {
  const abort = new AbortController();
  const answer = await fetch(desk.url + path, { signal: abort.signal });
  const events: { event: string; data: string }[] = [];
  let ended = false;
  const reading = (async () => {
    let text = '';
    if (!answer.body) return;
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const of = (field: string) =>
          lines.flatMap((line) => (line.startsWith(`${field}: `) ? line.slice(field.length + 2) : []));
        if (of('event').length > 0) events.push({ event: of('event').join(), data: of('data').join('\n') });
      }
    }
    ended = true;
  })().catch(() => {});
  return {
    ...{ status: answer.status, type: answer.headers.get('content-type'), events },
    ended: () => ended,
    async close() {
      abort.abort();
      await reading;
    },
  };
}

describe('what is told as it happens', () => {
  it('is the whole state each time something has changed, and ends with the last', async () => {
    const id = await intake('få');
    const [one, two] = [shaOf('one'), shaOf('two')];
    await store.offerFile('/in/få/1.txt', one, false, id);
    await store.offerFile('/in/få/2.txt', two, false, id);
    await store.setArkivLage(id, 'pagar', null, ['samlas']);
    const told = await listen(`/arkiv/${id}/handelser?visa=running`);
    expect([told.status, told.type]).toEqual([200, expect.stringContaining('text/event-stream')]);
    await until(async () => told.events.length === 1);
    expect(told.events[0]?.data).toMatch(/^<div id="lage">.*0 av 2 klara.*1\.txt.*2\.txt.*<\/div>$/su);
    await store.setOutcome(one, EMPTY);
    await until(async () => told.events.length === 2);
    expect(told.events[1]?.data).toMatch(/1 av 2 klara.*1 nekad/su);
    expect(rowsOf(told.events[1]?.data ?? '')).toBe(1);
    await store.setOutcome(two, { status: 'done' });
    await until(async () => told.ended());
    expect(told.events.map(({ event }) => event)).toEqual(['lage', 'lage', 'klart']);
    expect(told.events[2]?.data).toContain('data-klart');
    // whoever comes later is told the end at once
    const late = await listen(`/arkiv/${id}/handelser`);
    await until(async () => late.ended());
    expect(late.events.map(({ event }) => event)).toEqual(['klart']);
  });

  it('is told to so many at a time; the others are to ask, and a place is free when one goes', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => listen(`/arkiv/${many}/handelser`)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await listen(`/arkiv/${many}/handelser`)).status).toBe(204);
    await until(async () => all.every(({ events }) => events.length > 0));
    await all[0]?.close();
    await until(async () => {
      const one = await listen(`/arkiv/${many}/handelser`);
      await one.close();
      return one.status === 200;
    });
    await Promise.all(all.map(({ close }) => close()));
  });

  it('is of no intake that is not there', async () => {
    for (const path of [
      '/arkiv/0',
      '/arkiv/99999',
      '/arkiv/x',
      '/arkiv/1e3',
      '/arkiv/99999/handelser',
      '/arkiv/99999/avbryt',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    expect((await post('/arkiv/99999/styr', { vad: 'pausa' })).status).toBe(404);
    expect((await post('/arkiv/99999/om')).status).toBe(404);
  });
});

describe('who may', () => {
  it('take in, look at intakes and steer them: a registrator alone', async () => {
    const app = new Hono<DeskEnv>();
    app.use(async (context, next) => {
      context.set('besokare', { namn: 'Läsare', roll: 'lasare', inloggad: true });
      context.set('store', store);
      await next();
    });
    addDesk(app, desk.deps);
    const paths = ['/las-in', `/arkiv/${many}`, `/arkiv/${many}/handelser`, `/arkiv/${many}/avbryt`];
    for (const path of paths) expect([path, (await app.request(path)).status]).toEqual([path, 403]);
    const posts = [
      '/las-in',
      '/las-in/ny',
      '/las-in/1',
      '/las-in/1/klart',
      `/arkiv/${many}/styr`,
      `/arkiv/${many}/om`,
    ];
    for (const path of posts)
      expect([path, (await app.request(path, { method: 'POST' })).status]).toEqual([path, 403]);
    expect((await store.ettArkiv(many))?.lage).toBe('pagar');
  });

  it('ask from another page: nobody', async () => {
    expect((await post(`/arkiv/${many}/styr`, { vad: 'avbryt' }, 'http://elsewhere.example')).status).toBe(
      403,
    );
  });
});

it('names files by what was given', () => {
  const paths = ['/in/nämnd', '/in/a.zip', 'uppladdat/2026-11-22 1432', 'C:\\in'];
  const names = [
    '/in/nämnd/mars/a.pdf',
    '/in/a.zip',
    '/in/a.zip!/b.pdf',
    'uppladdat/2026-11-22 1432/c.pdf',
    'C:\\in\\d.pdf',
    '/else/e',
  ];
  expect(names.map((path) => shortName(path, { paths }))).toEqual([
    ...['mars/a.pdf', 'a.zip', 'a.zip!/b.pdf', 'c.pdf', 'd.pdf', '/else/e'],
  ]);
});

describe('room on the disk', () => {
  it('is looked for before each file that comes, for how much is to come is not always said', async () => {
    const free = [1e12, 1e12, 4e8];
    const done: string[] = [];
    const upload = {
      arkiv: many,
      add: async (name: string, chunks: AsyncIterable<Uint8Array>) => {
        for await (const _ of chunks);
        done.push(name);
        return { name };
      },
      cutOff: async () => void done.push('cut off'),
      finish: async () => void done.push('finished'),
    };
    const engine = { uploads: { begin: async () => upload } } as unknown as Engine;
    const app = createApp({
      ...desk.deps,
      blobs: { ...desk.deps.blobs, free: async () => free.shift() ?? null },
      engine: async () => engine,
    });
    const body = new FormData();
    for (const name of ['a.txt', 'b.txt', 'c.txt']) body.append('filer', new File(['text'], name));
    const headers = { ...HEADERS, host: '127.0.0.1', origin: 'http://127.0.0.1' };
    const answer = await app.request('http://127.0.0.1/las-in', { method: 'POST', body, headers });
    const page = await answer.text();
    expect([answer.status, page.includes('Disken är nästan full')]).toEqual([503, true]);
    // what came before it filled up is kept and can be followed
    expect(page).toContain(`href="/arkiv/${many}"`);
    expect(done).toEqual(['a.txt', 'cut off']);
    expect(free).toEqual([]);
  });
});
