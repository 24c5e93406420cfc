/** What the exit codes of the command line mean. A code is never given a new meaning. */
import { Problem } from '../engine/problem.ts';
import { REFUSALS } from '../extraction/refusal.ts';

export const EXIT = {
  done: 0,
  /** Ours: a bug, a full disk, an engine that did not start. */
  failed: 1,
  wrongUsage: 2,
  /** The question was answered: there is nothing. */
  nothingFound: 3,
  /** Several huvudmän could answer; the answer is the choices. */
  choices: 4,
  /** Another installation runs on this home. */
  homeInUse: 5,
  /** The command needs a running installation, and none runs on this home. */
  notRunning: 6,
  /** What a person said could not be taken: it speaks against what is known, or somebody else was first. */
  notAccepted: 7,
} as const;

/** What each of our own codes says, in both languages. */
const MEANINGS: { readonly [name in keyof typeof EXIT]: { sv: string; en: string } } = {
  done: { sv: 'Klart.', en: 'Done.' },
  failed: {
    sv: 'Något gick fel hos oss; orsaken står på stderr.',
    en: 'Something failed here; stderr says what.',
  },
  wrongUsage: {
    sv: 'Fel användning: okänd flagga, argument som saknas.',
    en: 'Wrong usage: an unknown flag, a missing argument.',
  },
  nothingFound: { sv: 'Inget hittades.', en: 'Nothing was found.' },
  choices: {
    sv: 'Flera huvudmän kan svara: svaret är de val som finns.',
    en: 'Several huvudmän could answer: the answer is the choices.',
  },
  homeInUse: {
    sv: 'En annan Expediera kör redan på samma EXPEDIERA_HOME.',
    en: 'Another Expediera runs on the same EXPEDIERA_HOME.',
  },
  notRunning: {
    sv: 'Kommandot behöver en Expediera som är igång, och ingen är det.',
    en: 'The command needs a running Expediera, and there is none.',
  },
  notAccepted: {
    sv: 'Det som sades kunde inte tas emot; varför står på stderr.',
    en: 'What was said could not be taken; stderr says why.',
  },
};

export interface ExitCodeRow {
  code: number;
  name: string;
  sv: string;
  en: string;
}

/** Every exit code with its meaning, in order: our own first, then one for each kind of refused input. */
export function exitCodeTable(): ExitCodeRow[] {
  const own = (Object.keys(EXIT) as (keyof typeof EXIT)[]).map((name) => ({
    code: EXIT[name] as number,
    name: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    ...MEANINGS[name],
  }));
  const refused = Object.entries(REFUSALS).map(([name, { exitCode, sv, en }]) => ({
    code: exitCode as number,
    name,
    sv: sv as string,
    en: en as string,
  }));
  return [...own, ...refused].sort((a, b) => a.code - b.code);
}

/** A command that ends with something to tell the person and an exit code; never a stack trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.failed, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** What stands in the way outside the program, where that has an exit code of its own. */
const PROBLEMS: { readonly [code: string]: number } = {
  'home-in-use': EXIT.homeInUse,
  'not-running': EXIT.notRunning,
  'no-such-path': EXIT.wrongUsage,
  'not-a-file': EXIT.wrongUsage,
  'no-such-arkiv': EXIT.nothingFound,
  refused: EXIT.notAccepted,
  'no-copy': EXIT.wrongUsage,
  'copy-in-the-way': EXIT.wrongUsage,
  'copy-in-home': EXIT.wrongUsage,
  'copy-nowhere': EXIT.wrongUsage,
  'home-not-empty': EXIT.notAccepted,
  'restore-under-way': EXIT.notAccepted,
  'nothing-to-copy': EXIT.nothingFound,
};

/** The code that a command ends with when this was thrown. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommandError) return error.exitCode;
  return (error instanceof Problem && PROBLEMS[error.code]) || EXIT.failed;
}
