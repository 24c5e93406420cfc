/** `expediera extract FILE…`: files in, records out; no server, no database, no network. */
import { type Command, Option } from 'commander';
import type { Record as FileRecord } from '../extraction/record.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { toText } from './usage.ts';

interface Options {
  format?: 'json' | 'jsonl';
  huvudman?: string;
}

async function extract(paths: string[], options: Options, command: Command, session: Session): Promise<void> {
  const { terminal } = session;
  const settings = await settingsOf(command, { huvudman: options.huvudman });
  const [{ openReader }, { whyNotRead }, { showProgress }] = await Promise.all([
    import('./read-files.ts'),
    import('./why-not-read.ts'),
    import('./terminal/progress.ts'),
  ]);
  const format = options.format ?? (paths.length === 1 ? 'json' : 'jsonl');
  const progress = showProgress(terminal, 'Läser');
  const reader = openReader(settings);
  const records: FileRecord[] = [];
  let pagesDone = 0;
  try {
    for (const [filesDone, path] of paths.entries()) {
      const position = { filesDone, filesTotal: paths.length, doing: path };
      progress.update({ ...position, pagesDone, pagesTotal: null });
      try {
        const record = await reader.read(path, (read, pages) => {
          // How many pages there are in all is known once the last file is open.
          const pagesTotal = filesDone === paths.length - 1 ? pagesDone + pages : null;
          progress.update({ ...position, pagesDone: pagesDone + read, pagesTotal });
        });
        pagesDone += record.source.pageCount;
        progress.clear();
        if (format === 'jsonl') terminal.answer(JSON.stringify(record));
        else records.push(record);
      } catch (error) {
        const { exitCode, reason } = whyNotRead(error);
        progress.clear();
        terminal.tell(`${path}: ${reason}`);
        // The first reason gives the code; the files after it are read all the same.
        session.exitCode ||= exitCode;
      }
    }
  } finally {
    progress.clear();
    await reader.close();
  }
  if (format === 'json' && records.length > 0) {
    terminal.answer(asJson(paths.length === 1 ? records[0] : records));
  }
}

export function addExtract(program: Command, session: Session): void {
  program
    .command('extract')
    .summary('läser filer och skriver ut vad som står i dem, som JSON')
    .description(
      'Läser PDF (med text eller inskannade), Word (DOCX), TIFF, PNG, JPEG och textfiler och skriver ut vad som står i dem. ZIP-filer läses med ingest. Behöver varken server, databas eller nät. En fil som nekas stoppar inte de andra: orsaken står på stderr, och slutkoden säger av vilken sort den var.',
    )
    .argument('<FIL...>', 'filer att läsa')
    .addOption(
      new Option('--format <format>', 'json: en post (flera filer: en lista); jsonl: en post per rad')
        .choices(['json', 'jsonl'])
        .default(undefined, 'json för en fil, jsonl för flera'),
    )
    .option('--huvudman <namn>', 'kommunen eller regionen, för filer som inte själva säger det', toText)
    .action((paths: string[], options: Options, command: Command) =>
      extract(paths, options, command, session),
    );
}
