import { describe, expect, it } from 'vitest';
import { buildPage } from '../../../../extraction/pages/ocr/build-page.ts';
import type { OcrLine } from '../../../../extraction/pages/ocr/engine.ts';

/** Words of 40 pixels a line, at 300 dpi; a word is "text@x". */
function read(y: number, words: string, confidence = 90): OcrLine {
  const all = words.split(' ').map((word) => {
    const [text = '', x = '0'] = word.split('@');
    const box = [Number(x), y - 30, Number(x) + text.length * 20, y] as OcrLine['baseline'];
    return { text, box, confidence };
  });
  return { words: all, baseline: [all[0]?.box[0] ?? 0, y, all.at(-1)?.box[2] ?? 0, y], height: 40 };
}

const image = { width: 2480, height: 3508 };
const size = { width: 595.2, height: 841.92 };
const page = (...lines: OcrLine[]) => buildPage(3, image, size, lines);

describe('a page that was read by OCR', () => {
  it('has its words in points from the top left, and their mean confidence', () => {
    const built = page(read(500, 'Kallelse@250 till@450', 80), read(560, 'nämnden@250', 95));
    expect(built).toMatchObject({ page: 3, width: 595.2, textSource: 'ocr', ocrConfidence: 85 });
    expect(built.lines[0]?.words[0]).toEqual({
      text: 'Kallelse',
      bbox: [60, 112.8, 98.4, 120],
      confidence: 80,
    });
    expect(built.lines.map((line) => line.text)).toEqual(['Kallelse till', 'nämnden']);
  });

  it('joins what stands on one row, with two spaces where the gap is wide', () => {
    const built = page(read(500, 'Granvik@250'), read(900, 'Hej@250'), read(502, 'Dnr@1600 2024/7@1670'));
    expect(built.lines.map((line) => line.text)).toEqual(['Granvik  Dnr 2024/7', 'Hej']);
  });

  it('joins a row whose right end lies lower, on a page that still leans a little', () => {
    const leaning = (y: number) => {
      const line = read(y, 'Nämnden@250 beslutar@600 om@1200 taxan@1600');
      return { ...line, baseline: [250, y, 1700, y + 8] as OcrLine['baseline'] };
    };
    const built = page(leaning(500), leaning(560), read(700, '§23@250'), read(711, 'Dnr@1900'));
    expect(built.lines.map((line) => line.text).at(-1)).toBe('§23  Dnr');
  });

  it('is two pages where a book lies open, each read for itself', () => {
    const spread = (y: number, left: string, right: string) => [read(y, left), read(y, right)];
    const words = (x: number) => {
      let at = x;
      return ['nämnden', 'beslutar', 'att', 'anta', 'taxan'].map((word) => {
        const placed = `${word}@${at}`;
        at += (word.length + 1) * 20;
        return placed;
      });
    };
    const rows = [500, 560, 620, 680, 740, 800, 860].flatMap((y) =>
      spread(y, words(250).join(' '), words(2000).join(' ')),
    );
    const built = buildPage(1, { width: 3508, height: 2480 }, { width: 841.92, height: 595.2 }, rows);
    expect(built.lines.map((line) => line.text)).toEqual(Array(14).fill('nämnden beslutar att anta taxan'));
    expect(built.lines.map((line) => line.opensPage ?? false).indexOf(true)).toBe(7);
  });

  it('has no dust: lone marks, streaks and what no one is sure of', () => {
    const streak = read(700, 'Beslut@250 i@900');
    const last = streak.words[1];
    if (last) last.box = [900, 690, 906, 692];
    const built = page(
      read(500, ':@100 Upprop@250'),
      read(600, 'Kl@250 J@400', 20),
      streak,
      read(800, '~@300', 30),
    );
    expect(built.lines.map((line) => line.text)).toEqual(['Upprop', 'Beslut']);
  });

  it('keeps a § alone on its line, which no one is sure of', () => {
    const built = page(read(500, '$8@250', 20), read(600, '87@250', 41), read(700, '8&@250 12@290', 30));
    expect(built.lines.map((line) => line.text)).toEqual(['$8', '87', '8& 12']);
  });

  it('has one size for what is set in one size', () => {
    const lines = [40, 41, 39, 52].map((height, i) => ({ ...read(500 + i * 60, 'x@250'), height }));
    const sizes = page(...lines).lines.map((line) => line.size);
    expect(new Set(sizes.slice(0, 3)).size).toBe(1);
    expect(sizes[3]).toBeGreaterThan(sizes[0] ?? 0);
  });

  it('can be empty', () => {
    expect(page()).toMatchObject({ lines: [], ocrConfidence: null });
  });
});
