/** `expediera evaluate DIR`: how much of the gold is found, and how much of what is found is right. */
import type { Command } from 'commander';
import type { LoadedPair, Sources } from './evaluate-sources.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { toCount } from './usage.ts';

interface Options {
  gold?: string;
  only?: string;
  misses: number;
  json?: boolean;
}

/** Reads the sources that are no records yet. A file that cannot be read counts as one in which nothing was found. */
async function withRecords(sources: Sources, command: Command, session: Session): Promise<LoadedPair[]> {
  const [{ openReader }, { whyNotRead }, { showProgress }] = await Promise.all([
    import('./read-files.ts'),
    import('./why-not-read.ts'),
    import('./terminal/progress.ts'),
  ]);
  const progress = showProgress(session.terminal, 'Läser');
  const reader = openReader(await settingsOf(command));
  const pairs = [...sources.pairs];
  let pagesDone = 0;
  try {
    for (const [filesDone, { name, path, gold }] of sources.unread.entries()) {
      progress.update({
        filesDone,
        filesTotal: sources.unread.length,
        pagesDone,
        pagesTotal: null,
        doing: name,
      });
      try {
        const found = await reader.read(path);
        pagesDone += found.source.pageCount;
        pairs.push({ name, gold, found });
      } catch (error) {
        const { exitCode, reason } = whyNotRead(error);
        progress.clear();
        session.terminal.tell(`${path}: ${reason}`);
        if (exitCode === EXIT.failed) session.exitCode = EXIT.failed;
        pairs.push({ name, gold, found: { handlingar: [] } });
      }
    }
  } finally {
    progress.clear();
    await reader.close();
  }
  return pairs;
}

async function evaluateFolder(
  folder: string,
  options: Options,
  command: Command,
  session: Session,
): Promise<void> {
  const { terminal } = session;
  const { findSources } = await import('./evaluate-sources.ts');
  const sources = await findSources(folder, options.gold ?? folder, options.only);
  for (const name of sources.withoutSource) terminal.tell(`${name}: facit utan källa, räknas inte`);
  for (const name of sources.withoutGold) terminal.tell(`${name}: källa utan facit, räknas inte`);
  if (sources.pairs.length + sources.unread.length === 0) {
    throw new CommandError(
      `Inget att mäta: i ${folder} finns ingen källa med ett facit av samma namn (.json).`,
      EXIT.nothingFound,
    );
  }
  const pairs = sources.unread.length > 0 ? await withRecords(sources, command, session) : sources.pairs;
  const [{ evaluate }, { evaluationTable }] = await Promise.all([
    import('../evaluate/score.ts'),
    import('../evaluate/table.ts'),
  ]);
  const evaluation = evaluate(pairs);
  if (!options.json) {
    terminal.answer(evaluationTable(evaluation, options.misses));
    return;
  }
  const { misses, ...figures } = evaluation;
  const answer = { files: pairs.map((pair) => pair.name), ...figures };
  terminal.answer(asJson(options.misses > 0 ? { ...answer, misses } : answer));
}

export function addEvaluate(program: Command, session: Session): void {
  program
    .command('evaluate')
    .summary('mäter hur rätt läsningen är mot ett facit')
    .description(
      'Läser källorna i en mapp (eller tar poster som redan är utlästa) och jämför med facit: en JSON-fil med samma namn, i samma mapp eller i --gold. Visar precision, recall och F1 för varje sort och macro-F1 över dem. Sorter med färre än tio punkter i facit räknas ihop till en.',
    )
    .argument('<MAPP>', 'källor (PDF, bilder, text) eller poster (.json, .jsonl)')
    .option('--gold <mapp>', 'facit, om de inte ligger bredvid källorna')
    .option('--only <ändelse>', 'bara källor med denna ändelse, t.ex. pdf; annars räknas alla med samma namn')
    .option('--misses <antal>', 'visa så många av felen för varje sort', toCount(0), 0)
    .option('--json', 'svar för program')
    .action((folder: string, options: Options, command: Command) =>
      evaluateFolder(folder, options, command, session),
    );
}
