/** Made-up minutes and a kallelse of different templates, as printed, and what must be found in them. */
import { dedent } from '../handlingar/read-text.ts';

export interface Template {
  name: string;
  /** Pages as printed, line by line. */
  pages: string[];
  /** One entry a § or item of the agenda: its number, clauses, yrkanden and recipients. */
  expected: {
    nr: string;
    attsatser: string[];
    yrkanden?: string[];
    expediering?: string[];
    underlag?: string[];
  }[];
}

export const TEMPLATES: Template[] = [
  {
    name: 'numbered clauses under a lead-in, recipients one a line',
    pages: [
      `
      Strömviks kommun          Sammanträdesprotokoll          Sida 1 (3)
      Kommunstyrelsen 2031-03-12

      Plats och tid
      Kommunhuset, sal Ekan, kl. 13.00–15.10

      Beslutande
      Karin Alm (M), ordförande
      Bo Sjödin (C)
      Ali Rahimi (S)

      Utses att justera
      Ali Rahimi (S)

      Justerandes sign                      Utdragsbestyrkande
      `,
      `
      Strömviks kommun          Sammanträdesprotokoll          Sida 2 (3)
      Kommunstyrelsen 2031-03-12

      § 31
      Ny taxa för återbruket
      Dnr KS 2031/118

      Beslut
      Kommunstyrelsen föreslår kommunfullmäktige besluta
      1. att anta taxan för återbruket att gälla från och med den 1 juli 2031, samt
      2. att upphäva den taxa som antogs den 4 maj 2024.

      Sammanfattning
      Taxan för återbruket har inte ändrats sedan 2024. Kostnaderna för personal och för
      transporter har ökat sedan dess.

      Yrkanden
      Ali Rahimi (S) yrkar avslag på förslaget.
      Bo Sjödin (C) och Siri Lund (V) yrkar bifall till förslaget.

      Beslutsgång
      Ordföranden ställer proposition på förslagen och finner att kommunstyrelsen bifaller
      förslaget.

      Beslutet skickas till
      Kommunfullmäktige
      Ekonomiavdelningen

      § 32
      Information från Strömviks Bostäder AB

      Beslut
      Kommunstyrelsen beslutar
      1. att notera informationen till protokollet och ge kommundirektören i uppdrag att åter-
      komma med en redovisning av
      Justerandes sign                      Utdragsbestyrkande
      `,
      `
      Strömviks kommun          Sammanträdesprotokoll          Sida 3 (3)
      Kommunstyrelsen 2031-03-12

      underhållet.

      Beslutet skickas till
      Ekonomichefen
      Akten

      Justerandes sign                      Utdragsbestyrkande
      `,
    ],
    expected: [
      {
        nr: '31',
        attsatser: [
          'att anta taxan för återbruket att gälla från och med den 1 juli 2031, samt',
          'att upphäva den taxa som antogs den 4 maj 2024.',
        ],
        yrkanden: [
          'Ali Rahimi (S) yrkar avslag på förslaget.',
          'Bo Sjödin (C) och Siri Lund (V) yrkar bifall till förslaget.',
        ],
        expediering: ['Kommunfullmäktige', 'Ekonomiavdelningen'],
      },
      {
        nr: '32',
        attsatser: [
          'att notera informationen till protokollet och ge kommundirektören i uppdrag att återkomma med en redovisning av underhållet.',
        ],
        expediering: ['Ekonomichefen', 'Akten'],
      },
    ],
  },
  {
    name: 'letters and a number for the §, the decision last',
    pages: [
      `
      LILLFORS KOMMUN             SAMMANTRÄDESPROTOKOLL             Blad 4
      Socialnämnden 2026-04-14

      Sn 46   Au 38
      Dnr SN 2026/31
      Färdtjänst under sommaren
      Arbetsutskottet har berett ärendet.
      Beslut
      Socialnämnden beslutar att godkänna avtalet om färdtjänst.
      _____
      Utdrag till
      Socialchefen
      Ekonomikontoret

      Sn 47   Au 39
      Dnr SN 2026/44
      Hyra för träffpunkten
      Yrkanden
      Tore Avander (V) yrkar avslag på förslaget.
      Beslut
      Socialnämnden beslutar att säga upp hyresavtalet.
      _____

      Justerandes sign                      Utdragsbestyrkande
      `,
      `
      LILLFORS KOMMUN             SAMMANTRÄDESPROTOKOLL             Blad 5
      Socialnämnden 2026-04-14

      Sn 48   Au 40
      Dnr SN 2026/52
      Val av kontaktpolitiker
      Beslut
      Socialnämnden beslutar att välja Tore Avander (V) till kontaktpolitiker.
      _____

      Justerandes sign                      Utdragsbestyrkande
      `,
    ],
    expected: [
      {
        nr: '46',
        attsatser: ['att godkänna avtalet om färdtjänst.'],
        expediering: ['Socialchefen', 'Ekonomikontoret'],
      },
      {
        nr: '47',
        attsatser: ['att säga upp hyresavtalet.'],
        yrkanden: ['Tore Avander (V) yrkar avslag på förslaget.'],
      },
      { nr: '48', attsatser: ['att välja Tore Avander (V) till kontaktpolitiker.'] },
    ],
  },
  {
    name: 'the sign behind the number, the decision in capitals',
    pages: [
      `
      Räddningsförbundet Norra Vik
      Direktionen   PROTOKOLL   2031-11-19   1 av 3

      41 § Val av justerare

      DIREKTIONEN BESLUTAR
      att utse Ola Hessel (L) att justera dagens protokoll.

      42 § Budget för 2032
      Dnr 2031-000213

      Förslag till beslut
      Direktionen föreslås besluta
      att fastställa budgeten för 2032.

      Yrkanden
      Ola Hessel (L) yrkar att medlemsavgifterna fastställs till 117 200 tkr.
      `,
      `
      Räddningsförbundet Norra Vik
      Direktionen   PROTOKOLL   2031-11-19   2 av 3

      DIREKTIONEN BESLUTAR
      att fastställa budgeten för 2032.

      Protokollsutdrag till:
      Medlemskommunerna
      Förbundets revisorer
      `,
      `
      Räddningsförbundet Norra Vik
      Direktionen   PROTOKOLL   2031-11-19   3 av 3

      43 § Nytt larmställ

      DIREKTIONEN BESLUTAR
      att anta anbudet från Pyrena Safety AB.

      Delges:
      Anbudsgivarna
      `,
    ],
    expected: [
      { nr: '41', attsatser: ['att utse Ola Hessel (L) att justera dagens protokoll.'] },
      {
        nr: '42',
        attsatser: ['att fastställa budgeten för 2032.'],
        yrkanden: ['Ola Hessel (L) yrkar att medlemsavgifterna fastställs till 117 200 tkr.'],
        expediering: ['Medlemskommunerna', 'Förbundets revisorer'],
      },
      { nr: '43', attsatser: ['att anta anbudet från Pyrena Safety AB.'], expediering: ['Anbudsgivarna'] },
    ],
  },
  {
    name: 'bulleted clauses in the passive, documents listed',
    pages: [
      `
      Region Sundsö
      Kollektivtrafiknämnden
      PROTOKOLL
      2031-06-03                                       1 (2)

      § 37 Trafikförsörjningsprogram
      Ärendenr: 2031-POL000118

      Kollektivtrafiknämndens beslut
      • Trafikförsörjningsprogrammet för 2032–2042 antas.
      • Uppföljningen redovisas varje år i mars.

      Sammanfattning
      Programmet anger mål för trafiken. Synpunkter har inhämtats från kommunerna.

      Beslutsunderlag
      1. Beslutsförslag 2031-05-19
      2. Sammanställning av remissvar

      Beslutet skickas till
      Regionstyrelsen
      Trafikförvaltningen
      `,
      `
      Region Sundsö
      Kollektivtrafiknämnden
      PROTOKOLL
      2031-06-03                                       2 (2)

      § 38 Sommarkort till gymnasieungdomar

      Kollektivtrafiknämndens beslut
      • Initiativet avslås.

      Yrkanden
      Siri Lund (V) yrkar bifall till initiativet.
      Karin Alm (M) yrkar avslag på initiativet.

      Reservation
      Siri Lund (V) reserverar sig mot beslutet.
      `,
    ],
    expected: [
      {
        nr: '37',
        attsatser: [
          'Trafikförsörjningsprogrammet för 2032–2042 antas.',
          'Uppföljningen redovisas varje år i mars.',
        ],
        underlag: ['Beslutsförslag 2031-05-19', 'Sammanställning av remissvar'],
        expediering: ['Regionstyrelsen', 'Trafikförvaltningen'],
      },
      {
        nr: '38',
        attsatser: ['Initiativet avslås.'],
        yrkanden: [
          'Siri Lund (V) yrkar bifall till initiativet.',
          'Karin Alm (M) yrkar avslag på initiativet.',
        ],
      },
    ],
  },
  {
    name: 'whose proposal was followed and a colon, the one document under Handling, the day in the next column',
    pages: [
      `
      Kommunfullmäktige
      Protokoll nr 3
      Sammanträdesdatum: 2031-03-12
      11 (40)

      § 61 Ärendenummer KLK-2031-00118
      Ny taxa för färjan till Norrö

      Beslut
      Enligt kommunstyrelsens förslag:
      Taxa för färjan till Norrö, i enlighet med bilagan till tjänsteutlåtandet, fastställs.

      Handling
      2031 nr 14.

      Protokollsutdrag skickas till
      Norrö Färjor AB
      Trafiknämnden
      Nämnden för stöd

      § 62 Ärendenummer KLK-2031-00124
      Motion av Ali Rahimi (S) om lampor i parken

      Beslut
      På förslag av Karin Alm (M):
      Ärendet bordläggs till sammanträdet den 19 april 2031.

      Handling
      Kommunstyrelsens tjänsteutlåtande den 2 mars 2031.
      `,
      `
      Kommunfullmäktige
      Protokoll nr 3
      Sammanträdesdatum: 2031-03-12
      12 (40)

      § 63 Ärendenummer KLK-2031-00131
      Stöd till föreningar

      Beslut
      Enligt yrkande från Bo Sjödin (C):
      Stödet till föreningar höjs från och med den 1 januari 2032.

      Yrkanden
      Bo Sjödin (C) yrkar att stödet höjs från och med den 1 januari 2032.
      `,
      `
      Kommunfullmäktige
      Protokoll nr 3
      13 (40)
      Reservation
      Sammanträdesdatum: 2031-03-12
      Ali Rahimi (S) reserverar sig mot beslutet till förmån för det egna yrkandet.

      § 64 Ärendenummer KLK-2031-00140
      Val av revisor

      Beslut
      Enligt valberedningens förslag:
      Siri Lund väljs till revisor.
      `,
    ],
    expected: [
      {
        nr: '61',
        attsatser: ['Taxa för färjan till Norrö, i enlighet med bilagan till tjänsteutlåtandet, fastställs.'],
        expediering: ['Norrö Färjor AB', 'Trafiknämnden', 'Nämnden för stöd'],
        underlag: ['2031 nr 14.'],
      },
      {
        nr: '62',
        attsatser: ['Ärendet bordläggs till sammanträdet den 19 april 2031.'],
        underlag: ['Kommunstyrelsens tjänsteutlåtande den 2 mars 2031.'],
      },
      {
        nr: '63',
        attsatser: ['Stödet till föreningar höjs från och med den 1 januari 2032.'],
        yrkanden: ['Bo Sjödin (C) yrkar att stödet höjs från och med den 1 januari 2032.'],
      },
      { nr: '64', attsatser: ['Siri Lund väljs till revisor.'] },
    ],
  },
  {
    name: 'a kallelse with items that are called Ärende',
    pages: [
      `
      Granås kommun                KALLELSE                1(2)
      Kulturnämnden
      2031-02-06

      Tid: Torsdagen den 20 februari 2031, kl. 13.15
      Plats: Kommunhuset, lokal Forsen

      Ärende 1
      Verksamhetsberättelse för 2030
      Dnr KN 2031/14

      Förslag till beslut
      Kulturnämnden beslutar
      - att godkänna verksamhetsberättelsen för 2030,
      - att överlämna den till kommunstyrelsen.

      Beslutet ska skickas till
      Kommunstyrelsen
      Ekonomiavdelningen
      `,
      `
      Granås kommun                KALLELSE                2(2)
      Kulturnämnden
      2031-02-06

      Ärende 2
      Ändring i delegationsordningen
      Dnr KN 2031/21

      Förslag till beslut
      Kulturnämnden beslutar
      - att anta reviderad delegationsordning.

      Sammanfattning
      Beslutanderätten i vissa ärenden har setts över.
      `,
    ],
    expected: [
      {
        nr: '1',
        attsatser: [
          'att godkänna verksamhetsberättelsen för 2030,',
          'att överlämna den till kommunstyrelsen.',
        ],
        expediering: ['Kommunstyrelsen', 'Ekonomiavdelningen'],
      },
      { nr: '2', attsatser: ['att anta reviderad delegationsordning.'] },
    ],
  },
];

const oneLine = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');

/** How the line breaks were lost. */
export const DAMAGES: { name: string; damage: (pages: string[]) => string }[] = [
  { name: 'as printed', damage: (pages) => pages.map(dedent).join('\f') },
  { name: 'a page a line', damage: (pages) => pages.map(oneLine).join('\f') },
  { name: 'a page a line, without page marks', damage: (pages) => pages.map(oneLine).join('\n') },
  {
    name: 'a page a line, each with its number before it',
    damage: (pages) => pages.map((page, i) => `${i + 1} ${oneLine(page)}`).join('\n\n'),
  },
  { name: 'all on one line', damage: (pages) => pages.map(oneLine).join(' ') },
  {
    name: 'a paragraph a line',
    damage: (pages) =>
      pages
        .map((page) =>
          dedent(page)
            .split(/\n\s*\n/)
            .map(oneLine)
            .join('\n'),
        )
        .join('\f'),
  },
];
