import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filOf,
  lasningar,
  type Organ,
  OrganFel,
  type OrganPost,
  readFil,
  SLAG,
  type Slag,
  sammanfor,
  takeIn,
  uppslagOf,
  writtenFil,
} from '../../../diarium/organ/index.ts';
import { linesOf } from '../../../diarium/organ/json-lines.ts';
import { HANDLINGAR, protokoll, REGION } from './made-up.ts';

const underlag = (poster: OrganPost[] = [], handlingar = HANDLINGAR) => ({
  ...{ huvudman: REGION, poster },
  lasningar: lasningar(handlingar),
});
const empty = { huvudman: REGION, lasningar: [], poster: [] };
const registerOf = (poster: OrganPost[], handlingar = HANDLINGAR) =>
  uppslagOf(underlag(poster, handlingar)).register;
const organIn = (text: string): Organ[] => readFil(text).fil.huvudman[0]?.organ ?? [];
const faults = (what: () => unknown): string[] => {
  try {
    what();
  } catch (error) {
    if (error instanceof OrganFel) return error.fel;
    throw error;
  }
  return [];
};

describe('a file', () => {
  const text = (organ: string) => `{
  "version": 1,
  "huvudman": [
    {
      "namn": "Region Fjällmark",
      "organ": [
        { "namn": "Kulturnämnden" },
        ${organ}
      ]
    }
  ]
}`;

  it.each<[string, string, string[]]>([
    [
      'a kind that there is none of',
      '{ "namn": "Vattennämnden",\n          "slag": "nämnd" }',
      [`rad 9, organ nr 2 (Vattennämnden), slag: en av dessa väntas: ${Object.keys(SLAG).join(', ')}`],
    ],
    [
      'a field that there is none of',
      '{ "namn": "Vattennämnden",\n\n          "kanaler": "mapp" }',
      ['rad 10, organ nr 2 (Vattennämnden): okänt fält: kanaler'],
    ],
    ['a name that is missing', '{ "slag": "namnd" }', ['rad 8, organ nr 2, namn: saknas']],
    ['an empty name', '{ "namn": " " }', ['rad 8, organ nr 2, namn: namnet är tomt']],
    [
      'a day that does not exist, and another fault',
      '{ "namn": "A-nämnden", "tidigareNamn": [\n{ "namn": "B-nämnden", "till": "2019-02-30" }], "kanal": 3 }',
      [
        'rad 9, organ nr 2 (A-nämnden), till: en dag skrivs ÅÅÅÅ-MM-DD, eller null när den inte är känd',
        'rad 9, organ nr 2 (A-nämnden), kanal: ett namn inom citattecken väntas',
      ],
    ],
    [
      'a period that ends before it begins',
      '{ "namn": "A-nämnden", "ledamoter": [{ "namn": "Bo Ek", "uppdrag": "ledamot", "fran": "2020-01-01", "till": "2019-01-01" }] }',
      ['rad 8, organ nr 2 (A-nämnden), till: till är före fran'],
    ],
    [
      'a comma that is missing',
      '{ "namn": "Vattennämnden"\n "slag": "namnd" }',
      ['rad 9: filen är inte JSON här (ett komma, citattecken eller en parentes saknas eller är för mycket)'],
    ],
  ])('with %s is refused by line and entry', (_, organ, expected) => {
    expect(faults(() => readFil(text(organ)))).toEqual(expected);
  });

  it.each(['', '[]', '{ "version": 1 }', '{ "version": 2, "huvudman": [] }', '{ "version": 1,', 'null'])(
    'that is no register is refused: %s',
    (wrong) => {
      expect(faults(() => readFil(wrong))).not.toEqual([]);
    },
  );

  it('is read with what its programs may put before it', () => {
    expect(organIn(`\uFEFF${text('{ "namn": "Vattennämnden", "kanal": null }')}`)).toEqual([
      { namn: 'Kulturnämnden' },
      { namn: 'Vattennämnden', kanal: null },
    ]);
  });

  it('has its lines told whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const json = JSON.stringify({ a: value, b: { c: [1, { d: 'slut' }] } }, null, indent);
        const line = json.slice(0, json.lastIndexOf('"slut"')).split('\n').length;
        expect(linesOf(json)(['b', 'c', 1, 'd'])).toBe(line);
      }),
    );
  });
});

describe('taking in', () => {
  const file = (poster: OrganPost[], handlingar = HANDLINGAR) =>
    organIn(writtenFil(filOf([registerOf(poster, handlingar)])));
  const nameArb = fc.constantFrom(
    'Diariet',
    'Akten',
    'Serviceutskottet',
    'Regionfullmäktige',
    'Badnämnden',
    'Upphandlingsenheten',
  );
  const organArb: fc.Arbitrary<Organ> = fc.record(
    {
      namn: nameArb,
      slag: fc.constantFrom(...(Object.keys(SLAG) as Slag[])),
      overordnat: fc.constantFrom(null, 'Regionstyrelsen', 'RS'),
      kanal: fc.option(fc.constantFrom('mapp', 'e-post')),
      forkortningar: fc.constantFrom([], ['Q']),
      ledamoter: fc.constantFrom(
        [],
        [{ namn: 'Eva Å', parti: 'KD', uppdrag: 'ledamot' as const, fran: null, till: '2020-01-01' }],
      ),
    },
    { requiredKeys: ['namn'] },
  );
  const listArb = fc
    .uniqueArray(organArb, { selector: ({ namn }) => namn, maxLength: 4 })
    // an abbreviation is one body's
    .map((all) =>
      all.map(({ forkortningar, ...one }) => ({
        ...one,
        ...(forkortningar && {
          forkortningar: forkortningar.map((short) => short + one.namn.slice(0, 2).toUpperCase()),
        }),
      })),
    );

  it('the same again changes nothing, and what was given is shown', () => {
    fc.assert(
      fc.property(listArb, listArb, (some, others) => {
        const first = takeIn(underlag(), some);
        const poster = takeIn(underlag(first), others);
        expect(takeIn(underlag(poster), others)).toEqual(poster);
        for (const { namn, slag, kanal } of others) {
          const shown = registerOf(poster).organ.find((one) => one.namn === namn);
          if (slag !== undefined) expect(shown?.slag).toBe(slag);
          if (kanal !== undefined) expect(shown?.kanal).toBe(kanal);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('what was written changes nothing where it came from, and gives the same elsewhere', () => {
    fc.assert(
      fc.property(listArb, fc.boolean(), (some, together) => {
        const said = takeIn(underlag(), some);
        const poster = together ? sammanfor(underlag(said), ['RS', 'LS']) : said;
        const written = file(poster);
        expect(takeIn(underlag(poster), written)).toEqual(poster);
        const elsewhere = takeIn(empty, written);
        expect(organIn(writtenFil(filOf([uppslagOf({ ...empty, poster: elsewhere }).register])))).toEqual(
          written,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what was said when more documents come', () => {
    const poster = takeIn(underlag(), [
      { namn: 'Diariet', slag: 'enhet' },
      { namn: 'Serviceutskottet', overordnat: null },
    ]);
    const more = [
      ...HANDLINGAR,
      ...['01', '02', '03', '04'].map((m) =>
        protokoll('Serviceutskottet', `2020-${m}-02`, { vidare: 'Kulturnämnden', till: ['Diariet'] }),
      ),
    ];
    const register = registerOf(poster, more);
    expect(register.organ.find((one) => one.namn === 'Diariet')).toMatchObject({
      slag: 'enhet',
      expedieringar: 5,
    });
    expect(register.organ.find((one) => one.namn === 'Serviceutskottet')?.overordnat).toBeNull();
    expect(registerOf([], more).organ.find((one) => one.namn === 'Serviceutskottet')?.overordnat).toBe(
      'Kulturnämnden',
    );
  });

  it('a rename keeps the entry and all that went by the old name', () => {
    const poster = takeIn(underlag(), [
      {
        namn: 'Regionstyrelsen',
        tidigareNamn: [{ namn: 'Landstingsstyrelsen', fran: null, till: null }],
        kanal: 'mapp',
      },
    ]);
    const renamed = takeIn(underlag(poster), [
      {
        namn: 'Fjällstyrelsen',
        tidigareNamn: ['Landstingsstyrelsen', 'Regionstyrelsen'].map((namn) => ({
          namn,
          fran: null,
          till: null,
        })),
      },
    ]);
    expect(renamed.map(({ id }) => id)).toEqual(poster.map(({ id }) => id));
    expect(uppslagOf(underlag(renamed)).find('RS')).toMatchObject({ namn: 'Fjällstyrelsen', kanal: 'mapp' });
  });

  it('keeps two bodies apart whose names look like a misprint of one', () => {
    const both = [protokoll('Norrbynämnden', '2020-01-01'), protokoll('Norrdynämnden', '2020-02-01')];
    expect(registerOf([], both).organ).toHaveLength(1);
    const poster = takeIn(underlag([], both), [{ namn: 'Norrbynämnden' }, { namn: 'Norrdynämnden' }]);
    expect(registerOf(poster, both).organ.map((one) => [one.namn, one.sammantraden.antal])).toEqual([
      ['Norrbynämnden', 1],
      ['Norrdynämnden', 1],
    ]);
  });

  it.each<[string, Organ[], string]>([
    [
      'one name twice',
      [{ namn: 'Kulturnämnden' }, { namn: 'kulturnämndens' }],
      'kulturnämndens: samma namn står redan på Kulturnämnden',
    ],
    [
      "another's name",
      [{ namn: 'Sjönämnden', forkortningar: ['Landstingsstyrelsen'] }],
      'Sjönämnden: Landstingsstyrelsen är redan namn på Regionstyrelsen',
    ],
    [
      'an abbreviation that means another body everywhere',
      [{ namn: 'Kultur- och skolnämnden', forkortningar: ['KS'] }],
      'Kultur- och skolnämnden: KS betyder överallt kommunstyrelsen; ange en annan förkortning',
    ],
    [
      'a body above that nobody knows',
      [{ namn: 'Sjönämnden', overordnat: 'Havsnämnden' }],
      'Sjönämnden: överordnat: inget i registret eller filen heter Havsnämnden',
    ],
    [
      'bodies under each other',
      [
        { namn: 'Sjönämnden', overordnat: 'Havsnämnden' },
        { namn: 'Havsnämnden', overordnat: 'Sjönämnden' },
      ],
      'Sjönämnden: överordnat: Sjönämnden ligger under sig självt',
    ],
    ['a name that says nothing', [{ namn: 'och' }], 'och: ett av namnen säger inget om vad det är'],
  ])('refuses %s', (_, organ, fault) => {
    const known = takeIn(underlag(), [
      { namn: 'Regionstyrelsen', tidigareNamn: [{ namn: 'Landstingsstyrelsen', fran: null, till: null }] },
    ]);
    expect(faults(() => takeIn(underlag(known), organ))).toContain(fault);
  });
});

describe('making two names one', () => {
  it('keeps what people have said of either', () => {
    const said = takeIn(underlag(), [
      {
        namn: 'Landstingsstyrelsen',
        kanal: 'mapp',
        forkortningar: ['LTS'],
        tidigareNamn: [{ namn: 'Förvaltningsutskottet', fran: '1990-01-01', till: '2001-12-31' }],
      },
    ]);
    const poster = sammanfor(underlag(said), ['regionstyrelsen', 'LS'], {
      fran: '2002-01-01',
      till: '2018-12-31',
    });
    expect(poster).toHaveLength(1);
    expect(uppslagOf(underlag(poster)).find('LTS')).toMatchObject({
      namn: 'Regionstyrelsen',
      tidigareNamn: [
        { namn: 'Landstingsstyrelsen', fran: '2002-01-01', till: '2018-12-31' },
        { namn: 'Förvaltningsutskottet', fran: '1990-01-01', till: '2001-12-31' },
      ],
      forkortningar: ['RS', 'LTS'],
      kanal: 'mapp',
    });
  });

  it('needs two that are known and are not one', () => {
    expect(faults(() => sammanfor(underlag(), ['Regionstyrelsen', 'Havsnämnden']))).toEqual([
      'Inget i registret heter Havsnämnden.',
    ]);
    expect(faults(() => sammanfor(underlag(), ['Regionstyrelsen', 'RS']))).toEqual([
      'Regionstyrelsen och RS är redan samma i registret: Regionstyrelsen.',
    ]);
  });
});

describe('a file made to harm its reader', () => {
  const told = (text: string): string[] => faults(() => readFil(text));

  it.each([
    ['lists in lists', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    [
      'a name of lists in lists',
      `{"version": 1, "huvudman": [{"namn": ${'['.repeat(5_000)}1${']'.repeat(5_000)}}]}`,
    ],
    ['nothing but beginnings', '['.repeat(1_000_000)],
  ])('%s: is told what is wrong', (_, text) => {
    expect(told(text)[0]).toMatch(/^rad 1/);
  });

  it('faults without end: the first of them, and how many more', () => {
    const huvudman = Array.from({ length: 2_000 }, () => ({ namn: 1, organ: [] }));
    const fel = told(JSON.stringify({ version: 1, huvudman }));
    expect(fel).toHaveLength(101);
    expect(fel.at(-1)).toBe('… och 1900 fel till');
  });

  it('many thousand bodies are read in the time of their number', () => {
    const organ = Array.from({ length: 20_000 }, (_, n) => ({ namn: `Nämnden ${n}` }));
    const from = process.cpuUsage();
    const { fil } = readFil(JSON.stringify({ version: 1, huvudman: [{ namn: 'Videby kommun', organ }] }));
    expect(fil.huvudman[0]?.organ).toHaveLength(20_000);
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(5_000);
  });
});
