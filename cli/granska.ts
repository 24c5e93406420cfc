/** `expediera granska`: what needs a person, with the reason. */
import type { Command } from 'commander';
import type { GranskaQuestion } from '../store/granska.ts';
import { EXIT } from './exit-codes.ts';
import { addGranskaCommands } from './granska-kommandon.ts';
import { asJson, type Session } from './session.ts';
import { toCount, toText } from './usage.ts';

type Options = GranskaQuestion & { json?: boolean };

/** Rows shown to people unless they ask for another number; programs get all. */
const SHOWN = 30;

async function granska(options: Options, command: Command, session: Session): Promise<void> {
  const [{ withStore }, { unknownAsked }] = await Promise.all([
    import('./with-store.ts'),
    import('./organ-one.ts'),
  ]);
  const { json, ...question } = options;
  if (!json) question.limit ??= SHOWN;
  const [answer, unknown] = await withStore(command, session, async (store) => {
    const found = await store.granska(question);
    return [found, found.total === 0 ? await unknownAsked(store, question) : null];
  });
  if (unknown !== null) session.terminal.tell(unknown);
  if (json) {
    session.terminal.answer(asJson(answer));
  } else if (unknown === null) {
    const { granskaText } = await import('./answers/granska-text.ts');
    session.terminal.answer(granskaText(answer, session.terminal.columns, question.offset));
  }
  if (answer.total === 0) session.exitCode = EXIT.nothingFound;
}

export function addGranska(program: Command, session: Session): void {
  const command = program
    .command('granska')
    .summary('visar vad en människa behöver se på, med orsaken')
    .description(
      'Visar vad som behöver granskas: filer som inte kunde läsas, luckor (en § som saknas, en votering som inte går ihop …), okända organ, tal som bara OCR har läst, osäkra punkter och ärenden utan diarienummer. Det som får störst följder kommer först. En människa bestämmer med kommandona här under.',
    )
    .option('--organ <namn>', 'bara detta organ, med vilket av sina namn som helst', toText)
    .option('--diarienummer <nr>', 'bara detta ärende', toText)
    .option('--fil <namn>', 'bara denna fil, med namn eller sökväg', toText)
    .option('--huvudman <namn>', 'bara denna kommun eller region')
    .option('--limit <antal>', `högst så många rader (annars ${SHOWN}; med --json alla)`, toCount(1))
    .option('--offset <antal>', 'hoppa över så många rader', toCount(0), 0)
    .option('--json', 'svar för program')
    .action((options: Options, own: Command) => granska(options, own, session));
  addGranskaCommands(command, session);
}
