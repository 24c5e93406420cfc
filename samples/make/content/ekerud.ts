/**
 * Ekeruds kommun: the whole protokoll of a kommunstyrelse. Background first, the decision last in each §,
 * clauses by "att", votes in a table with crosses; "Expedieras till".
 */
import {
  anteckning,
  expediering,
  reservation,
  roster,
  text,
  underlag,
  yrkande,
  yrkanden,
} from '../blocks.ts';
import { type Arende, type Block, person, personer, type Sample } from '../content.ts';

const KS = 'Kommunstyrelsen';

const beslut = (ledtext: string, kedja: string[], ...satser: string[]): Block => ({
  typ: 'attsatser',
  som: 'beslut',
  rubrik: 'Beslut',
  ledtext,
  kedja,
  lista: 'ingen',
  satser,
});

const borgerliga = [
  'Torbjörn Almgård (M)',
  'Cecilia Rönnvall (C)',
  'Lars-Erik Dunvik (M)',
  'Petra Ålenius (KD)',
  'Göran Fallkvist (L)',
  'Maj-Britt Sundlöf (M)',
  'Anders Kolmark (C)',
];
const opposition = [
  'Hanna Stjärnkvist (S)',
  'Jasmin Haddari (S)',
  'Ulla Järnefors (S)',
  'Nils Övergran (S)',
  'Rikard Tallberg (V)',
];

const arenden: Arende[] = [
  {
    paragraf: '67',
    rubrik: 'Val av justerare',
    block: [
      beslut(
        'Kommunstyrelsen beslutar',
        [KS],
        'att utse Hanna Stjärnkvist (S) att tillsammans med ordföranden justera dagens protokoll.',
      ),
    ],
  },
  {
    paragraf: '68',
    rubrik: 'Information från kommundirektören',
    diarienummer: 'KS/2022:4',
    block: [
      text(
        null,
        'Kommundirektör Karin Lövdahl informerar om mottagandet av skyddsbehövande, om läget i rekryteringen av sommarvikarier och om arbetet med den nya hemsidan.',
      ),
      beslut('Kommunstyrelsen beslutar', [KS], 'att lägga informationen till handlingarna.'),
    ],
  },
  {
    paragraf: '69',
    rubrik: 'Budgetuppföljning per april 2022',
    diarienummer: 'KS/2022:118',
    utfall: 'bifall',
    next: 'kommunfullmäktige',
    block: [
      text(
        'Ärendebeskrivning',
        'Ekonomiavdelningen har upprättat en budgetuppföljning för perioden januari–april 2022. Prognosen för helåret är ett resultat på 14,2 miljoner kronor, vilket är 6,1 miljoner kronor sämre än budget. Avvikelsen beror främst på socialnämndens kostnader för placeringar och på högre priser på livsmedel och drivmedel.',
        'Socialnämnden redovisar en prognos på minus 9,8 miljoner kronor. Nämnden har den 20 april beslutat om en åtgärdsplan som väntas ge full effekt först 2023. Kommunens skatteintäkter väntas bli 3,4 miljoner kronor högre än budgeterat enligt den senaste skatteunderlagsprognosen, medan räntekostnaderna ökar. Övriga nämnder redovisar små avvikelser.',
      ),
      underlag(
        'Beslutsunderlag',
        'streck',
        'Arbetsutskottets protokoll 2022-04-27, § 88',
        'Ekonomiavdelningens tjänsteskrivelse 2022-04-21',
        'Budgetuppföljning per april 2022',
      ),
      yrkanden(
        'Yrkanden',
        yrkande(
          'Torbjörn Almgård (M), Cecilia Rönnvall (C) och Petra Ålenius (KD) yrkar bifall till arbetsutskottets förslag.',
          ['bifall', ['Torbjörn Almgård (M)', 'Cecilia Rönnvall (C)', 'Petra Ålenius (KD)'], 'bifall'],
        ),
        yrkande(
          'Hanna Stjärnkvist (S) och Rikard Tallberg (V) yrkar att socialnämnden ska tillföras ytterligare 5 miljoner kronor för 2022.',
          ['tillagg', ['Hanna Stjärnkvist (S)', 'Rikard Tallberg (V)'], 'avslag'],
        ),
        yrkande('Mona Grenstam (SD) yrkar avslag på arbetsutskottets förslag.', [
          'avslag',
          ['Mona Grenstam (SD)'],
          'avslag',
        ]),
      ),
      text(
        'Beslutsgång',
        'Ordföranden ställer först proposition på bifall respektive avslag till arbetsutskottets förslag och finner att kommunstyrelsen beslutar bifalla förslaget.',
        'Ordföranden ställer därefter proposition på bifall respektive avslag till Hanna Stjärnkvists med flera tilläggsyrkande och finner att kommunstyrelsen beslutar avslå yrkandet.',
        'Votering begärs. Sammanträdet ajourneras i fem minuter och återupptas klockan 14.35. Samtliga ledamöter är närvarande när voteringen genomförs.',
      ),
      {
        typ: 'votering',
        rubrik: 'Votering',
        tabell: true,
        stycken: [
          'Följande voteringsordning godkänns: Ja-röst för avslag på tilläggsyrkandet. Nej-röst för bifall till tilläggsyrkandet.',
          'Omröstningen utfaller med 7 ja-röster, 5 nej-röster och 1 ledamot som avstår från att rösta enligt följande:',
        ],
        votering: {
          ja: 7,
          nej: 5,
          avstar: 1,
          proposition: { ja: 'avslag på tilläggsyrkandet', nej: 'bifall till tilläggsyrkandet' },
          utslag: 'ja',
          roster: roster({ ja: borgerliga, nej: opposition, avstar: ['Mona Grenstam (SD)'] }),
        },
      },
      text(null, 'Kommunstyrelsen har därmed beslutat att avslå tilläggsyrkandet.'),
      beslut(
        'Kommunstyrelsen föreslår kommunfullmäktige besluta',
        [KS, 'kommunfullmäktige'],
        'att godkänna budgetuppföljningen per april 2022, samt',
        'att uppmana socialnämnden att senast den 31 augusti 2022 redovisa vilka ytterligare åtgärder som krävs för en budget i balans.',
      ),
      {
        typ: 'attsatser',
        som: 'beslut',
        ledtext: 'Kommunstyrelsen beslutar för egen del',
        kedja: [KS],
        lista: 'ingen',
        satser: [
          'att uppdra till kommundirektören att varje månad lämna en skriftlig rapport om det ekonomiska läget till kommunstyrelsens arbetsutskott.',
        ],
      },
      {
        typ: 'reservationer',
        rubrik: 'Reservationer',
        inlagg: [
          {
            text: 'Hanna Stjärnkvist (S), Jasmin Haddari (S), Ulla Järnefors (S), Nils Övergran (S) och Rikard Tallberg (V) reserverar sig mot beslutet till förmån för eget yrkande.',
            av: opposition,
          },
          { text: 'Mona Grenstam (SD) reserverar sig mot beslutet.', av: ['Mona Grenstam (SD)'] },
        ],
      },
      anteckning(
        'Protokollsanteckning',
        'protokollsanteckning',
        'Göran Fallkvist (L) antecknar följande till protokollet: Liberalerna förutsätter att åtgärdsplanen inte drabbar barn och unga.',
        'Göran Fallkvist (L)',
      ),
      expediering(
        'Expedieras till',
        'ingen',
        'Kommunfullmäktige',
        'Socialnämnden',
        'Kommundirektören',
        'Ekonomiavdelningen',
      ),
    ],
  },
  {
    paragraf: '70',
    rubrik: 'Antagande av detaljplan för Kvarnängen 1:14 med flera',
    diarienummer: 'KS/2020:311',
    utfall: 'bifall',
    next: 'kommunfullmäktige',
    omedelbartJusterad: true,
    block: [
      anteckning(
        'Jäv',
        'jav',
        'Anders Kolmark (C) anmäler jäv och deltar inte i handläggningen av ärendet.',
        'Anders Kolmark (C)',
      ),
      text(
        'Ärendebeskrivning',
        'Detaljplanen möjliggör 60 bostäder och en förskola på ängen söder om kvarnen. Planen har varit utsänd för samråd under hösten 2021 och för granskning under tiden 7–28 februari 2022. Under granskningen kom 14 yttranden in. Synpunkterna gäller främst trafiken på Kvarnvägen och dagvattnet. Samhällsbyggnadsnämnden godkände planen den 6 april 2022.',
        'Trafikutredningen visar att antalet fordon på Kvarnvägen ökar från 900 till 1 250 per dygn när området är utbyggt. En gång- och cykelväg byggs därför längs vägens östra sida och hastigheten sänks till 40 kilometer i timmen. Kostnaden, 2,3 miljoner kronor, täcks av exploateringsavtalet.',
        'Dagvattnet leds till en damm i områdets södra del. Länsstyrelsen har i sitt yttrande inte haft något att erinra mot lösningen men påpekar att dammen måste vara färdig innan de första bostäderna tas i bruk. Villkoret har förts in i avtalet.',
      ),
      underlag(
        'Beslutsunderlag',
        'streck',
        'Arbetsutskottets protokoll 2022-04-27, § 91',
        'Samhällsbyggnadsnämndens protokoll 2022-04-06, § 48',
        'Planbeskrivning, plankarta och granskningsutlåtande',
      ),
      yrkanden(
        'Yrkanden',
        yrkande(
          'Lars-Erik Dunvik (M) och Hanna Stjärnkvist (S) yrkar bifall till arbetsutskottets förslag.',
          ['bifall', ['Lars-Erik Dunvik (M)', 'Hanna Stjärnkvist (S)'], null],
        ),
      ),
      beslut(
        'Kommunstyrelsen föreslår kommunfullmäktige besluta',
        [KS, 'kommunfullmäktige'],
        'att anta detaljplan för Kvarnängen 1:14 med flera, upprättad den 12 januari 2022 och reviderad den 23 mars 2022.',
      ),
      text(null, 'Paragrafen förklaras omedelbart justerad.'),
      anteckning(
        'Särskilt yttrande',
        'sarskilt_yttrande',
        'Rikard Tallberg (V) lämnar följande särskilda yttrande: Vi står bakom planen men anser att en tredjedel av lägenheterna borde ha upplåtits med hyresrätt.',
        'Rikard Tallberg (V)',
      ),
      expediering('Expedieras till', 'ingen', 'Kommunfullmäktige', 'Samhällsbyggnadsnämnden'),
    ],
  },
  {
    paragraf: '71',
    rubrik: 'Svar på motion om avgiftsfria bussresor för personer över 75 år',
    diarienummer: 'KS/2021:402',
    utfall: 'bifall',
    next: 'kommunfullmäktige',
    block: [
      text(
        'Ärendebeskrivning',
        'Ulla Järnefors (S) och Kent Brohäll (S) föreslår i en motion den 11 oktober 2021 att kommunen ska införa avgiftsfria bussresor för personer över 75 år. Kommunledningskontoret bedömer att kostnaden uppgår till 1,9 miljoner kronor per år och att resandet redan i dag är subventionerat.',
      ),
      underlag(
        'Beslutsunderlag',
        'streck',
        'Arbetsutskottets protokoll 2022-04-27, § 93',
        'Kommunledningskontorets tjänsteskrivelse 2022-04-04',
        'Motion 2021-10-11',
      ),
      yrkanden(
        'Yrkanden',
        yrkande('Ulla Järnefors (S) och Rikard Tallberg (V) yrkar bifall till motionen.', [
          'bifall',
          ['Ulla Järnefors (S)', 'Rikard Tallberg (V)'],
          'avslag',
        ]),
        yrkande('Maj-Britt Sundlöf (M) yrkar bifall till arbetsutskottets förslag.', [
          'bifall',
          ['Maj-Britt Sundlöf (M)'],
          'bifall',
        ]),
      ),
      text(
        'Beslutsgång',
        'Ordföranden ställer arbetsutskottets förslag mot bifall till motionen och finner att kommunstyrelsen beslutar enligt arbetsutskottets förslag.',
      ),
      beslut(
        'Kommunstyrelsen föreslår kommunfullmäktige besluta',
        [KS, 'kommunfullmäktige'],
        'att avslå motionen.',
      ),
      reservation(
        'Reservationer',
        'Ledamöterna för S och V reserverar sig mot beslutet till förmån för eget yrkande.',
        ['S', 'V'],
      ),
      expediering('Expedieras till', 'ingen', 'Kommunfullmäktige'),
    ],
  },
  {
    paragraf: '72',
    rubrik: 'Taxa för uthyrning av kommunens lokaler',
    diarienummer: 'KS/2022:87',
    utfall: 'bordlagt',
    next: KS,
    block: [
      text(
        'Ärendebeskrivning',
        'Fastighetsavdelningen har tagit fram ett förslag till ny taxa för uthyrning av skolsalar, gymnastiksalar och samlingslokaler. Taxan föreslås gälla från och med den 1 september 2022.',
      ),
      yrkanden(
        'Yrkanden',
        yrkande('Cecilia Rönnvall (C) yrkar att ärendet bordläggs till nästa sammanträde.', [
          'bordlaggning',
          ['Cecilia Rönnvall (C)'],
          null,
        ]),
      ),
      beslut('Kommunstyrelsen beslutar', [KS], 'att bordlägga ärendet till sammanträdet den 8 juni 2022.'),
    ],
  },
  {
    paragraf: '73',
    rubrik: 'Ansökan om bidrag från Ekeruds hembygdsförening',
    diarienummer: 'KS/2022:140',
    utfall: 'avslag',
    block: [
      text(
        'Ärendebeskrivning',
        'Ekeruds hembygdsförening ansöker om ett bidrag på 250 000 kronor för omläggning av taket på Klockargården. Arbetsutskottet föreslår att ansökan beviljas med 100 000 kronor.',
      ),
      underlag(
        'Beslutsunderlag',
        'streck',
        'Arbetsutskottets protokoll 2022-04-27, § 95',
        'Ansökan 2022-02-28',
      ),
      yrkanden(
        'Yrkanden',
        yrkande('Göran Fallkvist (L) yrkar bifall till arbetsutskottets förslag.', [
          'bifall',
          ['Göran Fallkvist (L)'],
          'avslag',
        ]),
        yrkande(
          'Torbjörn Almgård (M) och Jasmin Haddari (S) yrkar avslag på arbetsutskottets förslag med hänvisning till att bidrag till byggnadsvård söks hos länsstyrelsen.',
          ['avslag', ['Torbjörn Almgård (M)', 'Jasmin Haddari (S)'], 'bifall'],
        ),
      ),
      text(
        'Beslutsgång',
        'Ordföranden ställer proposition på bifall respektive avslag till arbetsutskottets förslag och finner att kommunstyrelsen beslutar avslå förslaget.',
      ),
      beslut('Kommunstyrelsen beslutar', [KS], 'att avslå ansökan.'),
      reservation(null, 'Göran Fallkvist (L) reserverar sig mot beslutet.', ['Göran Fallkvist (L)']),
      expediering('Expedieras till', 'ingen', 'Ekeruds hembygdsförening', 'Ekonomiavdelningen'),
    ],
  },
  {
    paragraf: '74',
    rubrik: 'Yttrande över förslag till regional transportplan',
    diarienummer: 'KS/2022:102',
    utfall: 'bifall',
    block: [
      text(
        'Ärendebeskrivning',
        'Regionen har överlämnat ett förslag till transportplan för åren 2022–2033 för yttrande. Kommunledningskontoret har upprättat ett förslag till yttrande där behovet av en mötesfri väg mellan Ekerud och Solberga stryks under.',
      ),
      underlag('Beslutsunderlag', 'streck', 'Kommunledningskontorets förslag till yttrande 2022-04-19'),
      beslut(
        'Kommunstyrelsen beslutar',
        [KS],
        'att anta kommunledningskontorets förslag till yttrande som sitt eget, samt',
        'att översända yttrandet till regionen.',
      ),
      anteckning(
        'Ej deltagande',
        'deltar_ej',
        'Mona Grenstam (SD) deltar inte i beslutet.',
        'Mona Grenstam (SD)',
      ),
      expediering('Expedieras till', 'komma', 'Regionen', 'Samhällsbyggnadsnämnden', 'Akten'),
    ],
  },
  {
    paragraf: '75',
    rubrik: 'Lokalprogram för Solberga skola',
    diarienummer: 'KS/2021:266',
    utfall: 'aterremiss',
    next: 'barn- och utbildningsnämnden',
    block: [
      text(
        'Ärendebeskrivning',
        'Barn- och utbildningsnämnden har godkänt ett lokalprogram för en ombyggnad av Solberga skola. Ombyggnaden är beräknad till 78 miljoner kronor. Arbetsutskottet föreslår att kommunstyrelsen godkänner lokalprogrammet och ger fastighetsavdelningen i uppdrag att påbörja projekteringen.',
      ),
      underlag(
        'Beslutsunderlag',
        'streck',
        'Arbetsutskottets protokoll 2022-04-27, § 97',
        'Barn- och utbildningsnämndens protokoll 2022-03-29, § 31',
        'Lokalprogram 2022-03-10',
      ),
      yrkanden(
        'Yrkanden',
        yrkande(
          'Jasmin Haddari (S) yrkar i första hand att ärendet återremitteras till barn- och utbildningsnämnden för en förnyad elevprognos och i andra hand bifall till arbetsutskottets förslag.',
          ['aterremiss', ['Jasmin Haddari (S)'], 'bifall'],
          ['bifall', ['Jasmin Haddari (S)'], null],
        ),
        yrkande('Petra Ålenius (KD) yrkar att ärendet avgörs i dag.', [
          'annat',
          ['Petra Ålenius (KD)'],
          'avslag',
        ]),
      ),
      text(
        'Beslutsgång',
        'Ordföranden ställer proposition på om ärendet ska avgöras i dag eller återremitteras och finner att kommunstyrelsen beslutar att återremittera ärendet.',
      ),
      beslut(
        'Kommunstyrelsen beslutar',
        [KS],
        'att återremittera ärendet till barn- och utbildningsnämnden för en förnyad elevprognos som omfattar även de nya bostäderna på Kvarnängen, samt för en redovisning av vilka kostnader som kan undvikas om ombyggnaden genomförs i två etapper.',
      ),
      expediering('Expedieras till', 'ingen', 'Barn- och utbildningsnämnden', 'Fastighetsavdelningen'),
    ],
  },
  {
    paragraf: '76',
    rubrik: 'Anmälan av delegationsbeslut',
    diarienummer: 'KS/2022:2',
    block: [
      text(
        'Ärendebeskrivning',
        'Till sammanträdet redovisas beslut som har fattats med stöd av delegation under april 2022. Redovisningen innebär inte att kommunstyrelsen omprövar eller fastställer besluten.',
      ),
      {
        typ: 'lista',
        lista: 'streck',
        poster: [
          'Upphandling av lekutrustning, kommundirektören 2022-04-05',
          'Fullmakt i mål om laglighetsprövning, ordföranden 2022-04-12',
          'Anställningar 1–30 april, personalchefen',
        ],
      },
      beslut('Kommunstyrelsen beslutar', [KS], 'att lägga redovisningen till handlingarna.'),
    ],
  },
];

export const ekerud: Sample = {
  namn: 'ekerud-kommunstyrelsen',
  mall: 'ekerud',
  handlingar: [
    {
      kind: 'protokoll',
      huvudman: 'Ekeruds kommun',
      organ: KS,
      datum: '2022-05-11',
      narvaro: {
        ledamoter: [
          person('Torbjörn Almgård (M)', 'ordförande'),
          person('Cecilia Rönnvall (C)', '1:e vice ordförande'),
          person('Hanna Stjärnkvist (S)', '2:e vice ordförande'),
          ...personer(
            'Lars-Erik Dunvik (M)',
            'Petra Ålenius (KD)',
            'Göran Fallkvist (L)',
            'Maj-Britt Sundlöf (M)',
            'Anders Kolmark (C)',
            'Jasmin Haddari (S)',
            'Ulla Järnefors (S)',
            'Rikard Tallberg (V)',
            'Mona Grenstam (SD)',
          ),
        ],
        ersattare: [
          person('Nils Övergran (S)', 'tjänstgörande ersättare'),
          ...personer('Eivor Malmsjö (M)', 'Joakim Blästrand (L)'),
        ],
        ovriga: [
          person('Karin Lövdahl', 'kommundirektör'),
          person('Stefan Ekbohm', 'ekonomichef'),
          person('Frida Norling', 'sekreterare'),
        ],
      },
      justerare: personer('Hanna Stjärnkvist (S)'),
      anslag: { justerad: '2022-05-16', uppsatt: '2022-05-17', nedtas: '2022-06-08' },
      tryck: {
        plats: 'Kommunhuset i Ekerud, Stora salen, kl. 13.00–16.20',
        ordforande: 'Torbjörn Almgård (M)',
        sekreterare: 'Frida Norling',
        paragrafer: '67–76',
        tjanstgor: 'Nils Övergran (S) för Kent Brohäll (S)',
        justeringsplats: 'Kommunhuset 2022-05-16',
      },
      arenden,
    },
  ],
};
