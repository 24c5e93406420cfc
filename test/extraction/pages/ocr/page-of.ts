/** Pages as OCR gives them, made from lines of text: words stand 3 points apart on lines of 11 points. */
import type { Page, PageLine } from '../../../../extraction/pages/page.ts';

export function lineOf(text: string, no = 0, x = 60): PageLine {
  let at = x;
  const words = text.split(' ').map((word) => {
    const start = at;
    at += word.length * 5 + 3;
    return {
      text: word,
      bbox: [start, 100 + no * 14, at - 3, 108 + no * 14] as [number, number, number, number],
      confidence: 90,
    };
  });
  return { text, bbox: [x, 100 + no * 14, at, 108 + no * 14], words, size: 11, bold: false, lineNo: null };
}

export function pageOf(lines: string[], page = 1): Page {
  return {
    page,
    width: 595,
    height: 842,
    textSource: 'ocr',
    ocrConfidence: 90,
    lines: lines.map((text, no) => lineOf(text, no)),
  };
}

export const textsOf = (pages: Page[]): string[] =>
  pages.flatMap((page) => page.lines.map((line) => line.text));
