import { describe, expect, it } from 'vitest';
import { sheetsOf } from '../../../extraction/lines/furniture.ts';
import { isFurniture } from '../../../extraction/lines/furniture-words.ts';
import { linesOf } from '../../../extraction/lines/join.ts';
import { liftMarginHeads } from '../../../extraction/lines/margin-heads.ts';
import { concatPassages, evidenceOf, passageOf, slicePassage } from '../../../extraction/lines/passage.ts';
import { unflatten } from '../../../extraction/lines/unflatten.ts';
import { dedent, pagesOf, recordOf, texts } from '../handlingar/read-text.ts';
import { linesOfText } from '../items/lines-of.ts';

const joined = (text: string) => passageOf(linesOfText(text)).text;

describe('joining lines', () => {
  it.each<[string, string]>([
    ['att anta\ntaxan', 'att anta taxan'],
    ['att   anta\n   taxan', 'att anta taxan'],
    ['fastighets-\ninvesteringar', 'fastighetsinvesteringar'],
    ['barn-\noch ungdomsnämnden', 'barn- och ungdomsnämnden'],
    ['vatten-\neller avloppsavgift', 'vatten- eller avloppsavgift'],
    ['EU-\nprojektet', 'EU-projektet'],
    ['Anna-\nKarin', 'Anna-Karin'],
    ['2017-\n11-16', '2017-11-16'],
    ['åren 2027–\n2030', 'åren 2027–2030'],
    ['PET-\nCT', 'PET-CT'],
    ['taxan –\nden nya', 'taxan – den nya'],
    ['och/eller\nandra', 'och/eller andra'],
    ['', ''],
  ])('%j', (text, expected) => expect(joined(text)).toBe(expected));
});

describe('passages know where they stand', () => {
  const passage = passageOf(linesOfText('att anta taxan\nför återbruks-\ncentret från 2025'));

  it('in parts, too', () => {
    const at = passage.text.indexOf('återbrukscentret');
    const part = slicePassage(passage, at, at + 'återbrukscentret'.length);
    expect(part.text).toBe('återbrukscentret');
    expect(evidenceOf(part)).toEqual([{ page: 1, bbox: null, lines: [2, 3] }]);
  });

  it('and put together', () => {
    const both = concatPassages([slicePassage(passage, 0, 8), slicePassage(passage, 9, 14)]);
    expect(both.text).toBe('att anta taxan');
    expect(evidenceOf(both)).toEqual([{ page: 1, bbox: null, lines: [1, 1] }]);
  });

  it('as boxes on a set page, around their own words only', () => {
    const words = ['Taxan', 'antas', 'nu'].map((text, i) => ({
      text,
      bbox: [100 * i, 50, 100 * i + 80, 60] as [number, number, number, number],
      confidence: null,
    }));
    const line = {
      text: 'Taxan antas nu',
      bbox: [0, 50, 280, 60] as [number, number, number, number],
      words,
      size: 10,
      bold: false,
      lineNo: null,
      page: 3,
      pageStart: true,
      gap: 0,
      indent: 0,
    };
    expect(evidenceOf(slicePassage(passageOf([line]), 6, 11))).toEqual([
      { page: 3, bbox: [100, 50, 180, 60] },
    ]);
  });
});

describe('furniture', () => {
  it.each([
    'Justerandes sign',
    'Justerandes signatur',
    'Justerarsignaturer',
    'Justerandes sign                     Utdragsbestyrkande',
    'Utdraget bestyrks',
    'Sign.                          Utdraget bestyrks',
    'Datum              Diarienummer',
    'Sida 2 (16)',
    'Sida 2 av 16',
    '2(16)',
    '2/16',
    '- 2 -',
    '§ 31 forts.',
    'KS § 31 (forts)',
    'Postadress: Box 1, 123 45 Strömvik',
    'Telefon 0123-456 78',
    'www.stromvik.example',
    'https://stromvik.example',
    'Strömviks kommun | 599 99 Strömvik | 0199-500 00 | kommun@stromvik.example',
    '599 99 Strömvik   Strömvik   kommun@stromvik.example',
    'Strömviks kommun   kommun@stromvik.example',
    '12 § forts.',
  ])('%s', (text) => expect(isFurniture(text)).toBe(true));

  it.each([
    '§ 31',
    'att taxan antas',
    '1. Taxan antas.',
    'Beslut',
    'Tekniska nämnden',
    'Justering av taxan',
    'Sidan om vägen',
    'Telefonväxeln byts ut.',
    'Kostnaden är 118 45 Kronor enligt kalkylen',
  ])('not %s', (text) => expect(isFurniture(text)).toBe(false));

  const sheets = (...pages: string[]) => sheetsOf(linesOf(pagesOf(pages.map(dedent).join('\f'))));

  it('is what repeats in the same place, and is kept apart', () => {
    const found = sheets(
      'Strömviks kommun i samverkan\n\n§ 1 Val\nText ett.',
      'Strömviks kommun i samverkan\n\n§ 2 Taxa\nText två.',
      'Strömviks kommun i samverkan\n\n§ 3 Plan\nText tre.',
    );
    expect(found.map((s) => texts(s.lines))).toEqual([
      ['§ 1 Val', 'Text ett.'],
      ['§ 2 Taxa', 'Text två.'],
      ['§ 3 Plan', 'Text tre.'],
    ]);
    expect(found.flatMap((s) => texts(s.furniture))).toEqual(Array(3).fill('Strömviks kommun i samverkan'));
  });

  it('is no heading and no clause, however often they repeat', () => {
    const found = sheets(
      ...Array<string>(3).fill('Beslut\natt godkänna rapporten.\n\nExpedieras till\nAkten'),
    );
    expect(found.flatMap((s) => s.furniture)).toEqual([]);
  });
});

describe('headings in the margin', () => {
  const lifted = (text: string) => texts(liftMarginHeads(linesOf(pagesOf(text))));

  it('stand above their text', () => {
    const text = dedent(`
      Beslut              Kommunstyrelsen beslutar att anta taxan.
      Sammanfattning      Taxan har inte ändrats sedan 2024.
                          Kostnaderna har ökat.
    `);
    expect(lifted(text)).toEqual([
      'Beslut',
      'Kommunstyrelsen beslutar att anta taxan.',
      'Sammanfattning',
      'Taxan har inte ändrats sedan 2024.',
      'Kostnaderna har ökat.',
    ]);
  });

  it('but labels of a front page and rows of a table stay with what stands beside them', () => {
    const text = dedent(`
      Beslutande          Karin Alm (M), ordförande
      Ersättare           Bo Sjödin (C)
      Förslag             Beslut
      Beslut              X
      Yrkanden            12
    `);
    expect(lifted(text)).toEqual(texts(linesOf(pagesOf(text))));
  });
});

describe('pages of a text', () => {
  const starts = (text: string) =>
    linesOf(pagesOf(text)).flatMap((l) => (l.pageStart ? [[l.page, l.text]] : []));

  it('are parted by form feeds', () => {
    expect(starts('ett\ntvå\ftre\n')).toEqual([
      [1, 'ett'],
      [2, 'tre'],
    ]);
  });

  it('begin where a line of a dump begins with a blank', () => {
    const page = (n: number) => ` Sida ${n}\n${'Löpande text på sidan.\n'.repeat(12)}`;
    expect(starts(page(1) + page(2) + page(3))).toEqual([
      [1, 'Sida 1'],
      [1, 'Sida 2'],
      [1, 'Sida 3'],
    ]);
  });
});

describe('a text that lost its line breaks', () => {
  const long = 'Taxan för återbruket har inte ändrats sedan 2021 och kostnaderna har ökat sedan dess. '
    .repeat(5)
    .trim();
  const flat = [
    `Sammanfattning ${long}`,
    `Bakgrund ${long}`,
    `Ärendebeskrivning ${long}`,
    'Ny taxa för återbruket Förslag till beslut 1. Taxan för återbruket antas. 2. Den gamla taxan upphävs.',
  ].join('\n');

  it('is cut at its headings and numbers, and loses no word', () => {
    const before = linesOf(pagesOf(flat));
    const after = unflatten(before);
    expect(texts(after)).toContain('Förslag till beslut');
    expect(texts(after)).toContain('2. Den gamla taxan upphävs.');
    expect(texts(after).join(' ')).toBe(texts(before).join(' '));
  });

  it('is left alone where lines are as set', () => {
    const before = linesOf(pagesOf('Förslag till beslut 1. Taxan antas. 2. Den gamla taxan upphävs.'));
    expect(unflatten(before)).toEqual(before);
  });
});

it('an empty file has an empty record', () => {
  expect(recordOf('').handlingar.flatMap((h) => h.arenden)).toEqual([]);
});
