/** Addresses of a handling, asked without a browser: the file itself and parts of it, pictures, pdf.js, and who gets what. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskEnv } from '../../../server/desk/deps.ts';
import { boxIn } from '../../../server/desk/handling/add-pictures.ts';
import { onPage, pageOfPost, pageWithItems, punkterOf } from '../../../server/desk/handling/on-page.ts';
import { partOf } from '../../../server/desk/handling/original.ts';
import { picturePath } from '../../../server/desk/handling/paths.ts';
import { PDFJS } from '../../../server/desk/handling/pdfjs-files.ts';
import { addDesk } from '../../../server/desk/index.ts';
import { headers } from '../../../server/headers.ts';
import type { FileMask } from '../../../server/mask/file.ts';
import { maskedStore } from '../../../server/mask/store.ts';
import { type Desk, openDesk } from '../../browser/filled.ts';
import { makeDocx, p } from '../../extraction/pages/make-docx.ts';
import { makeTiff } from '../../extraction/pages/make-tiff.ts';
import { arende, attsats, fileRecord, handling, sha, yrkande } from '../../store/made-up.ts';

let desk: Desk;
let minutes: string;
let text: string;
beforeAll(async () => {
  desk = await openDesk(['granvik-2-styrelse.pdf', 'bjorkhult-miljo-och-byggnadsnamnden.txt']);
  minutes = desk.sha256('granvik-2-styrelse.pdf');
  text = desk.sha256('bjorkhult-miljo-och-byggnadsnamnden.txt');
});
afterAll(() => desk.close());

const ask = (path: string, headers: { [name: string]: string } = {}) => fetch(desk.url + path, { headers });
const page = { accept: 'text/html' };

/** The same desk as a läsare sees it. */
function asLasare(mask?: (sha256: string) => Promise<FileMask | null>) {
  const app = new Hono<DeskEnv>();
  app.use(headers);
  app.use(async (context, next) => {
    context.set('besokare', { namn: 'Läsare', roll: 'lasare', inloggad: true });
    context.set('store', maskedStore(desk.deps.store));
    if (mask) context.set('mask', mask);
    await next();
  });
  addDesk(app, desk.deps);
  return (path: string) => app.request(`http://127.0.0.1${path}`, { headers: page });
}

async function pixel(answer: Response, x: number, y: number): Promise<number[]> {
  const picture = await loadImage(Buffer.from(await answer.arrayBuffer()));
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  return [...context.getImageData(Math.round(x * picture.width), Math.round(y * picture.height), 1, 1).data];
}

describe('the file itself', () => {
  it('is given so that nothing in it runs, under its own name', async () => {
    const answer = await ask(`/handling/${minutes}/original`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="granvik-2-styrelse.pdf"; filename*=UTF-8''granvik-2-styrelse.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.equals((await desk.deps.blobs.get(minutes)) ?? Buffer.alloc(0))).toBe(true);
    const shown = await ask(`/handling/${text}/original`);
    expect(shown.headers.get('content-type')).toBe('text/plain');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; /);
    const etag = answer.headers.get('etag') as string;
    expect((await ask(`/handling/${minutes}/original`, { 'if-none-match': etag })).status).toBe(304);
  });

  it('is given in parts', async () => {
    const whole = Buffer.from((await desk.deps.blobs.get(minutes)) ?? []);
    const part = await ask(`/handling/${minutes}/original`, { range: 'bytes=100-299' });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      ...[206, `bytes 100-299/${whole.length}`, '200'],
    ]);
    expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(100, 300))).toBe(true);
    const beyond = await ask(`/handling/${minutes}/original`, { range: `bytes=${whole.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
  });

  it.each([
    ['bytes=0-9', { first: 0, last: 9 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=90-900', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-900', { first: 0, last: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=9-3', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
    [undefined, null],
  ])('of which %s asks for its part', (range, part) => {
    expect(partOf(range, 100)).toEqual(part);
  });

  it('is never asked for beyond its end, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(1000), fc.nat(), fc.nat(), (odd, size, a, b) => {
        for (const range of [odd, `bytes=${a}-${b}`, `bytes=-${a}`, `bytes=${a}-`]) {
          const part = partOf(range, size);
          if (part && part !== 'none')
            expect(part.first >= 0 && part.first <= part.last && part.last < size).toBe(true);
        }
      }),
    );
  });
});

describe('a page as a picture', () => {
  it('is whole, or a part with what is around it', async () => {
    const whole = await ask(picturePath(minutes, 2));
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('cache-control')]).toEqual([
      ...[200, 'image/png', 'private, no-cache'],
    ]);
    const picture = await loadImage(Buffer.from(await whole.arrayBuffer()));
    expect([picture.width, picture.height]).toEqual([1191, 1684]);
    const part = await loadImage(
      Buffer.from(await (await ask(picturePath(minutes, 2, [100, 200, 300, 220]))).arrayBuffer()),
    );
    expect([part.width, part.height]).toEqual([608, 128]); // 14 points around, 192 dots an inch
    const etag = whole.headers.get('etag') as string;
    expect((await ask(picturePath(minutes, 2), { 'if-none-match': etag })).status).toBe(304);
  });

  it('is none of pages that are not there, of text and of boxes that are none', async () => {
    const status = async (path: string) => (await ask(path)).status;
    expect(await status(picturePath(minutes, 0))).toBe(404);
    expect(await status(picturePath(minutes, 6))).toBe(404);
    expect(await status(picturePath('0'.repeat(64), 1))).toBe(404);
    expect(await status(picturePath(text, 1))).toBe(404);
    expect(await status(`${picturePath(minutes, 1)}?ruta=1,2,3`)).toBe(400);
    expect(await status(`${picturePath(minutes, 1)}?ruta=5,5,5,9`)).toBe(400);
    expect(boxIn('10,20.5,30,40')).toEqual([10, 20, 30, 40]);
    for (const odd of ['', '1e9,0,2,2', 'NaN,0,1,1', '0,0,99999999,1', '0,0,1,1,1', ' 0,0,1,1'])
      expect(boxIn(odd)).toBeNull();
  });

  it('is drawn once however many ask, and no more wait than can be served', async () => {
    const parts = Array.from({ length: 40 }, (_, i) => picturePath(minutes, 1, [i, i, i + 300, i + 300]));
    const answers = await Promise.all([...parts, ...parts].map((path) => ask(path)));
    const statuses = Map.groupBy(answers, ({ status }) => status);
    expect([...statuses.keys()].sort()).toEqual([200, 503]);
    expect(statuses.get(503)?.[0]?.headers.get('retry-after')).toBe('5');
  });
});

describe('who may see what', () => {
  it('is nothing of a page and not the original, where nobody says what is hidden from a läsare', async () => {
    const get = asLasare();
    const answers = await Promise.all(
      [`/handling/${minutes}/original`, picturePath(minutes, 1), picturePath(minutes, 1, [0, 0, 99, 99])].map(
        get,
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    const read = await (await get(`/handling/${minutes}?sida=2`)).text();
    expect(read).toContain('Sidan visas inte');
    expect(read).not.toMatch(/\/original|sida\/2\.png/);
    expect(await (await get(`/handling/${text}`)).text()).not.toContain('Kommunhuset, Björkhult');
  });

  it('is the page without what is hidden', async () => {
    const hidden: FileMask = async () => ({
      hide: [[0, 0, 595, 400]],
      only: null,
      lines: (lines) => lines.map((line) => line.replaceAll(/Gunvor Hjälmered/gu, '▮▮▮')),
    });
    const get = asLasare(async () => hidden);
    const [page, part] = [
      await get(picturePath(minutes, 2)),
      await get(picturePath(minutes, 2, [90, 90, 300, 300])),
    ];
    expect(await pixel(page, 0.5, 0.1)).toEqual([0, 0, 0, 255]);
    expect(await pixel(part, 0.5, 0.5)).toEqual([0, 0, 0, 255]);
    expect((await get(`/handling/${minutes}/original`)).status).toBe(403);
    const read = await (await get(`/handling/${minutes}?sida=2`)).text();
    expect(read).toContain(picturePath(minutes, 2));
    expect(read).not.toMatch(/\/original|data-pdf/);
    const lines = await (await get(`/handling/${text}`)).text();
    expect(lines.match(/<ol class="text-lines">.*<\/ol>/su)?.[0]).toContain('▮▮▮');
    expect(lines.match(/<ol class="text-lines">.*<\/ol>/su)?.[0]).not.toContain('Hjälmered');
  });

  it('is not where a file lies, and of one that was not read only why', async () => {
    const { store } = desk.deps;
    await store.offerFile('/hemligt/ställe/a.pdf', sha('a'));
    const reason = { code: 'encrypted', sv: 'Filen är krypterad.', en: 'Encrypted.' };
    await store.setOutcome(sha('a'), { status: 'refused', reason });
    const get = asLasare();
    const answer = await get(`/handling/${sha('a')}`);
    const read = await answer.text();
    expect([answer.status, read.includes('kräver lösenord'), read.includes('hemligt')]).toEqual([
      200,
      true,
      false,
    ]);
    expect(read).not.toContain('/las-in');
    expect((await get(`/handling/${sha('a')}/original`)).status).toBe(403);
  });

  it('is everything where nothing is hidden', async () => {
    const get = asLasare(async () => null);
    expect((await get(`/handling/${minutes}/original`)).status).toBe(200);
    expect((await get(picturePath(minutes, 1))).status).toBe(200);
  });
});

describe('pdf.js', () => {
  it('is served from its package, to be kept, and packed', async () => {
    const answer = await ask(`${PDFJS}legacy/build/pdf.min.mjs`, { 'accept-encoding': 'gzip' });
    expect([
      answer.status,
      answer.headers.get('content-type'),
      answer.headers.get('content-encoding'),
    ]).toEqual([...[200, 'text/javascript; charset=utf-8', 'gzip']]);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const wasm = await ask(`${PDFJS}wasm/openjpeg.wasm`);
    expect(wasm.headers.get('content-type')).toBe('application/wasm');
  });

  it.each([
    ...['package.json', 'legacy/build/pdf.sandbox.min.mjs', 'wasm/quickjs-eval.wasm', 'web/pdf_viewer.mjs'],
    ...['..%2f..%2fpackage.json', 'cmaps/..%2f..%2fpackage.json', 'cmaps/%2e%2e/package.json', 'cmaps/'],
  ])('does not open the way to %s', async (path) => {
    expect((await ask(PDFJS + path)).status).toBe(404);
  });
});

describe('other kinds of file', () => {
  it('are a Word document as its lines, and a scan as a picture of each of its pages', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'expediera-kinds-'));
    const grey = Uint8Array.from({ length: 200 * 280 }, (_, i) => (i % 200 < 100 ? 0 : 255));
    const pages = [
      { width: 200, height: 280 },
      { width: 200, height: 280, data: grey },
    ];
    await writeFile(
      join(folder, 'skrivelse.docx'),
      makeDocx({ body: p('Tjänsteskrivelse') + p('Förslag till beslut') }),
    );
    await writeFile(join(folder, 'skannat.tif'), makeTiff(pages));
    const other = await openDesk(['skrivelse.docx', 'skannat.tif'].map((name) => join(folder, name)));
    try {
      const get = (path: string) => fetch(other.url + path, { headers: page });
      const word = other.sha256('skrivelse.docx');
      expect(await (await get(`/handling/${word}`)).text()).toMatch(
        /<li value="1" id="rad-1"[^>]*><span class="line" lang="sv">Tjänsteskrivelse<\/span>/u,
      );
      expect((await get(`/handling/${word}/original`)).headers.get('content-disposition')).toMatch(
        /^attachment/,
      );
      const scan = other.sha256('skannat.tif');
      expect(await (await get(`/handling/${scan}?sida=2`)).text()).toContain(`src="${picturePath(scan, 2)}"`);
      const drawn = await get(picturePath(scan, 2));
      expect(await pixel(drawn, 0.25, 0.5)).toEqual([0, 0, 0, 255]);
    } finally {
      await other.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe('a handling that is not there', () => {
  it('is said to be not there', async () => {
    expect((await ask(`/handling/${'0'.repeat(64)}`, page)).status).toBe(404);
    expect((await ask('/handling/123', page)).status).toBe(404);
    expect((await ask(`/handling/${'0'.repeat(64)}/original`, page)).status).toBe(404);
  });
});

describe('what stands on a page', () => {
  const at = (page: number) => ({
    evidence: [{ page, bbox: [70, 100, 500, 112] as [number, number, number, number] }],
  });
  const over = attsats('som går över två sidor', {
    evidence: [...at(1).evidence, ...at(2).evidence],
  });
  const own = arende({
    pages: [1, 3],
    beslut: [attsats('första', at(1)), over, attsats('tredje', at(3))],
    yrkanden: [yrkande('avslag', [], at(3))],
  });
  const whole = handling({ pages: [1, 3], arenden: [own, arende({ pages: [3, 3] })] });
  const record = fileRecord('a', [whole, handling({ pages: [4, 4] })]);

  it('are the items of which a part is on it, and it is said where the others are', () => {
    const [first] = onPage(record, 2);
    expect(first?.begins).toBe(false);
    expect(first?.arenden.map(({ punkter }) => punkter.map(({ item }) => item.id))).toEqual([[over.id]]);
    expect(first?.arenden[0]?.elsewhere).toEqual([
      [1, 1],
      [3, 2],
    ]);
    expect(onPage(record, 3)[0]?.arenden).toHaveLength(2);
    expect(onPage(record, 4)).toMatchObject([{ begins: true, arenden: [] }]);
    expect(onPage(record, null)).toHaveLength(2);
    expect(punkterOf(own)).toHaveLength(4);
  });

  it('is found by what one came for', () => {
    expect(pageOfPost(record, over.id)).toBe(1);
    expect(pageOfPost(record, own.yrkanden[0]?.id ?? '')).toBe(3);
    expect(pageOfPost(record, own.id)).toBe(1);
    expect(pageOfPost(record, record.handlingar[1]?.id ?? '')).toBe(4);
    expect(pageOfPost(record, 'gone')).toBeNull();
  });

  it('may be nothing: then the next page with items is named', () => {
    expect(pageWithItems(record, 4)).toBe(1);
    expect(pageWithItems(record, 1)).toBe(3);
    expect(pageWithItems(fileRecord('b', []), 1)).toBeNull();
  });
});
