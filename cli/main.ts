/** The door for people and scripts: `expediera COMMAND`. */
import { Problem } from '../engine/problem.ts';
import { BlobsFault } from '../store/blobs.ts';
import { outageOf } from '../store/outage.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { run } from './program.ts';
import { processTerminal } from './terminal/terminal.ts';

const terminal = processTerminal();

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
  'home-not-empty': EXIT.notAccepted,
  'nothing-to-copy': EXIT.nothingFound,
};

function explain(error: unknown): number {
  if (error instanceof CommandError) {
    terminal.tell(error.message);
    return error.exitCode;
  }
  if (error instanceof Problem || error instanceof BlobsFault) {
    terminal.tell(error.message);
    return PROBLEMS[error.code] ?? EXIT.failed;
  }
  const outage = outageOf(error);
  if (outage) {
    terminal.tell(`${outage.what.sv} Åtgärda det och gör om kommandot.\n${outage.what.en}`);
    return EXIT.failed;
  }
  terminal.tell(
    `Något gick fel hos oss: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return EXIT.failed;
}

/** Everything written has left the process. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve());
  });

const exitCode = await run(process.argv.slice(2), terminal).catch(explain);
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
// The engine's native part keeps the process alive for seconds after all is closed.
process.exit(exitCode);
