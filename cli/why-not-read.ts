/** Why a file could not be read, in words for the person and as an exit code. */
import { Refusal } from '../extraction/refusal.ts';
import { EXIT } from './exit-codes.ts';

const SYSTEM: { readonly [code: string]: string } = {
  ENOENT: 'Filen finns inte. / There is no such file.',
  EACCES: 'Filen får inte läsas. / The file may not be read.',
  EPERM: 'Filen får inte läsas. / The file may not be read.',
  EISDIR: 'Det här är en mapp, ingen fil. / This is a folder, not a file.',
};

/** A Refusal has its own code and reason; what the operating system says is told in its words; the rest is ours. */
export function whyNotRead(error: unknown): { exitCode: number; reason: string } {
  if (error instanceof Refusal) {
    return { exitCode: error.exitCode, reason: `${error.sv} / ${error.en} [${error.code}]` };
  }
  const system = SYSTEM[(error as NodeJS.ErrnoException).code ?? ''];
  if (system) return { exitCode: EXIT.failed, reason: system };
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exitCode: EXIT.failed, reason: `Något gick fel hos oss. / Something went wrong here. ${what}` };
}
