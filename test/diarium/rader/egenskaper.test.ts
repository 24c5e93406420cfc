/** What holds of any register. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diariet, offentlig } from '../../../diarium/rader/index.ts';
import type { SourcedHandling } from '../../../diarium/way/types.ts';
import type { Handling } from '../../../extraction/record.ts';
import { arende, handling, sha } from '../../store/made-up.ts';

const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values);
const NUMMER = ['KS 2031/1', 'KS 2031/00001', '2031/2', 'SN 2031/3'];
let ids = 0;

const anyArende = fc
  .record({
    paragraf: maybe('1', '2', '2/31'),
    rubrik: maybe('Taxa för lokaler', 'Plan för skolskjuts', 'Upprop', 'Anmälan av delegationsbeslut'),
    diarienummer: maybe(...NUMMER),
    sekretess: maybe('sekretess enligt OSL'),
    omedelbartJusterad: fc.boolean(),
    obekraftade: fc.subarray(['paragraf', 'diarienummer', 'rubrik']),
  })
  .map((over) => arende({ ...over, id: `p${++ids}` }));

const anyHandling: fc.Arbitrary<Handling> = fc
  .record({
    kind: fc.constantFrom('tjansteskrivelse', 'protokoll', 'kallelse', 'remissvar', 'annat'),
    huvudman: maybe('Ekbacka kommun', 'Lundviks kommun'),
    organ: maybe('Kommunstyrelsen', 'KS', 'Socialnämnden'),
    avsandare: maybe('Kommunledningskontoret', 'Trafikverket', 'Alva Strandmark'),
    till: fc.subarray(['Kommunstyrelsen', 'Trafikverket']),
    datum: maybe('2031-03-04', '2031-03-05'),
    diarienummer: maybe(...NUMMER),
    rubrik: maybe('Taxa för lokaler', 'Vite 800101-2387', 'Motion om bussar'),
    anslag: maybe({ justerad: '2031-03-11', uppsatt: null, nedtas: null }),
    arenden: fc.array(anyArende, { maxLength: 3 }),
    obekraftade: fc.subarray(['datum', 'diarienummer', 'rubrik']),
  })
  .map((over) => handling({ ...over, id: `q${++ids}` }));

const anySources: fc.Arbitrary<SourcedHandling[]> = fc
  .array(fc.record({ letter: fc.constantFrom('a', 'b', 'c'), one: anyHandling }), { maxLength: 7 })
  .map((all) =>
    all.map(({ letter, one }) => ({ sha256: sha(letter), fileName: `${letter}.pdf`, handling: one })),
  );

describe('any register', () => {
  it('has a line for every handling, and none twice', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const { rader } = diariet(sources);
        const held = rader.flatMap(({ id, alias }) => [id, ...alias]);
        expect(new Set(held).size).toBe(held.length);
        expect(sources.filter(({ handling: one }) => !held.includes(one.id))).toEqual([]);
      }),
    );
  });

  it('is the same in whatever order the handlingar came', () => {
    const shuffled = anySources.chain((sources) =>
      fc.tuple(fc.constant(sources), fc.shuffledSubarray(sources, { minLength: sources.length })),
    );
    fc.assert(
      fc.property(shuffled, ([sources, other]) => {
        expect(diariet(other).rader).toEqual(diariet(sources).rader);
      }),
    );
  });

  it('has each of the four things in a line filled, or says that it is missing', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        for (const rad of diariet(sources).rader) {
          expect(rad.saknas.includes('datum')).toBe(rad.datum === null);
          expect(rad.saknas.includes('nummer')).toBe(rad.nummer === null);
          expect(rad.saknas.includes('innehall')).toBe(rad.om === null);
          if (rad.riktning === 'inkommen')
            expect(rad.saknas.includes('motpart')).toBe(rad.avsandare === null);
        }
      }),
    );
  });

  it('shows the public no title of a secret §, and no personal number', () => {
    const SECRET = 'Omhändertagande i familjen Y';
    const withSecret = fc
      .tuple(anySources, fc.nat({ max: 6 }), maybe(...NUMMER))
      .map(([sources, i, nummer]) => {
        const secret = arende({
          id: `p${++ids}`,
          rubrik: SECRET,
          diarienummer: nummer,
          sekretess: 'OSL 26 kap.',
        });
        return sources.map((one, n) =>
          n === i ? { ...one, handling: { ...one.handling, rubrik: null, arenden: [secret] } } : one,
        );
      });
    fc.assert(
      fc.property(withSecret, (sources) => {
        for (const rad of diariet(sources, [], 'fullstandiga').rader) {
          const shown = JSON.stringify(offentlig(rad));
          expect(shown).not.toContain(SECRET);
          expect(JSON.stringify(rad)).not.toContain('800101-2387');
          if (rad.maskeras) expect(rad.bekraftad).toBeNull();
        }
      }),
    );
  });
});
