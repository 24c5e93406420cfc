/** `expediera sakerhetskopiera` and `expediera aterstall`: a copy of all there is, and back again. */
import type { Command } from 'commander';
import { EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { amount } from './terminal/layout.ts';
import { toText } from './usage.ts';

interface Options {
  json?: boolean;
  kontrollera?: boolean;
  skapaMapp?: boolean;
}

/** Shows how many parts and rows have been read, while `work` goes on. */
async function shown<T>(
  session: Session,
  what: string,
  work: (onProgress: (rader: number, blobar: number) => void) => Promise<T>,
): Promise<T> {
  const { showProgress } = await import('./terminal/progress.ts');
  const progress = showProgress(session.terminal, what);
  try {
    return await work((rader, blobar) =>
      progress.update({
        ...{ filesDone: blobar, filesTotal: null, pagesDone: 0, pagesTotal: null },
        doing: amount(rader, 'rad ur databasen', 'rader ur databasen'),
      }),
    );
  } finally {
    progress.clear();
  }
}

async function copy(path: string, options: Options, command: Command, session: Session): Promise<void> {
  const { json, skapaMapp = false } = options;
  const settings = await settingsOf(command);
  const [{ sakerhetskopiera }, { programVersion }, { kopiaText }] = await Promise.all([
    import('../engine/kopia/write.ts'),
    import('./version.ts'),
    import('./answers/kopia-text.ts'),
  ]);
  const gjord = await shown(session, 'Kopierar', (onProgress) =>
    sakerhetskopiera(settings, path, { program: programVersion(), skapaMapp, onProgress }),
  );
  if (gjord.manifest.skadade.length > 0) session.exitCode = EXIT.failed;
  session.terminal.answer(json ? asJson(gjord) : kopiaText(gjord));
}

async function restore(path: string, options: Options, command: Command, session: Session): Promise<void> {
  const { json, kontrollera } = options;
  const { terminal } = session;
  if (kontrollera) {
    const [{ readKopia }, { hallerText }] = await Promise.all([
      import('../engine/kopia/read.ts'),
      import('./answers/kopia-text.ts'),
    ]);
    const manifest = await shown(session, 'Kontrollerar', (onProgress) => readKopia(path, { onProgress }));
    const hel = manifest.skadade.length === 0;
    if (!hel) session.exitCode = EXIT.failed;
    terminal.answer(json ? asJson({ hel, manifest }) : hallerText(manifest));
    return;
  }
  const settings = await settingsOf(command);
  const [{ aterstall }, { aterstalldText }] = await Promise.all([
    import('../engine/kopia/restore.ts'),
    import('./answers/kopia-text.ts'),
  ]);
  const aterstalld = await shown(session, 'Återställer', (onProgress) =>
    aterstall(settings, path, { onProgress, say: (line) => terminal.tell(line) }),
  );
  terminal.answer(json ? asJson(aterstalld) : aterstalldText(aterstalld, settings.home));
}

export function addSakerhetskopiera(program: Command, session: Session): void {
  program
    .command('sakerhetskopiera')
    .summary('gör en säkerhetskopia av allt')
    .description(
      'Gör en säkerhetskopia av allt: databasen som den är i ett ögonblick, filerna, det som textigenkänningen har läst och inställningarna (inte hemligheter). Expediera kan vara igång under tiden. Slutar namnet på .tar blir det en ny fil; annars en mapp, där det som redan är kopierat inte kopieras igen. Slutkod 1 om något redan var skadat eller saknades.',
    )
    .argument('<KOPIA>', 'fil som slutar på .tar, eller en mapp', toText)
    .option('--skapa-mapp', 'skapa mappen; annars görs ingen kopia där ingen mapp finns')
    .option('--json', 'svar för program')
    .action((path: string, options: Options, command: Command) => copy(path, options, command, session));
}

export function addAterstall(program: Command, session: Session): void {
  program
    .command('aterstall')
    .summary('återställer en säkerhetskopia i en tom mapp')
    .description(
      'Återställer en säkerhetskopia där inget finns: i en tom mapp (--home). Allt kontrolleras innan det är klart, och en kopia som är skadad avvisas. Kanaler som skickar något ut ur huset är av efteråt, tills en människa har provat och godkänt dem igen.',
    )
    .argument('<KOPIA>', 'filen eller mappen som sakerhetskopiera gjorde', toText)
    .option('--kontrollera', 'kontrollera bara kopian; inget återställs')
    .option('--json', 'svar för program')
    .action((path: string, options: Options, command: Command) => restore(path, options, command, session));
}
