/** `expediera arende DIARIENUMMER`: a matter's way through the bodies. */
import type { Command } from 'commander';
import type { ArendeAnswer, Hit, OfHuvudman, Store } from '../store/store.ts';
import type { Session } from './session.ts';
import { toText } from './usage.ts';

type Options = OfHuvudman & { json?: boolean };

/** Far more clauses than one matter ever has; the longest seen had some two hundred. */
const ALL_CLAUSES = 5000;

/** The clauses proposed and decided in a matter, for showing beside its steps. */
async function clausesOf(store: Store, answer: ArendeAnswer, of: OfHuvudman): Promise<Hit[]> {
  const { diarienummer } = answer;
  if (diarienummer === null) return [];
  const huvudman = answer.huvudman ?? of.huvudman;
  const question = { query: '', diarienummer, huvudman, limit: ALL_CLAUSES };
  const proposed = await store.search({ ...question, typ: 'forslag' });
  const decided = await store.search({ ...question, typ: 'beslut' });
  return [...proposed.hits, ...decided.hits];
}

async function arende(
  diarienummer: string,
  options: Options,
  command: Command,
  session: Session,
): Promise<void> {
  const [{ withStore }, { giveAnswer }, { arendeText }] = await Promise.all([
    import('./with-store.ts'),
    import('./one-answer.ts'),
    import('./answers/arende-text.ts'),
  ]);
  await withStore(command, session, async (store) =>
    giveAnswer(session, await store.arende(diarienummer, options), {
      json: options.json,
      none: null,
      nothing: `Inget ärende ${diarienummer} finns inlagt.`,
      several: `Flera ärenden kan menas med ${diarienummer}.`,
      text: async (answer: ArendeAnswer) =>
        arendeText(answer, await clausesOf(store, answer, options), session.terminal.columns),
    }),
  );
}

export function addArende(program: Command, session: Session): void {
  program
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
}
