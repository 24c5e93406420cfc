import { expect, it } from 'vitest';
import { repairMarks } from '../../../../extraction/pages/ocr/marks.ts';
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
