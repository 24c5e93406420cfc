import { describe, expect, it } from 'vitest';
import { withRepairedWords } from '../../../../extraction/pages/ocr/repair-words.ts';
import { lineOf } from './page-of.ts';

const repaired = (text: string) => withRepairedWords(lineOf(text)).text;

describe('words on pages that OCR has read', () => {
  it('are parted from the "att" before them', () => {
    expect(repaired('2. atthastigheten sänks och attge chefen i uppdrag')).toBe(
      '2. att hastigheten sänks och att ge chefen i uppdrag',
    );
    expect(repaired('attesten och attityden är attraktiva')).toBe('attesten och attityden är attraktiva');
  });

  it('are joined where no space was printed', () => {
    const line = lineOf('Enli gt nämndens förslag');
    const [first, second, ...rest] = line.words;
    if (!first || !second) throw new Error('two words');
    const close = { ...second, bbox: [first.bbox[2] + 1, 100, second.bbox[2], 108] as typeof second.bbox };
    expect(withRepairedWords({ ...line, words: [first, close, ...rest] }).text).toBe(
      'Enligt nämndens förslag',
    );
    expect(repaired('Enli gt nämndens förslag')).toBe('Enli gt nämndens förslag');
  });

  it('have a one where no letter can stand', () => {
    expect(repaired('taxan gäller från den I januari 2031')).toBe('taxan gäller från den 1 januari 2031');
    expect(repaired('bidrag med l 400 000 kronor')).toBe('bidrag med 1 400 000 kronor');
    expect(repaired('I januari 2031 börjar arbetet')).toBe('I januari 2031 börjar arbetet');
  });

  it('have their @ in addresses', () => {
    expect(repaired('kommunen(Qsmavik.example')).toBe('kommunen@smavik.example');
    expect(repaired('Box 1 kommunen Qsmavik.example')).toBe('Box 1 kommunen@smavik.example');
  });

  it('have a party behind a name', () => {
    expect(repaired('Eva Ek ($S), Bo Alm (5D) och')).toBe('Eva Ek (S), Bo Alm (SD) och');
    expect(repaired('se avsnitt (8) och')).toBe('se avsnitt (8) och');
  });

  it('are those of procedure', () => {
    expect(repaired('Nämnden förestår att styrelsen bestutar ätt anta taxan')).toBe(
      'Nämnden föreslår att styrelsen beslutar att anta taxan',
    );
    expect(repaired('Eva Ek (S) yrkar bifalt')).toBe('Eva Ek (S) yrkar bifall');
    expect(repaired('1) alt avslå motionen')).toBe('1) att avslå motionen');
    expect(repaired('ett alt två förslag')).toBe('ett alt två förslag');
    expect(repaired('Tekniska nämnden beslutat')).toBe('Tekniska nämnden beslutar');
    expect(repaired('Nämnden beslutat i maj')).toBe('Nämnden beslutat i maj');
  });

  it('are labels before their numbers', () => {
    expect(repaired('Dar 351-2031-10')).toBe('Dnr 351-2031-10');
    expect(repaired('Onr 2031/KS 0360')).toBe('Dnr 2031/KS 0360');
    expect(repaired('Den 3 maj')).toBe('Den 3 maj');
  });

  it('are parties among parties', () => {
    expect(repaired('Representanterna från $ och MP yrkar')).toBe('Representanterna från S och MP yrkar');
    expect(repaired('ledamöterna från-M och I antecknar')).toBe('ledamöterna från M och L antecknar');
    expect(repaired('Goran Lund im) och Bo Ek (Ci.')).toBe('Goran Lund (m) och Bo Ek (C).');
  });

  it('are joined to a day', () => {
    expect(repaired('Nämnden 2031-1 1-16')).toBe('Nämnden 2031-11-16');
  });

  it('have a short dash between figures', () => {
    expect(repaired('årskurs 4—6')).toBe('årskurs 4–6');
  });

  it('stay as they are otherwise', () => {
    const line = lineOf('Nämnden beslutar att anta taxan.');
    expect(withRepairedWords(line)).toBe(line);
  });
});
