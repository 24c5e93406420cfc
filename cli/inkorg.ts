/** `expediera inkorg MOTTAGARE`: what waits at a body or another recipient. */
import type { Command } from 'commander';
import type { InkorgAnswer, InkorgQuestion } from '../store/store.ts';
import { giveList } from './list-answer.ts';
import { addPostMarks } from './post-marks.ts';
import type { Session } from './session.ts';
import { toCount } from './usage.ts';

type Options = InkorgQuestion & { json?: boolean };

/** Without a name: whose inboxes there are. */
async function recipients(options: Options, command: Command, session: Session): Promise<void> {
  await giveList(command, session, {
    ...{ json: options.json, asked: options },
    ask: (store) => store.mottagare(options),
    isEmpty: (rows) => rows.length === 0,
    text: async (rows) => (await import('./answers/inkorg-text.ts')).recipientsText(rows),
  });
}

const HINT = 'Alla mottagare visas med: expediera inkorg';

async function inkorg(
  mottagare: string,
  options: Options,
  command: Command,
  session: Session,
): Promise<void> {
  const [{ withStore }, { giveAnswer }, { inkorgText }, { nothingCalled }] = await Promise.all([
    import('./with-store.ts'),
    import('./one-answer.ts'),
    import('./answers/inkorg-text.ts'),
    import('./nothing-found.ts'),
  ]);
  await withStore(command, session, async (store) =>
    giveAnswer(session, await store.inkorg(mottagare, options), {
      json: options.json,
      none: { mottagare, poster: [] },
      nothing: () => nothingCalled(store, { none: 'Ingen mottagare', namn: mottagare, hint: HINT }, options),
      several: `Flera huvudmän har en mottagare som heter ${mottagare}.`,
      text: (answer: InkorgAnswer) => inkorgText(answer, session.terminal.columns),
    }),
  );
}

export function addInkorg(program: Command, session: Session): void {
  const command = program
    .command('inkorg')
    .summary('visar vad som väntar hos ett organ eller en annan mottagare')
    .description(
      'Visar vad som kommit till ett organ eller en annan mottagare, ärende för ärende. Utan mottagare: vilka inkorgar som finns.',
    )
    .argument('[MOTTAGARE]', 'organ, förvaltning, person … med vilket av sina namn som helst')
    .option('--huvudman <namn>', 'kommunen eller regionen, när flera har mottagaren')
    .option('--limit <antal>', 'högst så många poster', toCount(1), 10_000)
    .option('--offset <antal>', 'hoppa över så många poster', toCount(0), 0)
    .option('--json', 'svar för program')
    .action((mottagare: string | undefined, options: Options, command: Command) =>
      mottagare === undefined || mottagare.trim() === ''
        ? recipients(options, command, session)
        : inkorg(mottagare, options, command, session),
    );
  addPostMarks(command, session);
}
