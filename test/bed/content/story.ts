/** The stories: what members move and what becomes of a matter, kept to kommunallagen's procedure. */
import type { Person, Votering } from '../../../samples/make/content.ts';
import { act, type Clause, order, sentence } from './clause.ts';
import type { Matter, Motion, Note, Story } from './matter.ts';
import type { Meeting } from './meeting.ts';
import type { Subject } from './subjects.ts';

const SYFTEN = [
  'kostnaderna för driften ska redovisas',
  'konsekvenserna för barn och unga ska utredas',
  'fler alternativ ska prövas',
  'samråd ska ske med de berörda föreningarna',
  'ärendet ska kompletteras med en tidplan',
];
const ORD = [
  'Vi anser att underlaget kom för sent och att de som berörs inte har fått komma till tals. Frågan borde ha beretts tillsammans med verksamheterna.',
  'Det är positivt att frågan äntligen får en lösning, men vi hade gärna sett en mer ambitiös tidplan.',
  'Kommunens ekonomi är ansträngd. Vi kommer att följa kostnaderna noga och återkommer i budgetarbetet.',
];

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Those of a party, in the order of the table. */
const of = (m: Meeting, ...parties: string[]): Person[] =>
  m.ledamoter.filter((p) => parties.includes(p.parti ?? ''));

/** Everybody votes; `nej` holds the parties that vote no. */
function vote(
  m: Meeting,
  nej: string[],
  avstar: string[],
  proposition: { ja: string; nej: string },
): Votering {
  const rost = (p: Person) =>
    nej.includes(p.parti ?? '') ? 'nej' : avstar.includes(p.parti ?? '') ? 'avstar' : 'ja';
  const roster = m.ledamoter.map((p) => ({ person: `${p.namn} (${p.parti})`, rost: rost(p) }) as const);
  const count = (which: string) => roster.filter((r) => r.rost === which).length;
  return {
    ja: count('ja'),
    nej: count('nej'),
    avstar: avstar.length > 0 ? count('avstar') : null,
    proposition,
    utslag: count('ja') >= count('nej') ? 'ja' : 'nej',
    roster: [...roster],
  };
}

const remit = (to: string, aim: string): Clause => ({
  infinitiv: `återremittera ärendet till ${lower(to)} för att ${aim}`,
  passiv: `Ärendet återremitteras till ${lower(to)} för att ${aim}`,
  presens: `återremitterar ärendet till ${lower(to)} för att ${aim}`,
});

/** The bodies that a decision here goes on to. */
function onward(m: Meeting, far: boolean): string[] {
  const { styrelse, fullmaktige } = m.plats;
  switch (m.niva) {
    case 'namnd':
      return far ? [styrelse.namn, fullmaktige.namn] : [fullmaktige.namn];
    case 'utskott':
      return far ? [styrelse.namn, fullmaktige.namn] : [styrelse.namn];
    case 'styrelse':
      return [fullmaktige.namn];
    case 'fullmaktige':
      return [];
  }
}

/** @param nr number of the § */
export function tell(m: Meeting, story: Story, amne: Subject, nr: number): Matter {
  const { dice } = m;
  const ar = Number(m.datum.slice(0, 4));
  const [s, mod, v] = [of(m, 'S'), of(m, 'M'), of(m, 'V')];
  const [sd, c] = [of(m, 'SD'), of(m, 'C')];
  const one = (from: Person[]) => from.slice(0, 1);
  const fran =
    m.niva === 'styrelse' || m.niva === 'fullmaktige'
      ? {
          namn: m.niva === 'fullmaktige' ? m.plats.styrelse.namn : m.plats.utskott.namn,
          organ: true,
        }
      : { namn: m.organ.kontor, organ: false };
  const matter: Matter = {
    story,
    nr,
    ar,
    diarie: dice.int(11, 980),
    amne,
    kedja: [m.organ.namn],
    forslag: amne.satser,
    fran,
    beslut: amne.satser,
    egen: [],
    uppdrag: null,
    yrkanden: [],
    votering: null,
    minoritet: false,
    reservation: null,
    noter: [],
    mottagare: amne.mottagare,
    utfall: 'bifall',
    next: null,
    omedelbar: false,
    tidigare: dice.chance(0.4)
      ? {
          organ: fran.organ ? fran.namn : m.plats.styrelse.namn,
          datum: `${ar - 1}-1${dice.int(0, 1)}-1${dice.int(0, 9)}`,
          nr: dice.int(20, 210),
        }
      : null,
  };
  const go = (far: boolean) => {
    const bodies = onward(m, far);
    matter.kedja = [m.organ.namn, ...bodies];
    matter.next = bodies[0] ?? null;
    if (bodies[0]) matter.mottagare = [bodies[0], ...amne.mottagare];
  };
  const note = (typ: Note['typ'], av: Person[]) => matter.noter.push({ typ, av, ord: dice.pick(ORD) });
  const moved = (...yrkanden: Motion[]) => matter.yrkanden.push(...yrkanden);
  const till = fran.organ ? (m.plats.namnder[0]?.namn ?? fran.namn) : m.organ.kontor;
  const syfte = dice.pick(SYFTEN);
  const plain = (beslut: Clause[]) => {
    matter.beslut = beslut;
    matter.forslag = null;
    matter.utfall = null;
  };
  switch (story) {
    case 'enkel':
      matter.omedelbar = dice.chance(0.3);
      break;
    case 'vidare':
      go(dice.chance(0.5));
      break;
    case 'flera':
      go(true);
      moved(
        { av: [...one(mod), ...one(c)], slag: 'bifall', utfall: 'bifall' },
        {
          av: [...one(s), ...one(v)],
          slag: 'andring',
          punkt: 1,
          sats: sentence(`beslutet ska gälla under en försöksperiod på ${dice.int(2, 4)} år`),
          utfall: 'avslag',
        },
      );
      matter.reservation = { av: [...one(s), ...one(v)], egna: true };
      break;
    case 'votering': {
      moved(
        { av: one(s), slag: 'bifall', utfall: 'bifall' },
        { av: [...one(sd), ...one(mod), ...of(m, 'KD').slice(0, 1)], slag: 'avslag', utfall: 'avslag' },
      );
      const nej = ['SD', 'M', 'KD'];
      matter.votering = vote(m, nej, dice.chance(0.5) ? ['L'] : [], {
        ja: 'bifall till förslaget',
        nej: 'avslag på förslaget',
      });
      matter.reservation = { av: of(m, ...nej), egna: false };
      note('protokollsanteckning', one(sd));
      break;
    }
    case 'aterremiss':
      moved(
        { av: [...one(v), ...of(m, 'MP').slice(0, 1)], slag: 'aterremiss', till, syfte, utfall: 'bifall' },
        { av: one(mod), slag: 'bifall', utfall: null },
      );
      matter.beslut = [remit(till, syfte)];
      matter.utfall = 'aterremiss';
      matter.next = till;
      matter.mottagare = [till];
      break;
    case 'minoritet': {
      moved(
        { av: one(sd), slag: 'aterremiss', till, syfte, utfall: 'bifall' },
        { av: one(s), slag: 'bifall-avslag', annan: sd[0] as Person, utfall: null },
      );
      matter.votering = vote(m, ['SD', 'M', 'KD'], [], {
        ja: 'att ärendet ska avgöras i dag',
        nej: 'återremiss',
      });
      matter.minoritet = true;
      matter.beslut = [remit(till, syfte)];
      matter.utfall = 'aterremiss';
      matter.next = till;
      break;
    }
    case 'bordlagt':
      moved({ av: one(c), slag: 'bordlaggning', utfall: 'bifall' });
      matter.beslut = [
        {
          infinitiv: `bordlägga ärendet till sammanträdet den ${m.nasta}`,
          passiv: `Ärendet bordläggs till sammanträdet den ${m.nasta}`,
          presens: `bordlägger ärendet till sammanträdet den ${m.nasta}`,
        },
      ];
      matter.utfall = 'bordlagt';
      matter.next = m.organ.namn;
      matter.mottagare = [];
      break;
    case 'val': {
      const valda = m.ersattare.slice(0, dice.int(1, 3));
      const post = dice.pick([
        'ledamot i valnämnden',
        'ersättare i styrelsen för bostadsbolaget',
        'nämndeman',
      ]);
      plain(
        valda.map((p) => ({
          infinitiv: `välja ${p.namn} (${p.parti}) till ${post} till och med den 31 december ${ar + 1}`,
          passiv: `${p.namn} (${p.parti}) väljs till ${post} till och med den 31 december ${ar + 1}`,
          presens: `väljer ${p.namn} (${p.parti}) till ${post} till och med den 31 december ${ar + 1}`,
        })),
      );
      matter.amne = {
        ...amne,
        rubrik: 'Fyllnadsval',
        bakgrund: [
          `${m.ersattare.at(-1)?.namn} (${m.ersattare.at(-1)?.parti}) har avsagt sig sitt uppdrag. Valberedningen har lämnat förslag.`,
        ],
        underlag: ['Avsägelse'],
      };
      matter.mottagare = ['De valda', 'Löneenheten'];
      break;
    }
    case 'info':
      plain([act('anteckna', 'informationen', 'till protokollet')]);
      matter.amne = {
        ...amne,
        rubrik: `Information om ${dice.pick(['läget inför sommaren', 'arbetsmiljön', 'den nya e-tjänsten', 'rekryteringen'])}`,
        bakgrund: [
          `${m.ovriga[0]?.namn}, ${m.ovriga[0]?.roll}, informerar om det pågående arbetet och svarar på frågor.`,
        ],
        underlag: [],
      };
      matter.mottagare = [];
      break;
    case 'forsta-andra':
      go(false);
      moved(
        { av: one(sd), slag: 'forsta-andra', till, syfte, utfall: 'avslag' },
        { av: [...one(s), ...one(c), ...of(m, 'L').slice(0, 1)], slag: 'bifall', utfall: 'bifall' },
      );
      matter.reservation = { av: one(sd), egna: true };
      note('sarskilt_yttrande', one(v));
      break;
    case 'tillagg':
      moved(
        {
          av: one(c),
          slag: 'tillagg',
          sats: sentence(`en utvärdering ska redovisas senast den 1 juni ${ar + 1}`),
          utfall: 'avslag',
        },
        { av: one(s), slag: 'bifall-avslag', annan: c[0] as Person, utfall: 'bifall' },
      );
      note('protokollsanteckning', [...one(c), ...of(m, 'KD').slice(0, 1)]);
      break;
    case 'motion': {
      go(false);
      const [who] = of(m, 'MP', 'V');
      matter.beslut = [act('avslå', 'motionen')];
      matter.forslag = matter.beslut;
      matter.amne = {
        ...amne,
        rubrik: `Svar på motion om ${dice.pick(['fria bussresor', 'solceller på kommunens tak', 'vegetarisk dag i skolan', 'en simhall'])}`,
        bakgrund: [
          `${who?.namn} (${who?.parti}) föreslår i en motion att kommunen ska utreda frågan och att medel ska avsättas i kommande budget.`,
          `${m.organ.kontor} bedömer att förslaget inte ryms inom nuvarande ramar. Liknande frågor har redan prövats.`,
        ],
        underlag: ['Motion', `Yttrande från ${m.organ.kontor.toLowerCase()}`],
      };
      moved(
        { av: of(m, 'MP').slice(0, 1), slag: 'skriftligt', parti: 'MP', datum: m.justerad, utfall: 'avslag' },
        { av: one(mod), slag: 'bifall', utfall: 'bifall' },
      );
      note('deltar_ej', sd);
      break;
    }
    case 'avslag':
      moved({ av: [...one(mod), ...one(sd)], slag: 'avslag', utfall: 'bifall' });
      matter.beslut = [act('avslå', 'förslaget')];
      matter.utfall = 'avslag';
      break;
    case 'sekretess':
      matter.amne = {
        ...amne,
        rubrik: 'Sekretessärende',
        bakgrund: ['Ärendet omfattas av sekretess enligt offentlighets- och sekretesslagen.'],
        underlag: [],
      };
      plain([act('godkänna', 'förvaltningens förslag')]);
      matter.mottagare = [];
      break;
    case 'jav':
      note('jav', one(mod));
      break;
    case 'anmalan':
      plain([act('anteckna', 'redovisningen av delegationsbeslut', 'till protokollet')]);
      matter.amne = {
        ...amne,
        rubrik: 'Anmälan av delegationsbeslut',
        bakgrund: [
          `Beslut som har fattats på delegation under perioden ${ar}-01-01–${ar}-02-${dice.int(10, 28)} redovisas.`,
        ],
        underlag: [`Lista över delegationsbeslut`],
      };
      matter.mottagare = [];
      break;
    case 'grupp': {
      const party = (short: string): Person => ({ namn: null, parti: short, roll: null });
      go(false);
      moved(
        { av: [party('S'), party('MP')], slag: 'bifall', utfall: 'bifall' },
        { av: [party('KD')], slag: 'avslag', utfall: 'avslag' },
      );
      matter.reservation = { av: [party('KD')], egna: true };
      note('protokollsanteckning', [party('M'), party('L')]);
      break;
    }
    case 'vidare-yrkar':
      moved(
        { av: one(s), slag: 'bifall', utfall: 'bifall' },
        {
          av: one(c),
          slag: 'tillagg',
          sats: sentence('arbetet ska redovisas varje halvår'),
          utfall: 'avslag',
        },
        { av: one(s), slag: 'vidare', annan: c[0] as Person, utfall: 'bifall' },
      );
      break;
    case 'uppdrag':
      matter.uppdrag = {
        till: m.organ.kontor,
        vad: [
          'ta fram en tidplan',
          `redovisa kostnaderna senast den ${m.nasta}`,
          'samråda med de fackliga organisationerna',
        ],
      };
      break;
    case 'dubbel':
      go(false);
      if (matter.next)
        matter.egen = [
          order(m.organ.kontor.toLowerCase(), 'genomföra beslutet när det har vunnit laga kraft'),
        ];
      break;
    case 'justerare': {
      const who = m.ledamoter[2] as Person;
      plain([
        {
          infinitiv: `utse ${who.namn} (${who.parti}) att justera protokollet`,
          passiv: `${who.namn} (${who.parti}) utses att justera protokollet`,
          presens: `utser ${who.namn} (${who.parti}) att justera protokollet`,
        },
      ]);
      matter.amne = { ...amne, rubrik: 'Val av justerare', bakgrund: [], underlag: [] };
      matter.diarie = 0;
      matter.mottagare = [];
    }
  }
  return matter;
}
