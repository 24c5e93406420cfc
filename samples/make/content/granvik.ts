/**
 * Granviks kommun: one matter on its way from a nämnd through kommunstyrelsen to kommunfullmäktige, with an
 * återremiss on the way. Three files. Decision first, then the background; "Beslutet skickas till".
 */
import type { Arende, Block, Handling, Sample } from '../content.ts';

const HUVUDMAN = 'Granviks kommun';
const DNR = 'KFN 2023/41';
const RUBRIK = 'Avgifter i kulturskolan';
const KFN = 'Kultur- och fritidsnämnden';

const forstaForslaget = [
  'att terminsavgiften för ämneskurs i kulturskolan höjs från 700 kronor till 900 kronor,',
  'att syskonrabatten på 25 procent tas bort,',
  'att avgifterna gäller från och med höstterminen 2023.',
];

const andraForslaget = [
  'att terminsavgiften för ämneskurs i kulturskolan höjs från 700 kronor till 800 kronor,',
  'att barn i hushåll med försörjningsstöd befrias från avgift,',
  'att syskonrabatten på 25 procent behålls,',
  'att avgifterna gäller från och med vårterminen 2024.',
];

const tillFullmaktige = ['kommunstyrelsen', 'kommunfullmäktige'];

const sammanfattning: Block = {
  typ: 'text',
  rubrik: 'Sammanfattning',
  stycken: [
    'Avgifterna i kulturskolan har varit oförändrade sedan 2014. Kostnaderna för löner, hyror och instrument har under samma tid ökat med 19 procent. Nämnden fick i budgeten för 2023 i uppdrag att se över avgifterna så att de täcker en större del av kostnaden.',
    'Kulturskolan har i dag 412 elever i ämneskurs och 87 barn i kö. En höjning till 900 kronor per termin beräknas ge ökade intäkter med 160 000 kronor per år. Terminsavgiften ligger därefter i nivå med grannkommunernas.',
  ],
};

const aterremissbakgrund: Block = {
  typ: 'text',
  rubrik: 'Sammanfattning',
  stycken: [
    'Kommunstyrelsen beslutade den 5 april 2023, § 61, att återremittera ärendet till kultur- och fritidsnämnden för att utreda konsekvenserna för barn i hushåll med låg inkomst. Nämnden hade då föreslagit att terminsavgiften skulle höjas till 900 kronor och att syskonrabatten skulle tas bort.',
    'Utredningen visar att ungefär 30 av kulturskolans elever bor i hushåll som får försörjningsstöd. Med en höjning till 800 kronor, oförändrad syskonrabatt och avgiftsbefrielse för dessa elever beräknas intäkterna öka med 55 000 kronor per år.',
  ],
};

function utdrag(organ: string, datum: string, a: Arende): Handling {
  return { kind: 'protokoll', huvudman: HUVUDMAN, organ, datum, arenden: [a] };
}

const skrivelse1: Handling = {
  kind: 'tjansteskrivelse',
  huvudman: HUVUDMAN,
  avsandare: 'Kultur- och fritidsförvaltningen',
  undertecknare: [
    { namn: 'Mikaela Tornqvist', parti: null, roll: 'Kulturskolechef' },
    { namn: 'Jon Hedvall', parti: null, roll: 'Förvaltningschef' },
  ],
  till: [KFN],
  datum: '2023-02-10',
  diarienummer: DNR,
  rubrik: 'Avgifter i kulturskolan från höstterminen 2023',
  tryck: { handlaggare: 'Mikaela Tornqvist', epost: 'mikaela.tornqvist@granvik.example' },
  arenden: [
    {
      rubrik: 'Avgifter i kulturskolan från höstterminen 2023',
      diarienummer: DNR,
      next: KFN,
      block: [
        {
          typ: 'attsatser',
          som: 'forslag',
          rubrik: 'Förslag till beslut',
          ledtext:
            'Kultur- och fritidsnämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta',
          kedja: [KFN, ...tillFullmaktige],
          lista: 'nr.',
          satser: forstaForslaget,
        },
        sammanfattning,
        {
          typ: 'text',
          rubrik: 'Ärendet',
          stycken: [
            'Kommunfullmäktige beslutade den 24 november 2014, § 132, att avgiften per termin skulle vara 700 kronor. Syskonrabatten infördes samma år. I budgetarbetet inför 2023 konstaterades att kulturskolans avgifter är lägre än i jämförbara kommuner och att avgiftsintäkterna motsvarar 8 procent av verksamhetens kostnad.',
            'Förvaltningen har prövat tre alternativ: oförändrad avgift, höjning till 900 kronor och höjning till 1 100 kronor. Det sista alternativet bedöms medföra att ungefär var sjätte elev slutar. Enkäten till vårdnadshavare besvarades av 214 personer; av dem ansåg 61 procent att en måttlig höjning är rimlig om kön samtidigt kan kortas.',
            'Hyra av instrument, för närvarande 300 kronor per termin, föreslås vara oförändrad. Även avgiften för kör, orkester och andra ensembler är oförändrad, liksom åldersgränsen och reglerna för uppsägning av plats.',
          ],
        },
        {
          typ: 'text',
          rubrik: 'Ekonomiska konsekvenser',
          stycken: [
            'Höjningen beräknas öka intäkterna med 160 000 kronor per år, varav 38 000 kronor avser syskonrabatten. Medlen används till en utökning av tjänsterna i piano och gitarr med sammanlagt 30 procent av en heltid.',
          ],
        },
        {
          typ: 'text',
          rubrik: 'Konsekvenser för barn',
          stycken: [
            'Kortare kö innebär att fler barn får möjlighet att delta. En högre avgift kan samtidigt innebära att enskilda barn avstår. Förvaltningen bedömer att konsekvenserna sammantaget är godtagbara.',
          ],
        },
        {
          typ: 'underlag',
          rubrik: 'Beslutsunderlag',
          lista: 'ingen',
          poster: [
            'Tjänsteskrivelse 2023-02-10',
            'Jämförelse av avgifter i åtta kommuner, 2023-01-19',
            'Enkät till vårdnadshavare hösten 2022',
          ],
        },
        {
          typ: 'expediering',
          rubrik: 'Beslutet skickas till',
          lista: 'ingen',
          mottagare: ['Kommunstyrelsen', 'Kulturskolan'],
        },
      ],
    },
  ],
};

const namnd1 = utdrag(KFN, '2023-03-01', {
  paragraf: '14',
  rubrik: RUBRIK,
  diarienummer: DNR,
  utfall: 'bifall',
  next: 'kommunstyrelsen',
  block: [
    {
      typ: 'attsatser',
      som: 'beslut',
      rubrik: 'Beslut',
      ledtext: 'Kultur- och fritidsnämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta',
      kedja: [KFN, ...tillFullmaktige],
      lista: 'nr.',
      satser: forstaForslaget,
    },
    {
      typ: 'reservationer',
      rubrik: 'Reservation',
      inlagg: [
        {
          text: 'Siv Karlander (S) och Bo Ekmark (V) reserverar sig mot beslutet i punkt 2.',
          av: ['Siv Karlander (S)', 'Bo Ekmark (V)'],
          mot: [2],
        },
      ],
    },
    sammanfattning,
    {
      typ: 'underlag',
      rubrik: 'Beslutsunderlag',
      lista: 'ingen',
      poster: ['Tjänsteskrivelse 2023-02-10', 'Jämförelse av avgifter i åtta kommuner, 2023-01-19'],
    },
    {
      typ: 'yrkanden',
      rubrik: 'Yrkanden',
      inlagg: [
        {
          text: 'Per-Olof Stråht (M) och Linnea Wiberg (C) yrkar bifall till förvaltningens förslag.',
          yrkanden: [{ av: ['Per-Olof Stråht (M)', 'Linnea Wiberg (C)'], typ: 'bifall', utfall: 'bifall' }],
        },
        {
          text: 'Siv Karlander (S) yrkar, med instämmande av Bo Ekmark (V), att punkt 2 i förslaget utgår.',
          yrkanden: [{ av: ['Siv Karlander (S)', 'Bo Ekmark (V)'], typ: 'andring', utfall: 'avslag' }],
        },
      ],
    },
    {
      typ: 'text',
      rubrik: 'Beslutsgång',
      stycken: [
        'Ordföranden ställer förvaltningens förslag mot Siv Karlanders ändringsyrkande och finner att nämnden beslutar enligt förvaltningens förslag.',
      ],
    },
    {
      typ: 'expediering',
      rubrik: 'Beslutet skickas till',
      lista: 'ingen',
      mottagare: ['Kommunstyrelsen', 'Kulturskolan'],
    },
  ],
});

const utskott1 = utdrag('Kommunstyrelsens arbetsutskott', '2023-03-21', {
  paragraf: '52',
  rubrik: RUBRIK,
  diarienummer: DNR,
  utfall: 'bifall',
  next: 'kommunstyrelsen',
  block: [
    {
      typ: 'attsatser',
      som: 'beslut',
      rubrik: 'Beslut',
      ledtext:
        'Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta',
      kedja: ['Kommunstyrelsens arbetsutskott', ...tillFullmaktige],
      lista: 'nr.',
      satser: forstaForslaget,
    },
    {
      typ: 'anteckningar',
      rubrik: 'Deltar inte i beslutet',
      inlagg: [
        {
          text: 'Roland Ferngren (S) meddelar att han inte deltar i beslutet.',
          av: ['Roland Ferngren (S)'],
          typ: 'deltar_ej',
        },
      ],
    },
    sammanfattning,
    {
      typ: 'underlag',
      rubrik: 'Beslutsunderlag',
      lista: 'ingen',
      poster: ['Kultur- och fritidsnämndens protokoll 2023-03-01, § 14', 'Tjänsteskrivelse 2023-02-10'],
    },
    {
      typ: 'expediering',
      rubrik: 'Beslutet skickas till',
      lista: 'ingen',
      mottagare: ['Kommunstyrelsen'],
    },
  ],
});

const styrelse1 = utdrag('Kommunstyrelsen', '2023-04-05', {
  paragraf: '61',
  rubrik: RUBRIK,
  diarienummer: DNR,
  utfall: 'aterremiss',
  next: 'kultur- och fritidsnämnden',
  block: [
    {
      typ: 'attsatser',
      som: 'beslut',
      rubrik: 'Beslut',
      ledtext: 'Kommunstyrelsen beslutar',
      kedja: ['Kommunstyrelsen'],
      lista: 'nr.',
      satser: [
        'att återremittera ärendet till kultur- och fritidsnämnden för att utreda konsekvenserna för barn i hushåll med låg inkomst.',
      ],
    },
    {
      typ: 'text',
      rubrik: 'Sammanfattning',
      stycken: [
        'Kultur- och fritidsnämnden föreslår att terminsavgiften för ämneskurs höjs till 900 kronor och att syskonrabatten tas bort. Kommunstyrelsens arbetsutskott har tillstyrkt förslaget.',
      ],
    },
    {
      typ: 'underlag',
      rubrik: 'Beslutsunderlag',
      lista: 'ingen',
      poster: [
        'Kommunstyrelsens arbetsutskotts protokoll 2023-03-21, § 52',
        'Kultur- och fritidsnämndens protokoll 2023-03-01, § 14',
        'Tjänsteskrivelse 2023-02-10',
      ],
    },
    {
      typ: 'yrkanden',
      rubrik: 'Yrkanden',
      inlagg: [
        {
          text: 'Ordföranden Gunilla Hedensjö (M) yrkar bifall till arbetsutskottets förslag.',
          yrkanden: [{ av: ['Gunilla Hedensjö (M)'], typ: 'bifall', utfall: null }],
        },
        {
          text: 'Roland Ferngren (S), Tilda Brännsved (MP) och Bengt Oxelgren (SD) yrkar att ärendet återremitteras till kultur- och fritidsnämnden för att utreda konsekvenserna för barn i hushåll med låg inkomst.',
          yrkanden: [
            {
              av: ['Roland Ferngren (S)', 'Tilda Brännsved (MP)', 'Bengt Oxelgren (SD)'],
              typ: 'aterremiss',
              utfall: 'bifall',
            },
          ],
        },
        {
          text: 'Camilla Ögren (KD) yrkar i första hand att ärendet återremitteras enligt Roland Ferngrens yrkande och i andra hand avslag på arbetsutskottets förslag.',
          yrkanden: [
            { av: ['Camilla Ögren (KD)'], typ: 'aterremiss', utfall: 'bifall' },
            { av: ['Camilla Ögren (KD)'], typ: 'avslag', utfall: null },
          ],
        },
      ],
    },
    {
      typ: 'text',
      rubrik: 'Beslutsgång',
      stycken: [
        'Ordföranden ställer proposition på om ärendet ska avgöras vid dagens sammanträde eller återremitteras och finner att kommunstyrelsen beslutar att ärendet ska avgöras vid dagens sammanträde. Votering begärs.',
      ],
    },
    {
      typ: 'votering',
      rubrik: 'Votering',
      stycken: [
        'Kommunstyrelsen godkänner följande propositionsordning: Den som vill att ärendet ska avgöras vid dagens sammanträde röstar ja. Den som vill återremittera ärendet röstar nej.',
        'Vid votering lämnas 5 ja-röster och 6 nej-röster.',
        'Ja röstar: Gunilla Hedensjö (M), Kjell Ramstrand (M), Eva-Lotta Sjögård (C), Ivar Mossberg (C) och Henrik Tegelius (L).',
        'Nej röstar: Roland Ferngren (S), Agneta Klinge (S), Oskar Vidmark (S), Tilda Brännsved (MP), Bengt Oxelgren (SD) och Camilla Ögren (KD).',
        'Kommunstyrelsen beslutar därmed att återremittera ärendet.',
      ],
      votering: {
        ja: 5,
        nej: 6,
        avstar: null,
        proposition: {
          ja: 'att ärendet ska avgöras vid dagens sammanträde',
          nej: 'återremittera ärendet',
        },
        utslag: 'nej',
        roster: [
          { person: 'Gunilla Hedensjö (M)', rost: 'ja' },
          { person: 'Kjell Ramstrand (M)', rost: 'ja' },
          { person: 'Eva-Lotta Sjögård (C)', rost: 'ja' },
          { person: 'Ivar Mossberg (C)', rost: 'ja' },
          { person: 'Henrik Tegelius (L)', rost: 'ja' },
          { person: 'Roland Ferngren (S)', rost: 'nej' },
          { person: 'Agneta Klinge (S)', rost: 'nej' },
          { person: 'Oskar Vidmark (S)', rost: 'nej' },
          { person: 'Tilda Brännsved (MP)', rost: 'nej' },
          { person: 'Bengt Oxelgren (SD)', rost: 'nej' },
          { person: 'Camilla Ögren (KD)', rost: 'nej' },
        ],
      },
    },
    {
      typ: 'reservationer',
      rubrik: 'Reservationer',
      inlagg: [
        {
          text: 'Gunilla Hedensjö (M) och Kjell Ramstrand (M) reserverar sig mot beslutet.',
          av: ['Gunilla Hedensjö (M)', 'Kjell Ramstrand (M)'],
        },
      ],
    },
    {
      typ: 'expediering',
      rubrik: 'Beslutet skickas till',
      lista: 'ingen',
      mottagare: ['Kultur- och fritidsnämnden'],
    },
  ],
});

const skrivelse2: Handling = {
  kind: 'tjansteskrivelse',
  huvudman: HUVUDMAN,
  avsandare: 'Kultur- och fritidsförvaltningen',
  undertecknare: [
    { namn: 'Mikaela Tornqvist', parti: null, roll: 'Kulturskolechef' },
    { namn: 'Jon Hedvall', parti: null, roll: 'Förvaltningschef' },
  ],
  till: [KFN],
  datum: '2023-05-04',
  diarienummer: DNR,
  rubrik: 'Svar på återremiss – avgifter i kulturskolan',
  tryck: { handlaggare: 'Mikaela Tornqvist', epost: 'mikaela.tornqvist@granvik.example' },
  arenden: [
    {
      rubrik: 'Svar på återremiss – avgifter i kulturskolan',
      diarienummer: DNR,
      next: KFN,
      block: [
        {
          typ: 'attsatser',
          som: 'forslag',
          rubrik: 'Förslag till beslut',
          ledtext:
            'Kultur- och fritidsnämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta',
          kedja: [KFN, ...tillFullmaktige],
          lista: 'nr.',
          satser: andraForslaget,
        },
        aterremissbakgrund,
        {
          typ: 'text',
          rubrik: 'Ärendet',
          stycken: [
            'Förvaltningen har tillsammans med socialförvaltningen tagit fram uppgifter om hur många av eleverna som bor i hushåll med försörjningsstöd. Uppgifterna har lämnats utan att enskilda personer kan identifieras. Avgiftsbefrielsen prövas efter ansökan en gång per läsår.',
            'I grannkommunerna tillämpas olika former av nedsättning. Förvaltningen bedömer att en ren befrielse är enklast att administrera och att den inte minskar intäkterna nämnvärt.',
          ],
        },
        {
          typ: 'underlag',
          rubrik: 'Beslutsunderlag',
          lista: 'ingen',
          poster: ['Kommunstyrelsens protokoll 2023-04-05, § 61', 'Tjänsteskrivelse 2023-05-04'],
        },
        {
          typ: 'expediering',
          rubrik: 'Beslutet skickas till',
          lista: 'ingen',
          mottagare: ['Kommunstyrelsen', 'Socialnämnden för kännedom'],
        },
      ],
    },
  ],
};

const namnd2 = utdrag(KFN, '2023-05-24', {
  paragraf: '39',
  rubrik: RUBRIK,
  diarienummer: DNR,
  utfall: 'bifall',
  next: 'kommunstyrelsen',
  block: [
    {
      typ: 'attsatser',
      som: 'beslut',
      rubrik: 'Beslut',
      ledtext: 'Kultur- och fritidsnämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta',
      kedja: [KFN, ...tillFullmaktige],
      lista: 'nr.',
      satser: andraForslaget,
    },
    {
      typ: 'attsatser',
      som: 'beslut',
      ledtext: 'Kultur- och fritidsnämnden beslutar för egen del',
      kedja: [KFN],
      lista: 'nr.',
      fran: 5,
      satser: ['att paragrafen förklaras omedelbart justerad.'],
    },
    aterremissbakgrund,
    {
      typ: 'underlag',
      rubrik: 'Beslutsunderlag',
      lista: 'ingen',
      poster: ['Tjänsteskrivelse 2023-05-04', 'Kommunstyrelsens protokoll 2023-04-05, § 61'],
    },
    {
      typ: 'anteckningar',
      rubrik: 'Protokollsanteckning',
      inlagg: [
        {
          text: 'Bo Ekmark (V) lämnar följande protokollsanteckning: Vänsterpartiet anser att kulturskolan på sikt ska vara avgiftsfri för alla barn.',
          av: ['Bo Ekmark (V)'],
          typ: 'protokollsanteckning',
        },
      ],
    },
    {
      typ: 'expediering',
      rubrik: 'Beslutet skickas till',
      lista: 'ingen',
      mottagare: ['Kommunstyrelsen', 'Socialnämnden för kännedom'],
    },
  ],
  omedelbartJusterad: true,
});

const utskott2 = utdrag('Kommunstyrelsens arbetsutskott', '2023-08-15', {
  paragraf: '118',
  rubrik: RUBRIK,
  diarienummer: DNR,
  utfall: 'bifall',
  next: 'kommunstyrelsen',
  block: [
    {
      typ: 'attsatser',
      som: 'beslut',
      rubrik: 'Beslut',
      ledtext:
        'Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta',
      kedja: ['Kommunstyrelsens arbetsutskott', ...tillFullmaktige],
      lista: 'nr.',
      satser: andraForslaget,
    },
    aterremissbakgrund,
    {
      typ: 'underlag',
      rubrik: 'Beslutsunderlag',
      lista: 'ingen',
      poster: ['Kultur- och fritidsnämndens protokoll 2023-05-24, § 39', 'Tjänsteskrivelse 2023-05-04'],
    },
    {
      typ: 'expediering',
      rubrik: 'Beslutet skickas till',
      lista: 'ingen',
      mottagare: ['Kommunstyrelsen'],
    },
  ],
});

const styrelse2 = utdrag('Kommunstyrelsen', '2023-08-30', {
  paragraf: '131',
  rubrik: RUBRIK,
  diarienummer: DNR,
  utfall: 'bifall',
  next: 'kommunfullmäktige',
  block: [
    {
      typ: 'attsatser',
      som: 'beslut',
      rubrik: 'Beslut',
      ledtext: 'Kommunstyrelsen föreslår kommunfullmäktige besluta',
      kedja: ['Kommunstyrelsen', 'kommunfullmäktige'],
      lista: 'nr.',
      satser: andraForslaget,
    },
    aterremissbakgrund,
    {
      typ: 'underlag',
      rubrik: 'Beslutsunderlag',
      lista: 'ingen',
      poster: [
        'Kommunstyrelsens arbetsutskotts protokoll 2023-08-15, § 118',
        'Kultur- och fritidsnämndens protokoll 2023-05-24, § 39',
        'Tjänsteskrivelse 2023-05-04',
      ],
    },
    {
      typ: 'yrkanden',
      rubrik: 'Yrkanden',
      inlagg: [
        {
          text: 'Ordföranden Gunilla Hedensjö (M) och Roland Ferngren (S) yrkar bifall till arbetsutskottets förslag.',
          yrkanden: [
            { av: ['Gunilla Hedensjö (M)', 'Roland Ferngren (S)'], typ: 'bifall', utfall: 'bifall' },
          ],
        },
        {
          text: 'Bengt Oxelgren (SD) yrkar avslag på arbetsutskottets förslag.',
          yrkanden: [{ av: ['Bengt Oxelgren (SD)'], typ: 'avslag', utfall: 'avslag' }],
        },
      ],
    },
    {
      typ: 'text',
      rubrik: 'Beslutsgång',
      stycken: [
        'Ordföranden ställer proposition på bifall mot avslag till arbetsutskottets förslag och finner att kommunstyrelsen bifaller förslaget.',
      ],
    },
    {
      typ: 'reservationer',
      rubrik: 'Reservationer',
      inlagg: [
        {
          text: 'Bengt Oxelgren (SD) reserverar sig mot beslutet till förmån för eget yrkande.',
          av: ['Bengt Oxelgren (SD)'],
        },
      ],
    },
    {
      typ: 'expediering',
      rubrik: 'Beslutet skickas till',
      lista: 'ingen',
      mottagare: ['Kommunfullmäktige'],
    },
  ],
});

const fullmaktige = utdrag('Kommunfullmäktige', '2023-09-25', {
  paragraf: '97',
  rubrik: RUBRIK,
  diarienummer: DNR,
  utfall: 'bifall',
  block: [
    {
      typ: 'attsatser',
      som: 'beslut',
      rubrik: 'Beslut',
      ledtext: 'Kommunfullmäktige beslutar',
      kedja: ['Kommunfullmäktige'],
      lista: 'nr.',
      satser: andraForslaget,
    },
    {
      typ: 'text',
      rubrik: 'Sammanfattning',
      stycken: [
        'Kultur- och fritidsnämnden har efter återremiss föreslagit att terminsavgiften för ämneskurs i kulturskolan höjs till 800 kronor, att barn i hushåll med försörjningsstöd befrias från avgift och att syskonrabatten behålls. Kommunstyrelsen har tillstyrkt förslaget.',
      ],
    },
    {
      typ: 'underlag',
      rubrik: 'Beslutsunderlag',
      lista: 'ingen',
      poster: [
        'Kommunstyrelsens protokoll 2023-08-30, § 131',
        'Kultur- och fritidsnämndens protokoll 2023-05-24, § 39',
        'Tjänsteskrivelse 2023-05-04',
      ],
    },
    {
      typ: 'yrkanden',
      rubrik: 'Yrkanden',
      inlagg: [
        {
          text: 'Per-Olof Stråht (M), Roland Ferngren (S) och Linnea Wiberg (C) yrkar bifall till kommunstyrelsens förslag.',
          yrkanden: [
            {
              av: ['Per-Olof Stråht (M)', 'Roland Ferngren (S)', 'Linnea Wiberg (C)'],
              typ: 'bifall',
              utfall: 'bifall',
            },
          ],
        },
        {
          text: 'Bengt Oxelgren (SD) yrkar avslag på kommunstyrelsens förslag.',
          yrkanden: [{ av: ['Bengt Oxelgren (SD)'], typ: 'avslag', utfall: 'avslag' }],
        },
        {
          text: 'Bo Ekmark (V) yrkar bifall till kommunstyrelsens förslag med tillägget att avgiften ska följas upp i samband med bokslutet för 2024.',
          yrkanden: [
            { av: ['Bo Ekmark (V)'], typ: 'bifall', utfall: 'bifall' },
            { av: ['Bo Ekmark (V)'], typ: 'tillagg', utfall: 'avslag' },
          ],
        },
      ],
    },
    {
      typ: 'text',
      rubrik: 'Beslutsgång',
      stycken: [
        'Ordföranden ställer proposition på bifall respektive avslag till kommunstyrelsens förslag och finner att kommunfullmäktige bifaller förslaget.',
        'Därefter ställer ordföranden proposition på bifall respektive avslag till Bo Ekmarks tilläggsyrkande och finner att kommunfullmäktige avslår det. Votering begärs och verkställs.',
      ],
    },
    {
      typ: 'votering',
      rubrik: 'Votering',
      stycken: [
        'Den som vill avslå Bo Ekmarks tilläggsyrkande röstar ja. Den som vill bifalla tilläggsyrkandet röstar nej.',
        'Med 21 ja-röster mot 8 nej-röster och 2 som avstår beslutar kommunfullmäktige att avslå tilläggsyrkandet. Hur var och en röstat framgår av omröstningsbilaga 1.',
      ],
      votering: {
        ja: 21,
        nej: 8,
        avstar: 2,
        proposition: { ja: 'avslå Bo Ekmarks tilläggsyrkande', nej: 'bifalla tilläggsyrkandet' },
        utslag: 'ja',
        roster: [],
      },
    },
    {
      typ: 'reservationer',
      rubrik: 'Reservationer',
      inlagg: [
        {
          text: 'Ledamöterna från Sverigedemokraterna reserverar sig mot beslutet.',
          av: ['Sverigedemokraterna'],
        },
        {
          text: 'Bo Ekmark (V) reserverar sig mot beslutet att avslå tilläggsyrkandet.',
          av: ['Bo Ekmark (V)'],
        },
      ],
    },
    {
      typ: 'expediering',
      rubrik: 'Beslutet skickas till',
      lista: 'ingen',
      mottagare: [
        'Kultur- och fritidsnämnden',
        'Kulturskolan',
        'Ekonomiavdelningen',
        'Kommunens författningssamling',
      ],
    },
  ],
});

export const granvik: Sample[] = [
  { namn: 'granvik-1-namnd', mall: 'granvik', handlingar: [skrivelse1, namnd1] },
  { namn: 'granvik-2-styrelse', mall: 'granvik', handlingar: [utskott1, styrelse1, skrivelse2, namnd2] },
  { namn: 'granvik-3-fullmaktige', mall: 'granvik', handlingar: [utskott2, styrelse2, fullmaktige] },
];
