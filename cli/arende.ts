/** `expediera arende DIARIENUMMER`: a matter's way through the bodies. */
import type { Command } from 'commander';
import type { ArendeAnswer, OfHuvudman } from '../store/store.ts';
import { addArendeJoins } from './arende-joins.ts';
import type { Session } from './session.ts';
import { toText } from './usage.ts';

type Options = OfHuvudman & { json?: boolean };

async function arende(
  diarienummer: string,
  options: Options,
  command: Command,
  session: Session,
): Promise<void> {
  const [{ withStore }, { giveAnswer }, { arendeText }, { stepDetails }, { unknownHuvudman }] =
    await Promise.all([
      import('./with-store.ts'),
      import('./one-answer.ts'),
      import('./answers/arende-text.ts'),
      import('./step-details.ts'),
      import('./huvudman.ts'),
    ]);
  await withStore(command, session, async (store) => {
    const answer = await store.arende(diarienummer, options);
    await giveAnswer(session, answer, {
      json: options.json,
      none: null,
      nothing: async () =>
        (await unknownHuvudman(store, options)) ?? `Inget ärende ${diarienummer} finns inlagt.`,
      several: `Flera ärenden kan menas med ${diarienummer}.`,
      text: async (found: ArendeAnswer) =>
        arendeText(found, await stepDetails(store, found.steg), session.terminal.columns),
    });
  });
}

export function addArende(program: Command, session: Session): void {
  const command = program
    .command('arende')
    .summary('visar ett ärendes väg genom organen')
    .description(
      'Visar ett ärendes väg: dag, organ, handling, paragraf, vad som beslutades och vart det gick sedan.',
    )
    .argument('<DIARIENUMMER>', 'ärendets nummer, t.ex. "KS 2031/00017" eller 2031/17', toText)
    .option('--huvudman <namn>', 'kommunen eller regionen, när flera har numret')
    .option('--json', 'svar för program')
    .action((diarienummer: string, options: Options, command: Command) =>
      arende(diarienummer, options, command, session),
    );
  addArendeJoins(command, session);
}
