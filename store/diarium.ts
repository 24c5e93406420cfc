/** The lines of the register of handlingar (diarium), and what people have said of them. */
import type { Diarierad, Diarieregel, Falt, Radord, Riktning } from '../diarium/rader/types.ts';
import type { Urval } from '../diarium/rader/urval.ts';

export type { Diarierad, Diarieregel, Radord } from '../diarium/rader/types.ts';

/** Which lines are asked for; all that is left out narrows nothing. */
export interface DiariumQuestion extends Urval {
  /** Whether complete lines pass by rule. Default: person. */
  regel?: Diarieregel | undefined;
  /** Default: all. */
  limit?: number | undefined;
  /** Default 0. */
  offset?: number | undefined;
}

/** `diarium --json`. `total` counts all lines asked for, `rader` are those from `offset` on. */
export interface DiariumAnswer {
  total: number;
  rader: Diarierad[];
  /** What people said of lines that no reading gives any more; none where one huvudman is asked for. */
  losa: Radord[];
}

/** What a person changes of a line. "" empties a field. */
export interface Radrattelse {
  datum?: string | undefined;
  riktning?: Riktning | undefined;
  nummer?: string | undefined;
  /** Whom it came from, or to whom it went: which of the two follows from the direction. */
  motpart?: string | undefined;
  om?: string | undefined;
}

/** What became of lines that were to be confirmed: each of them is in one list, by its id. */
export interface Bekraftelse {
  bekraftade: string[];
  /** A person had confirmed them before. */
  redan: string[];
  /** Without a day, a number or a content a line is none by law; they are as they were. */
  ofullstandiga: { id: string; saknas: Falt[] }[];
  /** Ids as given that mean no line, and those that may mean several. */
  okanda: string[];
  flertydiga: string[];
}

/** A line that a person spoke of. `flertydig`: the beginning of an id that several lines have. */
export type RadSvar = { rad: Diarierad } | { okand: string } | { flertydig: string };

export interface DiariumStore {
  /**
   * The register: computed from all handlingar at each question, so that it follows every new reading; only what people
   * have said is kept.
   */
  diarium(question?: DiariumQuestion): Promise<DiariumAnswer>;
  /**
   * Confirms lines as they stand now: that is how they will stand, whatever a later reading says.
   *
   * @param vilka ids or the beginnings of ids that only one line has; or a question: of the lines it answers with,
   *   those in which nothing is missing, unsure or to be masked
   * @param av who confirms
   */
  bekraftaDiarierader(vilka: string[] | DiariumQuestion, av: string): Promise<Bekraftelse>;
  /** Changes some of a line, proposed or confirmed. The change is kept, with who and when, over every new reading. */
  rattaDiarierad(id: string, rattelse: Radrattelse, av: string): Promise<RadSvar>;
  /**
   * Takes back the last that a person said of a line and that still holds; where a rule let the line pass, it no longer
   * does. What was said stays in the store.
   */
  angraDiarierad(id: string, av: string): Promise<RadSvar>;
}
