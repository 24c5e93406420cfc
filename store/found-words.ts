/** Which words of a text a question has found, by the rules of the index: the same stems, and compounds. */
import { isPartOfCompound, stem, stems, wordsAt } from '../extraction/language/stem.ts';
import type { Question } from './question.ts';

/** A piece of a text. */
export interface Piece {
  text: string;
  /** It is what was asked for. */
  found: boolean;
}

/** Cuts a text at what was found in it. The pieces together are the text, in NFC. */
export function foundIn(text: string, question: Question): Piece[] {
  const whole = text.normalize('NFC');
  const all = wordsAt(whole);
  const stemmed = all.map(({ word }) => stem(word));
  const hits = new Set<number>();
  /** Places between two words of a phrase. */
  const within = new Set<number>();
  for (const part of question.all.flat()) {
    if (part.kind === 'word') {
      for (const [at, one] of stemmed.entries())
        if (one === part.stem || isPartOfCompound(part, one)) hits.add(at);
      continue;
    }
    const sequence = part.kind === 'phrase' ? part.stems : stems(part.number);
    for (const at of stemmed.keys()) {
      if (sequence.length === 0 || !sequence.every((one, n) => stemmed[at + n] === one)) continue;
      for (const n of sequence.keys()) {
        hits.add(at + n);
        if (n > 0) within.add(at + n);
      }
    }
  }
  const pieces: Piece[] = [];
  let done = 0;
  for (const [at, { start, end }] of all.entries()) {
    if (!hits.has(at)) continue;
    const last = pieces.at(-1);
    if (last !== undefined && within.has(at)) last.text += whole.slice(done, end);
    else {
      if (start > done) pieces.push({ text: whole.slice(done, start), found: false });
      pieces.push({ text: whole.slice(start, end), found: true });
    }
    done = end;
  }
  if (done < whole.length) pieces.push({ text: whole.slice(done), found: false });
  return pieces;
}
