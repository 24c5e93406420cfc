/** The door for people and scripts: `expediera COMMAND`. */
import { Problem } from '../engine/problem.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { run } from './program.ts';
import { processTerminal } from './terminal/terminal.ts';

const terminal = processTerminal();

/** A handle that something forgot to close must not keep a finished command alive. */
const FORGOTTEN_HANDLES_MS = 3000;

/** What stands in the way outside the program, where that has an exit code of its own. */
const PROBLEMS: { readonly [code: string]: number } = {
  'home-in-use': EXIT.homeInUse,
  'not-running': EXIT.notRunning,
  'no-such-path': EXIT.wrongUsage,
};

function explain(error: unknown): number {
  if (error instanceof CommandError) {
    terminal.tell(error.message);
    return error.exitCode;
  }
  if (error instanceof Problem) {
    terminal.tell(error.message);
    return PROBLEMS[error.code] ?? EXIT.failed;
  }
  terminal.tell(
    `Något gick fel hos oss: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return EXIT.failed;
}

process.exitCode = await run(process.argv.slice(2), terminal).catch(explain);
setTimeout(() => process.exit(), FORGOTTEN_HANDLES_MS).unref();
