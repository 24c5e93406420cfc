/** What holds for any decisions on any record. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Atgard,
  applyRattelser,
  isItemTyp,
  type Rattelse,
  tingIn,
} from '../../../diarium/rattelser/index.ts';
import type { Record as FileRecord } from '../../../extraction/record.ts';
import { arende, attsats, fileRecord, handling, mottagare, person, yrkande } from '../../store/made-up.ts';
import { decide, undone } from './decide.ts';

/** Few words, so that twins are common. */
const WORDS = [
  'anta taxan',
  'avslå motionen',
  'anteckna rapporten',
  'uppdra åt förvaltningen',
  'bygga ny hall',
];
const word = fc.constantFrom(...WORDS);

const aRecord: fc.Arbitrary<FileRecord> = fc
  .array(
    fc.record({
      rubrik: word,
      beslut: fc.array(word, { maxLength: 4 }),
      yrkanden: fc.array(fc.tuple(word, fc.constantFrom('Alva Strand', 'Bo Ek')), { maxLength: 3 }),
      expediering: fc.array(word, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((arenden) =>
    fileRecord('a', [
      handling({
        arenden: arenden.map((one, nr) =>
          arende({
            ...{ paragraf: String(nr + 1), rubrik: `${one.rubrik} ${nr}`, obekraftade: ['diarienummer'] },
            beslut: one.beslut.map((text) => attsats(text, { confidence: 0.5 })),
            yrkanden: one.yrkanden.map(([text, namn]) => yrkande(text, [person(namn, 'S')])),
            expediering: one.expediering.map((text) => mottagare(text)),
          }),
        ),
      }),
    ]),
  );

/** Where the next decision goes, and what it is, whatever is there to decide on. */
interface Wish {
  at: number;
  what: number;
  said: string;
  other: number;
}
const wishes: fc.Arbitrary<Wish[]> = fc.array(
  fc.record({ at: fc.nat(), what: fc.nat(4), said: word, other: fc.nat() }),
  { maxLength: 6 },
);

function asWished(record: FileRecord, list: Wish[]): Rattelse[] {
  const rattelser: Rattelse[] = [];
  for (const { at, what, said, other } of list) {
    const all = tingIn(applyRattelser(record, rattelser).record);
    const plats = all[at % all.length];
    if (!plats) continue;
    const { typ, ting } = plats;
    const field = typ === 'expediering' ? 'mottagare' : 'text';
    const beside = all.filter((one) => one.typ === typ && one.arende === plats.arende && one !== plats);
    const med = beside[other % Math.max(1, beside.length)]?.ting.id;
    const actions: Atgard[] = isItemTyp(typ)
      ? [
          { typ: 'godkann', falt: [] },
          { typ: 'ratta', falt: { [field]: said } },
          { typ: 'avvisa', skal: 'fel läst' },
          { typ: 'dela', texter: [`${said} del ett`, `${said} del två`] },
          ...(med === undefined ? [] : [{ typ: 'sla_ihop' as const, med: [med], text: null }]),
        ]
      : [
          { typ: 'godkann', falt: ['diarienummer'] },
          { typ: 'ratta', falt: { diarienummer: `2031/${at % 90}` } },
        ];
    const atgard = actions[what % actions.length] as Atgard;
    rattelser.push(decide(record, ting.id, atgard, [...rattelser]));
  }
  return rattelser;
}

const decisions = fc
  .tuple(aRecord, wishes)
  .map(([record, list]) => ({ record, rattelser: asWished(record, list) }));

const left = (record: FileRecord, rattelser: Rattelse[]) => applyRattelser(record, rattelser).record;

/** The same content under other ids, as another version of the program may give them. */
function renamed(record: FileRecord): FileRecord {
  const copy = structuredClone(record);
  for (const { ting } of tingIn(copy)) ting.id = `ny-${ting.id}`;
  return copy;
}

/** What a record says, whatever the ids. */
const said = (record: FileRecord) => JSON.stringify(record).replace(/"id":"[^"]*",?/g, '');

describe('decisions applied to a record', () => {
  it('all find their targets, and give the same whatever order they are kept in', () => {
    fc.assert(
      fc.property(decisions, fc.func(fc.integer()), ({ record, rattelser }, sort) => {
        const { utan, record: after } = applyRattelser(record, rattelser);
        expect(utan).toEqual([]);
        const shuffled = rattelser.toSorted((a, b) => sort(a.id) - sort(b.id));
        expect(left(record, shuffled)).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });

  it('change nothing when the last is applied to what it has left', () => {
    fc.assert(
      fc.property(decisions, ({ record, rattelser }) => {
        const once = left(record, rattelser);
        expect(left(once, rattelser.slice(-1))).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('leave everything else byte for byte', () => {
    fc.assert(
      fc.property(decisions, ({ record, rattelser }) => {
        const after = new Map(tingIn(left(record, rattelser)).map((one) => [one.ting.id, one]));
        const targets = new Set(rattelser.flatMap(({ mal, med }) => [mal.id, ...med.map(({ id }) => id)]));
        for (const { ting, typ } of tingIn(record)) {
          if (!isItemTyp(typ) || targets.has(ting.id)) continue;
          expect(JSON.stringify(after.get(ting.id)?.ting)).toBe(JSON.stringify(ting));
        }
        // and what was decided on before is there for none of them to change
        expect(tingIn(record).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('are gone without a trace when taken back, all or the last', () => {
    fc.assert(
      fc.property(decisions, ({ record, rattelser }) => {
        const before = JSON.stringify(record);
        expect(
          JSON.stringify(
            left(
              record,
              rattelser.map((one) => undone(one, 99)),
            ),
          ),
        ).toBe(before);
        const last = rattelser.at(-1);
        if (!last) return;
        const others = rattelser.slice(0, -1);
        expect(left(record, [...others, undone(last, 99)])).toEqual(left(record, others));
      }),
      { numRuns: 300 },
    );
  });

  it('survive a reading that gives everything other ids', () => {
    fc.assert(
      fc.property(decisions, ({ record, rattelser }) => {
        const again = applyRattelser(renamed(record), rattelser);
        expect(again.utan).toEqual([]);
        expect(said(again.record)).toBe(said(left(record, rattelser)));
      }),
      { numRuns: 300 },
    );
  });
});
