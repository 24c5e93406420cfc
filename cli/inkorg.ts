/** `expediera inkorg MOTTAGARE`: what waits at a body or another recipient. */
import type { Command } from 'commander';
import type { OfHuvudman } from '../store/store.ts';
import { EXIT } from './exit-codes.ts';
import { asJson, type Session } from './session.ts';

type Options = OfHuvudman & { json?: boolean };

/** Without a name: whose inboxes there are. */
async function recipients(options: Options, command: Command, session: Session): Promise<void> {
  const { withStore } = await import('./with-store.ts');
  const rows = await withStore(command, session, (store) => store.mottagare(options));
  if (rows.length === 0) session.exitCode = EXIT.nothingFound;
  if (options.json) {
    session.terminal.answer(asJson(rows));
    return;
  }
  const { recipientsText } = await import('./answers/inkorg-text.ts');
  session.terminal.answer(recipientsText(rows));
}

async function inkorg(
  mottagare: string,
  options: Options,
  command: Command,
  session: Session,
): Promise<void> {
  const { terminal } = session;
  const { withStore } = await import('./with-store.ts');
  const { isChoices } = await import('../store/store.ts');
  const answer = await withStore(command, session, (store) => store.inkorg(mottagare, options));
  const choices = answer !== null && isChoices(answer);
  if (answer === null) session.exitCode = EXIT.nothingFound;
  else if (choices) session.exitCode = EXIT.choices;
  if (options.json) {
    terminal.answer(asJson(answer ?? { mottagare, poster: [] }));
  } else if (answer === null) {
    terminal.tell(`Ingen mottagare som heter ${mottagare}. Alla mottagare visas med: expediera inkorg`);
  } else if (choices) {
    const { choicesText } = await import('./answers/choices-text.ts');
    terminal.answer(choicesText(`Flera huvudmän har en mottagare som heter ${mottagare}.`, answer));
  } else {
    const { inkorgText } = await import('./answers/inkorg-text.ts');
    terminal.answer(inkorgText(answer, terminal.columns));
  }
}

export function addInkorg(program: Command, session: Session): void {
  program
    .command('inkorg')
    .summary('visar vad som väntar hos ett organ eller en annan mottagare')
    .description(
      'Visar vad som kommit till ett organ eller en annan mottagare, ärende för ärende. Utan mottagare: vilka inkorgar som finns.',
    )
    .argument('[MOTTAGARE]', 'organ, förvaltning, person … med vilket av sina namn som helst')
    .option('--huvudman <namn>', 'kommunen eller regionen, när flera har mottagaren')
    .option('--json', 'svar för program')
    .action((mottagare: string | undefined, options: Options, command: Command) =>
      mottagare === undefined || mottagare.trim() === ''
        ? recipients(options, command, session)
        : inkorg(mottagare, options, command, session),
    );
}
