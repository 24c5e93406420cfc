import { expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { type Made, made } from './way-builder.ts';

type Case = [organ: string, rubrik: string, beslut: string];

const lagaKraft = ([organ, rubrik, beslut]: Case) => {
  const paragraf: Made = {
    ...{ datum: '2030-05-06', paragraf: '40', justerad: '2030-05-13', uppsatt: '2030-05-14' },
    ...{ organ, rubrik, beslut: [beslut], utfall: 'bifall' },
  };
  return wayOf([made(paragraf)], { huvudman: 'Ekstads kommun' }).steg[0]?.lagaKraft;
};

/** Tried otherwise, or not at all: a day would be a wrong one. */
const never: Case[] = [
  ['Byggnadsnämnden', 'Nybyggnad av garage, Eken 1:2', 'Att bevilja lov för nybyggnaden.'],
  ['Byggnadsnämnden', 'Tidsbegränsat bygglov för paviljong', 'Att bevilja tidsbegränsat bygglov.'],
  [
    'Byggnadsnämnden',
    'Byggsanktionsavgift för Eken 1:2',
    'Att ta ut en byggsanktionsavgift om 12 000 kronor.',
  ],
  ['Byggnadsnämnden', 'Tillsynsärende Eken 1:2, ovårdad tomt', 'Att ålägga ägaren att städa tomten.'],
  [
    'Samhällsbyggnadsnämnden',
    'Planuppdrag för Eken 1:2',
    'Att ge förvaltningen i uppdrag att upprätta plan.',
  ],
  ['Kommunfullmäktige', 'Detaljplan för kvarteret Eken – antagande', 'Att anta planen.'],
  ['Kommunfullmäktige', 'Ändring av stadsplan för Eken', 'Att anta ändringen.'],
  ['Miljönämnden', 'Tillstånd till avloppsanläggning, Eken 1:2', 'Att ge tillstånd till anläggningen.'],
  ['Miljönämnden', 'Miljötillsyn av Ekens såg', 'Bolaget ska senast den 1 juni lämna en redogörelse.'],
  ['Miljönämnden', 'Beslut om avgift för tillsyn, Ekens krog', 'Att ta ut en årlig avgift om 4 000 kronor.'],
  ['Miljönämnden', 'Uppehåll i hämtning av avfall, Eken 1:2', 'Att medge uppehåll.'],
  ['Miljönämnden', 'Värmepump Eken 1:2', 'Att förelägga ägaren.'],
  ['Miljönämnden', 'Bildande av naturreservatet Ekhagen', 'Att bilda reservatet.'],
  ['Socialnämnden', 'Serveringstillstånd, Ekens krog', 'Att bevilja stadigvarande tillstånd.'],
  [
    'Socialnämnden',
    'Återkallelse av tillstånd för folkölsförsäljning',
    'Att återkalla rätten att sälja folköl.',
  ],
  ['Omsorgsnämnden', 'Ansökan om särskilt boende', 'Att avslå ansökan.'],
  ['Omsorgsnämnden', 'Ansökan om hemtjänst', 'Att bevilja 10 timmar.'],
  ['Omsorgsnämnden', 'Ansökan om ledsagarservice', 'Att avslå ansökan.'],
  ['Barn- och utbildningsnämnden', 'Skolskjuts för elev vid Ekskolan', 'Att avslå ansökan.'],
  ['Barn- och utbildningsnämnden', 'Avstängning av elev', 'Att stänga av eleven i en vecka.'],
  ['Barn- och utbildningsnämnden', 'Ansökan om att starta fristående förskola', 'Att godkänna ansökan.'],
  ['Barn- och utbildningsnämnden', 'Mottagande i anpassad grundskola', 'Att eleven ska tas emot.'],
  ['Barn- och utbildningsnämnden', 'Bidrag till fristående skolor 2031', 'Att fastställa bidragen.'],
  ['Kommunstyrelsen', 'Direktupphandling av städtjänster', 'Att teckna avtal med Ekstäd.'],
  ['Kommunstyrelsen', 'Antagande av leverantör för måltider', 'Att anta Ekmat som leverantör.'],
  ['Kommunstyrelsen', 'Livsmedelsupphandling 2031', 'Att avbryta den.'],
  ['Kommunstyrelsen', 'Ramavtal för konsulter', 'Att teckna ramavtal med tre bolag.'],
  ['Kommunstyrelsen', 'Uppsägning av anställd', 'Att säga upp den anställde av personliga skäl.'],
  ['Kommunstyrelsen', 'Avskedande av rektor', 'Att avskeda rektorn.'],
  ['Kommunstyrelsen', 'Begäran om att få ta del av allmänna handlingar', 'Att avslå begäran.'],
  ['Kommunstyrelsen', 'Begäran om registerutdrag', 'Att avslå begäran.'],
  ['Kommunstyrelsen', 'Flyttning av fordon', 'Att fordonet ska flyttas.'],
  ['Kommunstyrelsen', 'Egensotning, Eken 1:2', 'Att avslå ansökan.'],
  [
    'Kommunstyrelsen',
    'Utredning av kulturhus',
    'Förvaltningen får i uppdrag att utreda förutsättningarna för ett kulturhus.',
  ],
  [
    'Kommunstyrelsen',
    'Kulturhus',
    'Att uppdra åt kommundirektören att ta fram ett förslag till ny organisation.',
  ],
  ['Kommunstyrelsen', 'Avtal om kulturhus', 'Ordföranden får i uppdrag att underteckna avtalet.'],
  ['Kommunstyrelsen', 'Firmatecknare', 'Att verkställa kommunfullmäktiges beslut den 3 mars 2030, § 12.'],
  ['Kommunstyrelsen', 'Remiss av vägplan', 'Att remittera förslaget till nämnderna.'],
  ['Kommunstyrelsen', 'Remissvar om vägplan', 'Att anta förvaltningens förslag till yttrande som sitt eget.'],
  ['Kommunstyrelsen', 'Samråd om översiktsplan', 'Att sända ut förslaget på samråd.'],
  ['Kommunstyrelsen', 'Kulturhus', 'Att föreslå kommunfullmäktige att bygga ett kulturhus.'],
  ['Socialnämnden', 'Anmälan av delegationsbeslut', 'Att lägga redovisningen till handlingarna.'],
  ['Kommunstyrelsen', 'Anmälan av jäv', 'Att anteckna att Bo Ek anmäler jäv.'],
  ['Kommunstyrelsen', 'Lönerevision 2031', 'Att fastställa löneutrymmet.'],
  ['Överförmyndarnämnden', 'Arvode till ställföreträdare', 'Att fastställa arvodet.'],
  ['Valnämnden', 'Röstningslokaler', 'Att fastställa lokalerna.'],
  ['Kommunfullmäktige', 'Val av protokollsjusterare', 'Att välja Bo Ek.'],
  ['Kommunfullmäktige', 'Lotteritillstånd för Eks IF', 'Att bevilja tillstånd.'],
  ['Kommunfullmäktige', 'Interpellation om vägar', 'Interpellationen är besvarad.'],
  ['Byggnadsnämnden', 'Ovårdad tomt Eken 1:2', 'Ärendet avslutas utan åtgärd.'],
  ['Byggnadsnämnden', 'Fasadändring, Eken 1:2', 'Ändringen godtas inte.'],
  ['Miljönämnden', 'Klassning av livsmedelsanläggning', 'Anläggningen placeras i klass 3.'],
  ['Trafiknämnden', 'Lokal trafikföreskrift om hastighet på Ekvägen', 'Att besluta om 40 km/tim.'],
  ['Socialnämnden', 'Ansökan om kontaktfamilj', 'Att avslå.'],
  ['Socialnämnden', 'Omhändertagande', 'Att ansöka om vård.'],
  ['Gymnasienämnden', 'Inackorderingstillägg', 'Att avslå ansökan.'],
  ['Kommunstyrelsen', 'Begäran om radering av uppgifter', 'Att avslå begäran.'],
  ['Kommunstyrelsen', 'Kameraövervakning vid torget', 'Kommunstyrelsen har inget att erinra.'],
  ['Kommunstyrelsen', 'Rapport om ekonomi', 'Kommunstyrelsen tar del av rapporten.'],
];

/** Any member of the municipality can have these tried for three weeks. */
const stated: Case[] = [
  ['Kommunfullmäktige', 'Taxa för kulturskolan', 'Att anta taxan.'],
  ['Kommunfullmäktige', 'Budget 2031 och skattesats', 'Att fastställa skattesatsen till 21:50.'],
  ['Kommunfullmäktige', 'Näringslivspolicy', 'Att anta policyn.'],
  ['Kommunfullmäktige', 'Personalpolicy', 'Att anta policyn.'],
  ['Kommunfullmäktige', 'Reglemente för kommunstyrelsen', 'Att anta reglementet.'],
  ['Kommunstyrelsen', 'Delegationsordning för kommunstyrelsen', 'Att anta delegationsordningen.'],
  ['Kommunstyrelsen', 'Revidering av delegationsordning', 'Att anta förslaget.'],
  ['Kommunfullmäktige', 'Val av ledamot i kulturnämnden', 'Till ledamot väljs Eva Alm (M).'],
  ['Kommunfullmäktige', 'Avsägelse från Bo Ek (S)', 'Att godkänna avsägelsen.'],
  ['Kommunfullmäktige', 'Revisionsberättelse för år 2029', 'Ansvarsfrihet beviljas för kommunstyrelsen.'],
  ['Kommunfullmäktige', 'Översiktsplan 2040', 'Att anta översiktsplanen.'],
  ['Kommunfullmäktige', 'Motion om cykelställ', 'Motionen anses besvarad.'],
  ['Kommunfullmäktige', 'Motion om cykelställ', 'Motionen avskrivs.'],
  ['Kommunfullmäktige', 'Medborgarförslag om lekpark', 'Medborgarförslaget avslås.'],
  ['Kulturnämnden', 'Föreningsbidrag 2031', 'Att bevilja Eks IF 20 000 kronor.'],
  ['Kommunfullmäktige', 'Kulturhus', 'Kommunstyrelsen får i uppdrag att utreda ett kulturhus.'],
  [
    'Kommunstyrelsen',
    'Försäljning av fastigheten Eken 1:2',
    'Att sälja fastigheten. Mark- och exploateringschefen får underteckna köpeavtalet.',
  ],
  ['Kommunfullmäktige', 'Borgen för Ekstads Bostads AB', 'Att gå i borgen med 20 miljoner kronor.'],
  ['Kommunfullmäktige', 'Årsredovisning 2029', 'Att godkänna årsredovisningen.'],
  ['Kommunstyrelsen', 'Anställning av kommundirektör', 'Att anställa Bo Ek som kommundirektör.'],
  ['Kommunfullmäktige', 'Arvoden till förtroendevalda', 'Att anta bestämmelserna.'],
  ['Kommunfullmäktige', 'Sammanträdestider 2031', 'Att fastställa tiderna.'],
  ['Kommunstyrelsen', 'Internkontrollplan 2031', 'Att fastställa planen.'],
  ['Kommunfullmäktige', 'Renhållningstaxa', 'Att anta taxan.'],
  ['Kommunstyrelsen', 'Uppsägning av hyresavtal för Eken 1:2', 'Att säga upp avtalet.'],
  ['Kulturnämnden', 'Plan för biblioteken', 'Att anta planen.'],
  ['Byggnadsnämnden', 'Verksamhetsplan 2031', 'Att anta verksamhetsplanen.'],
  ['Socialnämnden', 'Taxa för trygghetslarm', 'Att anta taxan.'],
];

it.each(never)('%s never gets a day of legal force: %s', (...one) => expect(lagaKraft(one)).toBeNull());
it.each(stated)('%s gets one: %s', (...one) => expect(lagaKraft(one)?.overklagasTill).toBe('2030-06-04'));
