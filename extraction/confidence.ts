/**
 * How sure a reading is. Embedded text is as printed, so only the rule that took it can be wrong; a reading by
 * OCR is no surer than its words, and numbers that only OCR has read are unconfirmed.
 */
import type { Passage } from './lines/passage.ts';

export interface Certainty {
  confidence: number;
  obekraftade: string[];
}

/** `sure` is how often the rule that took the item is right, 0 to 1. */
export function certainty(passage: Passage, sure: number): Certainty {
  const words = passage.pieces.flatMap((p) => {
    const text = p.line.text.slice(p.from, p.from + (p.end - p.start));
    const word = p.line.words.find((w) => w.text === text);
    return word?.confidence == null ? [] : [word];
  });
  if (words.length === 0) return { confidence: sure, obekraftade: [] };
  const mean = words.reduce((sum, w) => sum + (w.confidence ?? 0), 0) / words.length / 100;
  const unconfirmed = words.some((w) => /\d/.test(w.text) && w.confirmed !== true);
  return {
    confidence: Math.round(Math.min(sure, mean) * (unconfirmed ? 0.95 : 1) * 1000) / 1000,
    obekraftade: unconfirmed ? ['text'] : [],
  };
}
