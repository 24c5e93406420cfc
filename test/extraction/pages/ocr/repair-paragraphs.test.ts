import { describe, expect, it } from 'vitest';
import { repairParagraphs } from '../../../../extraction/pages/ocr/repair-paragraphs.ts';
import { pageOf, textsOf } from './page-of.ts';

const repaired = (...lines: string[]) => textsOf(repairParagraphs([pageOf(lines)]));

describe('§ on pages that OCR has read', () => {
  it('is put right in headings whose numbers run in order, whatever it was read as', () => {
    const read = [
      '8 1. Upprop',
      'Nio är här.',
      '$ 2 Justering',
      '8& 3 Budget',
      'S 4 Övriga frågor',
      '5 5 Avslutning',
    ];
    expect(repaired(...read)).toEqual([
      '§ 1. Upprop',
      'Nio är här.',
      '§ 2 Justering',
      '§ 3 Budget',
      '§ 4 Övriga frågor',
      '§ 5 Avslutning',
    ]);
  });

  it('runs on over pages and past headings that were not read', () => {
    const pages = [pageOf(['8 11 Taxor']), pageOf(['Brödtext', '8 13 Lokaler'], 2), pageOf(['8 14 Val'], 3)];
    expect(textsOf(repairParagraphs(pages))).toEqual(['§ 11 Taxor', 'Brödtext', '§ 13 Lokaler', '§ 14 Val']);
  });

  it('is told by the form alone where it leaves no doubt', () => {
    expect(repaired('8 142/19 Budget')).toEqual(['§ 142/19 Budget']);
    expect(repaired('KS $ 12 Budget')).toEqual(['KS § 12 Budget']);
    expect(repaired('&12 Budget')).toEqual(['§12 Budget']);
  });

  it('is put right in references', () => {
    expect(repaired('Beslut 2024-03-05 8 17 om taxor')).toEqual(['Beslut 2024-03-05 § 17 om taxor']);
    expect(repaired('protokollsutdrag S 112/19 och')).toEqual(['protokollsutdrag § 112/19 och']);
    expect(repaired('enligt 9 8 förvaltningslagen')).toEqual(['enligt 9 § förvaltningslagen']);
  });

  it('confirms numbers that stand in a row', () => {
    const [page] = repairParagraphs([pageOf(['8 1 Upprop', '8 2 Val', '8 3 Budget'])]);
    expect(page?.lines.map((line) => line.words[1]?.confirmed)).toEqual([true, true, true]);
  });

  it('is not made of what is something else', () => {
    const lines = [
      '8 12 45 90',
      '8 elever 3 lärare',
      '5 Budget',
      '8 1 Upprop',
      'Höjs med 5 12 gånger',
      'Anna Ek (S) 12',
    ];
    expect(repaired(...lines)).toEqual(lines);
  });

  it('leaves pages with text of their own alone', () => {
    const page = { ...pageOf(['8 1 A', '8 2 B', '8 3 C']), textSource: 'embedded' as const };
    expect(repairParagraphs([page])).toEqual([page]);
  });

  it('does nothing more the second time', () => {
    const once = repairParagraphs([pageOf(['8 1 Upprop', '$ 2 Val', '8 3 Budget'])]);
    expect(repairParagraphs(once)).toEqual(once);
  });
});
