/** `expediera status`: how many files are in, and what was found in them. */
import type { Command } from 'commander';
import type { FileRow } from '../store/store.ts';
import { asJson, type Session } from './session.ts';

interface Options {
  files?: boolean;
  json?: boolean;
}

/** One file as the contract has it. */
const asContract = ({ path, sha256, status, code, reason }: FileRow) => ({
  path,
  sha256,
  status,
  code,
  reason,
});

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
  }));
  terminal.answer(options.json ? asJson(answer) : statusText(answer));
}

export function addStatus(program: Command, session: Session): void {
  program
    .command('status')
    .summary('visar hur många filer som är inlagda och vad som hittats')
    .description(
      'Visar hur många filer som är inlästa, nekade, misslyckade och på gång, och vad som hittats i dem.',
    )
    .option('--files', 'en rad för varje fil, med orsaken när den inte kunde läsas')
    .option('--json', 'svar för program')
    .action((options: Options, command: Command) => status(options, command, session));
}
