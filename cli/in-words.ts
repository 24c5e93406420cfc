/** What the store or a channel does not accept, as a person is told it, with the exit code that it has. */
import { SandFel } from '../expediering/kanaler/types.ts';
import { ExpedieringsFel } from '../store/expediering.ts';
import { KontoFel } from '../store/konton.ts';
import { RattelseAvvisad } from '../store/rattelser.ts';
import { CommandError, EXIT } from './exit-codes.ts';

/** Of refused decisions those whose target is not there. */
const MISSING = ['okand-fil', 'okant-mal', 'okand-rattelse'];

/** Does it; what is not accepted ends the command with the reason. */
export async function inWords<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExpedieringsFel) throw new CommandError(error.message, EXIT.notAccepted);
    if (error instanceof KontoFel)
      throw new CommandError(error.message, error.code === 'okand' ? EXIT.nothingFound : EXIT.notAccepted);
    if (error instanceof SandFel) throw new CommandError(error.sv, EXIT.wrongUsage);
    if (!(error instanceof RattelseAvvisad)) throw error;
    throw new CommandError(error.sv, MISSING.includes(error.code) ? EXIT.nothingFound : EXIT.notAccepted);
  }
}
