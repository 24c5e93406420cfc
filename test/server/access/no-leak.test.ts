/** What readers are sent, whatever they ask for: no personal number of a record, no name of a § under secrecy, and no sign of them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideAccess } from '../../../server/access/access.ts';
import { createApp } from '../../../server/app.ts';
import { type Desk, openDesk } from '../../browser/filled.ts';
import { namn, printed } from '../mask/made-up.ts';
import { addAccounts, settingsWith } from './guarded.ts';
import { minutes, minutesPdf } from './minutes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'expediera-leak-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Reader {
  desk: Desk;
  ask(path: string): Promise<Asked>;
  /** The paths of all routes that answer a question, as the application has them. */
  routes: string[];
  close(): Promise<void>;
}

interface Asked {
  status: number;
  /** Heads and body. */
  text: string;
  type: string;
  location: string | null;
}

async function readerOf(...paths: string[]): Promise<Reader> {
  const desk = await openDesk(paths);
  const { store } = desk.deps;
  const { lasare } = await addAccounts(store);
  const access = await decideAccess(store, settingsWith(), '127.0.0.1');
  // as the program has it: it asks whether all files are samples
  const app = createApp({ ...desk.deps, access, isSample: () => false });
  const headers = { host: '127.0.0.1', authorization: `Bearer ${lasare}`, accept: 'text/html,*/*' };
  const ask = async (asked: string) => {
    const answer = await app.request(`http://127.0.0.1${asked}`, { headers });
    return {
      status: answer.status,
      text: `${JSON.stringify([...answer.headers])}\n${await answer.text()}`,
      type: answer.headers.get('content-type') ?? '',
      location: answer.headers.get('location'),
    };
  };
  const routes = [...new Set(app.routes.filter(({ method }) => method === 'GET').map((one) => one.path))];
  return { desk, ask, routes, close: () => desk.close() };
}

/** Every address that a reader can come to. @param words what is searched for */
async function addresses({ desk }: Reader, words: readonly string[]): Promise<string[]> {
  const { store } = desk.deps;
  const matters = await store.matters();
  const files = await store.recordIds();
  const hits = await store.search({ query: '', limit: 200 });
  const inboxes = await store.mottagare();
  const path = encodeURIComponent;
  const asked = ['', ...words].flatMap((word) =>
    ['/sok', '/sok.atom', '/sok.csv', '/sok.jsonl'].map(
      (page) => `${page}?${new URLSearchParams({ q: word })}`,
    ),
  );
  return [
    ...[
      '/',
      '/laget',
      '/organ',
      '/inkorg',
      '/sent',
      '/diarium',
      '/diarium.csv',
      '/diarium.jsonl',
      '/expediering',
      '/expediering.csv',
      '/expediering.jsonl',
      '/sent.csv?alla=ja',
      '/sent.jsonl?alla=ja',
      '/granska.csv',
      '/granska.jsonl',
      '/arende',
      '/status',
    ],
    ...asked,
    ...words.flatMap((word) =>
      ['person', 'inkorg', 'organ', 'arende', 'diarium', 'post'].map((part) => `/${part}/${path(word)}`),
    ),
    ...words.flatMap((word) =>
      ['csv', 'jsonl'].map((format) => `/person/${path(word)}/voteringar.${format}`),
    ),
    ...matters.flatMap(({ id }) => ['', '.svg', '.csv', '.jsonl'].map((end) => `/arende/${path(id)}${end}`)),
    ...files.flatMap((sha256) => [
      `/handling/${sha256}`,
      `/handling/${sha256}?sida=1`,
      `/handling/${sha256}/original`,
    ]),
    ...hits.hits.flatMap(({ id, sha256 }) => [
      `/post/${path(id)}`,
      `/handling/${sha256}?sida=1&post=${path(id)}`,
    ]),
    ...inboxes.flatMap(({ mottagare }) =>
      ['', '.csv', '.jsonl'].map((end) => `/inkorg/${path(mottagare)}${end}`),
    ),
  ];
}

/** What a reader typed comes back to them: in the field that they typed it in, and in the addresses of the page. */
function withoutAsked(text: string, word: string): string {
  if (word === '') return text;
  const plus = new URLSearchParams({ q: word }).toString().slice(2);
  const forms = [
    word,
    encodeURIComponent(word),
    plus,
    new URLSearchParams({ q: encodeURIComponent(word) }).toString().slice(2),
    new URLSearchParams({ q: plus }).toString().slice(2),
  ];
  return forms.reduce((rest, form) => rest.replaceAll(form, ''), text);
}

const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** An address of each route that the pages a reader is shown do not lead to. */
const ELSEWHERE = [
  ...[
    '/api',
    '/status',
    '/healthz',
    '/readyz',
    '/metrics',
    '/logga-in',
    '/val?sprak=sv&till=/sok',
    '/finns-inte',
  ],
  ...['/diarium?sida=2', '/sok?q=&sida=2', '/sent?alla=ja', '/organ?sida=2', '/desk/finns-inte.css'],
  // those of registrators: refused
  ...[
    '/granska',
    '/granska/x',
    '/granska/x/y',
    '/arende/x/sammanfor',
    '/arende/x/skilj',
    '/desk/pdfjs/x',
    '/las-in',
    '/arkiv',
    '/arkiv/1',
    '/arkiv/1/handelser',
    '/arkiv/1/avbryt',
  ],
  ...['/diarium/x', '/diarium/bekrafta-alla', '/expediering/x', '/expediering/x/utdrag.pdf'],
];

/** What a route answers: "/post/:id" → /^\/post\/[^/]+$/ */
function asPattern(route: string): RegExp {
  const parts = route
    .split('/')
    .map((part) =>
      part === '*'
        ? '.+'
        : part.replace(/^:\w+(?:\{(.*)\})?(\??)$/u, (_, form?: string) => `(?:${form ?? '[^/]+'})`),
    );
  return new RegExp(
    `^${parts.join('/').replaceAll(/(?<!\\)\.(?=(?:csv|jsonl|atom|pdf|svg)$)/gu, '\\.')}$`,
    'u',
  );
}

/** As an address is read, also where what is sent is no text. */
const decoded = (text: string): string =>
  text.replaceAll(/(?:%[0-9A-Fa-f]{2})+/gu, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );

/** All that a page leads to, here: links, pictures, feeds, places that are sent to. */
const leadsTo = ({ text, location }: Asked): string[] =>
  [...text.matchAll(/(?:href|src|action|data-pdf|data-picture)="(\/[^"]*)"/gu)]
    .map((one) => (one[1] as string).replaceAll('&amp;', '&'))
    .concat(location ?? [])
    .map((path) => path.replace(/#.*$/u, ''))
    .filter((path) => path.startsWith('/') && !/^\/(?:val\?|desk\/pdfjs|logga-ut)/u.test(path));

describe('a reader', () => {
  it('meets no number and no name by any route or link, and no link to what is left out', async () => {
    const [open, secret] = ['800101-2387', 'Vera Fiskholm'];
    const [text, pdf] = [join(folder, 'utdrag.txt'), join(folder, 'utskrift.pdf')];
    await writeFile(text, minutes(open, secret));
    await writeFile(pdf, minutesPdf(open, secret));
    const reader = await readerOf(text, pdf);
    try {
      const waiting = new Set(['/', ...ELSEWHERE, ...(await addresses(reader, ['lekplats', 'taxa']))]);
      const byShape = new Map<string, number>();
      const asked: string[] = [];
      for (const path of waiting) {
        // of lists and searches, which lead to each other without end, two of each shape
        const shape = path
          .replaceAll(/=[^&]*/gu, '')
          .replace(/^\/(\w+)\/[^?/]+?(\.(?:svg|csv|jsonl))?(?=[?/]|$)/u, '$1$2');
        const times = byShape.get(shape) ?? 0;
        if (times >= 2) continue;
        byShape.set(shape, times + 1);
        asked.push(path.replace(/\?.*$/u, ''));
        const answer = await reader.ask(path);
        expect([path, answer.status < 500]).toEqual([path, true]);
        const typed = decodeURIComponent(/^\/inkorg\/([^?]+)/u.exec(path)?.[1] ?? '');
        const told = withoutAsked(decoded(withoutAsked(answer.text, typed)), typed);
        expect([path, bare(told).includes('8001012387')]).toEqual([path, false]);
        expect([path, /Fiskholm|(?<!\p{L})Vera(?!\p{L})/u.exec(told)]).toEqual([path, null]);
        const links = leadsTo(answer);
        const left = links.filter((one) => /%5Butel|%5Bperson/iu.test(one) && !/^\/val|till=/u.test(one));
        expect([path, left]).toEqual([path, []]);
        for (const link of links) waiting.add(link);
      }

      expect(asked.length).toBeGreaterThan(80);
      // a route that is new is asked for here too
      const unasked = reader.routes.filter((route) => !asked.some((path) => asPattern(route).test(path)));
      expect(unasked).toEqual([]);
    } finally {
      await reader.close();
    }
  }, 120_000);

  it('is sent no personal number, and no name of a secret §, by any address', async () => {
    await fc.assert(
      fc.asyncProperty(
        printed,
        namn.filter(({ hela }) => !/['’]/u.test(hela)),
        fc.uuid(),
        async (number, { hela, delar }, name) => {
          const shownNumber = number.text.replaceAll('\n', '');
          const file = join(folder, `${name}.txt`);
          await writeFile(file, minutes(shownNumber, hela));
          const reader = await readerOf(file);
          try {
            const { store } = reader.desk.deps;
            // the test is of something: who may see it does
            const all = JSON.stringify(await store.recordWithRattelser(reader.desk.sha256(`${name}.txt`)));
            expect([all.includes(hela), bare(all).includes(bare(shownNumber))]).toEqual([true, true]);
            const seen = new Set<string>();
            for (const path of await addresses(reader, ['lekplats', 'hyra'])) {
              const answer = await reader.ask(path);
              const { status } = answer;
              const asked = path.startsWith('/inkorg/')
                ? decodeURIComponent(path.slice('/inkorg/'.length))
                : '';
              const text = withoutAsked(answer.text, asked);
              expect([path, status < 500]).toEqual([path, true]);
              if (status === 200) seen.add(path.split('/')[1] ?? '');
              expect([path, bare(text).includes(number.six + number.four)]).toEqual([path, false]);
              for (const del of delar.filter((one) => one.length > 2))
                expect([path, del, new RegExp(`(?<!\\p{L})${del}(?!\\p{L})`, 'u').test(text)]).toEqual([
                  path,
                  del,
                  false,
                ]);
            }
            for (const part of ['', 'arende', 'handling', 'post', 'diarium', 'inkorg', 'sent'])
              expect(seen).toContain(part);
          } finally {
            await reader.close();
          }
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  it('is told the same of what is masked as of what is not there', async () => {
    const file = join(folder, 'lika.txt');
    await writeFile(file, minutes('800101-2387', 'Vera Fiskström'));
    const reader = await readerOf(file);
    const told = async (path: string, word: string) => {
      const { status, text } = await reader.ask(path.replaceAll('ORD', encodeURIComponent(word)));
      const spoken = text.replaceAll(/"(?:etag|x-request-id)","[^"]*"|<(?:updated|id)>[^<]*/giu, '');
      return [status, withoutAsked(spoken, word)];
    };
    const forms = [
      '/sok?q=ORD',
      '/sok.csv?q=ORD',
      '/sok.jsonl?q=ORD',
      '/person/ORD',
      '/organ/ORD',
      '/inkorg/ORD',
      '/sok?person=ORD',
      '/sok?q=&person=ORD',
    ];
    for (const path of forms) {
      const there = await reader.desk.deps.store.search({ query: 'Fiskström' });
      expect(there.total).toBeGreaterThan(0);
      expect([path, await told(path, 'Vera Fiskström')]).toEqual([path, await told(path, 'Nora Fiskholme')]);
      expect([path, await told(path, '800101-2387')]).toEqual([path, await told(path, '810101-2386')]);
    }
    await reader.close();
  }, 60_000);

  it('sees the page with what is masked painted over, and is not given the file', async () => {
    const lines = minutes('800101-2387', 'Vera Fiskholm').split('\n');
    const file = join(folder, 'protokoll.pdf');
    await writeFile(file, minutesPdf('800101-2387', 'Vera Fiskholm'));
    const reader = await readerOf(file);
    const sha256 = reader.desk.sha256('protokoll.pdf');
    expect((await reader.ask(`/handling/${sha256}/original`)).status).toBe(403);
    const { deps } = reader.desk;
    const rut = createApp({ ...deps });
    const pictureFor = async (authorization?: string) => {
      const access = await decideAccess(deps.store, settingsWith(), '127.0.0.1');
      const app = authorization ? createApp({ ...deps, access }) : rut;
      const answer = await app.request(`http://127.0.0.1/handling/${sha256}/sida/1.png`, {
        headers: { host: '127.0.0.1', ...(authorization && { authorization }) },
      });
      expect(answer.status).toBe(200);
      const image = await loadImage(Buffer.from(await answer.arrayBuffer()));
      const canvas = createCanvas(image.width, image.height);
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas;
    };
    const { newKey } = await import('../../../server/access/secrets.ts');
    const { key, id, hash } = newKey();
    await deps.store.skapaNyckel({ id, hash, namn: 'x', roll: 'lasare' }, { av: 'Elsa', dorr: 'cli' });
    const [theirs, all] = [await pictureFor(`Bearer ${key}`), await pictureFor()];
    const scale = theirs.width / 595;
    /** How dark a strip of a line is: 1 is black. */
    const dark = (canvas: typeof theirs, line: number, x0: number, x1: number): number => {
      const [x, y] = [Math.round(x0 * scale), Math.round((842 - (800 - line * 12) - 6) * scale)];
      const { data } = canvas
        .getContext('2d')
        .getImageData(x, y, Math.round((x1 - x0) * scale), Math.round(4 * scale));
      let sum = 0;
      for (let i = 0; i < data.length; i += 4) sum += 255 - (data[i] as number);
      return sum / (data.length / 4) / 255;
    };
    const row = (start: string) => lines.findIndex((line) => line.startsWith(start));
    // "Skadestånd 800101-2387" and "Bistånd till Vera Fiskholm", in nine points of Helvetica
    expect(dark(theirs, row('Skadestånd'), 104, 145)).toBeGreaterThan(0.95);
    expect(dark(all, row('Skadestånd'), 104, 145)).toBeLessThan(0.6);
    expect(dark(theirs, row('Bistånd till'), 104, 150)).toBeGreaterThan(0.95);
    expect(dark(all, row('Bistånd till'), 104, 150)).toBeLessThan(0.6);
    expect(dark(theirs, row('Socialnämnden beslutar'), 120, 150)).toBeLessThan(0.6);
    await reader.close();
  }, 60_000);
});
