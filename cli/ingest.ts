/** `expediera ingest PATH…`: takes files in through the running installation, or starts one for the time it takes. */
import type { Command } from 'commander';
import { asJson, type Session, settingsOf } from './session.ts';
import type { TakingIn } from './taking-in.ts';
import { toText } from './usage.ts';
import { addWho } from './who.ts';

interface Options extends TakingIn {
  rerun?: boolean;
}

async function ingest(paths: string[], options: Options, command: Command, session: Session): Promise<void> {
  const [{ checkPaths }, { takeIn }, { nothingUnder }] = await Promise.all([
    import('./paths.ts'),
    import('./taking-in.ts'),
    import('../engine/intake/nothing.ts'),
  ]);
  checkPaths(paths);
  const nothing = await nothingUnder(paths, (await settingsOf(command)).home);
  if (nothing) {
    const { nothingText } = await import('./answers/intake-text.ts');
    session.terminal.answer(options.json ? asJson(NOTHING(nothing.skipped)) : nothingText(paths, nothing));
    return;
  }
  const { rerun = false, lopande = false } = options;
  await takeIn(command, session, options, (connected, following) =>
    connected.ingest(paths, { ...following, rerun, lopande }),
  );
}

/** As when files are taken in, for programs. */
const NOTHING = (skipped: number) => ({
  ...{
    arkiv: null,
    paths: 0,
    contents: 0,
    already: 0,
    alreadyRefused: 0,
    unpacked: 0,
    alreadyUnpacked: 0,
    refused: 0,
  },
  ...{ unreadable: 0, skipped, submitted: 0, workflowId: null, ended: null },
  files: { total: 0, done: 0, refused: 0, failed: 0, running: 0 },
});

export function addIngest(program: Command, session: Session): void {
  addWho(program.command('ingest'))
    .summary('läser in filer, mappar och ZIP-filer')
    .description(
      'Läser in filer, mappar och ZIP-filer med den Expediera som är igång på samma mapp. Är ingen igång startas en för den tid det tar. Det som läses är PDF, Word (DOCX), TIFF, PNG, JPEG och text; filerna i en ZIP-fil läses in var för sig. Samma fil en gång till läses inte om. Det som läses in tillsammans blir ett arkiv, som arkiv visar och styr. Finns det inga filer sägs det, inget arkiv blir till och slutkoden är 0. Slutkod 1 om någon fil inte kunde läsas på grund av fel hos oss; nekade filer visas av arkiv visa NR --filer.',
    )
    .argument('<SÖKVÄG...>', 'filer, mappar och ZIP-filer')
    .option('--wait', 'vänta tills allt är inläst')
    .option('--rerun', 'läs om även det som redan är klart eller nekat')
    .option(
      '--lopande',
      'löpande ärenden: beslut expedieras till dem som ska ha dem (annars arkiv, som inte skickar något)',
    )
    .option('--huvudman <namn>', 'kommunen eller regionen, för filer som inte själva säger det', toText)
    .option('--json', 'svar för program')
    .action((paths: string[], options: Options, command: Command) =>
      ingest(paths, options, command, session),
    );
}
