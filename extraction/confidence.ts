/**
 * How surely the letters of an item are read. Embedded text is as printed; a reading by OCR is no surer than its
 * words, and a number that only one reading gave is unconfirmed: the engine is most sure of itself where it
 * misreads digits. Whether the rules took the right letters is told by doubts/.
 */
import type { Passage } from './lines/passage.ts';
import type { Word } from './pages/page.ts';

export interface Certainty {
  confidence: number;
  obekraftade: string[];
}

/** The words of a passage that OCR has read. */
function readWords(passage: Passage): Word[] {
  return passage.pieces.flatMap((p) => {
    const text = p.line.text.slice(p.from, p.from + (p.end - p.start));
    const word = p.line.words.find((w) => w.text === text);
    return word && word.confidence !== null ? [word] : [];
  });
}

const isUnconfirmed = (words: Word[]) => words.some((w) => /\d/.test(w.text) && w.confirmed !== true);

/** `fields` are those of the item whose numbers stand in the passage. */
export function certainty(passage: Passage, fields: string[] = ['text']): Certainty {
  const words = readWords(passage);
  if (words.length === 0) return { confidence: 1, obekraftade: [] };
  const mean = words.reduce((sum, w) => sum + (w.confidence ?? 0), 0) / words.length / 100;
  const unconfirmed = isUnconfirmed(words);
  return {
    confidence: Math.round(mean * (unconfirmed ? 0.95 : 1) * 1000) / 1000,
    obekraftade: unconfirmed ? fields : [],
  };
}

/** The names of the fields whose number only one reading by OCR has given. */
export function unconfirmedFields(fields: { [name: string]: Passage | null }): string[] {
  return Object.entries(fields).flatMap(([name, passage]) =>
    passage && isUnconfirmed(readWords(passage)) ? [name] : [],
  );
}
