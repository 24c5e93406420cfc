import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDocument } from '../../../extraction/pages/index.ts';
import type { Page } from '../../../extraction/pages/page.ts';
import { type MadePage, makePdf, type Shown } from './make-pdf.ts';

async function page(made: MadePage, objects: Record<string, string> = {}): Promise<Page> {
  const { pages } = await openDocument(makePdf({ pages: [made], objects }));
  return pages[0] as Page;
}
const lines = async (...text: Shown[]) => (await page({ text })).lines.map((line) => line.text);

test('lines top to bottom with boxes from the top left', async () => {
  const read = await page({
    text: [
      { text: 'Andra raden', x: 70, y: 700 },
      { text: 'Första raden', x: 70, y: 720, size: 14, bold: true },
    ],
  });
  expect(read).toMatchObject({
    page: 1,
    width: 595,
    height: 842,
    textSource: 'embedded',
    ocrConfidence: null,
  });
  expect(read.lines.map((l) => [l.text, l.size, l.bold])).toEqual([
    ['Första raden', 14, true],
    ['Andra raden', 11, false],
  ]);
  const [x0, y0, x1, y1] = read.lines[0]?.bbox ?? [];
  expect(x0).toBeCloseTo(70, 0);
  expect(y0).toBeGreaterThan(105);
  expect(y1).toBeLessThan(128);
  expect(x1).toBeGreaterThan(140);
  expect(read.lines[0]?.words.map((w) => w.text)).toEqual(['Första', 'raden']);
});

test.each([90, 180, 270])('a page turned by /Rotate %i is read as it is seen', async (rotate) => {
  // What is drawn towards the corner that the turn brings to the top left.
  const at = {
    90: { x: 100, y: 50, turn: 90 },
    180: { x: 525, y: 100, turn: 180 },
    270: { x: 495, y: 792, turn: 270 },
  }[rotate] as { x: number; y: number; turn: number };
  const read = await page({ rotate, text: [{ text: 'Liggande tabell', ...at }] });
  expect([read.width, read.height]).toEqual(rotate === 180 ? [595, 842] : [842, 595]);
  expect(read.lines[0]?.text).toBe('Liggande tabell');
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = read.lines[0]?.bbox ?? [];
  expect([x0, y0 > 80, y1 < 110, x1 > 120]).toEqual([rotate === 180 ? 70 : 50, true, true, true]);
});

test('text along the margin stands after the text and has its box on the page', async () => {
  const read = await page({
    text: [
      { text: 'Signeringsstämpel', x: 20, y: 300, turn: 90 },
      { text: 'Sammanträdesprotokoll för nämnden', x: 70, y: 400 },
    ],
  });
  expect(read.lines.map((l) => l.text)).toEqual(['Sammanträdesprotokoll för nämnden', 'Signeringsstämpel']);
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = read.lines[1]?.bbox ?? [];
  expect(x1).toBeLessThan(25);
  expect(x0).toBeGreaterThan(5);
  expect([y0 > 400, Math.round(y1)]).toEqual([true, 542]);
});

test('the text layer of a crooked scan is read in rows, with boxes where it stands', async () => {
  const slope = Math.tan((1.5 * Math.PI) / 180);
  const text = Array.from({ length: 8 }, (_, row) =>
    [70, 220, 400].map((x) => ({
      text: `rad${row} x${x} och`,
      x,
      y: 700 - row * 14 + (x - 70) * slope,
      turn: 1.5,
    })),
  ).flat();
  const read = await page({ text });
  expect(read.lines.map((l) => l.words.map((w) => w.text).join(' '))).toEqual(
    Array.from({ length: 8 }, (_, row) => `rad${row} x70 och rad${row} x220 och rad${row} x400 och`),
  );
  const words = read.lines[0]?.words ?? [];
  expect((words[0]?.bbox[1] ?? 0) - (words.at(-1)?.bbox[1] ?? 0)).toBeGreaterThan(6);
});

test('a slanted stamp does not mix with the text under it', async () => {
  expect(
    await lines(
      { text: 'Nämnden beslutar att', x: 70, y: 700 },
      { text: 'KOPIA', x: 180, y: 700, turn: 35, size: 40 },
      { text: 'godkänna rapporten', x: 70, y: 686 },
    ),
  ).toEqual(['Nämnden beslutar att', 'godkänna rapporten', 'KOPIA']);
});

test('a clause follows its number by one space, however far it is set in', async () => {
  expect(
    await lines(
      { text: '1.', x: 70, y: 700 },
      { text: 'Att bifalla motionen', x: 100, y: 700 },
      {
        text: 'Ja  Nej',
        x: 70,
        y: 680,
      },
    ),
  ).toEqual(['1. Att bifalla motionen', 'Ja Nej']);
});

test('a line that runs over the edge is read to its end; what begins outside the page is not read', async () => {
  const long = `Nämnden beslutar att ${'uppdra åt förvaltningen att återkomma och '.repeat(5)}därmed avsluta ärendet.`;
  const read = await page({
    text: [
      { text: long, x: 70, y: 700 },
      { text: 'En vanlig rad', x: 70, y: 686 },
      { text: 'Tryckmärke', x: 700, y: 686 },
    ],
  });
  expect(read.lines.map((l) => l.text)).toEqual([long, 'En vanlig rad']);
  expect(read.lines[0]?.bbox?.[2]).toBe(595);
});

test('a wide gap is two spaces, a small one none or one', async () => {
  expect(
    await lines(
      { text: 'Handläggare', x: 70, y: 700 },
      { text: '2024-03-01', x: 300, y: 700 },
      { text: 'nämn', x: 70, y: 680 },
      { text: 'den', x: 97.6, y: 680 },
      { text: 'beslutar', x: 120, y: 680 },
    ),
  ).toEqual(['Handläggare  2024-03-01', 'nämnden beslutar']);
});

test('letterspaced headings are words', async () => {
  expect(await lines({ text: 'PROTOKOLL', x: 70, y: 700, spacing: 4 })).toEqual(['PROTOKOLL']);
  expect(await lines({ text: 'P R O T O K O L L', x: 70, y: 700 })).toEqual(['PROTOKOLL']);
});

test('single letters that spell nothing stay apart', async () => {
  expect(await lines({ text: 'S M C L V', x: 70, y: 700 })).toEqual(['S M C L V']);
});

test('ligatures and hyphens', async () => {
  expect(await lines({ text: 'of\u{FB01}ciell sjukvårds-', x: 70, y: 700 })).toEqual([
    'officiell sjukvårds-',
  ]);
});

test('text drawn twice to look bold is read once, and is bold', async () => {
  const read = await page({
    text: [
      { text: 'Beslut', x: 70, y: 700 },
      { text: 'Beslut', x: 70.3, y: 700 },
      { text: 'Beslut', x: 70, y: 600 },
    ],
  });
  expect(read.lines.map((l) => [l.text, l.bold])).toEqual([
    ['Beslut', true],
    ['Beslut', false],
  ]);
});

test('a raised figure stays with its word', async () => {
  expect(
    await lines(
      { text: '450 m', x: 70, y: 700, size: 12 },
      { text: '2', x: 103.5, y: 704.5, size: 7 },
      {
        text: 'under raden',
        x: 70,
        y: 686,
        size: 12,
      },
    ),
  ).toEqual(['450 m2', 'under raden']);
});

const prose = (n: number, side: string) => `${side}${n} nämnden har att ta ställning till`;

test('two columns of running text are read one after the other, with the heading before', async () => {
  const text: Shown[] = [
    { text: 'En rubrik som går över båda spalterna och lite till, tvärs över', x: 70, y: 760 },
  ];
  for (let i = 0; i < 10; i++) {
    text.push(
      { text: prose(i, 'v'), x: 70, y: 700 - i * 13 },
      { text: prose(i, 'h'), x: 310, y: 698 - i * 13 },
    );
  }
  const read = await lines(...text);
  expect(read[0]).toMatch(/^En rubrik/);
  expect(read.slice(1).map((l) => l.slice(0, 2))).toEqual(
    ['v', 'h'].flatMap((side) => Array.from({ length: 10 }, (_, i) => `${side}${i}`)),
  );
});

test('rows of a table stay rows', async () => {
  const text: Shown[] = [];
  for (let i = 0; i < 10; i++) {
    text.push({ text: `Ledamot ${i}`, x: 70, y: 700 - i * 13 }, { text: 'Ja', x: 310, y: 700 - i * 13 });
  }
  expect((await lines(...text))[3]).toBe('Ledamot 3  Ja');
});

test('what is filled into a form is read', async () => {
  const field =
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (namn) /V (Diarienummer 2024/17) /Rect [70 690 300 710] /F 4 /DA (/Helv 11 Tf) >>';
  const read = await page(
    { text: [{ text: 'Ifyllt:', x: 36, y: 697 }], entries: { Annots: '[@field]' } },
    { field },
  );
  expect(read.lines.map((l) => l.text)).toEqual(['Ifyllt: Diarienummer 2024/17']);
});

test('no word is lost or invented, and order is kept', async () => {
  const word = fc.stringMatching(/^[a-zåäöA-Z0-9()/,.-]{2,9}$/);
  const row = fc.array(word, { minLength: 1, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const text = rows.map((words, i) => ({ text: words.join(' '), x: 70, y: 780 - i * 14 }));
      expect(await lines(...text)).toEqual(rows.map((words) => words.join(' ')));
    }),
    { numRuns: 30 },
  );
});
