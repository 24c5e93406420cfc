/** The door for people and scripts: `expediera COMMAND`. */
import { HomeInUse } from '../engine/home/lock.ts';
import { Problem } from '../engine/problem.ts';
import { BlobsFault } from '../store/blobs.ts';
import { outageOf } from '../store/outage.ts';
import { homeInUseText } from './answers/home-in-use-text.ts';
import { CommandError, EXIT, exitCodeOf } from './exit-codes.ts';
import { run } from './program.ts';
import { processTerminal } from './terminal/terminal.ts';

const terminal = processTerminal();

function explain(error: unknown): number {
  if (error instanceof CommandError || error instanceof Problem || error instanceof BlobsFault) {
    terminal.tell(error instanceof HomeInUse ? homeInUseText(error) : error.message);
    return exitCodeOf(error);
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
