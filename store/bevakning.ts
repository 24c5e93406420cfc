/** What is awaited in all matters, and what is late. */
import type { Arendetyp, Vantan } from '../diarium/way/types.ts';
import { isOrganName } from '../extraction/routing/organ.ts';
import type { OfHuvudman } from './matter.ts';
import type { ForLasare } from './sekretess.ts';

export type { Arendetyp, Vantan } from '../diarium/way/types.ts';

/** The kinds of matters, for asking. */
export const ARENDETYPER = [
  ...(['motion', 'medborgarforslag', 'interpellation', 'fraga', 'initiativ'] as const),
  ...(['revision', 'val', 'delegation', 'ovrigt'] as const),
] as const satisfies readonly Arendetyp[];

/**
 * A matter in which nothing has happened for so many years is watched only when it is asked for, unless it was taken in
 * as current work: an archive's open ends from long ago are gaps in what was taken in more often than things to do.
 */
export const WATCHED_YEARS = 3;

/** That somebody was told. */
export interface Paminnelse {
  /** ISO 8601, UTC. */
  at: string;
  /** Who was told: an address, a name, a list of the program's own. */
  till: string;
  text: string;
}

/** What a reminder was about, and an id of its own: the same id noted again changes nothing. */
export interface NyPaminnelse extends Pick<Vantan, 'steg' | 'vad' | 'av'> {
  id: string;
  matterId: string;
  till: string;
  text: string;
}

/** One thing awaited, and the matter it is of. */
export interface Bevakningsrad extends Vantan {
  matterId: string;
  huvudman: string | null;
  diarienummer: string | null;
  rubrik: string | null;
  typ: Arendetyp;
  /** `diarienummer` where nothing confirms the number. */
  obekraftade: string[];
  /** Days from the day asked about to the last day; negative: so many days late. null: there is no last day. */
  dagarKvar: number | null;
  /**
   * The day of the newest minutes that were taken in of the body that it is awaited from; null: none were. What a body did
   * after that is not known here.
   */
  inlagtTill: string | null;
  /** The day of the matter's last dated step. */
  senasteSteg: string | null;
  /** The oldest first. */
  paminnelser: Paminnelse[];
}

/**
 * What is late by what has been taken in may have been done at a meeting of the body whose minutes are not here: no later
 * ones of it were taken in than the last day.
 */
export const mayBeDone = ({ av, senast, inlagtTill, dagarKvar }: Bevakningsrad): boolean =>
  av !== null &&
  senast !== null &&
  dagarKvar !== null &&
  dagarKvar < 0 &&
  isOrganName(av) &&
  (inlagtTill === null || inlagtTill <= senast);

export interface BevakningQuestion extends OfHuvudman, ForLasare {
  /** YYYY-MM-DD: the day asked about. */
  idag: string;
  /** Whom it is awaited from, by any of its names. */
  organ?: string | undefined;
  typ?: Arendetyp | undefined;
  /** What is late, and what has its last day within so many days; left out, whatever has a last day. */
  inom?: number | undefined;
  /** Also matters without a step for WATCHED_YEARS, and what has no last day. */
  alla?: boolean | undefined;
  /** Default: all. */
  limit?: number | undefined;
}

/** `bevaka --json`. The late ones first, the longest late first; then by their last day, those without one last. */
export interface BevakningAnswer {
  idag: string;
  /** How many rows there are, before `limit`: late, with a last day to come, without a last day. */
  sena: number;
  kommande: number;
  utanFrist: number;
  /** What the question leaves out: of old matters, with a later last day, without one. */
  utelamnade: { aldre: number; senare: number; utanFrist: number };
  rader: Bevakningsrad[];
}

export interface BevakningStore {
  /** What is awaited, as the ways were last computed. */
  bevakning(question: BevakningQuestion): Promise<BevakningAnswer>;
  /** Notes that somebody was reminded of something awaited. Reminders are only added, never changed. */
  notePaminnelse(paminnelse: NyPaminnelse): Promise<void>;
}
