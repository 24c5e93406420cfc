import { expect, it } from 'vitest';
import { type OcrLine, recordedEngine } from '../../../../extraction/pages/ocr/engine.ts';
import { withLoneHeads } from '../../../../extraction/pages/ocr/lone-heads.ts';

const image = { width: 1600, height: 2300, grey: new Uint8Array(1600 * 2300).fill(255), dpi: 200 };
const line = (text: string, x: number, y: number, confidence: number): OcrLine => ({
  words: [{ text, box: [x, y - 28, x + text.length * 26, y], confidence }],
  baseline: [x, y, x + text.length * 26, y],
  height: 32,
});
/** An engine that reads this from every strip. */
const reads = (text: string) =>
  recordedEngine((strip) => [
    { ...line(text, 26, 60, 90), words: [{ text, box: [26, 30, strip.width - 26, 55], confidence: 90 }] },
  ]);
const textsOf = (lines: OcrLine[]) => lines.map(({ words }) => words.map(({ text }) => text).join(' '));

const lines = [line('Upprop', 200, 300, 96), line('ST', 200, 400, 24), line('Val', 200, 500, 96)];

it('reads a head again that would be thrown away', async () => {
  const found = await withLoneHeads(lines, image, reads('§ 77'), undefined);
  expect(textsOf(found)).toEqual(['Upprop', '§ 77', 'Val']);
  // nobody else has read it: nothing is confirmed by reading it so once more
  expect(found[1]?.words.every((word) => word.confirmed === false)).toBe(true);
});

it('leaves dust what it is', async () => {
  expect(await withLoneHeads(lines, image, reads('ST'))).toEqual(lines);
  const engine = recordedEngine(() => {
    throw new Error('nothing to read again');
  });
  const sure = [line('Upprop', 200, 300, 96), line('ST', 200, 400, 96)];
  expect(await withLoneHeads(sure, image, engine)).toEqual(sure);
});
