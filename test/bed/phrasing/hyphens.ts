/** Soft hyphens where a Swedish word may be broken, roughly: between two consonants that stand between vowels. */
import type { Block } from '../../../samples/make/content.ts';

const BREAK = /([aeiouyåäö][bcdfghjklmnpqrstvwxz]{1,2}?)(?=[bdfghklmnprstv][aeiouyåäö])/gi;

/** The same text, with places to break in its long words. */
export function softened(text: string): string {
  return text.replace(/\p{L}{9,}/gu, (word) => {
    const head = word.slice(0, 3);
    const tail = word.slice(-3);
    return `${head}${word.slice(3, -3).replace(BREAK, '$1\u00ad')}${tail}`;
  });
}

/** Hyphens in running text and clauses; names, headings and lists of papers are never broken. */
export function hyphenated(block: Block): Block {
  switch (block.typ) {
    case 'text':
      return { ...block, stycken: block.stycken.map(softened) };
    case 'attsatser':
      return { ...block, satser: block.satser.map(softened) };
    case 'yrkanden':
      return { ...block, inlagg: block.inlagg.map((i) => ({ ...i, text: softened(i.text) })) };
    default:
      return block;
  }
}
