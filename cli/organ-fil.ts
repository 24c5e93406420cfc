/** `organ ladda` and `organ skriv`: a register in and out of a file. */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { FileTooLong, readWithin } from '../config/read-within.ts';
import { filOf, OrganFel, readFil, takeIn, writtenFil } from '../diarium/organ/index.ts';
import type { OfHuvudman } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { type ChangeOptions, changeOrgan } from './organ-change.ts';
import type { Session } from './session.ts';
import { amount } from './terminal/layout.ts';
import { whoSays } from './who.ts';
import { whyNotRead } from './why-not-read.ts';
import { withStore } from './with-store.ts';

/** Ten thousand bodies with all their members; a region's register has some hundred. */
const MEGABYTES = 10;

function read(file: string): ReturnType<typeof readFil> {
  let text: string;
  try {
    text = readWithin(file === '-' ? 0 : file, MEGABYTES);
  } catch (error) {
    if (error instanceof FileTooLong)
      throw new CommandError(
        `${file} är större än ${MEGABYTES} MB och läses inte: ett register är inte så stort. Dela upp filen, en huvudman i varje.`,
        EXIT.wrongUsage,
      );
    throw new CommandError(`${file} kan inte läsas: ${whyNotRead(error).reason}`, EXIT.wrongUsage);
  }
  try {
    return readFil(text);
  } catch (error) {
    if (!(error instanceof OrganFel)) throw error;
    const faults = error.fel.map((one) => `  ${one}`).join('\n');
    throw new CommandError(`${file} kan inte laddas, och inget är ändrat:\n${faults}`, EXIT.wrongUsage);
  }
}

export async function ladda(
  file: string,
  options: ChangeOptions,
  command: Command,
  session: Session,
): Promise<void> {
  const { fil, plats } = read(file);
  await changeOrgan(
    { command, session, json: options.json },
    'Registret är redan som filen säger.',
    (store) =>
      store.andraOrgan(
        { vad: 'laddat', av: whoSays(options) },
        fil.huvudman.map(({ namn, organ }, h) => ({
          huvudman: namn,
          compute: (underlag) => takeIn(underlag, organ, (nr) => plats(h, nr)),
        })),
      ),
  );
}

export async function skriv(
  file: string | undefined,
  { rattat, ...of }: OfHuvudman & { rattat?: boolean },
  command: Command,
  session: Session,
): Promise<void> {
  const registers = await withStore(command, session, (store) => store.organregister(of));
  const fil = filOf(registers, { rattat: rattat ?? false });
  const text = writtenFil(fil);
  if (fil.huvudman.length === 0) session.exitCode = EXIT.nothingFound;
  if (file === undefined) {
    session.terminal.answer(text.trimEnd());
    return;
  }
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'den finns redan' : message;
    throw new CommandError(`${file} kan inte skrivas: ${why}`, EXIT.wrongUsage);
  }
  const n = fil.huvudman.reduce((sum, { organ }) => sum + organ.length, 0);
  session.terminal.tell(`${amount(n, 'post skriven', 'poster skrivna')} till ${file}`);
}
