/** What is painted over on the picture of a page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Record as FileRecord } from '../../../extraction/record.ts';
import { boxesToHide, maskLines, maskPageText, type Placed } from '../../../server/mask/index.ts';
import { arende, attsats, fileRecord, handling, person } from '../../store/made-up.ts';
import { namn, printed } from './made-up.ts';

/** Words of a page, so many a line, each ten points high. */
function placed(text: string, perLine = 6): Placed[] {
  return text
    .split(/\s+/u)
    .filter(Boolean)
    .map((word, i) => {
      const [x, y] = [70 + (i % perLine) * 70, 100 + Math.floor(i / perLine) * 14];
      return { text: word, bbox: [x, y, x + 60, y + 10] };
    });
}

const isHidden = (boxes: ReturnType<typeof boxesToHide>, { bbox }: Placed): boolean =>
  boxes === 'hela' ||
  boxes.some((box) => box[0] <= bbox[0] && box[1] <= bbox[1] && box[2] >= bbox[2] && box[3] >= bbox[3]);

const open = fileRecord('a', [handling({ arenden: [arende({ paragraf: '1', pages: [1, 2] })] })]);
/** Four pages: attendance, an open §, a secret one that goes on over two pages, one more. */
const minutes: FileRecord = {
  ...fileRecord('b', [
    handling({
      pages: [1, 4],
      narvaro: { ledamoter: [person('Eva Lind', 'S')], ersattare: [], ovriga: [] },
      arenden: [
        arende({ paragraf: '1', pages: [2, 2], rubrik: 'Budget' }),
        arende({
          paragraf: '2',
          pages: [3, 4],
          rubrik: 'Bistånd till Anna Fiskvik',
          sekretess: 'OSL 26:1',
          beslut: [attsats('att bevilja Anna Fiskvik bistånd')],
        }),
        arende({ paragraf: '3', pages: [4, 4], rubrik: 'Rapport' }),
      ],
    }),
  ]),
  pages: [1, 2, 3, 4].map((page) => ({
    page,
    width: 595,
    height: 842,
    textSource: 'embedded',
    ocrConfidence: null,
  })),
};

describe('boxes on a page', () => {
  it('hide every word that a personal number is printed in', () => {
    fc.assert(
      fc.property(printed, fc.integer({ min: 1, max: 7 }), ({ text }, perLine) => {
        const words = placed(`sökanden med nummer ${text} söker bidrag`, perLine);
        const boxes = boxesToHide(open, 1, words);
        for (const word of words.slice(3, -2))
          expect([word.text, isHidden(boxes, word)]).toEqual([word.text, true]);
      }),
    );
  });

  it('hide nothing where there is nothing', () => {
    expect(boxesToHide(open, 1, placed('Anna Svensson (S) yrkar bifall till förslaget'))).toEqual([]);
  });

  it('hide a number that is read in another order than it is seen', () => {
    const [a, between, b] = placed('800101- mellan 2387') as [Placed, Placed, Placed];
    const boxes = boxesToHide(open, 1, [
      { text: a.text, bbox: [70, 100, 130, 110] },
      { text: between.text, bbox: [70, 300, 130, 310] },
      { text: b.text, bbox: [140, 100, 200, 110] },
    ]);
    expect(boxes).toHaveLength(2);
  });

  it('hide names on the pages of a secret § and nowhere those at the table', () => {
    fc.assert(
      fc.property(namn, fc.constantFrom(3, 4), ({ hela }, page) => {
        const words = placed(`beviljas ${hela} bistånd`);
        const boxes = boxesToHide(minutes, page, words);
        for (const word of words.slice(1, -1)) expect(isHidden(boxes, word)).toBe(true);
      }),
    );
    expect(boxesToHide(minutes, 2, placed('Anders Berg (S) och Eva Lind yrkar bifall'))).toEqual([]);
    expect(boxesToHide(minutes, 1, placed('Närvarande Eva Lind (S) Anders Berg'))).toEqual([]);
  });

  it('hide the name in a list of contents', () => {
    const words = placed('§ 2 Bistånd till Anna Fiskvik');
    const boxes = boxesToHide(minutes, 1, words);
    expect(words.filter((word) => isHidden(boxes, word)).map(({ text }) => text)).toEqual([
      'Anna',
      'Fiskvik',
    ]);
  });

  it('are the whole page where its words are not known, or a secret one was read badly', () => {
    expect(boxesToHide(open, 1, null)).toBe('hela');
    expect(boxesToHide(open, 9, [])).toBe('hela');
    const unread = { ...open, pages: open.pages.map((page) => ({ ...page, textSource: 'none' as const })) };
    expect(boxesToHide(unread, 1, [])).toBe('hela');
    const scanned = {
      ...minutes,
      pages: minutes.pages.map((page) => ({ ...page, textSource: 'ocr' as const, ocrConfidence: 55 })),
    };
    expect(boxesToHide(scanned, 3, placed('beviljas bistånd'))).toBe('hela');
    expect(boxesToHide(scanned, 2, placed('beviljas bistånd'))).toEqual([]);
  });

  it('cover all of a letter in a secret matter, and what is appended to it', () => {
    const letter = fileRecord('c', [
      handling({
        kind: 'tjansteskrivelse',
        pages: [1, 1],
        arenden: [arende({ sekretess: 'OSL 26:1', pages: [1, 1] })],
      }),
      handling({ kind: 'annat', pages: [2, 2] }),
    ]);
    for (const page of [1, 2]) expect(boxesToHide(letter, page, placed('om Vera Ek'))).toHaveLength(2);
  });
});

describe('the text of a page', () => {
  it('has as many lines as it had, and tells neither number nor name, also where they go on from one to the next', () => {
    fc.assert(
      fc.property(
        namn,
        printed,
        fc.array(fc.nat(40), { maxLength: 4 }),
        ({ hela }, { text, six, four }, cuts) => {
          let whole = `att bevilja ${hela} med nummer ${text.replaceAll('\n', '')} stöd`;
          // a line ends where a space is, or after a sign
          for (const cut of cuts) {
            const at = whole.indexOf(' ', cut);
            if (at > 0) whole = `${whole.slice(0, at)}\n${whole.slice(at + 1)}`;
          }
          const lines = whole.replace('-', '-\n').split('\n');
          const shown = maskLines(minutes, 3, lines);
          expect(shown).toHaveLength(lines.length);
          const told = shown.join(' ');
          expect(told.replaceAll(/[^\p{L}\p{N}]/gu, '')).not.toContain(six + four);
          for (const word of hela.split(/[\s-]+/u).filter((one) => /^\p{Lu}\p{L}{2}/u.test(one)))
            expect(told).not.toContain(word);
        },
      ),
    );
  });

  it('tells what its picture does', () => {
    expect(maskPageText(minutes, 3, 'att bevilja Anna Fiskvik, 800101-2387, bistånd')).toBe(
      'att bevilja [utelämnad], [personnummer], bistånd',
    );
    expect(maskPageText(minutes, 1, '§ 2 Bistånd till Anna Fiskvik')).toBe('§ 2 Bistånd till [utelämnad]');
    expect(maskPageText(minutes, 2, 'Anders Berg, 8001012387')).toBe('Anders Berg, [personnummer]');
  });
});
