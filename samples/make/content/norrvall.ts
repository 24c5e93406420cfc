/**
 * Region Norrvall: a bundle as it is sent to the members (föredragningslista, tjänsteskrivelser, attachments,
 * a protokollsutdrag), and a web page that is no record.
 */
import { expediering, text, underlag, yrkande, yrkanden } from '../blocks.ts';
import type { Block, Handling, Sample } from '../content.ts';

const HUVUDMAN = 'Region Norrvall';
const HSN = 'Hälso- och sjukvårdsnämnden';
const tandvardTill = ['regionstyrelsen', 'regionfullmäktige'];

const forslag = (
  rubrik: string,
  ledtext: string,
  kedja: string[],
  lista: 'nr.' | 'punkt',
  ...satser: string[]
): Block => ({ typ: 'attsatser', som: 'forslag', rubrik, ledtext, kedja, lista, satser });

const tillganglighet = [
  'att anta tillgänglighetsplan för primärvården 2025,',
  'att uppdra till hälso- och sjukvårdsdirektören att redovisa telefontillgängligheten vid varje hälsocentral i samband med delårsbokslutet.',
];
const motionssvar = [
  'att motionen anses besvarad med hänvisning till det arbete som redan pågår med digitala utskick.',
];
const tandvard = [
  'att fastställa en ersättning på 1 840 kronor per listat barn och år för allmän barn- och ungdomstandvård,',
  'att ett socioekonomiskt tillägg på högst 12 procent införs,',
  'att modellen gäller från och med den 1 januari 2026.',
];

const kallelse: Handling = {
  kind: 'kallelse',
  huvudman: HUVUDMAN,
  organ: HSN,
  datum: '2024-10-17',
  rubrik: 'Kallelse till hälso- och sjukvårdsnämnden',
  tryck: {
    tid: 'Torsdagen den 17 oktober 2024, kl. 09.30',
    plats: 'Regionhuset, sal Almen',
    sist: '8. Övriga frågor',
  },
  fritt: [
    text('Föredragningslista'),
    {
      typ: 'lista',
      lista: 'nr.',
      poster: [
        'Upprop och val av justerare',
        'Fastställande av föredragningslistan',
        'Direktörens information',
        'Månadsrapport per september',
      ],
    },
  ],
  arenden: [
    {
      punkt: '5',
      rubrik: 'Tillgänglighetsplan för primärvården 2025',
      diarienummer: 'RN 2024/0456',
      next: HSN,
      block: [
        forslag(
          'Förslag till beslut',
          'Hälso- och sjukvårdsnämnden beslutar',
          [HSN],
          'punkt',
          ...tillganglighet,
        ),
      ],
    },
    {
      punkt: '6',
      rubrik: 'Svar på motion om påminnelser inför besök',
      diarienummer: 'RN 2024/0127',
      next: HSN,
      block: [
        forslag(
          'Förslag till beslut',
          'Hälso- och sjukvårdsnämnden föreslår regionstyrelsen föreslå regionfullmäktige besluta',
          [HSN, 'regionstyrelsen', 'regionfullmäktige'],
          'punkt',
          ...motionssvar,
        ),
      ],
    },
    {
      punkt: '7',
      rubrik: 'Ersättningsmodell för barn- och ungdomstandvård',
      diarienummer: 'RN 2024/0310',
      next: HSN,
      block: [
        forslag(
          'Förslag till beslut',
          'Hälso- och sjukvårdsnämnden föreslår regionstyrelsen föreslå regionfullmäktige besluta',
          [HSN, ...tandvardTill],
          'punkt',
          ...tandvard,
        ),
      ],
    },
  ],
};

const plan: Handling = {
  kind: 'tjansteskrivelse',
  huvudman: HUVUDMAN,
  avsandare: 'Hälso- och sjukvårdsförvaltningen',
  undertecknare: [{ namn: 'Elin Varghult', parti: null, roll: 'Hälso- och sjukvårdsdirektör' }],
  till: [HSN],
  datum: '2024-09-20',
  diarienummer: 'RN 2024/0456',
  dokumentnummer: 'RN 2024/0456-3',
  rubrik: 'Tillgänglighetsplan för primärvården 2025',
  tryck: { handlaggare: 'Tomas Björnlund, utredare' },
  arenden: [
    {
      rubrik: 'Tillgänglighetsplan för primärvården 2025',
      diarienummer: 'RN 2024/0456',
      next: HSN,
      block: [
        forslag(
          'Förslag till beslut',
          'Hälso- och sjukvårdsnämnden beslutar',
          [HSN],
          'nr.',
          ...tillganglighet,
        ),
        text(
          'Sammanfattning',
          'Vårdgarantin innebär att en patient ska få kontakt med primärvården samma dag och en medicinsk bedömning inom tre dagar. Under första halvåret 2024 besvarades 84 procent av samtalen samma dag och 79 procent av patienterna fick en bedömning inom tre dagar. Målet är 95 respektive 90 procent.',
          'Förvaltningen har tagit fram en plan med elva åtgärder. De viktigaste är gemensam bemanning av telefonrådgivningen under sommaren, fler bokningsbara tider på webben och en översyn av vilka besök som kan göras av andra än läkare.',
        ),
        text(
          'Ekonomi',
          'Åtgärderna ryms inom nämndens ram. Gemensam bemanning under sommaren beräknas minska kostnaden för hyrpersonal med 1,1 miljoner kronor.',
        ),
        underlag('Underlag', 'punkt', 'Tillgänglighetsplan för primärvården 2025'),
        expediering(
          'Beslutet ska skickas till',
          'ingen',
          'Hälso- och sjukvårdsdirektören',
          'Områdeschef primärvård',
          'Samtliga hälsocentraler',
        ),
      ],
    },
  ],
};

const bilaga: Handling = {
  kind: 'annat',
  huvudman: HUVUDMAN,
  datum: '2024-09-12',
  rubrik: 'Tillgänglighetsplan för primärvården 2025',
  tryck: { slag: 'PLAN' },
  arenden: [],
  fritt: [
    text(
      'Bakgrund',
      'Planen beskriver hur regionens hälsocentraler ska nå vårdgarantins mål under 2025. Den bygger på underlag från verksamheterna och på den uppföljning som nämnden beslutade om i verksamhetsplanen.',
    ),
    text('Mål'),
    {
      typ: 'lista',
      lista: 'punkt',
      poster: [
        'Minst 95 procent av samtalen besvaras samma dag.',
        'Minst 90 procent av patienterna får en medicinsk bedömning inom tre dagar.',
        'Minst en tredjedel av alla tider kan bokas på webben.',
      ],
    },
    text('Åtgärder'),
    {
      typ: 'lista',
      lista: 'nr.',
      poster: [
        'Telefonrådgivningen bemannas gemensamt under veckorna 25–33.',
        'Varje hälsocentral lägger ut tider till fysioterapeut och psykolog för direktbokning.',
        'Områdeschefen följer upp svarstiderna varje vecka och återkopplar till verksamhetscheferna.',
        'Besök för kontroll av blodtryck och för vaccination styrs om till mottagning som leds av sjuksköterska.',
      ],
    },
    text(
      'Uppföljning',
      'Planen följs upp per tertial. Om målen inte nås beslutar områdeschefen om ytterligare åtgärder. En samlad rapport lämnas till hälso- och sjukvårdsnämnden i samband med årsredovisningen.',
    ),
  ],
};

const svarPaMotion: Handling = {
  kind: 'tjansteskrivelse',
  huvudman: HUVUDMAN,
  avsandare: 'Hälso- och sjukvårdsförvaltningen',
  undertecknare: [{ namn: 'Elin Varghult', parti: null, roll: 'Hälso- och sjukvårdsdirektör' }],
  till: [HSN, 'Regionstyrelsen', 'Regionfullmäktige'],
  datum: '2024-09-24',
  diarienummer: 'RN 2024/0127',
  dokumentnummer: 'RN 2024/0127-4',
  rubrik: 'Svar på motion om påminnelser inför besök',
  tryck: { handlaggare: 'Sara Lindeskär, utredare' },
  arenden: [
    {
      rubrik: 'Svar på motion om påminnelser inför besök',
      diarienummer: 'RN 2024/0127',
      next: HSN,
      block: [
        forslag(
          'Förslag till beslut',
          'Hälso- och sjukvårdsnämnden föreslår regionstyrelsen föreslå regionfullmäktige besluta',
          [HSN, 'regionstyrelsen', 'regionfullmäktige'],
          'nr.',
          ...motionssvar,
        ),
        text(
          'Sammanfattning',
          'Birgit Ålander (C) och Samir Jafari (C) föreslår i en motion att alla patienter ska få en påminnelse inför bokade besök. Motionärerna yrkar att regionfullmäktige beslutar att en påminnelse ska skickas två dagar före besöket och att den som inte har mobiltelefon ska få den per brev.',
          'Sedan våren 2024 skickas påminnelser med sms från 31 av regionens 38 mottagningar. De återstående ansluts före årsskiftet. Att skicka påminnelser per brev bedöms kosta 2,4 miljoner kronor per år och ha liten effekt.',
        ),
        underlag('Underlag', 'punkt', 'Motion 2024-02-19'),
      ],
    },
  ],
};

const motion: Handling = {
  kind: 'annat',
  huvudman: HUVUDMAN,
  datum: '2024-02-19',
  rubrik: 'Motion om påminnelser inför besök',
  tryck: { slag: 'MOTION', under: 'Birgit Ålander (C)', under2: 'Samir Jafari (C)' },
  arenden: [],
  fritt: [
    text(
      null,
      'Till regionfullmäktige',
      'Varje år uteblir patienter från tusentals bokade besök i Region Norrvall. Det är tid som någon annan hade behövt. Ofta är förklaringen så enkel som att man har glömt bort sitt besök. Andra regioner har visat att en påminnelse kan halvera antalet uteblivna besök.',
      'Den som är äldre har inte alltid mobiltelefon. Därför behöver påminnelsen kunna skickas även på annat sätt.',
      'Med anledning av detta yrkar vi att regionfullmäktige beslutar',
    ),
    {
      typ: 'lista',
      lista: 'punkt',
      poster: [
        'att en påminnelse skickas till patienten två dagar före ett bokat besök,',
        'att den som inte har mobiltelefon får påminnelsen per brev.',
      ],
    },
  ],
};

const utdrag: Handling = {
  kind: 'protokoll',
  huvudman: HUVUDMAN,
  organ: 'Regionstyrelsen',
  datum: '2024-06-11',
  arenden: [
    {
      paragraf: '88/24',
      rubrik: 'Ersättningsmodell för barn- och ungdomstandvård',
      diarienummer: 'RN 2024/0310',
      utfall: 'aterremiss',
      next: 'hälso- och sjukvårdsnämnden',
      block: [
        {
          typ: 'attsatser',
          som: 'beslut',
          rubrik: 'Regionstyrelsens beslut',
          kedja: ['Regionstyrelsen'],
          lista: 'ingen',
          satser: [
            'Ärendet återremitteras till hälso- och sjukvårdsnämnden för komplettering med en beräkning av kostnaderna under åren 2026–2028.',
          ],
        },
        text(
          'Sammanfattning',
          'Hälso- och sjukvårdsnämnden föreslår en ny modell för ersättning till vårdgivare inom barn- och ungdomstandvården. Modellen består av en grundersättning per listat barn och ett socioekonomiskt tillägg.',
        ),
        yrkanden(
          'Förslag till beslut på sammanträdet',
          yrkande(
            'Ordföranden Katarina Wiksell (S) föreslår bifall till hälso- och sjukvårdsnämndens förslag.',
            ['bifall', ['Katarina Wiksell (S)'], null],
          ),
          yrkande(
            'Mats Hallonqvist (M) och Yvonne Täppström (L) föreslår att ärendet återremitteras för komplettering med en beräkning av kostnaderna under åren 2026–2028.',
            ['aterremiss', ['Mats Hallonqvist (M)', 'Yvonne Täppström (L)'], 'bifall'],
          ),
        ),
        text(
          'Beslutsgång',
          'Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras och finner att regionstyrelsen beslutar att återremittera ärendet.',
        ),
        underlag(
          'Underlag',
          'punkt',
          'Hälso- och sjukvårdsnämndens protokoll den 16 maj 2024, § 61/24',
          'Tjänsteskrivelse den 22 april 2024',
        ),
        expediering('Protokollsutdrag till', 'ingen', 'Hälso- och sjukvårdsnämnden', 'Tandvårdsenheten'),
      ],
    },
  ],
};

const svarPaAterremiss: Handling = {
  kind: 'tjansteskrivelse',
  huvudman: HUVUDMAN,
  avsandare: 'Tandvårdsenheten',
  undertecknare: [{ namn: 'Elin Varghult', parti: null, roll: 'Hälso- och sjukvårdsdirektör' }],
  till: [HSN],
  datum: '2024-10-01',
  diarienummer: 'RN 2024/0310',
  dokumentnummer: 'RN 2024/0310-9',
  rubrik: 'Ersättningsmodell för barn- och ungdomstandvård – svar på återremiss',
  tryck: { handlaggare: 'Pontus Ekedahl, tandvårdsstrateg' },
  arenden: [
    {
      rubrik: 'Ersättningsmodell för barn- och ungdomstandvård – svar på återremiss',
      diarienummer: 'RN 2024/0310',
      next: HSN,
      block: [
        forslag(
          'Förslag till beslut',
          'Hälso- och sjukvårdsnämnden föreslår regionstyrelsen föreslå regionfullmäktige besluta',
          [HSN, ...tandvardTill],
          'nr.',
          ...tandvard,
        ),
        text(
          'Sammanfattning',
          'Regionstyrelsen återremitterade den 11 juni 2024, § 88/24, ärendet till hälso- och sjukvårdsnämnden för komplettering med en beräkning av kostnaderna under åren 2026–2028.',
          'Med den föreslagna modellen beräknas kostnaden till 61,3 miljoner kronor 2026, 62,9 miljoner kronor 2027 och 64,2 miljoner kronor 2028. Ökningen följer det index som regionen tillämpar för köpt vård. Jämfört med dagens modell är kostnaden 0,8 miljoner kronor högre under det första året.',
        ),
        text(
          'Ärendet',
          'Det socioekonomiska tillägget beräknas med hjälp av uppgifter om vårdnadshavarnas utbildning och hushållets inkomst i det område där barnet bor. Tillägget beräknas en gång per år och kan högst bli 12 procent av grundersättningen. Vårdgivare med många barn i områden där tandhälsan är sämre får därmed bättre förutsättningar att arbeta förebyggande.',
        ),
        underlag(
          'Underlag',
          'punkt',
          'Regionstyrelsens protokoll den 11 juni 2024, § 88/24',
          'Beräkning av kostnader 2026–2028',
        ),
        expediering('Beslutet ska skickas till', 'ingen', 'Regionstyrelsen', 'Tandvårdsenheten'),
      ],
    },
  ],
};

export const norrvall: Sample[] = [
  {
    namn: 'norrvall-handlingar',
    mall: 'norrvall',
    handlingar: [kallelse, plan, bilaga, svarPaMotion, motion, utdrag, svarPaAterremiss],
  },
  {
    namn: 'norrvall-webbsida',
    mall: 'webbsida',
    handlingar: [
      {
        kind: 'annat',
        huvudman: HUVUDMAN,
        datum: '2024-03-05',
        rubrik: 'Så fungerar hälso- och sjukvårdsnämnden',
        arenden: [],
        fritt: [
          text(
            null,
            'Hälso- och sjukvårdsnämnden ansvarar för den vård som Region Norrvall driver själv och för den som köps av andra. Nämnden har 15 ledamöter och sammanträder ungefär en gång i månaden.',
          ),
          text(
            'Så fattas besluten',
            'Ett ärende börjar ofta med att en tjänsteperson skriver ett förslag till beslut. Nämnden kan bifalla förslaget, avslå det eller skicka tillbaka det. Större frågor går vidare till regionstyrelsen, som föreslår regionfullmäktige att besluta.',
          ),
          text('Vanliga frågor'),
          {
            typ: 'lista',
            lista: 'punkt',
            poster: [
              'Får jag komma och lyssna? Ja, nämndens sammanträden är öppna utom när ärenden med sekretess behandlas.',
              'Var finns protokollen? De publiceras på webbplatsen senast två veckor efter sammanträdet.',
              'Kan jag lämna ett förslag? Den som är folkbokförd i regionen kan lämna ett medborgarförslag.',
            ],
          },
          text('Kontakt', 'Nämndsekreterare, telefon 0000-12 34 56. E-post: namnd@norrvall.example'),
        ],
      },
    ],
  },
];
