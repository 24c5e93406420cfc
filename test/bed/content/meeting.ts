/** A made-up meeting: who was there and what became of each matter. */
import type { Person } from '../../../samples/make/content.ts';
import { createDice, type Dice } from './dice.ts';
import type { Matter, Story } from './matter.ts';
import { drawMembers, drawOfficial } from './people.ts';
import { drawHuvudman, type Huvudman, type Organ, type Slag } from './places.ts';
import { tell } from './story.ts';
import { drawSubjects } from './subjects.ts';

export type Niva = 'namnd' | 'utskott' | 'styrelse' | 'fullmaktige';

export interface Meeting {
  dice: Dice;
  plats: Huvudman;
  niva: Niva;
  organ: Organ;
  /** ISO dates. */
  datum: string;
  justerad: string;
  uppsatt: string;
  nedtas: string;
  nasta: string;
  ledamoter: Person[];
  ersattare: Person[];
  ovriga: Person[];
  sekreterare: Person;
  arenden: Matter[];
}

export interface Wanted {
  seed: number;
  slag: Slag;
  niva: Niva;
  stories: Story[];
  /** Year of the meeting. */
  ar?: number;
}

/** ISO date of a day in a month, moved by whole days. */
export function day(ar: number, manad: number, dag: number): string {
  return new Date(Date.UTC(ar, manad - 1, dag)).toISOString().slice(0, 10);
}

export function holdMeeting({ seed, slag, niva, stories, ar: asked }: Wanted): Meeting {
  const dice = createDice(seed);
  const plats = drawHuvudman(dice, slag);
  const organ = niva === 'namnd' ? dice.pick(plats.namnder) : plats[niva];
  const ar = asked ?? dice.int(2009, 2025);
  const [manad, dag] = [dice.int(2, 11), dice.int(3, 24)];
  const people = drawMembers(dice, 18);
  const ledamoter = people.slice(0, 13);
  const ersattare = people.slice(13);
  const subjects = drawSubjects({ dice, plats, organ, ar }, stories.length);
  const first = dice.int(12, 140);
  const meeting: Meeting = {
    dice,
    plats,
    niva,
    organ,
    datum: day(ar, manad, dag),
    justerad: day(ar, manad, dag + 6),
    uppsatt: day(ar, manad, dag + 7),
    nedtas: day(ar, manad, dag + 29),
    nasta: day(ar, manad + 1, dag),
    ledamoter,
    ersattare,
    ovriga: [drawOfficial(dice, 'förvaltningschef'), drawOfficial(dice, 'ekonom')],
    sekreterare: drawOfficial(dice, 'sekreterare'),
    arenden: [],
  };
  meeting.arenden = stories.map((story, i) => {
    const subject = subjects[i];
    if (!subject) throw new Error('a story needs a subject');
    return tell(meeting, story, subject, first + i);
  });
  return meeting;
}
