/** `expediera bevaka`: what is late, and what soon will be. */
import { type Command, Option } from 'commander';
import { today } from '../engine/today.ts';
import { ARENDETYPER, type BevakningQuestion } from '../store/bevakning.ts';
import { giveList } from './list-answer.ts';
import type { Session } from './session.ts';
import { toCount, toDay, toText } from './usage.ts';

type Options = Omit<BevakningQuestion, 'idag'> & { idag?: string; json?: boolean };

/** Days ahead that people are shown unless they ask for another number, and rows. */
const AHEAD = 30;
const SHOWN = 50;

async function bevaka(options: Options, command: Command, session: Session): Promise<void> {
  const { json, idag = today(), ...asked } = options;
  // Everything means also what is far ahead, unless a horizon is given.
  const inom = asked.inom ?? (asked.alla ? undefined : AHEAD);
  const question: BevakningQuestion = { ...asked, idag, inom };
  if (!json) question.limit ??= SHOWN;
  await giveList(command, session, {
    ...{ json, asked: question },
    ask: (store) => store.bevakning(question),
    isEmpty: ({ rader }) => rader.length === 0,
    text: async (answer) => {
      const { bevakaText } = await import('./answers/bevaka-text.ts');
      return bevakaText(answer, inom, session.terminal.columns);
    },
  });
}

export function addBevaka(program: Command, session: Session): void {
  program
    .command('bevaka')
    .summary('visar vad som är försenat och vad som snart är det')
    .description(
      'Visar vad ärendena väntar på: först det som är försenat, sedan det som har sin sista dag snart. Ärenden där inget har hänt på tre år räknas bara, om de inte är inlästa som löpande; --alla visar dem också, och det som saknar sista dag.',
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
