/** The pages of a text as if they were set: each letter as wide as the next, each line where it stands in the text. */
import type { Page, PageLine, TextSource, Word } from '../../extraction/pages/page.ts';

const LEFT = 60;
const TOP = 60;
const WIDE = 5.5;
const HIGH = 14;

/** How surely OCR has read a word; null: the text is embedded. */
type Reading = (word: string) => Pick<Word, 'confidence' | 'confirmed'>;

const EMBEDDED: Reading = () => ({ confidence: null });

/** Where a word of such a page begins in the text of its line. */
export const offsetOf = (word: Word): number => Math.round((word.bbox[0] - LEFT) / WIDE);

export function asSet(pages: Page[], reading: Reading = EMBEDDED): Page[] {
  const textSource: TextSource = reading === EMBEDDED ? 'embedded' : 'ocr';
  return pages.map((page): Page => {
    const first = page.lines[0]?.lineNo ?? 1;
    const lines = page.lines
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, lineNo }): PageLine => {
        const y = TOP + ((lineNo ?? 1) - first) * HIGH;
        const words = [...text.matchAll(/\S+/g)].map((m): Word => {
          const x = LEFT + m.index * WIDE;
          return { text: m[0], bbox: [x, y, x + m[0].length * WIDE, y + 10], ...reading(m[0]) };
        });
        const bbox: Word['bbox'] = [words[0]?.bbox[0] ?? LEFT, y, words.at(-1)?.bbox[2] ?? LEFT, y + 10];
        return { text, bbox, words, size: 10, bold: false, lineNo: null };
      });
    const ocrConfidence = textSource === 'ocr' ? 90 : null;
    return { ...page, width: 595, height: 842, textSource, ocrConfidence, lines };
  });
}
