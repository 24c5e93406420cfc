/** Pages as pictures for people: the whole, a part, and what is painted over. */
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PaintOptions, paintPage } from '../../../extraction/pages/paint.ts';
import { makePdf } from './make-pdf.ts';
import { makeTiff } from './make-tiff.ts';
import { drawText } from './ocr/draw-text.ts';

const PDF = 'application/pdf';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'expediera-paint-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function painted(bytes: Uint8Array, mediaType: string, options: Partial<PaintOptions> = {}, no = 1) {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const all = { dpi: 72, hide: [], part: null, frame: null, ...options };
  const made = await paintPage(path, mediaType, no, all);
  if (!made) return null;
  const picture = await loadImage(Buffer.from(made.png));
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  return {
    ...{ width: picture.width, height: picture.height, part: made.part },
    at: (x: number, y: number) => [
      ...data.slice((y * picture.width + x) * 4, (y * picture.width + x) * 4 + 3),
    ],
  };
}

const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];
const RED = [255, 0, 0];
/** A4 with a red square from 100 to 200 points from the left and from the top. */
const page = makePdf({ pages: [{ width: 595, height: 842, operators: '1 0 0 rg 100 642 100 100 re f' }] });

describe('a page for people', () => {
  it('is in its colours', async () => {
    const whole = await painted(page, PDF);
    expect(whole).toMatchObject({ width: 595, height: 842, part: [0, 0, 595, 842] });
    expect([whole?.at(150, 150), whole?.at(250, 150)]).toEqual([RED, WHITE]);
    expect(await painted(page, PDF, { dpi: 144 })).toMatchObject({ width: 1190, height: 1684 });
  });

  it('is cut to the part that is wanted, within the page', async () => {
    const part = await painted(page, PDF, { part: [90, 90, 150, 120] });
    expect(part).toMatchObject({ width: 60, height: 30 });
    expect([part?.at(5, 20), part?.at(20, 20), part?.at(20, 5)]).toEqual([WHITE, RED, WHITE]);
    expect(await painted(page, PDF, { part: [-50, 800, 700, 900] })).toMatchObject({
      part: [0, 800, 595, 842],
    });
    expect(await painted(page, PDF, { part: [600, 0, 700, 100] })).toBeNull();
    expect(await painted(page, PDF, {}, 2)).toBeNull();
  });

  it('shows nothing of what is hidden, in the whole and in any part', async () => {
    const hide = [[100, 100, 200, 150]] as PaintOptions['hide'];
    const whole = await painted(page, PDF, { hide });
    expect([whole?.at(150, 120), whole?.at(150, 180)]).toEqual([BLACK, RED]);
    expect([whole?.at(99, 99), whole?.at(200, 150)]).toEqual([BLACK, BLACK]); // a little more
    const part = await painted(page, PDF, { hide, part: [90, 140, 190, 160], dpi: 144 });
    expect([part?.at(40, 4), part?.at(40, 36)]).toEqual([BLACK, RED]);
  });

  it('counts boxes in the frame that they are said to be in, or shows nothing of a page that is another', async () => {
    const frame = { width: 1190, height: 1684 };
    const hide = [[200, 200, 400, 300]] as PaintOptions['hide'];
    const half = await painted(page, PDF, { frame, hide });
    expect([half?.width, half?.at(150, 120), half?.at(150, 180)]).toEqual([595, BLACK, RED]);
    expect(await painted(page, PDF, { frame: { width: 842, height: 595 }, hide })).toBeNull();
  });

  it('is bounded however large it is', async () => {
    const large = await painted(makePdf({ pages: [{ width: 14_400, height: 14_400 }] }), PDF, { dpi: 300 });
    expect((large?.width ?? 0) * (large?.height ?? 0)).toBeLessThan(8_100_000);
  });

  it('can be a picture or a scan', async () => {
    const png = drawText(['Kallelse']); // 1654 × 600 at 200 dpi
    const hide = [[0, 0, 100, 100]] as PaintOptions['hide'];
    const picture = await painted(png, 'image/png', { hide });
    expect([picture?.width, picture?.at(50, 50), picture?.at(500, 200)]).toEqual([595, BLACK, WHITE]);
    const pixels = Uint8Array.from({ length: 200 * 100 }, (_, i) => (i % 200 < 100 ? 0 : 255));
    const tiff = makeTiff([{ width: 200, height: 100, data: pixels }]);
    const scan = await painted(tiff, 'image/tiff', { part: null });
    expect(scan && [scan.at(1, 1), scan.at(scan.width - 2, 1)]).toEqual([BLACK, WHITE]);
    const red = Uint8Array.from({ length: 60 * 60 * 3 }, (_, i) => (i % 3 === 0 ? 255 : 0));
    const tags = { 262: 2, 277: 3, 258: [8, 8, 8] };
    const colour = makeTiff([{ width: 60, height: 60, data: red, tags }]);
    const seen = await painted(colour, 'image/tiff', { hide: [[0, 0, 100, 100]] });
    expect([seen?.at(20, 20), seen?.at(400, 400)]).toEqual([BLACK, RED]);
  });

  it('is none where the file is text', async () => {
    expect(await painted(new TextEncoder().encode('Protokoll'), 'text/plain')).toBeNull();
  });
});
