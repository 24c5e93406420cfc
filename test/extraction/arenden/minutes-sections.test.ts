import { describe, expect, it } from 'vitest';
import type { Handling } from '../../../extraction/record.ts';
import { dedent, FRONT, handlingarOf, paragrafOf, recordOf, texts, who } from '../handlingar/read-text.ts';

/** What comes out of a § of kommunstyrelsen's minutes: förslag, beslut, chains, yrkanden. */
const read = (...parts: string[]) => {
  const { forslag, beslut, yrkanden, next } = paragrafOf(...parts);
  return {
    forslag: texts(forslag),
    beslut: texts(beslut),
    yrkanden: texts(yrkanden),
    next: next?.organ ?? null,
  };
};

describe('what is proposed and decided without a plain heading', () => {
  it('goes on to the body named right under "Beslut", whatever words its name has', () => {
    const found = read(`
      Beslut
      Förslag till beslut i kultur- och fritidsnämnden
      Taxan höjs med sex procent.
    `);
    expect(found).toEqual({
      forslag: [],
      beslut: ['Taxan höjs med sex procent.'],
      yrkanden: [],
      next: 'kultur- och fritidsnämnden',
    });
  });

  it('goes on to each body that has its own heading there', () => {
    const { beslut } = paragrafOf(`
      Beslut
      Förslag till beslut i kultur- och fritidsnämnden
      Yttrandet antas som nämndens eget.

      Förslag till beslut i kommunfullmäktige
      Motionen anses besvarad.
    `);
    expect(beslut.map((b) => [b.text, b.next?.organ])).toEqual([
      ['Yttrandet antas som nämndens eget.', 'kultur- och fritidsnämnden'],
      ['Motionen anses besvarad.', 'kommunfullmäktige'],
    ]);
  });

  it("is another body's proposal and then the meeting's decision", () => {
    const found = read(`
      Arbetsutskottet föreslår

      att taxan höjs med åtta procent, samt
      att höjningen gäller från årsskiftet.

      Kommunstyrelsen beslutar

      att taxan höjs med sex procent.
    `);
    expect(found.forslag).toEqual([
      'att taxan höjs med åtta procent, samt',
      'att höjningen gäller från årsskiftet.',
    ]);
    expect(found.beslut).toEqual(['att taxan höjs med sex procent.']);
  });

  it.each([
    ['with the verb first', 'På förslag av arbetsutskottet beslutar kommunstyrelsen'],
    ['after whose proposal it follows', 'Kommunstyrelsen beslutar enligt arbetsutskottets förslag'],
    ['in the past', 'Kommunstyrelsen beslutade'],
  ])('is decided %s', (_, lead) => {
    expect(read(`${lead}\natt taxan höjs med sex procent.`).beslut).toEqual([
      'att taxan höjs med sex procent.',
    ]);
  });

  it('goes on to the next body', () => {
    const found = read(`
      Kommunstyrelsen beslutar i enlighet med arbetsutskottets förslag att föreslå kommunfullmäktige
      att godkänna redovisningen.
    `);
    expect(found).toMatchObject({ beslut: ['att godkänna redovisningen.'], next: 'kommunfullmäktige' });
  });

  describe("under another's heading", () => {
    const clauses = 'att taxan höjs med sex procent.\natt höjningen gäller genast.';
    const decided = { beslut: ['att taxan höjs med sex procent.', 'att höjningen gäller genast.'] };

    it.each([
      [
        'a proposal with its lead-in',
        'Förslag till beslut\nKontoret föreslår kommunstyrelsen besluta\n\natt taxan höjs.',
      ],
      ['a proposal without one', 'Arbetsutskottets förslag till beslut\n1. att taxan höjs.'],
      [
        "a proposal worded in the meeting's name",
        'Förslag till beslut\nKommunstyrelsen beslutar:\n\natt taxan höjs.',
      ],
      [
        'a proposal without stops',
        'Förslag\nKontoret föreslår att kommunstyrelsen beslutar:\n\n1) att taxan höjs\n2) att höjningen gäller',
      ],
      ['a list of documents', 'Beslutsunderlag\nProtokoll från samrådet'],
    ])('%s', (_, above) => {
      expect(read(`${above}\n\nKommunstyrelsen beslutar:\n\n${clauses}`)).toMatchObject(decided);
    });

    it('is none where the proposal goes on to what the meeting should decide for itself', () => {
      const found = read(`
        Förslag till beslut
        Arbetsutskottet föreslår kommunfullmäktige besluta
        att taxan höjs.

        Kommunstyrelsen beslutar för egen del
        att taxan ses över.
      `);
      expect(found).toMatchObject({ forslag: ['att taxan höjs.', 'att taxan ses över.'], beslut: [] });
    });

    it('is onward, to the body that it names', () => {
      const found = read(
        `Handlingar\nTaxa 2025\n\nKommunstyrelsen föreslår kommunfullmäktige besluta\n\n${clauses}`,
      );
      expect(found).toMatchObject({ ...decided, next: 'kommunfullmäktige' });
    });
  });

  it("is told under the body's own name after what its arbetsutskott did", () => {
    const found = read(`
      Arbetsutskottets förslag

      Taxan höjs med åtta procent.

      Kommunstyrelsen

      noterar informationen.
    `);
    expect(found).toMatchObject({
      forslag: ['Taxan höjs med åtta procent.'],
      beslut: ['Kommunstyrelsen noterar informationen.'],
    });
  });
});

describe('headings that say whose and to whom', () => {
  it.each([
    'Kommunstyrelsens förslag till beslut i kommunfullmäktige',
    'Kommunstyrelsens förslag till kommunfullmäktige',
  ])('%s', (heading) => {
    expect(read(`${heading}\n\n1. Taxan höjs.\n2. Höjningen gäller genast.`)).toMatchObject({
      forslag: [],
      beslut: ['Taxan höjs.', 'Höjningen gäller genast.'],
      next: 'kommunfullmäktige',
    });
  });

  it('under "Beslut" part what is proposed onward from what is decided for good', () => {
    const { beslut, forslag } = paragrafOf(`
      Beslut

      Förslag till kommunfullmäktige:
      1. Medel anvisas ur rörelsekapitalet.

      Kommunstyrelsens eget beslut:
      Tekniska nämnden uppmanas att hålla budget.
    `);
    expect(forslag).toEqual([]);
    expect(beslut.map((b) => [b.text, b.kedja])).toEqual([
      ['Medel anvisas ur rörelsekapitalet.', ['Kommunstyrelsen', 'kommunfullmäktige']],
      ['Tekniska nämnden uppmanas att hålla budget.', ['Kommunstyrelsen']],
    ]);
  });

  it('name whose decision was proposed, where what was decided stands under a heading of its own', () => {
    const found = read(`
      Kommunstyrelsens beslut
      - Uppföljningen noteras och läggs till handlingarna.

      Beskrivning av ärendet
      Uppföljningen redovisas i bilaga 1.

      Ordförandens förslag till beslut

      Kommunstyrelsens beslut

      Uppföljningen noteras.
    `);
    expect(found.beslut).toEqual(['Uppföljningen noteras och läggs till handlingarna.']);
    expect(found.forslag).toEqual(['Uppföljningen noteras.']);
  });

  it.each([
    [
      'right under the heading of its decision',
      'Beslut\n\nKommunstyrelsens förslag:\n\nKommunfullmäktige beslutar\n\natt anta taxan.',
    ],
    [
      'in words of its own',
      'Kommunstyrelsens förslag\n\nKommunstyrelsen föreslår kommunfullmäktige besluta\natt anta taxan.',
    ],
  ])('say that the meeting itself proposes, %s', (_, text) => {
    const { beslut, forslag } = paragrafOf(text);
    expect(forslag).toEqual([]);
    expect(beslut.map((b) => [b.text, b.kedja.map((o) => o.toLowerCase()), b.next?.reason])).toEqual([
      ['att anta taxan.', ['kommunstyrelsen', 'kommunfullmäktige'], 'forslag'],
    ]);
  });

  it("do not give another body's discussion to this meeting", () => {
    const found = read(`
      Beslut
      Taxan höjs.

      Arbetsutskottets behandling
      Karin Alm (M) yrkar avslag.

      Kommunstyrelsens behandling
      Bo Ek (S) yrkar bifall till förslaget.
    `);
    expect(found.yrkanden).toEqual(['Bo Ek (S) yrkar bifall till förslaget.']);
  });
});

it('who approves the minutes is decided under the only heading there is', () => {
  const [minutes] = handlingarOf(`
    Kommunstyrelsen
    Sammanträdesprotokoll 2024-03-12

    § 30 Protokollsjusterare

    Ärendebeskrivning
    Karin Alm (M), med Bo Ek (C) som ersättare, utses att justera protokollet.`);
  expect(minutes?.arenden.map((a) => texts(a.beslut))).toEqual([
    ['Karin Alm (M), med Bo Ek (C) som ersättare, utses att justera protokollet.'],
  ]);
});

it('a heading or a § glued to what stands before it begins a line of its own', () => {
  const { arenden } = handlingarOf(`${FRONT}

    Beslut
    Kommunstyrelsen beslutar att höja taxan enligt förvaltningens förslag.Bakgrund
    Taxan har inte ändrats på tre år.
    __________KS § 32
    Avfallsplan

    Beslut
    Kommunstyrelsen beslutar att anta planen.`)[0] as Handling;
  expect(arenden.map((a) => [a.paragraf, a.rubrik, texts(a.beslut)])).toEqual([
    ['31', 'Ny taxa för återbruket', ['att höja taxan enligt förvaltningens förslag.']],
    ['32', 'Avfallsplan', ['att anta planen.']],
  ]);
});

it('antecknas is a decision and nobody in particular makes a note', () => {
  const { beslut, anteckningar } = paragrafOf('Beslut\nInformationen antecknas till protokollet.');
  expect([texts(beslut), anteckningar]).toEqual([['Informationen antecknas till protokollet.'], []]);
});

describe('clauses end', () => {
  it('where members speak under the same heading', () => {
    const arende = paragrafOf(`
      Förslag till beslut
      Avgiften höjs med fyra procent från och med den 1 juli 2024.

      Eva Moberg (S) yrkar att ärendet bordläggs till nästa sammanträde.

      Beslut
      Ärendet bordläggs till nästa sammanträde.
    `);
    expect(texts(arende.forslag)).toEqual(['Avgiften höjs med fyra procent från och med den 1 juli 2024.']);
    expect(arende.yrkanden.map((y) => [y.typ, who(y.av)])).toEqual([['bordlaggning', ['Eva Moberg (S)']]]);
  });

  it.each([
    [
      'a list with a title of its own',
      'Delegationsbeslut\nBeslut om skolskjuts, delegat Eva Rosén: att avslå ansökan',
    ],
    ['what somebody wants noted', 'Stig Lönn (C) önskar få antecknat att underskottet borde ha återställts.'],
    ['what has been done', 'Valberedningen har lämnat förslag.'],
    [
      'a statement that is announced',
      'Stig Lönn (C) lämnar följande protokollsanteckning:\n\nVi ser med oro på saken.',
    ],
  ])('before %s', (_, after) => {
    const found = read(`Beslut\n1. Taxan höjs\n2. Höjningen gäller genast\n\n${after}`);
    expect(found.beslut).toEqual(['Taxan höjs', 'Höjningen gäller genast']);
  });
});

describe('§§ that every meeting has, without headings', () => {
  const decided = (text: string) =>
    texts(
      recordOf(
        dedent(`
          Strömviks kommun
          Tekniska nämnden
          Sammanträdesprotokoll
          Sammanträdesdatum 2031-03-12

          § 31
          Mötets öppnande

          ${text}

          § 32
          Taxa för återbruket

          Beslut
          Taxan höjs.
        `),
      ).handlingar.flatMap((h) => h.arenden[0]?.beslut ?? []),
    );

  it.each([
    ['Bo Ek (S) utses att jämte ordföranden justera protokollet.'],
    ['Bo Ek (S) och Eva Moberg (C) valdes till att, jämte ordföranden, justera dagens protokoll.'],
    ['Bo Ek (S) justerar protokollet.'],
    ['Till att justera dagens protokoll utses Bo Ek.'],
    ['Dagordningen godkändes med tillägg av ett ärende, § 40.'],
    ['Den utsända föredragningslistan fastställs.'],
    ['Bo Ek (S) utses tillsammans med ordföranden att justera protokollet senast den 25 mars.'],
    ['Inkomna skrivelser enligt förteckning anmäls.'],
    ['Tekniska nämnden utser Bo Ek (S) att tillsammans med ordföranden justera dagens protokoll.'],
  ])('%s', (sentence) => {
    expect(decided(sentence)).toEqual([sentence]);
  });

  it('decide twice in one paragraph, between what is only told', () => {
    expect(
      decided(
        'Ordföranden öppnade mötet. Dagordningen godkännes i befintligt skick. Till att justera dagens protokoll utses Bo Ek. Eva Moberg tackar för blomman.',
      ),
    ).toEqual([
      'Dagordningen godkännes i befintligt skick.',
      'Till att justera dagens protokoll utses Bo Ek.',
    ]);
  });

  it('decide before they tell when something will be done', () => {
    expect(
      decided(
        'Tekniska nämnden utser Bo Ek (S) att justera protokollet. Justering sker den 19 mars i Stadshuset.',
      ),
    ).toEqual(['Tekniska nämnden utser Bo Ek (S) att justera protokollet.']);
  });

  it('decide nothing where another body did', () => {
    expect(decided('Rapporten godkändes av kommunfullmäktige den 3 februari.')).toEqual([]);
  });
});

it('a title that ends in a year is no number of another body', () => {
  const [handling] = recordOf(
    'Sammanträdesprotokoll\nTekniska nämnden\n\n§49 Budget 2031\n\nDnr 2030/TN 368\n\nBeslut\nBudgeten fastställs.\n\n§50 Taxa 2031\n\nBeslut\nTaxan höjs.',
  ).handlingar;
  expect(handling?.arenden.map((a) => a.rubrik)).toEqual(['Budget 2031', 'Taxa 2031']);
});

it("an office's proposal goes to the body that meets, once", () => {
  const { forslag } = paragrafOf(`
    Förslag
    Förvaltningen föreslår att kommunstyrelsen beslutar:

    1) att taxan höjs
  `);
  expect(forslag.map((f) => f.kedja)).toEqual([['kommunstyrelsen']]);
});

describe('a proposal under no heading', () => {
  it.each([
    ['a list of papers', 'Beslutsunderlag\nTaxa 2025', '1. att taxan höjs.'],
    ['a list of papers, unmarked', 'Beslutsunderlag\nTaxa 2025', 'Taxan höjs.'],
  ])('stands under %s', (_, above, clause) => {
    const found = read(
      `${above}\n\nFörvaltningen föreslår kommunstyrelsen besluta\n\n${clause}\n\nBeslut\nTaxan sänks.`,
    );
    expect(found).toMatchObject({ forslag: [clause.replace('1. ', '')], beslut: ['Taxan sänks.'] });
  });

  it("is none where the meeting itself 'tillstyrker och föreslår'", () => {
    const found = read(`
      Kommunstyrelsen tillstyrker förslaget och föreslår att kommunfullmäktige beslutar:

      att taxan höjs.
    `);
    expect(found).toMatchObject({ forslag: [], beslut: ['att taxan höjs.'], next: 'kommunfullmäktige' });
  });
});
