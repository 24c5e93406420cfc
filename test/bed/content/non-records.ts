/** Pages that are no record of a body, though they speak of boards and decisions: nothing may be found in them. */
import type { Block } from '../../../samples/make/content.ts';

export interface NonRecord {
  namn: string;
  rubrik: string;
  block: Block[];
}

const text = (rubrik: string | null, ...stycken: string[]): Block =>
  rubrik === null ? { typ: 'text', stycken } : { typ: 'text', rubrik, stycken };
const list = (rubrik: string, lista: 'nr.' | 'streck' | 'punkt', ...poster: string[]): Block => ({
  typ: 'lista',
  rubrik,
  lista,
  poster,
});

export const NON_RECORDS: NonRecord[] = [
  {
    namn: 'nyhet-pa-webben',
    rubrik: 'Så påverkas du av nämndens beslut om badhuset',
    block: [
      text(
        null,
        'Startsida / Uppleva och göra / Nyheter',
        'Publicerad 14 mars 2022. På tisdagens sammanträde sa kultur- och fritidsnämnden ja till nya öppettider. Oppositionen ville vänta och fick inte gehör för sitt förslag om återremiss.',
        'Beslutet innebär att badhuset håller öppet till klockan 21 på vardagar. Ordföranden säger att många har efterfrågat kvällstider.',
      ),
      list(
        'Det här händer nu',
        'punkt',
        'Nya öppettider från den 1 april',
        'Fler kurser i vattengymnastik',
        'Sänkt avgift för unga',
      ),
      text(
        'Kontakt',
        'Kontaktcenter svarar på frågor vardagar 8–16. Hjälpte informationen på sidan dig? Ja Nej',
      ),
    ],
  },
  {
    namn: 'avtal',
    rubrik: 'Avtal om drift av bredbandsnät',
    block: [
      text(
        'Parter',
        'Mellan Hedlösa kommun, nedan kommunen, och Fibernät i Norr AB, nedan bolaget, har följande avtal träffats.',
      ),
      list(
        '§ 1 Omfattning',
        'nr.',
        'Bolaget åtar sig att sköta driften av nätet.',
        'Kommunen upplåter utrymme i teknikbodarna.',
        'Parterna ska underrätta varandra om fel.',
      ),
      text(
        '§ 2 Ersättning',
        'Kommunen betalar 45 000 kronor per kvartal. Fakturan skickas till ekonomiavdelningen.',
      ),
      text(
        '§ 3 Avtalstid',
        'Avtalet gäller till och med den 31 december 2026 under förutsättning att kommunfullmäktige godkänner det.',
      ),
      text('§ 4 Tvist', 'Tvist med anledning av avtalet avgörs av allmän domstol.'),
    ],
  },
  {
    namn: 'handbok-for-fortroendevalda',
    rubrik: 'Att sitta i en nämnd – en handledning',
    block: [
      text(
        'Yrkanden och beslut',
        'Under debatten kan ledamöter lägga fram yrkanden. Den som yrkar bifall vill att förslaget antas, den som yrkar avslag vill att det faller. Ett ärende kan också återremitteras eller bordläggas.',
        'När debatten är slut frågar ordföranden om nämnden kan bifalla förslaget. Begärs votering röstar var och en ja eller nej.',
      ),
      text(
        'Reservation',
        'Den som inte står bakom beslutet kan reservera sig. Reservationen ska anmälas innan sammanträdet avslutas.',
      ),
      list('Kom ihåg', 'streck', 'läs handlingarna i förväg', 'anmäl jäv', 'meddela förhinder i god tid'),
    ],
  },
  {
    namn: 'utredning',
    rubrik: 'Framtidens skolor – en utredning om lokaler fram till 2035',
    block: [
      text(
        'Inledning',
        'Barn- och utbildningsnämnden gav i uppdrag att utreda hur elevantalet utvecklas. Kommunstyrelsen beslutade i maj 2021, § 88, att utredningen även ska omfatta förskolan.',
      ),
      list(
        'Utredningens rekommendationer',
        'nr.',
        'Två mindre skolor slås samman.',
        'En ny förskola byggs i centrum.',
        'Lokalerna ses över vart tredje år.',
      ),
      text(
        'Metod',
        'Underlaget består av intervjuer, enkäter och en genomgång av tidigare beslut. Resultaten redovisas i bilaga 1.',
      ),
    ],
  },
  {
    namn: 'reglemente',
    rubrik: 'Reglemente för tekniska nämnden',
    block: [
      text(null, 'Antaget av kommunfullmäktige den 14 december 2014, § 142. Ersätter tidigare reglemente.'),
      text(
        '1 § Uppgifter',
        'Nämnden ansvarar för gator, parker, vatten och avlopp. Nämnden ska följa utvecklingen inom sitt område.',
      ),
      text('2 § Sammansättning', 'Nämnden består av 11 ledamöter och 7 ersättare.'),
      text(
        '3 § Justering',
        'Protokollet justeras av ordföranden och en ledamot. Nämnden kan besluta att en paragraf ska justeras omedelbart.',
      ),
      text(
        '4 § Reservation',
        'Om en ledamot har reserverat sig mot ett beslut och vill motivera reservationen ska det göras skriftligt.',
      ),
    ],
  },
  {
    namn: 'matsedel',
    rubrik: 'Matsedel vecka 12',
    block: [
      list(
        'Skolor och förskolor',
        'streck',
        'Måndag: fiskgratäng med potatismos',
        'Tisdag: linsgryta',
        'Onsdag: köttbullar',
        'Torsdag: ärtsoppa',
        'Fredag: pastabuffé',
      ),
      text(
        null,
        'Kostenheten reserverar sig för ändringar. Alternativ rätt serveras varje dag. Frågor besvaras av kostchefen.',
      ),
    ],
  },
];
