/** `expediera search QUERY`: what was proposed, decided, moved …, found by its words. */
import { type Command, Option } from 'commander';
import { ITEM_TYPER } from '../extraction/item-types.ts';
import type { SearchQuestion } from '../store/search.ts';
import { EXIT } from './exit-codes.ts';
import { asJson, type Session } from './session.ts';
import { toCount, toDay } from './usage.ts';

type Options = Omit<SearchQuestion, 'query'> & { json?: boolean };

async function search(query: string, options: Options, command: Command, session: Session): Promise<void> {
  const [{ withStore }, { unknownAsked }] = await Promise.all([
    import('./with-store.ts'),
    import('./organ-one.ts'),
  ]);
  const { json, ...filters } = options;
  const [answer, unknown] = await withStore(command, session, async (store) => {
    const found = await store.search({ ...filters, query });
    return [found, found.total === 0 ? await unknownAsked(store, filters) : null];
  });
  if (unknown !== null) session.terminal.tell(unknown);
  if (json) {
    session.terminal.answer(asJson(answer));
  } else {
    const { searchText } = await import('./answers/search-text.ts');
    session.terminal.answer(searchText(answer, session.terminal.columns, filters.offset));
  }
  if (answer.total === 0) session.exitCode = EXIT.nothingFound;
}

export function addSearch(program: Command, session: Session): void {
  program
    .command('search')
    .summary('söker bland förslag, beslut, yrkanden …')
    .description(
      'Söker bland allt som tagits ut. Böjda former hittas, delar av sammansatta ord också; en fras skrivs inom citattecken, och ett diarienummer hittar sitt ärende.',
    )
    .argument('<FRÅGA>', 'ord, en "fras" eller ett diarienummer')
    .addOption(new Option('--typ <typ>', 'bara denna sort').choices([...ITEM_TYPER]))
    .option('--organ <namn>', 'bara detta organ, med vilket av sina namn som helst')
    .option('--parti <parti>', 'bara punkter där partiet är med, t.ex. S')
    .option('--from <dag>', 'från och med denna dag, ÅÅÅÅ-MM-DD', toDay)
    .option('--to <dag>', 'till och med denna dag, ÅÅÅÅ-MM-DD', toDay)
    .option('--diarienummer <nr>', 'bara detta ärende')
    .option('--huvudman <namn>', 'bara denna kommun eller region')
    .option('--limit <antal>', 'högst så många träffar', toCount(1), 20)
    .option('--offset <antal>', 'hoppa över så många träffar', toCount(0), 0)
    .option('--json', 'svar för program')
    .action((query: string, options: Options, command: Command) => search(query, options, command, session));
}
