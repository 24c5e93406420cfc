/** One clause of a proposal or a decision, and the lead-in that it stands under. */
import { ord } from '../language/ord.ts';
import type { Passage } from '../lines/passage.ts';

/** An attsats (contract, "Rules"). */
export interface Clause {
  nr: number | null;
  passage: Passage;
  ledtext: Passage | null;
  /** Bodies of the lead-in; empty when it names none. */
  kedja: string[];
  /** It has taken in lettered parts: the next letter is its too. */
  lettered?: boolean;
  /** A letter opens it: the next letter opens another. */
  byLetter?: boolean;
  /** A bullet stood before it. */
  bulleted?: boolean;
  /** A list under its colon is part of it: the next entry is too. */
  listing?: boolean;
}

const SENTENCE_END = /[.!?]["”»)]?$/;

/** True where a text ends as a sentence does, with a quotation mark or a bracket behind its stop or without. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text);

/** True for a clause told as one by a number, "att" or a bullet. */
export const isMarked = ({ nr, passage, bulleted }: Clause): boolean =>
  nr !== null || ord(/^att\b/iu).test(passage.text) || bulleted === true;

const VERBS = [
  ...['beslutar', 'föreslår', 'godkänner', 'noterar', 'överlämnar', 'utser', 'väljer', 'lägger', 'antecknar'],
  ...['avslår', 'bifaller', 'antar', 'fastställer', 'beviljar', 'uppdrar', 'ger'],
  ...['tillstyrker', 'avstyrker', 'återremitterar', 'bordlägger'],
];
const VERB_FIRST = ord(new RegExp(String.raw`^(?:${VERBS.join('|')})\b`, 'u'));

/** True for what a body decides, its name deleted by a conversion: "godkänner dagordningen." */
export const lacksBody = (text: string): boolean => VERB_FIRST.test(text);
