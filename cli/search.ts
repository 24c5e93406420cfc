/** `expediera search QUERY`: what was proposed, decided, moved …, found by its words. */
import { type Command, Option } from 'commander';
import { ITEM_TYPER } from '../extraction/item-types.ts';
import { type SearchQuestion, UTFALL } from '../store/search.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { giveList } from './list-answer.ts';
import type { Session } from './session.ts';
import { toCount, toDay, toText } from './usage.ts';

type Options = Omit<SearchQuestion, 'query'> & { json?: boolean };

/** Throws in words where not all of a question would count. */
async function checkLength(query: string): Promise<void> {
  const { beyondBounds, MOST_LETTERS, MOST_WORDS } = await import('../store/question.ts');
  const beyond = beyondBounds(query);
  if (beyond === null) return;
  const count = (n: number): string => n.toLocaleString('sv');
  const why =
    beyond === 'letters'
      ? `Frågan är för lång: ${count(query.length)} tecken, och högst ${count(MOST_LETTERS)} kan frågas efter.`
      : `Frågan har för många ord: högst ${MOST_WORDS} ord, ${MOST_WORDS} fraser om högst ${MOST_WORDS} ord och ${MOST_WORDS} diarienummer kan frågas efter.`;
  throw new CommandError(`${why} Sök på några få ord som säkert står i det du söker.`, EXIT.wrongUsage);
}

async function search(query: string, options: Options, command: Command, session: Session): Promise<void> {
  await checkLength(query);
  const { json, ...filters } = options;
  await giveList(command, session, {
    ...{ json, asked: filters },
    ask: (store) => store.search({ ...filters, query, ...(json && { med: ['kallor'] }) }),
    isEmpty: ({ total }) => total === 0,
    text: async (answer) => {
      const { searchText } = await import('./answers/search-text.ts');
      return searchText(answer, session.terminal.columns, filters.offset);
    },
  });
}

/** A flag that may be given several times; unlike one that takes several values it leaves what stands behind it alone. */
function anyOf(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, description).choices(choices);
  const check = option.parseArg as (value: string, before: undefined) => string;
  return option.argParser((value, before: string[] = []) => [...before, check(value, undefined)]);
}

/** Adds what narrows a question for items. */
export const narrowingItems = (command: Command): Command =>
  command
    .addOption(anyOf('--typ <typ>', 'bara denna sort; kan anges flera gånger', ITEM_TYPER))
    .option('--organ <namn>', 'bara detta organ, med vilket av sina namn som helst')
    .option('--parti <parti>', 'bara punkter där partiet är med, t.ex. S')
    .option('--person <namn>', 'bara punkter där personen är med: hela namnet, eller en del av det', toText)
    .addOption(
      new Option('--utfall <utfall>', 'bara vad som slutade så: yrkandet självt, annars ärendet').choices([
        ...UTFALL,
      ]),
    )
    .option('--fran, --from <dag>', 'från och med denna dag, ÅÅÅÅ-MM-DD', toDay)
    .option('--till, --to <dag>', 'till och med denna dag, ÅÅÅÅ-MM-DD', toDay)
    .option('--diarienummer <nr>', 'bara detta ärende')
    .option('--huvudman <namn>', 'bara denna kommun eller region');

export function addSearch(program: Command, session: Session): void {
  const command = program
    .command('search')
    .summary('söker bland förslag, beslut, yrkanden …')
    .description(
      'Söker bland allt som tagits ut. Böjda former hittas, delar av sammansatta ord också; en fras skrivs inom citattecken, och ett diarienummer hittar sitt ärende. Mellan två ord betyder OR att det ena räcker, och ett ord med minus framför ska inte finnas: "taxa OR avgift -motion".',
    )
    .argument('<FRÅGA>', 'ord, en "fras" eller ett diarienummer');
  narrowingItems(command)
    .option('--limit <antal>', 'högst så många träffar', toCount(1), 20)
    .option('--offset <antal>', 'hoppa över så många träffar', toCount(0), 0)
    .option('--json', 'svar för program')
    .action((query: string, options: Options, own: Command) => search(query, options, own, session));
}
