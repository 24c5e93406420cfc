/** What matters are about: a heading, clauses, a background and the papers, all made up. */
import { act, type Clause, grant, order, sentence } from './clause.ts';
import type { Dice } from './dice.ts';
import type { Huvudman, Organ } from './places.ts';

export interface Subject {
  rubrik: string;
  satser: Clause[];
  bakgrund: string[];
  underlag: string[];
  mottagare: string[];
}

export interface Setting {
  dice: Dice;
  plats: Huvudman;
  organ: Organ;
  ar: number;
}

/** 1 250 000, with spaces that a line may break at. */
export const kronor = (n: number): string => n.toString().replace(/\B(?=(\d{3})+$)/g, ' ');

type Draw = (s: Setting) => Subject;

const SUBJECTS: Draw[] = [
  ({ dice, ar, organ }) => ({
    rubrik: `Delårsrapport per augusti ${ar}`,
    satser: [
      act('godkänna', `delårsrapporten för januari–augusti ${ar}`),
      order(organ.kontor.toLowerCase(), 'redovisa åtgärder för en budget i balans senast i november'),
    ].slice(0, dice.int(1, 2)),
    bakgrund: [
      `Delårsrapporten visar ett resultat på ${dice.int(2, 19)},${dice.int(1, 9)} miljoner kronor. Prognosen för helåret är ett underskott på ${dice.int(1, 9)} miljoner kronor, vilket främst beror på högre kostnader för vikarier och energi än vad som antogs i budgeten.`,
      `Antalet årsarbetare har ökat med ${dice.int(3, 40)} sedan föregående år. Sjukfrånvaron uppgår till ${dice.int(4, 9)},${dice.int(0, 9)} procent.`,
    ],
    underlag: [`Tjänsteskrivelse den ${dice.int(2, 28)} september ${ar}`, `Delårsrapport augusti ${ar}`],
    mottagare: ['Ekonomiavdelningen', 'Revisorerna'],
  }),
  ({ dice, plats, ar }) => ({
    rubrik: `Detaljplan för ${dice.pick(plats.byar)} 1:${dice.int(2, 90)}`,
    satser: [
      act('anta', `detaljplanen för området norr om ${dice.pick(plats.byar)}`, 'enligt plan- och bygglagen'),
      order('samhällsbyggnadschefen', 'teckna exploateringsavtal med fastighetsägaren'),
      act('godkänna', 'granskningsutlåtandet'),
    ].slice(0, dice.int(1, 3)),
    bakgrund: [
      `Syftet med planen är att möjliggöra ${dice.int(12, 80)} nya bostäder och en förskola med ${dice.int(4, 6)} avdelningar. Planområdet är i dag obebyggt och ägs av kommunen.`,
      `Under samrådet kom ${dice.int(5, 40)} yttranden in. Länsstyrelsen ansåg att risken för översvämning behövde utredas ytterligare och att bullernivåerna skulle redovisas.`,
    ],
    underlag: [
      `Plankarta med bestämmelser, ${ar}-0${dice.int(1, 9)}-1${dice.int(0, 9)}`,
      'Planbeskrivning',
      'Granskningsutlåtande',
    ],
    mottagare: ['Länsstyrelsen', 'Fastighetsägaren', 'Lantmäteriet'],
  }),
  ({ dice, ar, organ }) => ({
    rubrik: `Taxa för ${dice.pick(['livsmedelskontroll', 'sotning och brandskyddskontroll', 'upplåtelse av torgplats', 'kopior och avskrifter'])} ${ar + 1}`,
    satser: [
      act('fastställa', `taxan för ${ar + 1}`),
      sentence(`timavgiften ska vara ${kronor(dice.int(9, 15) * 100)} kronor`),
      sentence(`taxan gäller från och med den 1 januari ${ar + 1}`),
      act('upphäva', `den taxa som har gällt sedan ${ar - dice.int(2, 6)}`),
    ].slice(0, dice.int(2, 4)),
    bakgrund: [
      `Kontrollverksamheten ska finansieras med avgifter som täcker kostnaderna. ${organ.kontor} har räknat fram timavgiften enligt den modell som Sveriges Kommuner och Regioner rekommenderar.`,
      `Nuvarande taxa beslutades för ${dice.int(2, 6)} år sedan. Den föreslagna höjningen motsvarar ${dice.int(3, 14)} procent.`,
    ],
    underlag: [
      'Förslag till taxa',
      'Behovsutredning',
      `Tjänsteskrivelse ${ar}-0${dice.int(1, 9)}-2${dice.int(0, 8)}`,
    ],
    mottagare: ['Ekonomiavdelningen', 'Författningssamlingen'],
  }),
  ({ dice, plats, ar }) => ({
    rubrik: `Ny idrottshall i ${dice.pick(plats.byar)}`,
    satser: [
      act('godkänna', 'förstudien för ny idrottshall'),
      act('avsätta', `${kronor(dice.int(8, 90) * 500000)} kronor i investeringsbudgeten för ${ar + 1}`),
      order('fastighetschefen', 'ta fram ett förfrågningsunderlag och påbörja upphandlingen'),
    ].slice(0, dice.int(2, 3)),
    bakgrund: [
      `Den nuvarande hallen byggdes ${dice.int(1958, 1979)} och uppfyller inte dagens krav på tillgänglighet. Föreningarna har under flera år påtalat bristen på tider.`,
      `Förstudien jämför tre lägen. Alternativet vid skolan bedöms vara mest kostnadseffektivt eftersom omklädningsrum och parkering kan samutnyttjas.`,
      `Driftkostnaden beräknas till ${kronor(dice.int(11, 39) * 100000)} kronor per år.`,
    ],
    underlag: [
      `Förstudie idrottshall, daterad ${ar}-0${dice.int(1, 9)}-0${dice.int(1, 9)}`,
      'Kostnadskalkyl',
    ],
    mottagare: ['Fastighetsavdelningen', 'Föreningsrådet', 'Ekonomiavdelningen'],
  }),
  ({ dice, ar, organ }) => ({
    rubrik: 'Reviderad delegationsordning',
    satser: [
      act('anta', `reviderad delegationsordning för ${organ.namn.toLowerCase()}`),
      sentence(`den nya delegationsordningen ersätter den som antogs den ${dice.int(2, 28)} mars ${ar - 1}`),
    ].slice(0, dice.int(1, 2)),
    bakgrund: [
      'Delegationsordningen behöver ändras med anledning av ny lagstiftning och ändrad organisation. Ändringarna är markerade med kursiv stil i bilagan.',
      'Beslut som fattas med stöd av delegation ska anmälas till nämnden.',
    ],
    underlag: ['Förslag till delegationsordning', 'Jämförelse mellan gällande och ny lydelse'],
    mottagare: ['Samtliga chefer', 'Registrator'],
  }),
  ({ dice, ar, plats }) => ({
    rubrik: `Överenskommelse om samverkan kring ${dice.pick(['psykisk hälsa', 'ungdomsmottagningen', 'hjälpmedel', 'krisberedskap'])}`,
    satser: [
      act('godkänna', `överenskommelsen för åren ${ar + 1}–${ar + 3}`),
      order('förvaltningschefen', 'underteckna överenskommelsen'),
      order('förvaltningen', 'följa upp överenskommelsen årligen'),
    ].slice(0, dice.int(2, 3)),
    bakgrund: [
      `Kommunerna i länet och regionen har sedan ${ar - 6} en överenskommelse som löper ut vid årsskiftet. Parterna har gemensamt tagit fram ett förslag till ny överenskommelse.`,
      `För ${plats.ort} innebär förslaget en kostnad på ${kronor(dice.int(120, 940) * 1000)} kronor per år, vilket ryms inom ram.`,
    ],
    underlag: [
      'Förslag till överenskommelse',
      `Missiv från länets samverkansråd, ${ar}-05-${dice.int(10, 28)}`,
    ],
    mottagare: ['Länets kommuner', 'Samverkansrådet'],
  }),
  ({ dice, plats, ar }) => ({
    rubrik: `Bidrag till ${dice.pick(plats.byar)} bygdegårdsförening`,
    satser: [
      grant('föreningen', `ett bidrag på ${kronor(dice.int(20, 260) * 1000)} kronor`),
      sentence('bidraget betalas ut när föreningen har redovisat slutliga kostnader'),
      sentence(`medlen tas ur anslaget för föreningsstöd ${ar}`),
    ].slice(0, dice.int(1, 3)),
    bakgrund: [
      `Föreningen ansöker om bidrag för byte av tak och värmeanläggning. Den totala kostnaden uppgår till ${kronor(dice.int(300, 900) * 1000)} kronor.`,
      'Enligt riktlinjerna kan bidrag lämnas med högst 40 procent av godkända kostnader.',
    ],
    underlag: ['Ansökan från föreningen', 'Kostnadsberäkning', 'Riktlinjer för föreningsstöd'],
    mottagare: ['Sökanden', 'Ekonomiavdelningen'],
  }),
  ({ dice, ar }) => ({
    rubrik: `Internkontrollplan ${ar + 1}`,
    satser: [
      act('fastställa', `internkontrollplanen för ${ar + 1}`),
      order('förvaltningen', 'rapportera resultatet i samband med årsbokslutet'),
    ].slice(0, dice.int(1, 2)),
    bakgrund: [
      'Nämnden ska enligt kommunallagen se till att den interna kontrollen är tillräcklig. Planen bygger på en riskanalys som har gjorts tillsammans med verksamheterna.',
      `I planen ingår ${dice.int(5, 14)} kontrollmoment, bland annat inköp, behörigheter och hantering av allmänna handlingar.`,
    ],
    underlag: [`Internkontrollplan ${ar + 1}`, 'Riskanalys'],
    mottagare: ['Kommunstyrelsen', 'Revisorerna'],
  }),
  ({ dice, ar, plats }) => ({
    rubrik: `Skolskjutsreglemente för ${plats.ort}`,
    satser: [
      act('anta', 'reviderat skolskjutsreglemente'),
      sentence(
        `avståndet för elever i årskurs 4–6 ändras från ${dice.int(2, 3)} till ${dice.int(4, 5)} kilometer`,
      ),
      sentence(`reglementet gäller från höstterminen ${ar + 1}`),
      order('skolchefen', 'informera vårdnadshavare om de nya reglerna'),
    ].slice(0, dice.int(2, 4)),
    bakgrund: [
      `Nuvarande reglemente är från ${ar - 9}. Under året har ${dice.int(3, 12)} beslut om skolskjuts överklagats till förvaltningsrätten, som har ansett att reglementet saknar stöd i skollagen i vissa delar.`,
      'Förslaget har varit på remiss hos skolornas samråd och hos kollektivtrafikmyndigheten.',
    ],
    underlag: [
      'Förslag till skolskjutsreglemente',
      `Sammanställning av remissvar, ${ar}-0${dice.int(2, 9)}-11`,
      'Barnkonsekvensanalys',
    ],
    mottagare: ['Rektorerna', 'Kollektivtrafikmyndigheten'],
  }),
  ({ dice, plats, ar }) => ({
    rubrik: `Försäljning av fastigheten ${dice.pick(plats.byar)} 3:${dice.int(2, 60)}`,
    satser: [
      act('sälja', `fastigheten för ${kronor(dice.int(4, 120) * 100000)} kronor`),
      act('godkänna', 'köpekontraktet'),
      order('mark- och exploateringschefen', 'genomföra försäljningen'),
    ].slice(0, dice.int(2, 3)),
    bakgrund: [
      `Fastigheten omfattar ${kronor(dice.int(12, 90) * 100)} kvadratmeter och är planlagd för småindustri. Köparen avser att uppföra en lagerbyggnad med kontor.`,
      `Markpriset följer den prislista som kommunstyrelsen fastställde ${ar - 2}.`,
    ],
    underlag: ['Köpekontrakt', 'Karta', 'Värdeutlåtande'],
    mottagare: ['Köparen', 'Mark- och exploateringsavdelningen'],
  }),
  ({ dice, ar, organ }) => ({
    rubrik: `Verksamhetsplan och budget ${ar + 1} för ${organ.namn.toLowerCase()}`,
    satser: [
      act('godkänna', `verksamhetsplanen för ${ar + 1}`),
      act('fastställa', `nämndens internbudget på ${kronor(dice.int(40, 800) * 1000)} tusen kronor`),
      order(
        'förvaltningschefen',
        `genomföra besparingar på ${dice.int(2, 9)} miljoner kronor under ${ar + 1}`,
      ),
      sentence(`investeringsramen för ${ar + 1} ska vara ${dice.int(3, 30)} miljoner kronor`),
    ].slice(0, dice.int(2, 4)),
    bakgrund: [
      'Budgeten utgår från de ramar som fullmäktige beslutade i juni. Kompensation lämnas för löneökningar men inte för prisökningar.',
      'De fackliga organisationerna har informerats enligt 19 § medbestämmandelagen och förhandling har skett enligt 11 § samma lag.',
    ],
    underlag: [`Verksamhetsplan ${ar + 1}`, 'Riskbedömning', 'Protokoll från facklig samverkan'],
    mottagare: ['Ekonomiavdelningen', 'Verksamhetscheferna'],
  }),
  ({ dice, ar }) => ({
    rubrik: `Yttrande över remiss om ${dice.pick(['stärkt skydd för vattentäkter', 'ökad insyn i skolan', 'en ny socialtjänstlag', 'förenklade byggregler'])}`,
    satser: [act('överlämna', 'förvaltningens yttrande', 'till departementet som svar på remissen')],
    bakgrund: [
      `Departementet har gett kommunen tillfälle att yttra sig över betänkandet. Svar ska ha kommit in senast den ${dice.int(2, 28)} november ${ar}.`,
      'Förvaltningen är i huvudsak positiv till förslagen men anser att de ekonomiska konsekvenserna för kommunerna behöver belysas bättre.',
    ],
    underlag: ['Förslag till yttrande', `Remiss från departementet, ${ar}-06-${dice.int(10, 29)}`],
    mottagare: ['Departementet'],
  }),
  ({ dice, plats }) => ({
    rubrik: `Trafiksäkerhet vid ${dice.pick(plats.byar)}skolan`,
    satser: [
      act('godkänna', 'åtgärdsprogrammet för säkra skolvägar'),
      sentence(
        `hastigheten på Kyrkvägen sänks från ${dice.pick([50, 60])} till ${dice.pick([30, 40])} kilometer i timmen`,
      ),
      order('tekniska chefen', 'anlägga ett upphöjt övergångsställe före skolstarten'),
    ].slice(0, dice.int(1, 3)),
    bakgrund: [
      `Mätningar visar att ${dice.int(38, 71)} procent av fordonen kör fortare än tillåtet. Skolans föräldraråd har lämnat en skrivelse med ${dice.int(120, 480)} underskrifter.`,
      'Polismyndigheten har inget att erinra mot förslaget.',
    ],
    underlag: ['Åtgärdsprogram', 'Hastighetsmätning', 'Skrivelse från föräldrarådet'],
    mottagare: ['Trafikenheten', 'Polismyndigheten', 'Föräldrarådet'],
  }),
  ({ dice, ar, plats }) => ({
    rubrik: `Riktlinjer för ${dice.pick(['boende för äldre', 'biståndshandläggning', 'informationssäkerhet', 'inköp och upphandling', 'representation'])}`,
    satser: [
      act('anta', `riktlinjerna att gälla från den 1 mars ${ar + 1}`),
      act('upphäva', `de riktlinjer som antogs ${ar - dice.int(3, 8)}`),
    ].slice(0, dice.int(1, 2)),
    bakgrund: [
      `${plats.namn} har i dag flera dokument som delvis överlappar varandra. En samlad riktlinje gör det lättare för medarbetarna att veta vad som gäller.`,
      'Riktlinjerna ska ses över en gång per mandatperiod.',
    ],
    underlag: ['Förslag till riktlinjer', 'Konsekvensanalys'],
    mottagare: ['Samtliga nämnder', 'Kommunikationsenheten'],
  }),
];

/** So many different subjects. */
export function drawSubjects(setting: Setting, count: number): Subject[] {
  const order = setting.dice.shuffle(SUBJECTS);
  return Array.from({ length: count }, (_, i) => (order[i % order.length] as Draw)(setting));
}
