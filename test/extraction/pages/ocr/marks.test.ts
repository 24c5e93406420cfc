import { expect, it } from 'vitest';
import { repairMarks } from '../../../../extraction/pages/ocr/marks.ts';
import type { PageLine, Word } from '../../../../extraction/pages/page.ts';
import { lineOf, pageOf } from './page-of.ts';

const repaired = (...lines: string[]) => repairMarks(pageOf(lines)).lines.map((line) => line.text);

it('reads marks that begin no sentence as bullets', () => {
  expect(repaired('» Skolan', '* Vården')).toEqual(['• Skolan', '• Vården']);
});

it('keeps quotation marks and dashes of lists', () => {
  expect(repaired('« Skolan först »', '- Vården')).toEqual(['« Skolan först »', '- Vården']);
});

it('writes a dash between words as Swedish does', () => {
  expect(repaired('Budget 2024 — 2026')).toEqual(['Budget 2024 – 2026']);
});

it('reads letters as bullets only when several low ones stand in a column, set off', () => {
  const bulleted = (mark: string, text: string, no: number) => {
    const line = lineOf(`${mark} ${text}`, no);
    const [first, ...rest] = line.words;
    if (first) first.bbox = [50, first.bbox[1] + 2, 54, first.bbox[3] - 2];
    return { ...line, words: first ? [first, ...rest.map((w) => ({ ...w }))] : [] };
  };
  const page = pageOf([]);
  const set = { ...page, lines: [bulleted('e', 'skolan', 0), bulleted('o', 'vården', 1)] };
  expect(repairMarks(set).lines.map((line) => line.text)).toEqual(['• skolan', '• vården']);
  expect(repairMarks({ ...page, lines: [bulleted('e', 'skolan', 0)] }).lines[0]?.words[0]?.text).toBe('e');
});

/** A line whose first words stand in columns: [text, x, height]. */
function set(
  no: number,
  ...words: [text: string, x: number, height?: number, confidence?: number][]
): PageLine {
  const line = lineOf(words.map(([text]) => text).join(' '), no);
  const placed = words.map(([text, x, height = 8, confidence = 90]): Word => {
    const bottom = 108 + no * 14;
    return { text, bbox: [x, bottom - height, x + text.length * 5, bottom], confidence };
  });
  const [first, last] = [placed[0] as Word, placed.at(-1) as Word];
  return { ...line, words: placed, bbox: [first.bbox[0], 100 + no * 14, last.bbox[2], 108 + no * 14] };
}
const ofLines = (...lines: PageLine[]) =>
  repairMarks({ ...pageOf([]), lines }).lines.map((line) => line.text);

it('sees no dash in the empty room behind a mark', () => {
  expect(ofLines(set(0, ['3.', 60], ['–', 74, 13, 9], ['Upprop', 90]))).toEqual(['3. Upprop']);
  expect(ofLines(set(0, ['—-', 60, 1], ['-', 74, 13, 0], ['Karta', 90]))).toEqual(['– Karta']);
  expect(ofLines(set(0, ['—-', 60, 1], ['-Karta', 90, 8, 0]))).toEqual(['– Karta']);
  expect(ofLines(set(0, ['2031', 60], ['–', 90, 1, 20], ['2032', 100]))).toEqual(['2031 – 2032']);
  expect(ofLines(set(0, ['4...', 60], ['Taxan', 90]))).toEqual(['4. Taxan']);
});

it('reads letters as bullets beside bullets that were read', () => {
  const list = [set(0, ['•', 60, 4], ['Karta', 80]), set(1, ['e', 60, 4], ['-', 72, 13, 5], ['Motion', 80])];
  expect(ofLines(...list, set(2, ['e«', 60, 4], ['Taxa', 80]))).toEqual(['• Karta', '• Motion', '• Taxa']);
});

it('finds a clause whose bullet was not read by where it stands', () => {
  const wide = set(9, ['Nämnden', 60], ['beslutar', 300]);
  const list = [
    set(0, ['•', 60, 4], ['Karta', 80]),
    set(1, ['Motion', 80]),
    set(2, ['•', 60, 4], ['Taxa', 80]),
  ];
  expect(ofLines(...list, wide)).toEqual(['• Karta', '• Motion', '• Taxa', 'Nämnden beslutar']);
});

it('takes no line that goes on for a clause', () => {
  const wide = set(0, ['•', 60, 4], ['Yttrande', 80], ['från', 330]);
  expect(ofLines(wide, set(1, ['Kommunförbundet', 80]))).toEqual(['• Yttrande från', 'Kommunförbundet']);
  expect(ofLines(set(0, ['•', 60, 4], ['Karta', 80]), set(1, ['över', 80])).at(-1)).toBe('över');
});
