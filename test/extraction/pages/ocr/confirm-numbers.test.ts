import { describe, expect, it } from 'vitest';
import { confirmNumbers } from '../../../../extraction/pages/ocr/confirm-numbers.ts';
import type { Page } from '../../../../extraction/pages/page.ts';
import { pageOf } from './page-of.ts';

/** Pages in which a "+" behind a word says that a second reading has agreed. */
function read(lines: string[], page = 1): Page {
  const made = pageOf(lines, page);
  return {
    ...made,
    lines: made.lines.map((line) => ({
      ...line,
      text: line.text.replace(/\+(?=\s|$)/g, ''),
      words: line.words.map((word) =>
        word.text.endsWith('+') ? { ...word, text: word.text.slice(0, -1), confirmed: true } : word,
      ),
    })),
  };
}

/** The numbers of the pages, each with a "+" if it is confirmed. */
const numbersOf = (...pages: Page[]): string[] =>
  confirmNumbers(pages).flatMap((page) =>
    page.lines.flatMap((line) =>
      line.words.filter((w) => /\d/.test(w.text)).map((w) => w.text + (w.confirmed ? '+' : '')),
    ),
  );

describe('a day', () => {
  it('is confirmed by its weekday', () => {
    // 29 April 2020 was a Wednesday
    expect(numbersOf(read(['onsdagen den 29 april 2020']))).toEqual(['29+', '2020+']);
    expect(numbersOf(read(['2020-04-29 (onsdag) kl. 13']))).toEqual(['2020-04-29+', '13']);
  });

  it('is doubted beside another weekday, whatever two readings say', () => {
    expect(numbersOf(read(['onsdagen den 28+ april 2020+']))).toEqual(['28', '2020']);
  });

  it('is confirmed by the running head of another page, in whatever form it stands there', () => {
    const pages = [read(['Kommunstyrelsen 2020-04-29']), read(['Plats och tid 29 april 2020'], 2)];
    expect(numbersOf(...pages)).toEqual(['2020-04-29+', '29+', '2020+']);
  });

  it('is not confirmed by misreadings of the day that most pages have', () => {
    const days = ['2020-04-29', '2020-04-29', '2020-04-20', '2020-04-29', '2020-04-20'];
    expect(numbersOf(...days.map((day, i) => read([`Kommunstyrelsen ${day}`], i + 1)))).toEqual([
      '2020-04-29+',
      '2020-04-29+',
      '2020-04-20',
      '2020-04-29+',
      '2020-04-20',
    ]);
  });
});

describe('a number', () => {
  it('is confirmed where it is read again on another line, with its diary or without', () => {
    const pages = [read(['Dnr KS 2031/0118']), read(['Ärendet KS 2031/118 avser taxan'], 2)];
    expect(numbersOf(...pages)).toEqual(['2031/0118+', '2031/118+']);
  });

  it('is not when as many spots have one that differs in one figure', () => {
    const lines = ['Dnr KS 2031/118', 'Dnr KS 2031/113', 'Dnr KS 2031/118', 'Dnr KS 2031/113'];
    expect(numbersOf(read(lines))).toEqual(['2031/118', '2031/113', '2031/118', '2031/113']);
  });

  it('is, beside such another, when one spot of it has been read twice', () => {
    const lines = ['Dnr KS 2031/118+', 'Dnr KS 2031/113', 'Dnr KS 2031/118', 'Dnr KS 2031/113'];
    expect(numbersOf(read(lines))).toEqual(['2031/118+', '2031/113', '2031/118+', '2031/113']);
  });

  it('is doubted when it closes a bracket that none has opened', () => {
    expect(numbersOf(read(['Beslut 101)+', 'Beslut (101)+', '9)+ Lokaler']))).toEqual([
      ...['101)', '(101)+', '9)+'],
    ]);
  });

  it('may be a § with its year, which the next page’s head says again', () => {
    expect(numbersOf(read(['§ 142/19 Taxor']), read(['Forts. § 142/19'], 2))).toEqual(['142/19+', '142/19+']);
  });

  it('may be a sum of money in several words', () => {
    expect(numbersOf(read(['anslår 1 250 000 kronor', 'högst 1 250 000 kr']))).toEqual([
      ...['1+', '250+', '000+'],
      ...['1+', '250+', '000+'],
    ]);
  });

  it('is not confirmed by chance when it is short', () => {
    expect(numbersOf(read(['fem av 12 platser', 'i 12 kap. lagen']))).toEqual(['12', '12']);
  });

  it('stays as it is where there is text that needs no OCR', () => {
    const pages = [{ ...read(['Dnr KS 2031/118', 'Dnr KS 2031/118']), textSource: 'embedded' as const }];
    expect(confirmNumbers(pages)).toEqual(pages);
  });

  it('is confirmed by a page that has text of its own', () => {
    const embedded = { ...read(['Dnr KS 2031/118']), textSource: 'embedded' as const };
    expect(numbersOf(embedded, read(['Dnr KS 2031/118'], 2))).toEqual(['2031/118', '2031/118+']);
  });
});

describe('a § that both readings took for a figure', () => {
  const heads = ['§ 4 Taxor', '§ 5 Lokaler', '§ 6 Val'];

  it('is doubted where a § may be meant', () => {
    expect(numbersOf(read(['tjänstgör från 85+ Sebastian Ek (M)', ...heads]))[0]).toBe('85');
    expect(numbersOf(read(['85+ Lokaler', ...heads]))[0]).toBe('85');
  });

  it('is a figure before its unit, and where the minutes have no such §', () => {
    expect(numbersOf(read(['bidrag till 85+ barn', ...heads]))[0]).toBe('85+');
    expect(numbersOf(read(['tjänstgör från 87+ Sebastian Ek (M)', ...heads]))[0]).toBe('87+');
  });
});
