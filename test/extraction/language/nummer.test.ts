import { describe, expect, it } from 'vitest';
import {
  andraNummerOf,
  bareDiarienummer,
  findDiarienummer,
  isNumberLabel,
  labelledDiarienummer,
  labelledDokumentnummer,
} from '../../../extraction/language/nummer.ts';

describe('a labelled diarienummer', () => {
  it.each<[string, string]>([
    ['Diarienummer KS 2024/118', 'KS 2024/118'],
    ['Dnr KS/2024:118', 'KS/2024:118'],
    ['Dnr: 2024/00118', '2024/00118'],
    ['Dnr. 118/24', '118/24'],
    ['Ärendenummer KLK-2024-00512', 'KLK-2024-00512'],
    ['Vår beteckning: 1.7.2-318-2024', '1.7.2-318-2024'],
    ['2024-02-20    Dnr KS 2024/118', 'KS 2024/118'],
  ])('%s', (text, value) => {
    const found = labelledDiarienummer(text);
    expect(found?.value).toBe(value);
    expect(text.slice(found?.start, found?.end)).toBe(value);
  });

  it.each(['Diarienummer', 'Dnr:', 'SKR:s ärendenummer 2024/118', 'Datum 2024-02-20'])('none in %s', (text) =>
    expect(labelledDiarienummer(text)).toBeNull(),
  );
});

describe('a diarienummer told by its form', () => {
  it.each([
    'KS 2024/118',
    'BUN/2024:360',
    'KLK-2024-00512',
    '2024/KS 0063',
    'LD23/07215',
    'KSM2024-1408-321',
    'BUN.2024.301',
    'FN 2024.089',
    '2024.199 SN',
    '24RK512',
    'DNX240012',
    '2024-KTN000201',
    '2024/52-BaUN-040',
    'MSN/2024/1042/311-1',
    'LS/0612/04',
    'RS 122-2024',
    '1.5.1.-214-2024',
  ])('%s', (value) => expect(bareDiarienummer(`Taxa för återbruket, ${value}`)?.value).toBe(value));

  it.each([
    '2024-02-20',
    'bilaga från Granvik Energi AB 2024-02-20',
    'lagen (2017:30)',
    'SFS 2017:725',
    'budget 2024/2025',
    'tel 0123-456 78',
    '§ 12/24',
  ])('none in %s', (text) => expect(bareDiarienummer(text)).toBeNull());
});

describe('findDiarienummer', () => {
  const of = (...texts: string[]) => findDiarienummer(texts.map((text) => ({ text })))?.found.value ?? null;

  it('takes a labelled number before one told by its form', () => {
    expect(of('KS 2024/97', 'Dnr KS 2024/118')).toBe('KS 2024/118');
  });

  it('takes the number under a label that stands alone', () => {
    expect(isNumberLabel('Diarienummer:')).toBe(true);
    expect(of('Ny taxa', 'Diarienummer:', 'KS 2024/118')).toBe('KS 2024/118');
  });

  it('finds none where there is none', () => expect(of('Ny taxa', '2024-02-20')).toBeNull());
});

it('a document has a number of its own', () => {
  expect(labelledDokumentnummer('Dokumentnummer 2024-00312')?.value).toBe('2024-00312');
  expect(labelledDokumentnummer('Handling 2024 nr 12')?.value).toBe('2024 nr 12');
  expect(labelledDokumentnummer('Diarienummer 2024/00312')).toBeNull();
});

describe('the numbers behind a number', () => {
  it.each<[string, string[]]>([
    [', KS 2024/55', ['KS 2024/55']],
    ['; KS 2024/55 och MN 2024/7', ['KS 2024/55', 'MN 2024/7']],
    [' samt dnr KS/2024:55', ['KS/2024:55']],
    [' (KS 2024/55)', ['KS 2024/55']],
    // what follows a number may be anything else
    ['', []],
    [', TN 2024/210', []],
    [' KS 2024/55', []],
    [', 2024-02-20', []],
    [', Hastighetsplan som KS 2024/55', []],
    [', lagen 2024:55', []],
  ])('in "%s"', (text, numbers) => {
    const value = 'TN 2024/210';
    const found = { value, start: 4, end: 4 + value.length };
    expect(andraNummerOf({ text: `Dnr ${value}${text}` }, found).andraNummer ?? []).toEqual(numbers);
  });
});
