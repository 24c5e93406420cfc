/** What holds of unconfirmed numbers in every record: text needs no confirmation, and no misread figure passes for sure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleRecord } from '../../extraction/index.ts';
import type { Page, Word } from '../../extraction/pages/page.ts';
import type { Evidence, Record } from '../../extraction/record.ts';
import { pagesOf } from './handlingar/read-text.ts';
import { madeUpMinutes } from './made-up-minutes.ts';
import { asSet, offsetOf } from './set-pages.ts';

const runs = (numRuns: number) => ({ numRuns, seed: Number(process.env.FC_SEED ?? 20_240_312) });

const recordOf = (pages: Page[]): Record =>
  assembleRecord(
    { fileName: 'x', sha256: 'made-up', bytes: 1, mediaType: 'x', pageCount: pages.length },
    pages,
  );

interface Marked {
  evidence: Evidence[];
  unsure: boolean;
}

/** All that has evidence and may be unconfirmed. */
function markedIn({ handlingar }: Record): Marked[] {
  return handlingar.flatMap((h) => [
    { evidence: h.evidence.datum, unsure: h.obekraftade.includes('datum') },
    { evidence: h.evidence.diarienummer, unsure: h.obekraftade.includes('diarienummer') },
    ...h.arenden.flatMap((a) => [
      { evidence: a.evidence.paragraf, unsure: a.obekraftade.includes('paragraf') },
      ...[
        ...[...a.forslag, ...a.beslut, ...a.yrkanden, ...a.reservationer],
        ...[...a.anteckningar, ...a.voteringar, ...a.expediering, ...a.underlag],
      ].map((item) => ({ evidence: item.evidence, unsure: item.obekraftade.length > 0 })),
    ]),
  ]);
}

const isUnder = ({ bbox: [x0, y0, x1, y1] }: Word, { bbox }: Evidence): boolean =>
  bbox !== null &&
  (x0 + x1) / 2 >= bbox[0] &&
  (x0 + x1) / 2 <= bbox[2] &&
  (y0 + y1) / 2 >= bbox[1] &&
  (y0 + y1) / 2 <= bbox[3];

describe('made-up minutes', () => {
  it('have nothing unconfirmed as text, nor when every number has been read twice', () => {
    fc.assert(
      fc.property(madeUpMinutes, ({ text }) => {
        const twice = asSet(pagesOf(text), () => ({ confidence: 90, confirmed: true }));
        for (const pages of [pagesOf(text), asSet(pagesOf(text)), twice]) {
          expect(markedIn(recordOf(pages)).filter(({ unsure }) => unsure)).toEqual([]);
        }
      }),
      runs(60),
    );
  });

  it('name all that holds a misread figure, when nothing else is unsure', () => {
    let met = 0;
    fc.assert(
      fc.property(
        madeUpMinutes,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        ({ text, paragrafer }, which, at, by) => {
          const pages = asSet(pagesOf(text), () => ({ confidence: 90, confirmed: true }));
          const places = pages.flatMap(({ page, lines }) =>
            lines.flatMap((line) =>
              line.words.filter((w) => /\d/.test(w.text)).map((word) => ({ page, line, word })),
            ),
          );
          const { page, line, word } = places[which % places.length] as (typeof places)[number];
          const figures = [...word.text].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
          const i = figures[at % figures.length] as number;
          const other = String((Number(word.text[i]) + by) % 10);
          const from = offsetOf(word);
          const misread = word.text.slice(0, i) + other + word.text.slice(i + 1);
          line.text = line.text.slice(0, from) + misread + line.text.slice(from + word.text.length);
          word.text = misread;
          word.confirmed = false;
          const record = recordOf(pages);
          const over = markedIn(record).filter(({ evidence }) =>
            evidence.some((e) => e.page === page && isUnder(word, e)),
          );
          // "§ 5" between § 1 and § 3 has been put right, and its neighbours confirm it
          const read = record.handlingar.flatMap((h) => h.arenden.map((a) => a.paragraf));
          if (line.text.startsWith('§') && read.join() === paragrafer.join()) return;
          met += over.length;
          expect(over.filter(({ unsure }) => !unsure).map(() => line.text)).toEqual([]);
        },
      ),
      runs(300),
    );
    expect(met).toBeGreaterThan(60);
  });
});
