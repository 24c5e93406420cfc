/** Numbers that only one reading by OCR has given are named, until something confirms them. */
import { describe, expect, it } from 'vitest';
import { assembleRecord } from '../../extraction/index.ts';
import type { Page } from '../../extraction/pages/page.ts';
import type { Arende, Handling } from '../../extraction/record.ts';
import { pageOf } from './pages/ocr/page-of.ts';

/** The handling of pages as OCR reads them; "+" behind a word: a second reading has agreed. */
function handlingOf(...pages: string[][]): Handling {
  const read = pages.map((lines, i): Page => {
    const made = pageOf(lines, i + 1);
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
  });
  const source = {
    fileName: 'x.pdf',
    sha256: 'x',
    bytes: 1,
    mediaType: 'application/pdf',
    pageCount: read.length,
  };
  return assembleRecord(source, read).handlingar[0] as Handling;
}

const FRONT = ['Strömviks kommun', 'Kommunstyrelsen', 'Sammanträdesprotokoll'];
const minutes = (...lines: string[]) => handlingOf([...FRONT, 'Sammanträdesdatum 2024-03-12+', ...lines]);
const first = (handling: Handling) => handling.arenden[0] as Arende;

describe('days and numbers', () => {
  it('are unconfirmed after one reading', () => {
    const handling = handlingOf([
      ...FRONT,
      'Sammanträdesdatum 2024-03-12',
      '§ 31',
      'Dnr KS 2024/118',
      'Ny taxa',
    ]);
    expect(handling.datum).toBe('2024-03-12');
    expect(handling.obekraftade).toEqual(['datum']);
    expect(first(handling).obekraftade).toEqual(['paragraf', 'diarienummer']);
  });

  it('are confirmed by a second reading, by the weekday, and by the next page’s head', () => {
    const twice = minutes('§ 31+', 'Dnr KS 2024/118+', 'Ny taxa');
    expect([twice.obekraftade, first(twice).obekraftade]).toEqual([[], []]);
    const weekday = handlingOf([...FRONT, 'Sammanträdesdatum tisdagen den 12 mars 2024', '§ 31+', 'Ny taxa']);
    expect([weekday.datum, weekday.obekraftade]).toEqual(['2024-03-12', []]);
    const head = handlingOf(
      [...FRONT, 'Sammanträdesdatum 2024-03-12', '§ 31+', 'Dnr KS 2024/118', 'Ny taxa'],
      ['Kommunstyrelsen 2024-03-12', 'Ärendet KS 2024/118 har beretts av tekniska nämnden.'],
    );
    expect([head.obekraftade, first(head).obekraftade]).toEqual([[], []]);
  });

  it('are told from other numbers on the same line', () => {
    const handling = handlingOf([...FRONT, 'Sammanträdesdatum 2024-03-12+ kl. 13.15', '§ 31+', 'Ny taxa']);
    expect(handling.obekraftade).toEqual([]);
  });

  it('are found in a letter, and the letter’s matter shares the doubt', () => {
    const letter = handlingOf([
      'Strömviks kommun',
      'Tekniska förvaltningen',
      'Tjänsteskrivelse',
      '2024-02-20+',
      'Dnr KS 2024/118)',
      'Till Kommunstyrelsen',
      'Ny taxa',
      'Förslag till beslut',
      'Kommunstyrelsen beslutar att anta taxan.',
    ]);
    expect(letter.diarienummer).toBe('KS 2024/118');
    expect(letter.obekraftade).toEqual(['diarienummer']);
    expect(first(letter).obekraftade).toEqual(['diarienummer']);
  });

  it('are doubted when the number is of a later year than the paper', () => {
    expect(first(minutes('§ 31+', 'Dnr KS 2034/118+', 'Ny taxa')).obekraftade).toEqual(['diarienummer']);
  });

  it('are named among the days of the notice', () => {
    const handling = minutes(
      '§ 31+',
      'Ny taxa',
      'Beslut',
      'Kommunstyrelsen beslutar att anta taxan.',
      'Bevis om anslag',
      'Anslaget sätts upp 2024-03-19+',
      'Anslaget tas ned 2024-04-10',
    );
    expect(handling.anslag).toMatchObject({ uppsatt: '2024-03-19', nedtas: '2024-04-10' });
    expect(handling.obekraftade).toEqual(['anslag.nedtas']);
  });
});

describe('§§', () => {
  const paragrafer = (...heads: string[]) => {
    const lines = heads.flatMap((head, i) => [
      `§ ${head}`,
      `Ärende ${'abcdefgh'[i]}`,
      'Kommunstyrelsen beslutar att anta.',
    ]);
    return minutes(...lines).arenden.map((a) => [a.paragraf, ...a.obekraftade]);
  };

  it('confirm each other where they run on', () => {
    expect(paragrafer('31', '32', '33')).toEqual([['31'], ['32'], ['33']]);
    expect(paragrafer('31')).toEqual([['31', 'paragraf']]);
  });

  it('are doubted where they break the row, though read the same twice', () => {
    expect(paragrafer('3+', '4+', '5+', '86+')).toEqual([['3'], ['4'], ['5'], ['86', 'paragraf']]);
  });

  it('may leave out some, and need no row in an extract', () => {
    expect(paragrafer('3+', '4+', '6+')).toEqual([['3'], ['4'], ['6']]);
    expect(paragrafer('45+', '63+', '80+')).toEqual([['45'], ['63'], ['80']]);
  });
});

describe('votes', () => {
  const vote = (...lines: string[]) => {
    const { voteringar } = first(
      minutes(
        '§ 31+',
        'Ny taxa',
        'Omröstning',
        ...lines,
        'Beslut',
        'Kommunstyrelsen beslutar att anta taxan.',
      ),
    );
    const [only] = voteringar;
    return [only?.ja, only?.nej, only?.avstar, only?.obekraftade];
  };

  it('are each confirmed by a second reading', () => {
    expect(vote('Omröstningen ger 7+ ja och 6 nej.')).toEqual([7, 6, null, ['nej']]);
    expect(vote('Omröstningen ger 7+ ja och 6+ nej.')).toEqual([7, 6, null, []]);
    expect(vote('Omröstningen ger 7 ja, 5 nej och 1 avstår.')).toEqual([7, 5, 1, ['ja', 'nej', 'avstar']]);
  });

  it('are confirmed by a sum that is stated', () => {
    expect(vote('Omröstningen ger 7 ja och 6 nej.', 'Summa avgivna röster: 13.')).toEqual([7, 6, null, []]);
    expect(vote('Omröstningen ger 7 ja och 6 nej.', 'Summa avgivna röster: 15.')).toEqual([
      ...[7, 6, null],
      ['ja', 'nej'],
    ]);
  });

  it('are confirmed by as many names', () => {
    const named = ['Anna Berg (S), Bo Ek (S) röstar ja (2).', 'Karin Alm (M) röstar nej (1).'];
    expect(vote(...named)).toEqual([2, 1, null, []]);
  });

  it('need no confirmation when written in letters', () => {
    expect(vote('Omröstningen ger sju ja och sex nej.')).toEqual([7, 6, null, []]);
  });
});

describe('texts', () => {
  const clause = (line: string) =>
    first(minutes('§ 31+', 'Ny taxa', 'Beslut', 'Kommunstyrelsen beslutar', line)).beslut.map(
      (b) => b.obekraftade,
    );

  it('are unconfirmed with a number that is', () => {
    expect(clause('att anslå 250 000 kronor.')).toEqual([['text']]);
    expect(clause('att anslå 250+ 000+ kronor.')).toEqual([[]]);
    expect(clause('att anta taxan.')).toEqual([[]]);
  });

  it('are told from another number of their line', () => {
    const { yrkanden } = first(
      minutes('§ 31+', 'Ny taxa', 'Yrkanden', 'Karin Alm (M) yrkar 5+ kr. Bo Ek (S) yrkar 5 kr.'),
    );
    expect(yrkanden.map((y) => y.obekraftade)).toEqual([[], ['text']]);
  });
});
