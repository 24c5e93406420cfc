/** Running text divided into sentences, knowing the abbreviations of Swedish records. */

import { type Passage, slicePassage } from '../lines/passage.ts';
import { ord } from './ord.ts';

const ABBREVIATION = ord(
  /(?:\b(?:m\.?\s?fl|m\.?\s?m|bl\.?\s?a|t\.?\s?ex|d\.?\s?v\.?\s?s|s\.?\s?k|f\.?\s?d|e\.?\s?d|o\.?\s?d|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|kl|kap|dnr|nr|st|ca|resp|enl|ang|avs|jfr|exkl|inkl|prop|ordf|ers|tj|tjg|just|sekr|forts|mkr|kr|milj|tkr|adj|bitr|tf|st|sid|s|dr|Dnr|Kl|Nr|vol)|\b\p{Lu})\.$/u,
);

/** Sums often end a sentence: they do before a person who moves something ("117 200 tkr. Eva Gran (S) yrkar"). */
const SUM = ord(/\b(?:kr|tkr|mkr|milj|st)\.$/iu);
const MOVER_NEXT = /^\s+\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)+\s\(/u;

/** A lettered thing is no initial of a name: "enligt bilaga B. Anna Berg (S) yrkar". */
const LETTERED = ord(
  /\b(?:bilaga|alternativ|del|etapp|grupp|klass|kvarter|lokal|typ|zon|hus|punkt) \p{Lu}\.$/iu,
);

/** Offsets at which a passage's sentences end. */
function ends(text: string): number[] {
  const out: number[] = [];
  let from = 0;
  for (const m of text.matchAll(/[.!?]["”’»)]*(?=\s+(?:\d{1,2}[.)]\s+)?["“”»(–-]?\s?\p{Lu})/gu)) {
    const head = text.slice(Math.max(0, m.index - 16), m.index + 1);
    const end = m.index + m[0].length;
    if (
      ABBREVIATION.test(head) &&
      !LETTERED.test(head) &&
      !(SUM.test(head) && MOVER_NEXT.test(text.slice(end)))
    )
      continue;
    // the number of a list entry ends no sentence
    if (/^\s*\d{1,2}\.$/.test(text.slice(from, m.index + 1))) continue;
    // inside an open quotation the sentence goes on to its closing mark
    if (openQuote(text.slice(0, end))) continue;
    out.push(end);
    from = end;
  }
  out.push(text.length);
  return out;
}

/** True when a quotation that was opened has not been closed. Swedish opens and closes with the same mark. */
function openQuote(text: string): boolean {
  const marks = text.match(/["”“]/g)?.length ?? 0;
  return marks % 2 === 1;
}

/** The sentences of a passage, each still knowing where it stands. */
export function sentencesOf(passage: Passage): Passage[] {
  let from = 0;
  const out: Passage[] = [];
  for (const to of ends(passage.text)) {
    const sentence = slicePassage(passage, from, to);
    if (sentence.text) out.push(sentence);
    from = to;
  }
  return out;
}
