/** What holds for every record, whatever stands in it: nothing lost, nothing invented, the same again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleRecord } from '../../extraction/index.ts';
import type { Page } from '../../extraction/pages/page.ts';
import { type Evidence, type Handling, type Record, recordSchema } from '../../extraction/record.ts';
import { pagesOf, recordOf } from './handlingar/read-text.ts';
import { type MadeUp, madeUpMinutes } from './made-up-minutes.ts';

interface Item {
  id: string;
  texts: (string | null)[];
  evidence: Evidence[];
  confidence: number;
}

const itemsOf = (handling: Handling): Item[] =>
  handling.arenden.flatMap((a) => [
    ...[...a.forslag, ...a.beslut].map((x) => ({ ...x, texts: [x.text, x.ledtext] })),
    ...[...a.yrkanden, ...a.reservationer, ...a.anteckningar, ...a.underlag].map((x) => ({
      ...x,
      texts: [x.text],
    })),
    ...a.expediering.map((x) => ({ ...x, texts: [x.mottagare] })),
    ...a.voteringar.map((x) => ({ ...x, texts: [] })),
  ]);

/** Blanks, hyphens and what is dropped at the head of a clause aside, so that any way of joining lines will do. */
const bare = (text: string) => text.replace(/[\s\-‐]+/g, '');

/** All text of the pages but the lines that the maker put there as furniture. */
const printed = (pages: Page[], furniture: Set<string>): string =>
  bare(
    pages
      .flatMap((p) => p.lines.map((l) => l.text.trim()))
      .filter((t) => !furniture.has(t))
      .join(' '),
  );

function idsOf(record: Record): string[] {
  return record.handlingar.flatMap((h) => [
    h.id,
    ...h.arenden.map((a) => a.id),
    ...itemsOf(h).map((i) => i.id),
  ]);
}

/** What must hold of any record of any pages. */
function holds(record: Record, pages: Page[]): void {
  recordSchema.parse(record);
  const ids = idsOf(record);
  expect(new Set(ids).size).toBe(ids.length);
  // every page with text is in exactly one handling, in order; a page may only be shared where it was cut
  let last = 0;
  for (const {
    pages: [from, to],
  } of record.handlingar) {
    expect(from).toBeLessThanOrEqual(to);
    expect(from).toBeGreaterThanOrEqual(last);
    last = to;
  }
  const covered = new Set(
    record.handlingar.flatMap(({ pages: [from, to] }) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i),
    ),
  );
  for (const page of pages) {
    if (page.lines.some((l) => l.text.trim())) expect(covered).toContain(page.page);
  }
  for (const handling of record.handlingar) {
    const [from, to] = handling.pages;
    const places = [
      ...Object.values(handling.evidence).flat(),
      ...itemsOf(handling).flatMap((i) => i.evidence),
    ];
    for (const { page } of places) {
      expect(page).toBeGreaterThanOrEqual(from);
      expect(page).toBeLessThanOrEqual(to);
    }
    for (const item of itemsOf(handling)) {
      expect(item.confidence).toBeGreaterThan(0);
      expect(item.evidence.length).toBeGreaterThan(0);
    }
  }
}

/** Milliseconds of this process's own work: what others do on the machine meanwhile does not count. */
function workOf(task: () => void): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The same draws each time: a test that fails now and then is of no use to whoever changed something else. */
const runs = (numRuns: number) => ({ numRuns, seed: Number(process.env.FC_SEED ?? 20_240_312) });

describe('minutes put together at random', () => {
  const read = (made: MadeUp) => {
    const pages = pagesOf(made.text);
    return { pages, record: recordOf(made.text) };
  };

  it('give items whose text stands in the pages, and no others', () => {
    fc.assert(
      fc.property(madeUpMinutes, (made) => {
        const { pages, record } = read(made);
        const all = printed(pages, made.furniture);
        for (const text of record.handlingar.flatMap(itemsOf).flatMap((i) => i.texts)) {
          if (text !== null) expect(all).toContain(bare(text));
        }
      }),
      runs(100),
    );
  });

  it('give every § and every clause that was put in, once', () => {
    fc.assert(
      fc.property(madeUpMinutes, (made) => {
        const { record } = read(made);
        const arenden = record.handlingar.flatMap((h) => h.arenden);
        expect(arenden.map((a) => a.paragraf)).toEqual(made.paragrafer);
        expect(arenden.map((a) => a.beslut.map((b) => b.text))).toEqual(made.beslut);
        expect(arenden.map((a) => a.yrkanden.map((y) => y.text))).toEqual(made.yrkanden);
        expect(arenden.map((a) => a.reservationer.map((r) => r.text))).toEqual(made.reservationer);
        expect(arenden.map((a) => a.expediering.map((m) => m.mottagare))).toEqual(made.expediering);
      }),
      runs(100),
    );
  });

  it('keep the rules of every record', () => {
    fc.assert(
      fc.property(madeUpMinutes, (made) => {
        const { pages, record } = read(made);
        holds(record, pages);
      }),
      runs(100),
    );
  });

  it('have the same ids for the same bytes, others for others', () => {
    fc.assert(
      fc.property(madeUpMinutes, (made) => {
        expect(recordOf(made.text, 'a')).toEqual(recordOf(made.text, 'a'));
        const mine = new Set(idsOf(recordOf(made.text, 'a')));
        expect(idsOf(recordOf(made.text, 'b')).filter((id) => mine.has(id))).toEqual([]);
      }),
      runs(30),
    );
  });
});

describe('whatever stands on the pages', () => {
  const word = fc.constantFrom(
    ...[
      '§',
      '§ 12',
      'att',
      'Beslut',
      'beslutar',
      'föreslår',
      'Kommunstyrelsen',
      'kommunfullmäktige',
      'Yrkanden',
    ],
    ...[
      'yrkar',
      'bifall',
      'avslag',
      'Karin Alm (M)',
      '(S)',
      'och',
      ',',
      '.',
      ':',
      '-',
      '–',
      '”',
      '1.',
      '2.',
      'a)',
    ],
    ...[
      'Reservation',
      'reserverar sig',
      'Omröstning',
      '7 ja',
      '6 nej',
      'Ja',
      'Nej',
      'röstar',
      'Jäv',
      'jäv',
      'X',
    ],
    ...[
      'Förslag till beslut',
      'Expedieras till',
      'Tekniska nämnden',
      'Dnr',
      'KS 2024/118',
      '2024-03-12',
      'Till',
    ],
    ...[
      'Tjänsteskrivelse',
      'Kallelse',
      'Protokoll',
      'Sida 1(2)',
      'återremitteras till',
      'bordläggs',
      'Bilaga',
      '',
    ],
  );
  const swedish = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  const page = fc.array(fc.oneof({ weight: 6, arbitrary: swedish }, { weight: 1, arbitrary: anything }), {
    maxLength: 25,
  });
  const files = fc.array(page, { maxLength: 6 }).map((p) => p.map((lines) => lines.join('\n')).join('\f'));

  it('is read without failing, and keeps the rules of every record', () => {
    fc.assert(
      fc.property(files, (text) => holds(recordOf(text), pagesOf(text))),
      runs(250),
    );
  });

  it('is read when it has boxes, too', () => {
    const box = fc.tuple(fc.nat(500), fc.nat(800), fc.nat(90), fc.nat(30));
    const line = fc.record({ text: swedish, box, bold: fc.boolean(), confidence: fc.option(fc.nat(100)) });
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 20 }), { maxLength: 4 }), (drawn) => {
        const pages = drawn.map(
          (lines, i): Page => ({
            page: i + 1,
            width: 595,
            height: 842,
            textSource: 'ocr',
            ocrConfidence: 80,
            lines: lines.map(({ text, box: [x, y, w, h], bold, confidence }) => ({
              text,
              bbox: [x, y, x + w, y + h],
              words: text
                .split(' ')
                .filter((t) => t)
                .map((t) => ({ text: t, bbox: [x, y, x + w, y + h], confidence })),
              size: h,
              bold,
              lineNo: null,
            })),
          }),
        );
        const source = {
          fileName: 'x.pdf',
          sha256: 'made-up',
          bytes: 1,
          mediaType: 'application/pdf',
          pageCount: pages.length,
        };
        holds(assembleRecord(source, pages), pages);
      }),
      runs(120),
    );
  });
});

describe('hostile pages are read in time', () => {
  const LENGTH = 20_000;
  const FRONT = 'Kommunstyrelsen\nSammanträdesprotokoll\n2024-03-12\n\n§ 31\nNy taxa\n';
  const sections = ['Beslut', 'Yrkanden', 'Beslutsgång', 'Omröstning', 'Reservation', 'Expedieras till'];

  it.each([
    'att ',
    '§ ',
    '§ 1 ',
    '(S), ',
    'beslutar föreslår ',
    'beslutar att föreslå ',
    'Kommunstyrelsen föreslår kommunfullmäktige ',
    'Karin Alm (M), ',
    'Karin Alm (M) yrkar bifall och ',
    'Karin Alm och ',
    'ja nej ',
    '7 ja 6 nej ',
    'den som röstar ja ',
    'hälso- och ',
    'reserverar sig mot punkt 1, 2 och ',
    'återremitteras till ',
    '2024-03-12 ',
    'Dnr KS 2024/118 ',
    '”',
    '. ',
    ', ',
    '- ',
    '1. ',
    '1',
    'a-',
    'x',
    'Aa',
    'ÅÄÖ',
    '(',
    '\u{1f600}',
    `a${' '.repeat(40)}`,
  ])('%j without end', (unit) => {
    const long = unit.repeat(Math.ceil(LENGTH / unit.length));
    const times = ['', ...sections].map((section) => {
      return [section, workOf(() => recordOf(section ? `${FRONT}\n${section}\n${long}` : long))] as const;
    });
    expect(times.filter(([, ms]) => ms > 2_000)).toEqual([]);
  });

  it.each(['att anta taxan,', '§ 1', 'Karin Alm (M) yrkar bifall.', 'Beslut', '1. Val', 'x'])(
    '3,000 lines of %s',
    (line) => {
      const work = workOf(() => {
        recordOf(`${FRONT}\nBeslut\n${`${line}\n`.repeat(3_000)}`);
        recordOf(`${`${line}\n`.repeat(30)}\f`.repeat(100));
      });
      expect(work).toBeLessThan(2_000);
    },
  );
});
