/** What holds of every way, whatever came in whatever order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SourcedHandling, type Way, wayOf } from '../../../diarium/way/index.ts';
import { type Made, made } from './way-builder.ts';

const way = (list: SourcedHandling[]) => wayOf(list, { huvudman: 'Ekstads kommun' });

const ORGAN = ['Kulturnämnden', 'Kulturnämndens arbetsutskott', 'Kommunstyrelsen', 'Kommunfullmäktige'];
const organ = fc.constantFrom(...ORGAN);
const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([m, d]) => `2030-${`${m}`.padStart(2, '0')}-${`${d}`.padStart(2, '0')}`);
const rubrik = fc.constantFrom('Nya cykelställ', 'Motion om cykelställ', 'Interpellation om cykelställ');

const letter: fc.Arbitrary<Made> = fc.record({ organ, day, rubrik, dated: fc.boolean() }).map((x) => ({
  ...{ kind: 'tjansteskrivelse', datum: x.dated ? x.day : null, next: x.organ, rubrik: x.rubrik },
  ...{ avsandare: 'Kulturförvaltningen', forslag: ['Att köpa cykelställ.'] },
}));

const CLAUSES: ((next: string) => Partial<Made>)[] = [
  (next) => ({
    next,
    beslut: [
      { text: 'Att köpa cykelställ.', next },
      { text: 'Att måla.', next: null },
    ],
  }),
  () => ({ utfall: 'bifall', beslut: ['Att köpa cykelställ.'] }),
  () => ({ beslut: ['Kulturförvaltningen får i uppdrag att redovisa senast den 1 december 2030.'] }),
  (next) => ({
    ...{ utfall: 'aterremiss', next, reason: 'aterremiss' },
    beslut: [`Ärendet återremitteras till ${next}.`],
  }),
  () => ({ utfall: 'bordlagt', beslut: ['Ärendet bordläggs.'] }),
  (next) => ({
    ...{ next, reason: 'remiss' },
    beslut: [`Att remittera förslaget till ${next} och kulturförvaltningen för yttrande.`],
  }),
  () => ({ beslut: ['Att delegera till ordföranden att avge yttrande i ärendet.'] }),
  () => ({ beslut: ['Motionen lämnas till kommunstyrelsen för beredning.'] }),
];

const paragraf: fc.Arbitrary<Made> = fc
  .record({
    organ,
    day,
    rubrik,
    next: organ,
    kind: fc.constantFrom(...CLAUSES),
    nr: fc.integer({ min: 1, max: 400 }),
  })
  .map((x) => ({
    ...{ organ: x.organ, datum: x.day, paragraf: `${x.nr}`, rubrik: x.rubrik, uppsatt: x.day },
    ...{ yrkanden: [{ text: `Yrkande ${x.nr}` }], expediering: ['Diariet'] },
    ...x.kind(x.next === x.organ ? 'Tekniska nämnden' : x.next),
  }));

const matter = fc
  .array(fc.oneof({ weight: 1, arbitrary: letter }, { weight: 3, arbitrary: paragraf }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((list) => list.map(made));

/** The way without what tells files and copies apart: of equal copies the file decides which comes first. */
function contents(of: Way): unknown {
  const seen = JSON.stringify(of, (key, value) =>
    ['fileName', 'kallor', 'alias', 'kalla', 'id', 'nyckel', 'steg', 'attsatser'].includes(key) &&
    !(key === 'steg' && Array.isArray(value))
      ? undefined
      : value,
  );
  return JSON.parse(seen);
}

describe('every way', () => {
  it('is the same whatever the order, and when something comes twice', () => {
    fc.assert(
      fc.property(
        matter.chain((list) =>
          fc.record({
            list: fc.constant(list),
            order: fc.shuffledSubarray(list, { minLength: list.length }),
            again: fc.subarray(list),
          }),
        ),
        ({ list, order, again }) => {
          const expected = way(list);
          expect(way(order)).toEqual(expected);
          expect(way([...order, ...again])).toEqual(expected);
        },
      ),
    );
  });

  it('is the same however the documents lie in files', () => {
    fc.assert(
      fc.property(
        matter,
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 9, maxLength: 9 }),
        (list, at) => {
          const files = list.map((one, n) => ({ ...one, sha256: `sha-${at[n]}`, fileName: `${at[n]}.pdf` }));
          expect(contents(way(files))).toEqual(contents(way(list)));
        },
      ),
    );
  });

  it('does not change by a document that has nothing of the matter', () => {
    const other = made({
      organ: 'Kommunstyrelsen',
      datum: '2030-12-30',
      paragraf: '999',
      beslut: ['Att sälja.'],
    });
    other.handling.arenden = [];
    fc.assert(
      fc.property(matter, (list) => {
        expect(way([...list, other])).toEqual(way(list));
      }),
    );
  });

  it('awaits only what a step of it asks for, and says where it stands', () => {
    fc.assert(
      fc.property(matter, (list) => {
        const { vantar, steg } = way(list);
        for (const v of vantar) {
          const step = steg.find((s) => s.nyckel === v.steg);
          const part = list.find((one) => one.handling.id === v.kalla.handlingId);
          expect(step).toBeDefined();
          expect(part?.fileName).toBe(v.kalla.fileName);
          if (v.sedan !== null) expect(v.sedan).toBe(step?.datum);
          if (v.senast !== null) expect(v.frist).not.toBeNull();
        }
        expect(new Set(steg.map((s) => s.nyckel)).size).toBe(steg.length);
      }),
    );
  });

  it('loses and doubles no row, and each names a step', () => {
    fc.assert(
      fc.property(matter, (list) => {
        const { poster, steg } = way(list);
        expect(new Set(poster.map((p) => p.id)).size).toBe(poster.length);
        const keys = new Set(steg.map((s) => s.nyckel));
        expect(poster.every((p) => keys.has(p.steg))).toBe(true);
        expect(steg.flatMap((s) => s.kallor)).toHaveLength(list.length);
      }),
    );
  });

  it('is over exactly when nothing keeps it open, and is with nobody then', () => {
    fc.assert(
      fc.property(matter, (list) => {
        const { vantar, hos, avslutat } = way(list);
        const open = vantar.filter((v) => v.vad !== 'utforande');
        if (avslutat) expect({ hos, open }).toEqual({ hos: null, open: [] });
        if (hos !== null) expect(open.length).toBeGreaterThan(0);
      }),
    );
  });

  it('awaits nothing that a later step dealt with: no decision after fullmäktige’s last word', () => {
    const last = made({
      ...{ organ: 'Kommunfullmäktige', datum: '2031-06-01', paragraf: '1', utfall: 'bifall' },
      beslut: ['Att köpa cykelställ.', 'Motionen anses besvarad.'],
    });
    fc.assert(
      fc.property(matter, (list) => {
        const dated = list.filter((one) => one.handling.datum);
        const { vantar, hos, avslutat } = way([...dated, last]);
        expect(vantar.filter((v) => v.vad !== 'utforande' && v.skal !== 'delegation')).toEqual([]);
        if (vantar.length === 0) expect({ hos, avslutat }).toEqual({ hos: null, avslutat: true });
      }),
    );
  });

  it('awaits nothing more of a body that has met and ended it', () => {
    fc.assert(
      fc.property(matter, organ, (list, name) => {
        const dated = list.filter((one) => one.handling.datum);
        const met = made({
          organ: name,
          datum: '2031-06-01',
          paragraf: '1',
          beslut: ['Att köpa cykelställ.'],
        });
        const { vantar } = way([...dated, met]);
        const left = vantar.filter((v) => v.av === name && v.vad !== 'svar');
        expect(left).toEqual([]);
      }),
    );
  });

  it('states legal force only of a last step of its clauses, never before three weeks', () => {
    fc.assert(
      fc.property(matter, (list) => {
        for (const { lagaKraft, next, utfall } of way(list).steg) {
          if (!lagaKraft) continue;
          expect({ next, sent: utfall === 'aterremiss' || utfall === 'bordlagt' }).toEqual({
            next: null,
            sent: false,
          });
          const days = (Date.parse(lagaKraft.overklagasTill) - Date.parse(lagaKraft.anslaget)) / 86_400_000;
          expect(days >= 21 && days <= 27).toBe(true);
        }
      }),
    );
  });
});
