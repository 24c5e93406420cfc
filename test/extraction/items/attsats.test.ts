import { describe, expect, it } from 'vitest';
import type { Attsats } from '../../../extraction/record.ts';
import { paragrafOf, texts, tjansteskrivelseOf } from '../handlingar/read-text.ts';

const beslut = (...pages: string[]): Attsats[] => paragrafOf(...pages).beslut;
const forslag = (...pages: string[]): Attsats[] => tjansteskrivelseOf(...pages).forslag;
const led = (clauses: Attsats[]) => clauses.map((c) => c.ledtext);
const kedja = (clauses: Attsats[]) => clauses.map((c) => c.kedja);

describe('one clause an entry', () => {
  it('drops the numbers, keeps "att" and the link words, joins lines by one space', () => {
    const found = forslag(`
      Förslag till beslut
      Kommunstyrelsen föreslår kommunfullmäktige besluta
      1. att anta ny taxa för återbruket att gälla från och med den 1 januari 2025 enligt
      förvaltningens beräkning, och
      2. att upphäva den taxa som kommunfullmäktige antog den 14 juni 2021.`);
    expect(found.map((c) => [c.nr, c.text])).toEqual([
      [
        1,
        'att anta ny taxa för återbruket att gälla från och med den 1 januari 2025 enligt förvaltningens beräkning, och',
      ],
      [2, 'att upphäva den taxa som kommunfullmäktige antog den 14 juni 2021.'],
    ]);
  });

  it('parts att-clauses without numbers, but not at an "att" inside a sentence', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen beslutar
      att godkänna tekniska förvaltningens rapport om återbruket,
      att ge tekniska förvaltningen i uppdrag att till hösten redovisa hur många besökare
      som återbruket har haft, samt
      att avsätta 200 000 kronor.`);
    expect(texts(found)).toEqual([
      'att godkänna tekniska förvaltningens rapport om återbruket,',
      'att ge tekniska förvaltningen i uppdrag att till hösten redovisa hur många besökare som återbruket har haft, samt',
      'att avsätta 200 000 kronor.',
    ]);
    expect(led(found)).toEqual(Array(3).fill('Kommunstyrelsen beslutar'));
  });

  it('reads bullets of any kind', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen beslutar:
      - Rapporten om återbruket godkänns och läggs till handlingarna.
      – Tekniska förvaltningen får i uppdrag att ta fram en plan för ett andra återbruk i
        Norra Strömvik.
      • Planen ska redovisas senast i mars 2025.`);
    expect(texts(found)).toEqual([
      'Rapporten om återbruket godkänns och läggs till handlingarna.',
      'Tekniska förvaltningen får i uppdrag att ta fram en plan för ett andra återbruk i Norra Strömvik.',
      'Planen ska redovisas senast i mars 2025.',
    ]);
  });

  it('reads numbers without a dot, and capitals', () => {
    expect(
      beslut(`
      Beslut
      Kommunstyrelsen beslutar
      1 att anta taxan
      2 att upphäva den gamla taxan`).map((c) => [c.nr, c.text]),
    ).toEqual([
      [1, 'att anta taxan'],
      [2, 'att upphäva den gamla taxan'],
    ]);
    expect(
      texts(
        beslut(`
      Beslut
      KOMMUNSTYRELSEN BESLUTAR

      att anta taxan

      att upphäva den gamla taxan`),
      ),
    ).toEqual(['att anta taxan', 'att upphäva den gamla taxan']);
  });

  it('keeps lettered parts in the sentence that they belong to', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen beslutar
      1. att tekniska förvaltningen vid nästa års upphandling ska väga in
      a) hur långt varorna fraktas,
      b) hur förpackningarna tas om hand, och
      c) vad varorna kostar i drift.
      2. att uppdraget ska redovisas i september.`);
    expect(texts(found)).toEqual([
      'att tekniska förvaltningen vid nästa års upphandling ska väga in a) hur långt varorna fraktas, b) hur förpackningarna tas om hand, och c) vad varorna kostar i drift.',
      'att uppdraget ska redovisas i september.',
    ]);
  });

  it('keeps a list that goes on a sentence with its clause', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen beslutar att anta taxan med följande tillägg:
      a. barn betalar inget
      b. pensionärer betalar hälften`);
    expect(texts(found)).toEqual([
      'att anta taxan med följande tillägg: a. barn betalar inget b. pensionärer betalar hälften',
    ]);
    expect(led(found)).toEqual(['Kommunstyrelsen beslutar']);
  });

  it('keeps every entry of a list under its colon with the clause', () => {
    const { beslut } = paragrafOf(`
      Beslut
      Redovisningen godkänns.

      Förvaltningen ges i uppdrag att inför budget 2025 utreda:
      • hantering av avvikelser inom ramen för
      stödbehov i förskolan
      • fördelning av integreringsstöd

      Förvaltningen återkommer i maj.
    `);
    expect(texts(beslut)).toEqual([
      'Redovisningen godkänns.',
      'Förvaltningen ges i uppdrag att inför budget 2025 utreda: hantering av avvikelser inom ramen för stödbehov i förskolan fördelning av integreringsstöd',
      'Förvaltningen återkommer i maj.',
    ]);
  });

  it('keeps numbered additions with the clause that is adopted with them', () => {
    const { beslut } = paragrafOf(`
      Beslut
      Förslag till ramar för nämnderna godkänns, med följande två tillägg:
      1. Socialnämnden tillförs 13 miljoner kronor.
      2. Barnnämnden tillförs 12 miljoner kronor.
    `);
    expect(texts(beslut)).toEqual([
      'Förslag till ramar för nämnderna godkänns, med följande två tillägg: Socialnämnden tillförs 13 miljoner kronor. Barnnämnden tillförs 12 miljoner kronor.',
    ]);
  });

  it.each([
    'Delegationsbeslut\n• 2024.002 KS-049 Beslut om ställföreträdande rektor\n• 2024.002 KS-050 Beslut om skolskjuts',
    'Anmälningar\n• Protokoll från samverkansgruppen\n• Dom från förvaltningsrätten',
    'Skrivelser\n• 2024.002 KS-049 Synpunkt om öppettider',
  ])('ends before a list of what was only reported: %s', (list) => {
    expect(texts(paragrafOf(`Beslut\nRedovisningen godkänns.\n\n${list}`).beslut)).toEqual([
      'Redovisningen godkänns.',
    ]);
  });

  it('parts two sentences of what shall be, though the first has lost its stop', () => {
    const found = beslut(`
      Beslut

      Direktionens möten för 2031 godkänns med en ändring i maj.

      Beredningens första möte ska hållas den 24 januari 2031 kl 09.00

      Direktionens första möte ska hållas den 7 februari 2031 kl 08.30.`);
    expect(texts(found)).toEqual([
      'Direktionens möten för 2031 godkänns med en ändring i maj.',
      'Beredningens första möte ska hållas den 24 januari 2031 kl 09.00',
      'Direktionens första möte ska hållas den 7 februari 2031 kl 08.30.',
    ]);
  });

  it('keeps the second sentence of a numbered clause with it', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen beslutar
      1. Återbruket ska ha öppet alla dagar i veckan under sommaren.
      Det gäller från juni till augusti.
      2. Kostnaden ryms inom ram.`);
    expect(texts(found)).toEqual([
      'Återbruket ska ha öppet alla dagar i veckan under sommaren. Det gäller från juni till augusti.',
      'Kostnaden ryms inom ram.',
    ]);
  });

  it.each([
    ['Rapporten om återbruket godkänns.'],
    ['Kommunstyrelsen godkänner rapporten om återbruket.'],
    ['Till ny ledamot i tekniska nämnden väljs Karin Alm (M).'],
    ['Kommunstyrelsen avslår tekniska nämndens förslag.'],
    ['Kommunstyrelsen bifaller förvaltningens förslag.'],
  ])('takes one unmarked sentence: %s', (sentence) => {
    const [only, ...more] = beslut(`Beslut\n${sentence}`);
    expect(only).toMatchObject({ nr: null, text: sentence, ledtext: null, kedja: ['Kommunstyrelsen'] });
    expect(more).toEqual([]);
  });

  it('takes each passive sentence of its own paragraph', () => {
    expect(
      texts(
        beslut(`
      Beslut
      Rapporten om återbruket godkänns.

      Tekniska förvaltningen ges i uppdrag att ta fram en plan för ett andra återbruk.`),
      ),
    ).toEqual([
      'Rapporten om återbruket godkänns.',
      'Tekniska förvaltningen ges i uppdrag att ta fram en plan för ett andra återbruk.',
    ]);
  });

  it('takes a decision that stands under no heading', () => {
    const { beslut, expediering } = paragrafOf(
      `
      Kommunstyrelsen beslutar
      att anta taxan.

      Expedieras
      Tekniska nämnden`,
    );
    expect(texts(beslut)).toEqual(['att anta taxan.']);
    expect(expediering.map((m) => m.mottagare)).toEqual(['Tekniska nämnden']);
  });

  it('ends where it says that the § is approved at once', () => {
    const arende = paragrafOf(`
      Beslut
      Kommunstyrelsen beslutar
      att anta taxan.

      Paragrafen förklaras omedelbart justerad.`);
    expect(texts(arende.beslut)).toEqual(['att anta taxan.']);
    expect(arende.omedelbartJusterad).toBe(true);
  });
});

describe('lists under an assignment', () => {
  it('gives an entry for each, with the assignment as ledtext', () => {
    const found = beslut(`
      Beslut
      Kommundirektören får i uppdrag att:
      - förhandla om ett nytt avtal med Strömviks Hamn AB,
      - redovisa förhandlingarna för kommunstyrelsen i september.`);
    expect(texts(found)).toEqual([
      'förhandla om ett nytt avtal med Strömviks Hamn AB,',
      'redovisa förhandlingarna för kommunstyrelsen i september.',
    ]);
    expect(led(found)).toEqual(Array(2).fill('Kommundirektören får i uppdrag att:'));
  });

  it('gives each the number of a numbered assignment', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen beslutar
      1. Avtalet med Strömviks Hamn AB sägs upp.
      2. Kommundirektören får i uppdrag att:
      - förhandla om ett nytt avtal med Strömviks Hamn AB,
      - redovisa förhandlingarna för kommunstyrelsen i september.`);
    expect(found.map((c) => [c.nr, c.text])).toEqual([
      [1, 'Avtalet med Strömviks Hamn AB sägs upp.'],
      [2, 'förhandla om ett nytt avtal med Strömviks Hamn AB,'],
      [2, 'redovisa förhandlingarna för kommunstyrelsen i september.'],
    ]);
  });

  it('gives both parts of "2. X föreslår Y" its number', () => {
    const found = beslut(`
      Beslut
      1. Rapporten godkänns.
      2. Kommunstyrelsen föreslår kommunfullmäktige
      a) att anta taxan för återbruket,
      b) att upphäva taxan från 2021.`);
    expect(found.map((c) => [c.nr, c.text, c.ledtext])).toEqual([
      [1, 'Rapporten godkänns.', null],
      [2, 'att anta taxan för återbruket,', 'Kommunstyrelsen föreslår kommunfullmäktige'],
      [2, 'att upphäva taxan från 2021.', 'Kommunstyrelsen föreslår kommunfullmäktige'],
    ]);
    expect(kedja(found).at(-1)).toEqual(['Kommunstyrelsen', 'kommunfullmäktige']);
  });
});

describe('the chain of the lead-in', () => {
  it.each<[string, string[]]>([
    ['Kommunstyrelsen beslutar', ['Kommunstyrelsen']],
    ['Kommunstyrelsen beslutar följande:', ['Kommunstyrelsen']],
    ['Kommunstyrelsen föreslår kommunfullmäktige besluta', ['Kommunstyrelsen', 'kommunfullmäktige']],
    ['Kommunstyrelsen föreslår att kommunfullmäktige beslutar', ['Kommunstyrelsen', 'kommunfullmäktige']],
    ['Kommunstyrelsen föreslår kommunfullmäktige', ['Kommunstyrelsen', 'kommunfullmäktige']],
    ['Kommunstyrelsen beslutar föreslå kommunfullmäktige', ['Kommunstyrelsen', 'kommunfullmäktige']],
    ['Kommunstyrelsen beslutar att föreslå kommunfullmäktige', ['Kommunstyrelsen', 'kommunfullmäktige']],
    ['Kommunstyrelsen beslutar föreslå kommunfullmäktige besluta', ['Kommunstyrelsen', 'kommunfullmäktige']],
    [
      'Tekniska nämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta',
      ['Tekniska nämnden', 'kommunstyrelsen', 'kommunfullmäktige'],
    ],
    [
      'Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen föreslå kommunfullmäktige besluta',
      ['Kommunstyrelsens arbetsutskott', 'kommunstyrelsen', 'kommunfullmäktige'],
    ],
    [
      'Kommunstyrelsen tillstyrker tekniska nämndens förslag och föreslår att kommunfullmäktige beslutar:',
      ['Kommunstyrelsen', 'kommunfullmäktige'],
    ],
  ])('%s', (lead, bodies) => {
    const found = beslut(`Beslut\n${lead}\natt anta taxan,\natt upphäva den gamla taxan.`);
    expect(texts(found)).toEqual(['att anta taxan,', 'att upphäva den gamla taxan.']);
    expect(led(found)).toEqual([lead, lead]);
    expect(kedja(found)).toEqual([bodies, bodies]);
  });

  it('keeps a numbered sentence whole, and reads its chain', () => {
    const found = beslut(`
      Beslut
      1. Tekniska nämnden föreslår att kommunfullmäktige avslår motionen.
      2. Tekniska nämnden beslutar att paragrafen justeras omedelbart.`);
    expect(texts(found)).toEqual([
      'Tekniska nämnden föreslår att kommunfullmäktige avslår motionen.',
      'Tekniska nämnden beslutar att paragrafen justeras omedelbart.',
    ]);
    expect(kedja(found)).toEqual([['Tekniska nämnden', 'kommunfullmäktige'], ['Tekniska nämnden']]);
    expect(found[0]?.next).toEqual({ organ: 'kommunfullmäktige', reason: 'forslag' });
  });

  it('reads the chain on to the body that the clause has for its subject', () => {
    const found = beslut(`
      Beslut
      Tekniska nämnden föreslår att kommunfullmäktige antar taxan för återbruket.`);
    expect(kedja(found)).toEqual([['Tekniska nämnden', 'kommunfullmäktige']]);
  });

  it('knows an assignment from a chain', () => {
    const found = beslut(`
      Beslut
      Tekniska nämnden föreslår kommunstyrelsen besluta följande:
      1. Kommunstyrelsen uppdrar åt miljönämnden att följa upp återbruket.`);
    expect(kedja(found)).toEqual([['Tekniska nämnden', 'kommunstyrelsen']]);
  });

  it.each<[string, string, string, string[]]>([
    [
      'Kommunstyrelsen beslutar att godkänna rapporten om återbruket.',
      'Kommunstyrelsen beslutar',
      'att godkänna rapporten om återbruket.',
      ['Kommunstyrelsen'],
    ],
    [
      'Kommunstyrelsen beslutar att föreslå kommunfullmäktige att anta taxan för återbruket.',
      'Kommunstyrelsen beslutar att föreslå kommunfullmäktige',
      'att anta taxan för återbruket.',
      ['Kommunstyrelsen', 'kommunfullmäktige'],
    ],
    [
      'Kommunstyrelsen föreslår kommunfullmäktige besluta att anta taxan för återbruket.',
      'Kommunstyrelsen föreslår kommunfullmäktige besluta',
      'att anta taxan för återbruket.',
      ['Kommunstyrelsen', 'kommunfullmäktige'],
    ],
    [
      'Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen om gratis återbruk.',
      'Kommunstyrelsen föreslår kommunfullmäktige',
      'att avslå motionen om gratis återbruk.',
      ['Kommunstyrelsen', 'kommunfullmäktige'],
    ],
  ])('inside the sentence: %s', (sentence, lead, text, bodies) => {
    const found = beslut(`Beslut\n${sentence}`);
    expect(texts(found)).toEqual([text]);
    expect(led(found)).toEqual([lead]);
    expect(kedja(found)).toEqual([bodies]);
  });

  it('holds for the clauses under a sentence that has it inside', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen föreslår kommunfullmäktige besluta att anta taxan för återbruket,
      att upphäva den gamla taxan.`);
    expect(texts(found)).toEqual(['att anta taxan för återbruket,', 'att upphäva den gamla taxan.']);
    expect(kedja(found)).toEqual(Array(2).fill(['Kommunstyrelsen', 'kommunfullmäktige']));
  });

  it('changes where a second lead-in begins in the same §', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen föreslår kommunfullmäktige att besluta
      1. att anta taxan för återbruket.

      Kommunstyrelsen beslutar för egen del
      2. att ge tekniska förvaltningen i uppdrag att informera om taxan.`);
    expect(found.map((c) => [c.nr, c.ledtext, c.kedja])).toEqual([
      [1, 'Kommunstyrelsen föreslår kommunfullmäktige att besluta', ['Kommunstyrelsen', 'kommunfullmäktige']],
      [2, 'Kommunstyrelsen beslutar för egen del', ['Kommunstyrelsen']],
    ]);
  });

  it('is the first body alone after "För egen del"', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen föreslår kommunfullmäktige besluta
      att anta taxan för återbruket.

      För egen del
      att ge tekniska förvaltningen i uppdrag att informera om taxan.`);
    expect(kedja(found)).toEqual([['Kommunstyrelsen', 'kommunfullmäktige'], ['Kommunstyrelsen']]);
  });

  it('leaves out whose proposal is decided', () => {
    const found = beslut(`
      Beslut
      Enligt tekniska nämndens förslag:
      Taxan för återbruket antas.`);
    expect(found).toMatchObject([
      {
        text: 'Taxan för återbruket antas.',
        ledtext: 'Enligt tekniska nämndens förslag:',
        kedja: ['Kommunstyrelsen'],
      },
    ]);
  });

  it('names the bodies of "I kommunstyrelsen och kommunfullmäktige:"', () => {
    const found = forslag(`
      Förslag till beslut
      I kommunstyrelsen och kommunfullmäktige:
      1. Taxan för återbruket antas.
      2. Taxan gäller från den 1 januari 2025.`);
    expect(kedja(found)).toEqual(Array(2).fill(['kommunstyrelsen', 'kommunfullmäktige']));
  });

  it('is the meeting body, or the one addressed, where no line introduces the clauses', () => {
    const clauses = '1. Taxan antas.\n2. Den gamla taxan upphävs.';
    expect(kedja(beslut(`Beslut\n${clauses}`))).toEqual(Array(2).fill(['Kommunstyrelsen']));
    expect(kedja(forslag(`Förslag till beslut\n${clauses}`))).toEqual(Array(2).fill(['Kommunstyrelsen']));
  });
});

describe('clauses cut in two', () => {
  const cut = `
    Beslut
    Kommunstyrelsen beslutar
    1. att tekniska förvaltningen ska redovisa hur många besökare som återbruket har
    haft under våren och`;
  const rest = `
    sommaren 2024 fördelat på kvinnor och män,
    2. att redovisningen ska göras i september.`;
  const whole = [
    'att tekniska förvaltningen ska redovisa hur många besökare som återbruket har haft under våren och sommaren 2024 fördelat på kvinnor och män,',
    'att redovisningen ska göras i september.',
  ];

  it.each<[string, string, string]>([
    ['nothing', '', ''],
    ['a signing line', '\n\nJusterandes sign                              Utdragsbestyrkande', ''],
    ['a page number', '', 'Sida 2(3)\n\n'],
    ['page numbers at both ends', '\n\n1', '2 (3)\n\n'],
    ['a running head', '', 'Strömviks kommun            Sammanträdesprotokoll            Sida 2(3)\n'],
    ['the day of the meeting', '', 'Sammanträdesdatum 2024-03-12\n'],
    ['the name of the minutes', '', 'Sammanträdesprotokoll\nSammanträdesdatum 2024-03-12\n'],
    ['the head of the § again', '', '§ 31 forts.\n'],
    ['a web address', '\n\nwww.stromvik.example', ''],
  ])('by a page break with %s', (_, foot, head) => {
    const indent = (s: string) => s.replace(/^/gm, '    ');
    const found = beslut(
      `${cut}${foot ? indent(foot) : ''}`,
      `\n${head ? indent(head).trimEnd() : ''}${rest}`,
    );
    expect(texts(found)).toEqual(whole);
    expect(found[0]?.evidence.map((e) => e.page)).toEqual([1, 2]);
  });

  it('at hyphens: words are mended, compounds keep theirs', () => {
    const [found] = beslut(`
      Beslut
      Kommunstyrelsen beslutar
      att ge tekniska förvaltningen i uppdrag att utreda ett återbruks-
      center i Norra Strömvik samt ersättnings-
      och avgiftsfrågor inom EU-
      projektet som pågår 2024-
      2026.`);
    expect(found?.text).toBe(
      'att ge tekniska förvaltningen i uppdrag att utreda ett återbrukscenter i Norra Strömvik samt ersättnings- och avgiftsfrågor inom EU-projektet som pågår 2024-2026.',
    );
  });
});

describe('what is no attsats', () => {
  it('tells no earlier decision, motion or contents again', () => {
    const arende = paragrafOf(`
      Bakgrund
      Tor Ek (S) har i en motion yrkat att återbruket ska vara gratis. Han föreslår
      att kommunfullmäktige beslutar att återbruket ska vara avgiftsfritt.

      Tidigare behandling
      Tekniska nämnden beslutade den 28 februari 2024
      att föreslå kommunstyrelsen att anta taxan,
      att föreslå kommunfullmäktige att upphäva den gamla taxan.

      Beslut
      Motionen avslås.`);
    expect(texts(arende.beslut)).toEqual(['Motionen avslås.']);
    expect(arende.forslag).toEqual([]);
    expect(arende.yrkanden).toEqual([]);
  });

  it('tells no reservation under the clauses as one of them', () => {
    const arende = paragrafOf(`
      Beslut
      Kommunstyrelsen beslutar
      1. Taxan antas.
      Karin Alm (M) reserverar sig mot beslutet.`);
    expect(texts(arende.beslut)).toEqual(['Taxan antas.']);
    expect(texts(arende.reservationer)).toEqual(['Karin Alm (M) reserverar sig mot beslutet.']);
  });

  it('takes no decision told again in the background of a letter', () => {
    expect(
      texts(
        forslag(`
      Förslag till beslut
      Kommunstyrelsen beslutar att taxan för återbruket ska vara oförändrad.

      Ärendebeskrivning
      Den 14 juni 2021 beslutade kommunfullmäktige
      att anta en taxa för återbruket,
      att taxan ska ses över vart tredje år.`),
      ),
    ).toEqual(['att taxan för återbruket ska vara oförändrad.']);
  });
});

describe('clauses that run on', () => {
  it('parts "samt att" in one sentence without numbers', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen beslutar att anta taxan samt att omedelbart justera paragrafen.`);
    expect(texts(found)).toEqual(['att anta taxan samt', 'att omedelbart justera paragrafen.']);
    expect(led(found)).toEqual(['Kommunstyrelsen beslutar', 'Kommunstyrelsen beslutar']);
  });

  it('goes on at an "att" that belongs to the line before', () => {
    expect(
      texts(
        beslut(`
      Beslut
      Kommunstyrelsen beslutar
      1. Modellen för överskott (KS 2031/62) upphör
         att gälla från och med den 1 mars 2025.
      2. Taxan höjs genom
         att avgiften per timme ökar.`),
      ),
    ).toEqual([
      'Modellen för överskott (KS 2031/62) upphör att gälla från och med den 1 mars 2025.',
      'Taxan höjs genom att avgiften per timme ökar.',
    ]);
  });

  it('keeps "samt att" in a numbered clause, and where no new clause begins', () => {
    expect(
      texts(
        beslut(`
      Beslut
      Kommunstyrelsen beslutar
      1. att anta taxorna samt att dessa gäller från den 1 januari 2025.
      2. att avslå motionen.`),
      ),
    ).toEqual(['att anta taxorna samt att dessa gäller från den 1 januari 2025.', 'att avslå motionen.']);
  });

  it('keeps the list of a clause that runs on into it', () => {
    expect(
      texts(
        beslut(`
      Beslut
      Kommunstyrelsen beslutar
      att anta programmet, samt
      att förvaltningen varje år ska rapportera
        - utfall av tillsynen
        - svarstider.`),
      ),
    ).toEqual([
      'att anta programmet, samt',
      'att förvaltningen varje år ska rapportera utfall av tillsynen svarstider.',
    ]);
  });

  it.each([
    'Kommunstyrelsen beslutar för egen del, under förutsättning av kommunfullmäktiges beslut ovan,',
    'Under förutsättning av kommunfullmäktiges beslut beslutar kommunstyrelsen',
    'Kommunstyrelsen beslutar med stöd av 6 kap. 37 § kommunallagen',
    'Kommunstyrelsen beslutar med hänvisning till presidiets beslut 2024-02-04, § 15 –',
  ])('%s: says on what the clauses hang', (lead) => {
    const found = beslut(
      `Beslut\n${lead}\n1. Direktören får i uppdrag att ta fram anvisningar.\n2. Taxan antas.`,
    );
    expect(texts(found)).toEqual(['Direktören får i uppdrag att ta fram anvisningar.', 'Taxan antas.']);
    expect(kedja(found).map((k) => k.map((o) => o.toLowerCase()))).toEqual([
      ['kommunstyrelsen'],
      ['kommunstyrelsen'],
    ]);
  });
});

describe('an order to somebody, with its parts in a list', () => {
  it.each([
    [
      'a list of att-clauses',
      'att höja taxan,\natt höjningen gäller genast.',
      ['att höja taxan,', 'att höjningen gäller genast.'],
    ],
    [
      'a numbered list',
      '1. Taxan höjs.\n2. Höjningen gäller genast',
      ['Taxan höjs.', 'Höjningen gäller genast'],
    ],
  ])('stands under %s with a lead-in of its own', (_, above, clauses) => {
    const found = beslut(`
Beslut
Kommunstyrelsen beslutar
${above}
Tekniska förvaltningen får i uppdrag att:
- ta fram en tidplan
- redovisa kostnaderna`);
    expect(texts(found)).toEqual([...clauses, 'ta fram en tidplan', 'redovisa kostnaderna']);
    expect(led(found).slice(-2)).toEqual(Array(2).fill('Tekniska förvaltningen får i uppdrag att:'));
    expect(kedja(found)).toEqual(Array(4).fill(['Kommunstyrelsen']));
  });

  it('does not bring the body that is ordered into the chain', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen beslutar att uppdra åt tekniska nämnden att:
      - ta fram en tidplan
      - redovisa kostnaderna`);
    expect(kedja(found)).toEqual(Array(2).fill(['Kommunstyrelsen']));
  });
});

describe('a row of att-clauses', () => {
  it('is parted at its commas', () => {
    const found = beslut(`
      Beslut
      Kommunstyrelsen beslutar att anta taxan, att timavgiften ska vara 900 kronor, samt att taxan
      gäller från och med den 1 januari 2025.`);
    expect(texts(found)).toEqual([
      'att anta taxan,',
      'att timavgiften ska vara 900 kronor, samt',
      'att taxan gäller från och med den 1 januari 2025.',
    ]);
  });

  it.each([
    'att anta taxan under förutsättning, att regionen gör detsamma.',
    'att taxan ändras så, att barn går in gratis.',
  ])('is none in "%s"', (clause) => {
    expect(texts(beslut(`Beslut\nKommunstyrelsen beslutar\n${clause}`))).toEqual([clause]);
  });

  it('is left whole in a clause that has a number', () => {
    const clause = 'att ge kontoret i uppdrag att ändra taxan, att höja den och att redovisa det.';
    expect(texts(beslut(`Beslut\n1. ${clause}\n2. att anta taxan.`))).toEqual([clause, 'att anta taxan.']);
  });
});

describe('a list of clauses', () => {
  it('may be of one, with a number that has no stop', () => {
    expect(beslut('Beslut\n1   Taxan för återbruket antas.').map((c) => [c.nr, c.text])).toEqual([
      [1, 'Taxan för återbruket antas.'],
    ]);
  });

  it('ends where the background begins without a heading', () => {
    const found = beslut(`
      Beslut
      1. Taxan för återbruket antas.
      2. Förvaltningen får i uppdrag att se över den.

      Återbruket öppnade för sex år sedan. Det har haft fler besökare för varje år.`);
    expect(texts(found)).toEqual([
      'Taxan för återbruket antas.',
      'Förvaltningen får i uppdrag att se över den.',
    ]);
  });
});
