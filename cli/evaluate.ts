/** `expediera evaluate DIR`: how much of the gold is found, and how much of what is found is right. */
import type { Command } from 'commander';
import type { LeftOut } from '../evaluate/leave-one-out.ts';
import type { LoadedPair, Sources } from './evaluate-sources.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { toCount } from './usage.ts';

interface Options {
  gold?: string;
  reliability?: boolean;
  leaveOneOut?: boolean;
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

/** The sources of all folders, each with the gold beside it or in `--gold`. */
async function sourcesOf(folders: string[], options: Options, session: Session): Promise<Sources> {
  const { terminal } = session;
  const { findSources } = await import('./evaluate-sources.ts');
  const all: Sources = { pairs: [], unread: [], withoutGold: [], withoutSource: [] };
  for (const folder of folders) {
    const own = await findSources(folder, options.gold ?? folder, options.only);
    for (const name of own.withoutSource) terminal.tell(`${name}: facit utan källa, räknas inte`);
    for (const name of own.withoutGold) terminal.tell(`${name}: källa utan facit, räknas inte`);
    all.pairs.push(...own.pairs);
    all.unread.push(...own.unread);
  }
  if (all.pairs.length + all.unread.length === 0) {
    throw new CommandError(
      `Inget att mäta: i ${folders.join(', ')} finns ingen källa med ett facit av samma namn (.json).`,
      EXIT.nothingFound,
    );
  }
  return all;
}

async function evaluateFolders(
  folders: string[],
  options: Options,
  command: Command,
  session: Session,
): Promise<void> {
  const { terminal } = session;
  const sources = await sourcesOf(folders, options, session);
  const pairs = sources.unread.length > 0 ? await withRecords(sources, command, session) : sources.pairs;
  const [{ evaluate }, { evaluateGroups }, { judge, reliability }] = await Promise.all([
    import('../evaluate/score.ts'),
    import('../evaluate/groups.ts'),
    import('../evaluate/reliability.ts'),
  ]);
  const { misses, ...figures } = evaluate(pairs);
  const huvudman = evaluateGroups(pairs);
  if (options.leaveOneOut) (await import('./evaluate-trials.ts')).checkOthers(huvudman.length);
  const trust = options.reliability ? reliability(judge(pairs)) : null;
  const trials = options.leaveOneOut ? await leaveOut(sources, session) : null;
  if (options.json) {
    const answer = {
      files: pairs.map((pair) => pair.name),
      ...figures,
      huvudman,
      ...(trust && { reliability: trust }),
      ...(trials && { leaveOneOut: trials.map(({ pairs: _, ...trial }) => trial) }),
      ...(options.misses > 0 && { misses }),
    };
    terminal.answer(asJson(answer));
    return;
  }
  const [{ evaluationTable }, { groupTable, leaveOneOutTable }, { reliabilityTable }] = await Promise.all([
    import('../evaluate/table.ts'),
    import('../evaluate/group-tables.ts'),
    import('../evaluate/reliability-table.ts'),
  ]);
  terminal.answer(evaluationTable({ misses, ...figures }, options.misses));
  terminal.answer(`\n${groupTable(huvudman)}`);
  if (trust) terminal.answer(`\n${reliabilityTable(trust)}`);
  if (trials) terminal.answer(`\n${leaveOneOutTable(trials)}`);
}

/** Reads the sources again without each huvudman's own words. */
async function leaveOut({ unread }: Sources, { terminal }: Session): Promise<LeftOut[]> {
  const [{ openAll }, { leaveOneOut }] = await Promise.all([
    import('./evaluate-trials.ts'),
    import('../evaluate/leave-one-out.ts'),
  ]);
  const skip = (name: string) => terminal.tell(`${name}: har sidor utan text, prövas inte utan ord`);
  return leaveOneOut(await openAll(unread, skip));
}

export function addEvaluate(program: Command, session: Session): void {
  program
    .command('evaluate')
    .summary('mäter hur rätt läsningen är mot ett facit')
    .description(
      'Läser källorna i en mapp (eller tar poster som redan är utlästa) och jämför med facit: en JSON-fil med samma namn, i samma mapp eller i --gold. Visar precision, recall och F1 för varje sort och macro-F1 över dem. Sorter med färre än tio punkter i facit räknas ihop till en. Sedan varje huvudman för sig, sämst först.',
    )
    .argument('<MAPP...>', 'källor (PDF, bilder, text) eller poster (.json, .jsonl)')
    .option('--gold <mapp>', 'facit, om de inte ligger bredvid källorna')
    .option('--only <ändelse>', 'bara källor med denna ändelse, t.ex. pdf; annars räknas alla med samma namn')
    .option('--misses <antal>', 'visa så många av felen för varje sort', toCount(0), 0)
    .option('--reliability', 'visa hur ofta punkter av en viss säkerhet är rätt')
    .option('--leave-one-out', 'visa vad varje huvudman tappar utan de ord som bara dess handlingar använder')
    .option('--json', 'svar för program')
    .action((folders: string[], options: Options, command: Command) =>
      evaluateFolders(folders, options, command, session),
    );
}
