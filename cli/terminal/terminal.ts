/** Where a command's words go: answers on stdout, everything else on stderr. */
export interface Terminal {
  /** One answer, or a part of one; a line end is added. */
  answer(text: string): void;
  /** Something for the person: reasons, notes. On stderr; a line end is added. */
  tell(text: string): void;
  /** Raw text on stderr, for what redraws its line. */
  draw(text: string): void;
  /** Columns of the answer: the terminal's, or enough for a file that is read later. */
  readonly columns: number;
  /** Whether the answer is shown on a screen; in a file, or to a program, nothing of it is cut to fit. */
  readonly onScreen?: boolean;
  /** Columns of a line that is redrawn. */
  readonly drawColumns: number;
  /** Whether a person watches stderr and can be shown a line that is redrawn. */
  readonly interactive: boolean;
}

/** Takes away what was drawn on the line. */
export const CLEAR_LINE = '\r\u001b[2K';

const COLUMNS_IN_A_FILE = 100;

/** The terminal of this process. A reader that stops reading (`| head`) ends the process quietly. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  // what is said while a line is redrawn takes its place: the line comes back with the next position
  let drawn = false;
  const clear = (): void => {
    if (drawn) process.stderr.write(CLEAR_LINE);
    drawn = false;
  };
  return {
    answer(text) {
      clear();
      process.stdout.write(`${text}\n`);
    },
    tell(text) {
      clear();
      process.stderr.write(`${text}\n`);
    },
    draw(text) {
      process.stderr.write(text);
      drawn = text !== CLEAR_LINE && !text.endsWith('\n');
    },
    columns: Math.max(60, process.stdout.columns || COLUMNS_IN_A_FILE),
    onScreen: process.stdout.isTTY === true,
    drawColumns: process.stderr.columns || COLUMNS_IN_A_FILE,
    interactive: process.stderr.isTTY === true && process.env.TERM !== 'dumb',
  };
}
