import { describe, expect, it } from 'vitest';
import { type OcrLine, recordedEngine } from '../../../../extraction/pages/ocr/engine.ts';
import { layBack, turnOf, turnUpright } from '../../../../extraction/pages/ocr/turned.ts';
import { pageOf } from './page-of.ts';

/** A white page with a corner of ink: top left when upright. */
function sheet(width: number, height: number, inkX: number, inkY: number) {
  const grey = new Uint8Array(width * height).fill(255);
  grey[inkY * width + inkX] = 0;
  return { width, height, grey, dpi: 100 };
}

function lines(words: string[], confidence: number, box: [number, number, number, number]): OcrLine[] {
  return [{ words: words.map((text) => ({ text, box, confidence })), baseline: [0, 20, 90, 20], height: 12 }];
}
const LYING: [number, number, number, number] = [0, 0, 90, 12];
const STANDING: [number, number, number, number] = [0, 0, 12, 90];
const text = Array.from({ length: 12 }, () => 'kommunstyrelsen');

describe('turnUpright', () => {
  it.each([
    [1, sheet(3, 5, 2, 0)],
    [2, sheet(5, 3, 4, 2)],
    [3, sheet(3, 5, 0, 4)],
  ] as const)('brings the start of text of turn %i to the top left', (turn, image) => {
    const upright = turnUpright(image, turn);
    expect([upright.width, upright.height]).toEqual([5, 3]);
    expect(upright.grey.indexOf(0)).toBe(0);
  });
});

describe('turnOf', () => {
  const page = sheet(600, 600, 0, 0);

  it('asks no more of a page that was well read, or has hardly any words', async () => {
    const never = recordedEngine(() => {
      throw new Error('asked');
    });
    expect(await turnOf(page, lines(text, 90, LYING), never)).toBe(0);
    expect(await turnOf(page, lines(['dunkel'], 10, LYING), never)).toBe(0);
  });

  it('finds the way in which much more is read', async () => {
    // Turned by half, the ink of the top left stands at the bottom right.
    const engine = recordedEngine(({ grey }) => {
      return grey.lastIndexOf(0) === grey.length - 1 ? lines(text, 94, LYING) : lines(text, 30, LYING);
    });
    const image = sheet(400, 400, 0, 0);
    expect(await turnOf(image, lines(text, 30, LYING), engine)).toBe(2);
  });

  it('takes words that stand for a page on its side', async () => {
    let asked = 0;
    const engine = recordedEngine(() => lines(text, 94, ++asked === 4 ? LYING : STANDING));
    expect(await turnOf(page, lines(text, 94, STANDING), engine)).toBe(3);
  });

  it('leaves a page as it is when it is hard to read every way', async () => {
    const engine = recordedEngine(() => lines(text, 40, LYING));
    expect(await turnOf(page, lines(text, 40, LYING), engine)).toBe(0);
  });
});

describe('layBack', () => {
  it('shows words where they stand on the page as it lies', () => {
    const page = pageOf(['Beslut']);
    const [x0, y0, x1, y1] = page.lines[0]?.words[0]?.bbox ?? [];
    expect([x0, y0, x1, y1]).toEqual([60, 100, 90, 108]);
    const half = layBack(page, 2);
    expect([half.width, half.height]).toEqual([595, 842]);
    expect(half.lines[0]?.words[0]?.bbox).toEqual([505, 734, 535, 742]);
    const quarter = layBack(page, 1);
    expect([quarter.width, quarter.height]).toEqual([842, 595]);
    expect(quarter.lines[0]?.words[0]?.bbox).toEqual([734, 60, 742, 90]);
    expect(layBack(page, 3).lines[0]?.words[0]?.bbox).toEqual([100, 505, 108, 535]);
    expect(quarter.lines[0]?.bbox).toEqual(page.lines[0]?.bbox);
  });
});
