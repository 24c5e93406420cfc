/** The confidence of every item: how probable it is that the rules took the right words, and that these are read right. */
import type { Handling } from '../record.ts';
import { chanceOf } from './chance.ts';
import { doubtsIn } from './index.ts';

/** However much speaks against an item, it has been found: none is given up for certain. */
const LEAST = 0.01;

/**
 * Sets the confidence of all items of a finished record's documents. Before it is called an item's confidence says
 * how surely its letters are read (confidence.ts): 1 for text that is as printed.
 */
export function settleConfidence(handlingar: Handling[]): void {
  for (const handling of handlingar) {
    for (const { type, item, doubts } of doubtsIn(handling)) {
      const chance = chanceOf(type, doubts) * item.confidence;
      item.confidence = Math.max(LEAST, Math.round(chance * 1000) / 1000);
    }
  }
}
