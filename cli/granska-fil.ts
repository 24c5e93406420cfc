/** `granska angra` and `granska klar`: what is said of a decision, and of a whole file. */
import type { Command } from 'commander';
import { markeraKlar, angra as takeBack } from '../engine/tell/granska.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { fileMeant, meantBy } from './granska-targets.ts';
import { inWords } from './in-words.ts';
import type { Session } from './session.ts';
import { whoSays } from './who.ts';
import { withEngine } from './with-engine.ts';

interface Who {
  av?: string;
}

export async function angra(id: string, options: Who, command: Command, session: Session): Promise<void> {
  await withEngine(command, session, async (connected) => {
    const [found] = await meantBy(connected.store, id);
    if (found?.typ !== 'rattelse')
      throw new CommandError(
        `${id} är ingen rättelse. De visas av: expediera granska historik`,
        EXIT.wrongUsage,
      );
    const angran = {
      sha256: found.sha256,
      rattelse: found.id,
      av: whoSays(options),
      at: new Date().toISOString(),
    };
    await inWords(() => takeBack(connected, angran));
  });
  session.terminal.answer('Ångrat: det som lästes gäller igen.');
}

export async function klar(file: string, options: Who, command: Command, session: Session): Promise<void> {
  await withEngine(command, session, async (connected) => {
    const sha256 = await fileMeant(connected.store, file);
    await inWords(() =>
      markeraKlar(connected, { sha256, av: whoSays(options), at: new Date().toISOString() }),
    );
  });
  session.terminal.answer(`${file} är genomgången.`);
}
