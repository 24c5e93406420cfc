/** `organ angra` and `organ historik`: what was changed, by whom, and back again. */
import type { Command } from 'commander';
import { historikText } from './answers/organ-historik-text.ts';
import { EXIT } from './exit-codes.ts';
import { type ChangeOptions, changeOrgan } from './organ-change.ts';
import { asJson, type Session } from './session.ts';
import { whoSays } from './who.ts';
import { withStore } from './with-store.ts';

export async function angra(
  nr: number | undefined,
  options: ChangeOptions,
  command: Command,
  session: Session,
): Promise<void> {
  await changeOrgan({ command, session, json: options.json }, 'Det finns ingen ändring att ångra.', (store) =>
    store.angraOrgan(whoSays(options), nr),
  );
}

export async function historik(options: ChangeOptions, command: Command, session: Session): Promise<void> {
  const changes = await withStore(command, session, (store) => store.organhistorik(options));
  if (changes.length === 0) session.exitCode = EXIT.nothingFound;
  session.terminal.answer(options.json ? asJson(changes) : historikText(changes, session.terminal.columns));
}
