/** The ways of made-up matters, for what draws them. */
import type { Steg, Vag } from '../../../diarium/bild/types.ts';
import type { Medfoljande, Vantan, Vidare } from '../../../diarium/way/types.ts';

const kalla = { sha256: 'a'.repeat(64), fileName: 'ekstad.pdf', page: 3, handlingId: 'h1', itemId: null };

let serial = 0;

/** A § of a meeting, unless told otherwise. */
export const steg = (over: Partial<Steg>): Steg => ({
  nyckel: `steg-${++serial}`,
  datum: '2031-01-01',
  organ: null,
  avsandare: null,
  kind: 'protokoll',
  paragraf: null,
  rubrik: null,
  sekretess: null,
  utfall: null,
  next: null,
  vidare: [],
  minoritet: false,
  lagaKraft: null,
  medfoljer: [],
  voteringar: [],
  fileName: 'ekstad.pdf',
  page: 3,
  obekraftade: [],
  kallor: [],
  ...over,
});

export const vantan = (over: Partial<Vantan>): Vantan => ({
  vad: 'beslut',
  av: null,
  skal: 'forslag',
  text: null,
  sedan: null,
  senast: null,
  frist: null,
  steg: '',
  kalla,
  ...over,
});

export const medfoljande = (typ: Medfoljande['typ'], partier: string[], text = 'Förslaget är för dyrt.') => ({
  typ,
  id: `m${++serial}`,
  av: partier.map((parti) => ({ namn: null, parti, roll: null })),
  text,
  utfall: null,
  kalla,
});

export const vag = (steps: Steg[], over: Partial<Vag> = {}): Vag => ({
  huvudman: 'Ekstads kommun',
  diarienummer: 'KS 2031/17',
  rubrik: 'Nytt badhus i Norrhamnen',
  steg: steps,
  vantar: [],
  hos: null,
  avslutat: false,
  obekraftade: [],
  ...over,
});

/**
 * A bath house: office → committee → working committee, whose clauses go two ways → board, which sends it back at the
 * wish of a minority → committee again → board → council, which decides by vote and asks for an answer that is late.
 */
export function badhuset(): Vag {
  const styrelsen: Vidare = {
    organ: 'Kommunstyrelsen',
    reason: 'forslag',
    attsatser: ['a'],
    nr: [],
    sedan: [],
  };
  const steps = [
    steg({
      kind: 'tjansteskrivelse',
      datum: '2031-02-03',
      avsandare: 'Fritidsförvaltningen',
      next: 'Fritidsnämnden',
    }),
    steg({
      organ: 'Fritidsnämnden',
      datum: '2031-02-24',
      paragraf: '14',
      utfall: 'bifall',
      next: 'Kommunstyrelsens arbetsutskott',
      voteringar: [{ ja: 8, nej: 7, avstar: null }],
      medfoljer: [medfoljande('reservation', ['S', 'V']), medfoljande('yrkande', ['S'])],
    }),
    steg({
      organ: 'Kommunstyrelsens arbetsutskott',
      datum: '2031-03-11',
      paragraf: '31',
      next: 'Kommunstyrelsen',
      vidare: [
        { ...styrelsen, attsatser: ['a', 'b'], nr: [1, 2], sedan: [] },
        { organ: 'Tekniska nämnden', reason: 'remiss', attsatser: ['c'], nr: [3], sedan: [] },
      ],
    }),
    steg({
      organ: 'Kommunstyrelsen',
      datum: '2031-03-25',
      paragraf: '52',
      utfall: 'aterremiss',
      minoritet: true,
      next: 'Fritidsnämnden',
      vidare: [{ organ: 'Fritidsnämnden', reason: 'aterremiss', attsatser: [], nr: [], sedan: [] }],
    }),
    steg({
      organ: 'Fritidsnämnden',
      datum: '2031-05-05',
      paragraf: '40',
      utfall: 'bifall',
      next: 'Kommunstyrelsen',
      vidare: [styrelsen],
    }),
    steg({ kind: 'kallelse', organ: 'Kommunstyrelsen', datum: '2031-06-02', next: 'Kommunstyrelsen' }),
    steg({
      organ: 'Kommunstyrelsen',
      datum: '2031-06-02',
      paragraf: '77',
      utfall: 'bifall',
      next: 'Kommunfullmäktige',
      vidare: [{ organ: 'Kommunfullmäktige', reason: 'forslag', attsatser: ['x'], nr: [1, 2, 3], sedan: [] }],
    }),
    steg({
      organ: 'Kommunfullmäktige',
      datum: '2032-01-19',
      paragraf: '3',
      utfall: 'bifall',
      voteringar: [
        { ja: 31, nej: 29, avstar: 1 },
        { ja: 40, nej: 21, avstar: null },
      ],
      medfoljer: [medfoljande('reservation', ['SD']), medfoljande('sarskilt_yttrande', ['M', 'KD'])],
      lagaKraft: { anslaget: '2032-01-26', overklagasTill: '2032-02-16', tidigast: '2032-02-17' },
    }),
  ];
  return vag(steps, {
    hos: 'Tekniska nämnden',
    vantar: [
      vantan({
        ...{
          vad: 'yttrande',
          av: 'Tekniska nämnden',
          skal: 'remiss',
          text: 'att yttra sig senast den 30 april',
        },
        ...{ sedan: '2031-03-11', senast: '2031-04-30', frist: 'beslutet', steg: steps[2]?.nyckel ?? '' },
      }),
      vantan({
        ...{ vad: 'utforande', av: 'Fastighetschefen', skal: 'uppdrag', sedan: '2032-01-19' },
        ...{ senast: '2032-12-31', frist: 'beslutet', steg: steps[7]?.nyckel ?? '' },
      }),
    ],
  });
}
