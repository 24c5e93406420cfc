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

  it('is put right behind its number, where the minutes print it there', () => {
    const read = ['44 $ Upprop', 'Nio är här.', '45 8 Taxor', '46 § Val'];
    expect(repaired(...read)).toEqual(['44 § Upprop', 'Nio är här.', '45 § Taxor', '46 § Val']);
  });

  it('is put where it was lost or became a figure, between heads whose numbers leave the place for it', () => {
    const read = ['§ 24 Upprop', '25 Dnr 2031/7', 'Taxor', '§ 26 Val', '5827 Budget', '8 nya platser'];
    expect(repaired(...read)).toEqual([
      '§ 24 Upprop',
      '§25 Dnr 2031/7',
      'Taxor',
      '§ 26 Val',
      '§27 Budget',
      '8 nya platser',
    ]);
  });

  it('is not put before a number that stands among lines of text', () => {
    const page = pageOf(['§ 24 Upprop', 'Sammanlagt finns', '25 Platser i skolan', '§ 26 Val']);
    const close = page.lines.map((line) => {
      const [x0, y0, x1] = line.bbox as [number, number, number, number];
      return { ...line, bbox: [x0, y0, x1, y0 + 13] as [number, number, number, number] };
    });
    expect(textsOf(repairParagraphs([{ ...page, lines: close }]))).toEqual(textsOf([page]));
  });

  it('gives letters of a body their space back', () => {
    const read = ['KS13 Dnr 2031/7', 'Taxor', 'KS 14 Dnr 2031/8', 'AB12 är en förening', 'KS 15'];
    expect(repaired(...read)).toEqual([
      'KS 13 Dnr 2031/7',
      'Taxor',
      'KS 14 Dnr 2031/8',
      'AB12 är en förening',
      'KS 15',
    ]);
  });

  it('has the number that its neighbours leave it', () => {
    const lines = ['§ 46/2031 Upprop', '§ 471/2031 Taxor', '§ 48/2031 Val'];
    expect(repaired(...lines)[1]).toBe('§ 47/2031 Taxor');
    expect(repaired('§ 46/2031 Upprop', '§ 82/2031 Taxor', '§ 48/2031 Val')[1]).toBe('§ 82/2031 Taxor');
    const [page] = repairParagraphs([pageOf(lines)]);
    expect(page?.lines[1]?.words[1]?.confirmed).toBe(false);
  });

  it('is found beside what stands in the margin', () => {
    const [page] = [pageOf(['Protokoll 8 47/2031'])];
    const apart = page.lines.map((line) => {
      const words = line.words.map((word, i) => {
        const [x0, y0, x1, y1] = word.bbox;
        const right = i > 0 ? 120 : 0;
        return { ...word, bbox: [x0 + right, y0, x1 + right, y1] as typeof word.bbox };
      });
      return { ...line, words };
    });
    expect(textsOf(repairParagraphs([{ ...page, lines: apart }]))).toEqual(['Protokoll  § 47/2031']);
    expect(repaired('Protokoll 8 47/2031 Val')).toEqual(['Protokoll § 47/2031 Val']);
  });

  it('stands before a number with the matter behind it', () => {
    expect(repaired('£ 78, 0943/13')).toEqual(['§ 78, 0943/13']);
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
