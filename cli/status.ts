/** `expediera status`: how many files are in, and what was found in them. */
import type { Command } from 'commander';
import type { FileRow, Store } from '../store/store.ts';
import { addEachFile } from './each-file.ts';
import { asJson, type Session } from './session.ts';

interface Options {
  files?: boolean;
  json?: boolean;
}

/** One file as the contract has it. */
const asContract = ({ path, sha256, status, code, reason, ejOmlast }: FileRow) => ({
  ...{ path, sha256, status, code, reason },
  ...(ejOmlast && { ejOmlast }),
});

/** The intake that would read again what is older, where a person has called it off; null: none. */
async function calledOff(store: Store, version: string): Promise<number | null> {
  const [latest] = (await store.arkiv()).filter((one) => one.version !== null);
  return latest?.lage === 'avbrutet' && latest.version === version ? latest.id : null;
}

async function status(options: Options, command: Command, session: Session): Promise<void> {
  const { terminal } = session;
  const { withStore } = await import('./with-store.ts');
  const { filesText, statusText } = await import('./answers/status-text.ts');
  if (options.files) {
    const files = await withStore(command, session, (store) => store.files());
    terminal.answer(options.json ? asJson(files.map(asContract)) : filesText(files));
    return;
  }
  const { EXTRACTION_VERSION } = await import('../extraction/version.ts');
  const answer = await withStore(command, session, async (store) => ({
    ...(await store.status()),
    omlasning: await store.foraldrade(EXTRACTION_VERSION),
    ejOmlasta: await store.ejOmlasta(),
    avbruten: await calledOff(store, EXTRACTION_VERSION),
  }));
  terminal.answer(options.json ? asJson(answer) : statusText(answer));
}

export function addStatus(program: Command, session: Session): void {
  const command = program
    .command('status')
    .summary('visar hur många filer som är mottagna och vad som lästs ut')
    .description(
      'Visar hur många filer som är mottagna (också de i ZIP-filer) och hur många olika innehåll de har, hur många av innehållen som är inlästa, nekade, misslyckade och kvar, och vad som hittats i dem.',
    );
  addEachFile(command, 'files', 'en rad för varje fil, med orsaken när den inte kunde läsas')
    .option('--json', 'svar för program')
    .action((options: Options, command: Command) => status(options, command, session));
}
