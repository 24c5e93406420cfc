import { describe, expect, it } from 'vitest';
import { gapsOf } from '../../../extraction/gaps/index.ts';
import { sheetsOf } from '../../../extraction/lines/furniture.ts';
import { linesOf } from '../../../extraction/lines/join.ts';
import { handling } from '../../store/made-up.ts';
import { pagesOf } from '../handlingar/read-text.ts';
import { front, gapsOfText, paragraf } from './gaps-of-text.ts';

const missing = (...pages: string[]) =>
  gapsOfText(...pages)
    .filter(({ code }) => code === 'paragraf-missing')
    .map(({ message, page }) => ({ message, page }));
const series = (...numbers: number[]) => numbers.map((n) => paragraf(n)).join('');

describe('a § missing from the series', () => {
  it('is told with the §§ around it and the page of the next', () => {
    expect(missing(front() + series(40, 41), series(43, 44))).toEqual([
      {
        message: '§ 42 saknas mellan § 41 och § 43. (§ 42 missing between § 41 and § 43.)',
        page: 2,
      },
    ]);
  });

  it('is told hole by hole', () => {
    const [first, second, ...rest] = missing(front() + series(40, 41, 44, 45), series(46, 48, 49, 50));
    expect(first?.message).toContain('§§ 42 och 43 saknas mellan § 41 och § 44.');
    expect(second).toMatchObject({ page: 2 });
    expect(second?.message).toContain('§ 47 saknas');
    expect(rest).toEqual([]);
  });

  it('is nothing in a whole series, nor at its ends when nothing is declared', () => {
    expect(missing(front() + series(40, 41, 42, 43, 44))).toEqual([]);
  });

  it('is nothing in minutes of some §§ only', () => {
    expect(missing(front() + series(12, 15, 19))).toEqual([]);
    expect(missing(front('', 'PROTOKOLLSUTDRAG') + series(12, 13, 15, 16, 17))).toEqual([]);
  });

  it('is nothing where the minutes say that it stands in others', () => {
    const end = '\n§ 42 är omedelbart justerad och finns i ett separat protokoll.\n';
    expect(missing(front() + series(40, 41, 43, 44) + end)).toEqual([]);
  });
});

describe('§§ that the front page declares', () => {
  it.each([
    'Paragrafer          40–44',
    'Paragrafer: §§ 40 - 44',
    'Justerade paragrafer   §§ 40, 41, 42, 43 och 44',
    'Paragrafer          § 40/32–§ 44/32',
    'Paragrafer\n§§ 40 t.o.m. 44',
    'Underskrifter       Sekreterare       Paragrafer 40-44',
  ])('are missed at the end too: %s', (declared) => {
    const found = missing(front(declared) + series(40, 41, 42), series(43));
    expect(found.map(({ message }) => message.split(' (')[0])).toEqual(['§ 44 saknas efter § 43.']);
    expect(found[0]?.page).toBe(2);
    expect(missing(front(declared) + series(40, 41, 42, 43, 44))).toEqual([]);
  });

  it('are the measure of partial minutes', () => {
    expect(missing(front('Paragrafer   45–47, 52') + series(45, 46, 47, 52))).toEqual([]);
    expect(missing(front('Paragrafer   45–47, 52') + series(45, 47, 52))[0]?.message).toContain(
      '§ 46 saknas mellan § 45 och § 47.',
    );
  });

  it('of the whole minutes stand on the front page of an extract too', () => {
    expect(missing(front('Paragrafer   40–58') + series(47))).toEqual([]);
    expect(missing(front('Paragrafer   40–58') + series(47, 48))).toEqual([]);
  });

  it('are told at once where there are many holes', () => {
    const found = missing(front('Paragrafer  1–20') + series(1, 3, 5, 7, 9, 11, 12, 13, 14, 15, 16, 17));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('§§ 2, 4, 6, 8, 10 och 18–20 saknas.');
  });

  it('stand in the notice of approval as well', () => {
    const notice = '\nANSLAG/BEVIS\nJusteringen har anslagits\nParagrafer   40–45\n';
    const found = missing(front() + series(40, 41, 42, 43, 44) + notice);
    expect(found.map(({ message }) => message.split(' (')[0])).toEqual(['§ 45 saknas efter § 44.']);
  });

  it('are all missed in minutes in which none could be read', () => {
    const blurred = [40, 41, 42].map((n) => paragraf(n).replace('§', '&')).join('');
    expect(missing(front('Paragrafer   40–42') + blurred)).toEqual([
      {
        message:
          'Framsidan anger §§ 40–42, men ingen paragraf kunde läsas. (The front page declares §§ 40–42, but no paragraph could be read.)',
        page: 1,
      },
    ]);
  });

  it('are not what a sentence tells of some §§', () => {
    const told = 'Paragraferna 3–9 i reglementet gäller.\nEnligt §§ 1–90 i lagen ska detta prövas.';
    expect(missing(front(told) + series(40, 41, 42, 43))).toEqual([]);
  });
});

describe('§§ that are printed and were not read', () => {
  const odd = (...numbers: number[]) =>
    numbers.map((n) => `\n§ ${n}; se ${n}\nRapport ${n}\n\nBeslut\nRapporten godkänns.\n`).join('');

  it('are told after those that were, declared or not', () => {
    const told = '§§ 41–43 saknas efter § 40. (§§ 41–43 missing after § 40.)';
    expect(missing(front() + series(40), odd(41, 42, 43)).map(({ message }) => message)).toEqual([told]);
    expect(missing(front('Paragrafer  40–43') + series(40) + odd(41, 42, 43))[0]?.message).toBe(told);
  });

  it('are not those of a list of contents, nor one that is referred to', () => {
    const contents = '\n§ 41, taxa\n§ 42, plan\n§ 43, avtal\n';
    expect(missing(front() + contents + series(40))).toEqual([]);
    expect(missing(front() + series(40) + odd(41))).toEqual([]);
  });

  it('are told when the pages went for another paper', () => {
    const sheets = sheetsOf(linesOf(pagesOf([40, 41, 42].map((n) => paragraf(n)).join('\f'))));
    const papers = sheets.map((sheet) => ({ handling: handling({ kind: 'annat' }), sheets: [sheet] }));
    const found = gapsOf(papers).map(({ message, page }) => ({ message, page }));
    expect(found).toEqual([
      {
        message:
          '§§ 40–42 med beslut står på sidor som inte kunde läsas som protokoll. (§§ 40–42 with decisions stand on pages that could not be read as minutes.)',
        page: 1,
      },
    ]);
  });

  it('are not those of a reglemente', () => {
    const rule = (n: number) => `\n§ ${n} Uppgifter\nNämnden ansvarar för anläggning ${n}.\n`;
    expect(missing(`Reglemente för fritidsnämnden\n${[1, 2, 3, 4, 5].map(rule).join('')}`)).toEqual([]);
  });
});
