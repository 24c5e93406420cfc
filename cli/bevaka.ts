/** `expediera bevaka`: what is late, and what soon will be. */
import { type Command, Option } from 'commander';
import { ARENDETYPER, type BevakningQuestion } from '../store/bevakning.ts';
import { EXIT } from './exit-codes.ts';
import { asJson, type Session } from './session.ts';
import { today } from './today.ts';
import { toCount, toDay, toText } from './usage.ts';

type Options = Omit<BevakningQuestion, 'idag'> & { idag?: string; json?: boolean };

/** Days ahead that people are shown unless they ask for another number, and rows. */
const AHEAD = 30;
const SHOWN = 50;

async function bevaka(options: Options, command: Command, session: Session): Promise<void> {
  const [{ withStore }, { unknownAsked }] = await Promise.all([
    import('./with-store.ts'),
    import('./organ-one.ts'),
  ]);
  const { json, idag = today(), ...asked } = options;
  // Everything means also what is far ahead, unless a horizon is given.
  const inom = asked.inom ?? (asked.alla ? undefined : AHEAD);
  const question: BevakningQuestion = { ...asked, idag, inom };
  if (!json) question.limit ??= SHOWN;
  const [answer, unknown] = await withStore(command, session, async (store) => {
    const found = await store.bevakning(question);
    return [found, found.rader.length === 0 ? await unknownAsked(store, question) : null];
  });
  if (unknown !== null) session.terminal.tell(unknown);
  if (json) {
    session.terminal.answer(asJson(answer));
  } else if (unknown === null) {
    const { bevakaText } = await import('./answers/bevaka-text.ts');
    session.terminal.answer(bevakaText(answer, inom, session.terminal.columns));
  }
  if (answer.rader.length === 0) session.exitCode = EXIT.nothingFound;
}

export function addBevaka(program: Command, session: Session): void {
  program
    .command('bevaka')
    .summary('visar vad som är försenat och vad som snart är det')
    .description(
      'Visar vad ärendena väntar på: först det som är försenat, sedan det som har sin sista dag snart. Ärenden där inget har hänt på tre år räknas bara, om de inte är inlagda som löpande; --alla visar dem också, och det som saknar sista dag.',
    )
    .option('--organ <namn>', 'bara det som väntas från detta organ eller denna mottagare', toText)
    .addOption(new Option('--typ <typ>', 'bara denna typ av ärende').choices(ARENDETYPER))
    .option('--huvudman <namn>', 'bara denna kommun eller region')
    .option('--inom <dagar>', `så långt fram (annars ${AHEAD}; med --alla hur långt som helst)`, toCount(0))
    .option('--alla', 'också äldre ärenden, och det som saknar sista dag')
    .option('--idag <datum>', 'räkna från denna dag, ÅÅÅÅ-MM-DD (annars i dag)', toDay)
    .option('--limit <antal>', `högst så många rader (annars ${SHOWN}; med --json alla)`, toCount(1))
    .option('--json', 'svar för program')
    .action((options: Options, command: Command) => bevaka(options, command, session));
}
