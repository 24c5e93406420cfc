/** What a story is told with: a matter to fill in, and short words for what happens to it. */
import type { Person, Votering } from '../../../samples/make/content.ts';
import type { Clause } from './clause.ts';
import type { Dice } from './dice.ts';
import type { Matter, Motion, Note, Story } from './matter.ts';
import type { Meeting } from './meeting.ts';
import type { Subject } from './subjects.ts';

export interface Telling {
  m: Meeting;
  matter: Matter;
  dice: Dice;
  ar: number;
  amne: Subject;
  /** Where an återremiss goes, and what for. */
  till: string;
  syfte: string;
  /** Members of these parties, in the order of the table; and the first of one party. */
  of: (...parties: string[]) => Person[];
  one: (party: string) => Person[];
  /** Sends what is decided on to the next body, or to the last by way of it. */
  go: (far: boolean) => void;
  note: (typ: Note['typ'], av: Person[]) => void;
  moved: (...yrkanden: Motion[]) => void;
  /** Decided without a proposal on the table. */
  plain: (beslut: Clause[]) => void;
}

export type Tell = (t: Telling) => void;

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

/** Everybody votes; `nej` holds the parties that vote no. */
export function vote(
  ledamoter: Person[],
  nej: string[],
  avstar: string[],
  proposition: { ja: string; nej: string },
): Votering {
  const rost = (p: Person) =>
    nej.includes(p.parti ?? '') ? 'nej' : avstar.includes(p.parti ?? '') ? 'avstar' : 'ja';
  const roster = ledamoter.map((p) => ({ person: `${p.namn} (${p.parti})`, rost: rost(p) }) as const);
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

/** A matter as it stands before its story. @param nr number of the § */
export function startTelling(m: Meeting, story: Story, amne: Subject, nr: number): Telling {
  const { dice } = m;
  const ar = Number(m.datum.slice(0, 4));
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
  const till = fran.organ ? (m.plats.namnder[0]?.namn ?? fran.namn) : m.organ.kontor;
  const of = (...parties: string[]) => m.ledamoter.filter((p) => parties.includes(p.parti ?? ''));
  return {
    m,
    matter,
    dice,
    ar,
    amne,
    till,
    syfte: dice.pick(SYFTEN),
    of,
    one: (party) => of(party).slice(0, 1),
    go(far) {
      const bodies = onward(m, far);
      matter.kedja = [m.organ.namn, ...bodies];
      matter.next = bodies[0] ?? null;
      if (bodies[0]) matter.mottagare = [bodies[0], ...amne.mottagare];
    },
    note: (typ, av) => void matter.noter.push({ typ, av, ord: dice.pick(ORD) }),
    moved: (...yrkanden) => void matter.yrkanden.push(...yrkanden),
    plain(beslut) {
      matter.beslut = beslut;
      matter.forslag = null;
      matter.utfall = null;
    },
  };
}
