import { describe, expect, it } from 'vitest';
import { repairByDocument } from '../../../../extraction/pages/ocr/document-words.ts';
import { pageOf, textsOf } from './page-of.ts';

/** Pages of lines; words with "?" before them are those that OCR was unsure of. */
function repaired(...lines: string[]): string[] {
  const page = pageOf(lines);
  const unsure = page.lines.map((line) => ({
    ...line,
    text: line.text.replaceAll('?', ''),
    words: line.words.map((word) => ({
      ...word,
      text: word.text.replace('?', ''),
      confidence: word.text.startsWith('?') ? 40 : 95,
    })),
  }));
  return textsOf(repairByDocument([{ ...page, lines: unsure }]));
}

describe('words that OCR was unsure of', () => {
  it('are what the document says elsewhere, a letter away', () => {
    const lines = ['Eva Almdahl (M) yrkar avslag', 'Eva Almdahl (M) reserverar sig'];
    expect(repaired(...lines, 'Eva ?Almdanhl (M)').at(-1)).toBe('Eva Almdahl (M)');
    expect(repaired(...lines, 'Eva Almdanhl (M)').at(-1)).toBe('Eva Almdanhl (M)');
  });

  it('are it, however sure, where it stands far oftener', () => {
    const often = Array(5).fill('Nämnden beslutar');
    expect(repaired(...often, 'Nämnden bestutar').at(-1)).toBe('Nämnden beslutar');
    expect(repaired('Nämnden beslutar', 'Nämnden bestutar').at(-1)).toBe('Nämnden bestutar');
  });

  it('may be another form of a word', () => {
    const lines = ['förstudien visar', 'förstudien klar', '?Förstudie idrottshall'];
    expect(repaired(...lines).at(-1)).toBe('Förstudie idrottshall');
  });

  it('are a heading where they make one', () => {
    expect(repaired('?Yrkandenl/förslag till beslut på sammanträdet')).toEqual([
      'Yrkanden/förslag till beslut på sammanträdet',
    ]);
    expect(repaired('?Beslutsunderiag')).toEqual(['Beslutsunderlag']);
    expect(repaired('?Underiag')).toEqual(['Underlag']);
    expect(repaired('?Underiag saknas i ärendet')).toEqual(['Underiag saknas i ärendet']);
  });

  it('stay as they are when two others are as near', () => {
    const lines = ['Almdohl Almdohl', 'Almdehl Almdehl', '?Almdchl'];
    expect(repaired(...lines).at(-1)).toBe('Almdchl');
  });
});
