import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDocument } from '../../../extraction/pages/index.ts';
import { renderPage } from '../../../extraction/pages/render.ts';
import { tiffAsPdf } from '../../../extraction/pages/tiff/as-pdf.ts';
import { drawTiff } from '../../../extraction/pages/tiff/draw.ts';
import { type TiffPage, tiffPageAt } from '../../../extraction/pages/tiff/index.ts';
import { Refusal } from '../../../extraction/refusal.ts';
import { makeTiff } from './make-tiff.ts';

const FOLDER = new URL('tiff/', import.meta.url);
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`${name}.tif`, FOLDER)));
const [WIDTH, HEIGHT] = [203, 61];

/** The pixels of the three pictures that are kept without any packing, read without the code that is tested. */
function plain(name: string, bits: 1 | 8 | 24): Uint8Array {
  const bytes = fixture(name);
  const rowBytes = Math.ceil((WIDTH * bits) / 8);
  const strip = bytes.subarray(stripOf(bytes));
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    if (bits === 1) return ((strip[y * rowBytes + (x >> 3)] as number) >> (7 - (x & 7))) & 1 ? 255 : 0;
    if (bits === 8) return strip[i] as number;
    const [r, g, b] = [0, 1, 2].map((k) => strip[i * 3 + k] as number) as [number, number, number];
    return Math.round(0.299 * r + 0.587 * g + 0.114 * b);
  });
}

/** Where the one strip of a file begins: the value of its tag 273. */
function stripOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const start = view.getUint32(4, true);
  for (let at = start + 2; at < start + 400; at += 12) {
    if (view.getUint16(at, true) === 273) return view.getUint32(at + 8, true);
  }
  throw new Error('no strip');
}

const PLAIN: { readonly [kind: string]: Uint8Array } = {
  bw: plain('bw-raw', 1),
  grey: plain('grey-raw', 8),
  colour: plain('colour-raw', 24),
};

/** Dot (x, y) of the picture as it is seen is this dot of what is stored (TIFF 6.0, Orientation). */
const STORED: { readonly [orientation: number]: (x: number, y: number) => [x: number, y: number] } = {
  1: (x, y) => [x, y],
  2: (x, y) => [WIDTH - 1 - x, y],
  3: (x, y) => [WIDTH - 1 - x, HEIGHT - 1 - y],
  4: (x, y) => [x, HEIGHT - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [y, HEIGHT - 1 - x],
  7: (x, y) => [WIDTH - 1 - y, HEIGHT - 1 - x],
  8: (x, y) => [WIDTH - 1 - y, x],
};

const kinds = readdirSync(FOLDER)
  .map((name) => name.replace('.tif', ''))
  .filter((name) => !name.startsWith('unknown'));

test.each(kinds)('%s is drawn dot by dot as it was', async (name) => {
  const expected = PLAIN[name.split('-')[0] as string] as Uint8Array;
  const orientation = Number(/orientation-(\d)/.exec(name)?.[1] ?? 1);
  const bytes = fixture(name);
  const page = tiffPageAt(bytes, 1) as TiffPage;
  const drawn = (await drawTiff(bytes, page)) as NonNullable<Awaited<ReturnType<typeof drawTiff>>>;
  const [width, height] = orientation > 4 ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
  expect([drawn.width, drawn.height]).toEqual([width, height]);
  let worst = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sx, sy] = (STORED[orientation] as (x: number, y: number) => [number, number])(x, y);
      const off = Math.abs((drawn.grey[y * width + x] as number) - (expected[sy * WIDTH + sx] as number));
      worst = Math.max(worst, off);
    }
  }
  // JPEG is never exact, and colours are rounded on their way to grey.
  expect(worst).toBeLessThan(name.includes('jpeg') ? 40 : name.startsWith('colour') ? 3 : 1);
});

const refusal = (file: Uint8Array, limits = {}) =>
  openDocument(file, limits).then(
    () => 'read',
    (error) => error.code ?? error,
  );
const small = { width: 40, height: 56 };

describe('pages', () => {
  test('each picture is one, in order, as large as its resolution says; without one it is an A4 sheet', async () => {
    const file = makeTiff([
      { width: 1654, height: 2339, deflate: true, dpi: 200 },
      { ...small, dpi: 72 },
      small,
    ]);
    const opened = await openDocument(file);
    expect(opened).toMatchObject({ mediaType: 'image/tiff', pageCount: 3, warnings: [] });
    expect(opened.ocr).toEqual([1, 2, 3].map((page) => ({ page, reason: 'no-text' })));
    expect(opened.pages.map(({ width, height }) => [width, height])).toEqual([
      [595.44, 842.04],
      [601.43, 842],
      [601.43, 842],
    ]);
    expect(opened.pages[0]).toMatchObject({ textSource: 'none', lines: [] });
  });

  test('a fax has half as many rows as columns an inch, and is read as it was sent', async () => {
    const fax = fixture('bw-g3');
    const bytes = Buffer.from(fax);
    // The two resolutions, 100 and 100 pixels an inch, are the only such numbers in the file.
    const ratio = Buffer.from([100, 0, 0, 0, 1, 0, 0, 0]);
    const [x, y] = [bytes.indexOf(ratio), bytes.lastIndexOf(ratio)];
    expect(y).toBeGreaterThan(x);
    bytes.writeUInt32LE(204, x);
    bytes.writeUInt32LE(98, y);
    const page = (await openDocument(new Uint8Array(bytes))).pages[0];
    expect([page?.width, page?.height]).toEqual([71.65, 44.82]);
    const drawn = await renderPage(new Uint8Array(bytes), 'image/tiff', 1);
    expect([drawn?.width, drawn?.height, drawn?.dpi]).toEqual([WIDTH, 127, 204]);
  });

  test('small copies and masks beside them are none', async () => {
    const file = makeTiff([
      { width: 10, height: 14, tags: { 254: 1 } },
      { ...small, tags: { 254: 2 } },
      { width: 10, height: 14, tags: { 255: 2 } },
      { ...small, tags: { 254: 4 } },
      { ...small, tags: { 254: 0, 255: 2 } },
    ]);
    expect((await openDocument(file)).pageCount).toBe(2);
  });

  test('any of them can be drawn by itself', async () => {
    const black = new Uint8Array(small.width * small.height);
    const file = makeTiff([small, { ...small, data: black }, { ...small, tags: { 262: 0 } }]);
    const means = await Promise.all(
      [3, 2, 1].map(async (no) => {
        const page = await renderPage(file, 'image/tiff', no, 72);
        return (page?.grey.reduce((sum, value) => sum + value, 0) ?? 0) / (page?.grey.length ?? 1);
      }),
    );
    expect(means).toEqual([0, 0, 255]);
    expect(await renderPage(file, 'image/tiff', 4)).toBeNull();
  });

  test('as PDF they are as large as they say', async () => {
    const file = makeTiff([small, { ...small, dpi: 100, deflate: true }, small]);
    const pdf = tiffAsPdf(file, 2, 3) as Uint8Array;
    const opened = await openDocument(pdf);
    expect(opened.pages.map(({ width, height }) => [width, height])).toEqual([
      [28.8, 40.32],
      [601.43, 842],
    ]);
    expect(opened.warnings).toEqual([]);
  });
});

describe('files at fault', () => {
  test('a kind of packing that nobody here undoes is said by name', async () => {
    await expect(openDocument(fixture('unknown-zstd'))).rejects.toMatchObject({
      code: 'not-supported',
      sv: expect.stringContaining('Zstandard'),
    });
    // One page of several is no reason not to read the others.
    const mixed = makeTiff([small, { ...small, tags: { 259: 50_000 } }]);
    expect((await openDocument(mixed)).pageCount).toBe(2);
    expect(await renderPage(mixed, 'image/tiff', 2)).toBeNull();
  });

  test('pictures and files beyond all measure', async () => {
    expect(await refusal(makeTiff([{ ...small, tags: { 256: 1_000_000, 257: 1_000_000 } }]))).toBe(
      'page-too-large',
    );
    expect(await refusal(makeTiff([small, small, small]), { maxPages: 2 })).toBe('too-many-pages');
    expect(await refusal(makeTiff([{ ...small, tags: { 256: 0 } }]))).toBe('damaged');
    expect(await refusal(makeTiff([{ ...small, without: [273] }]))).toBe('damaged');
  });

  test('a chain that bites its tail is read once, with a warning', async () => {
    for (const loopTo of [0, 1, 2]) {
      const opened = await openDocument(makeTiff([small, small, small], { loopTo }));
      expect(opened.pageCount).toBe(3);
      expect(opened.warnings.map(({ code }) => code)).toEqual(['repaired']);
    }
  });

  test('strips that are the same bytes a thousand times over are not drawn', async () => {
    const file = makeTiff([
      {
        width: 1000,
        height: 1000,
        data: new Uint8Array(1_000_000),
        tags: { 273: Array(1000).fill(8), 278: 1, 279: Array(1000).fill(900_000) },
      },
    ]);
    expect((await openDocument(file)).pageCount).toBe(1);
    expect(await renderPage(file, 'image/tiff', 1)).toBeNull();
  });

  test('a strip that unpacks to more than the picture is cut off', async () => {
    const bomb = makeTiff([{ ...small, data: new Uint8Array(300_000_000), deflate: true }]);
    expect(bomb.length).toBeLessThan(400_000);
    const page = await renderPage(bomb, 'image/tiff', 1, 72);
    expect(page?.grey.length).toBe(601 * 842);
  });

  test('cut off anywhere: refused, or a page more blank than it was', async () => {
    for (const name of ['bw-g4-strips', 'colour-tiles-jpeg', 'grey-bigtiff', 'grey-lzw-predicted']) {
      const whole = fixture(name);
      for (let part = 1; part < 50; part++) {
        const cut = whole.slice(0, Math.floor((whole.length * part) / 50));
        expect(['truncated', 'damaged', 'empty', 'read']).toContain(await refusal(cut));
      }
    }
    // The directory stands after the pictures, as most programs write it: without it there is nothing.
    const whole = makeTiff([small, small]);
    expect(await refusal(whole.slice(0, whole.length - 5))).toBe('truncated');
  });

  test('with wrong bytes: refused, undrawable or drawn, and never more', async () => {
    const files = [
      'bw-g4-strips',
      'bw-g3-2d',
      'bw-rle',
      'grey-16-little',
      'grey-jpeg-strips',
      'colour-palette',
      'colour-old-jpeg',
      'bw-packbits',
      'colour-opacity-lzw',
    ].map(fixture);
    const byte = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(files.length - 1),
        fc.array(byte, { minLength: 1, maxLength: 6 }),
        async (n, bytes) => {
          const file = (files[n] as Uint8Array).slice();
          for (const [at, value] of bytes) file[Math.floor(at * (file.length - 1))] = value;
          // The tags stand in the first or the last hundreds of bytes: those matter most.
          const opened = await openDocument(file, { maxImagePixels: 4_000_000 }).catch((error) => error);
          if (opened instanceof Error) {
            expect(opened).toBeInstanceOf(Refusal);
            return;
          }
          await renderPage(file, opened.mediaType, 1);
        },
      ),
      { numRuns: 150, seed: 6 },
    );
  }, 60_000);
});
