/** Ways for properties. */
import fc from 'fast-check';
import type { Vag } from '../../../diarium/bild/types.ts';
import { steg, vag, vantan } from './made-up-vag.ts';

const NAMES = ['Kommunstyrelsen', 'Fritidsnämnden', 'Kommunfullmäktige', 'Arbetsutskottet', 'Akten'];
const name = fc.constantFrom(...NAMES);
const anySteg = fc
  .record({
    organ: fc.option(name),
    next: fc.option(name),
    kind: fc.constantFrom('protokoll' as const, 'kallelse' as const, 'tjansteskrivelse' as const),
    nr: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
    more: fc.option(name),
    utfall: fc.option(fc.constantFrom('bifall' as const, 'aterremiss' as const, 'bordlagt' as const)),
  })
  .map(({ organ, next, nr, more, kind, utfall }) => {
    const vidare = [next, more].flatMap((to) =>
      to === null ? [] : [{ organ: to, reason: 'forslag' as const, attsatser: [], nr, sedan: [] }],
    );
    return steg({ organ, kind, utfall, next: next ?? more, vidare });
  });

/** Any way at all, also such as no procedure makes. */
export const anyVag: fc.Arbitrary<Vag> = fc
  .record({
    steps: fc.array(anySteg, { maxLength: 12 }),
    hos: fc.option(name),
    awaited: fc.array(
      fc.record({ av: fc.option(name), at: fc.nat(11), senast: fc.option(fc.constant('2031-04-30')) }),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ steps, hos, awaited }) =>
    vag(steps, {
      hos,
      vantar: awaited.map(({ av, at, senast }) => vantan({ av, senast, steg: steps[at]?.nyckel ?? 'gone' })),
    }),
  );
