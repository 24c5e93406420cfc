/**
 * How surely the letters of an item are read. Embedded text is as printed; a reading by OCR is no surer than its
 * words, and a number that only one reading gave is unconfirmed: the engine is most sure of itself where it
 * misreads digits. Whether the rules took the right letters is told by doubts/.
 */
import { type Passage, wordsOfPassage } from './lines/passage.ts';
import type { Word } from './pages/page.ts';

export interface Certainty {
  confidence: number;
  obekraftade: string[];
}

/** The words of a passage that OCR has read; none of text input or embedded text. */
export const readWords = (passage: Passage): Word[] =>
  wordsOfPassage(passage).filter((word) => word.confidence !== null);

/** True when a passage holds a number that OCR has read and nothing confirms. */
export const isUnconfirmed = (passage: Passage): boolean =>
  readWords(passage).some((word) => /\d/.test(word.text) && word.confirmed !== true);

/** `fields` are those of the item whose numbers stand in the passage. */
export function certainty(passage: Passage, fields: string[] = ['text']): Certainty {
  return certaintyWith(passage, isUnconfirmed(passage) ? fields : []);
}

/** The same for an item whose unconfirmed fields are known. */
export function certaintyWith(passage: Passage, obekraftade: string[]): Certainty {
  const words = readWords(passage);
  if (words.length === 0) return { confidence: 1, obekraftade };
  const mean = words.reduce((sum, w) => sum + (w.confidence ?? 0), 0) / words.length / 100;
  const doubt = obekraftade.length > 0 ? 0.95 : 1;
  return { confidence: Math.round(mean * doubt * 1000) / 1000, obekraftade };
}

/** The names of the fields whose number OCR has read and nothing confirms. */
export function unconfirmedFields(fields: { [name: string]: Passage | null }): string[] {
  return Object.entries(fields).flatMap(([name, passage]) =>
    passage && isUnconfirmed(passage) ? [name] : [],
  );
}
