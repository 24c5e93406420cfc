/** `expediera doctor`: whether everything that is needed is here and well, and what to do about what is not. */
import type { Command } from 'commander';
import type { Settings } from '../config/settings.ts';
import type { Fynd, Lage, Sammanhang } from './doctor/check.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';

interface Options {
  json?: boolean;
  allt?: boolean;
  kanaler?: boolean;
}

const SAID: { readonly [lage in Lage]: string } = { ok: 'ok', varning: 'VARNING', fel: 'FEL' };

/** The settings, or what is wrong with them: the program itself is looked at all the same. */
async function loadedSettings(command: Command): Promise<Settings | Fynd> {
  try {
    return await settingsOf(command);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const gor = 'Rätta inställningen där den står: i filen, i miljön eller på kommandoraden.';
    return { namn: 'Inställningar', lage: 'fel', text: error.message, gor };
  }
}

async function findings(options: Options, command: Command, session: Session): Promise<Fynd[]> {
  const [{ runChecks }, { programChecks }] = await Promise.all([
    import('./doctor/check.ts'),
    import('./doctor/program.ts'),
  ]);
  const settings = await loadedSettings(command);
  const say = (line: string): void => session.terminal.tell(line);
  if ('lage' in settings) return [settings, ...(await runChecks(programChecks, { say } as Sammanhang))];
  const of: Sammanhang = { settings, allt: options.allt === true, say };
  const [{ machineChecks }, { keptChecks }, { temporalChecks }, { channelChecks }] = await Promise.all([
    import('./doctor/machine.ts'),
    import('./doctor/kept.ts'),
    import('./doctor/temporal.ts'),
    import('./doctor/channels.ts'),
  ]);
  const words = settings.ownWords === null ? 'inga egna ord' : `egna ord ur ${settings.words}`;
  const first: Fynd = { namn: 'Inställningar', lage: 'ok', text: `giltiga, ${words}` };
  const checks = [...programChecks, ...machineChecks, ...keptChecks, ...temporalChecks];
  const found = [first, ...(await runChecks(checks, of))];
  return options.kanaler ? [...found, ...(await runChecks(await channelChecks(of), of))] : found;
}

async function doctor(options: Options, command: Command, session: Session): Promise<void> {
  const { terminal } = session;
  const found = await findings(options, command, session);
  const ok = found.every(({ lage }) => lage !== 'fel');
  if (!ok) session.exitCode = EXIT.failed;
  if (options.json) {
    const checks = found.map(({ namn, lage, text, gor }) => ({
      ...{ name: namn, ok: lage !== 'fel', detail: text },
      ...{ lage, gor: gor ?? null },
    }));
    terminal.answer(asJson({ ok, checks }));
    return;
  }
  const { wrap, widthOf } = await import('./terminal/layout.ts');
  const wide = Math.max(...found.map(({ namn }) => widthOf(namn)));
  const lines = found.flatMap(({ namn, lage, text, gor }) => {
    const first = `${SAID[lage].padEnd(9)}${namn}${' '.repeat(wide - widthOf(namn) + 2)}`;
    const indent = ' '.repeat(wide + 11);
    const doing = gor === undefined ? [] : wrap(`→ ${gor}`, terminal.columns, indent);
    return [...wrap(text, terminal.columns, indent, first), ...doing];
  });
  terminal.answer(lines.join('\n'));
}

export function addDoctor(program: Command, session: Session): void {
  program
    .command('doctor')
    .summary('kontrollerar att allt som behövs finns och fungerar')
    .description(
      'Kontrollerar allt och säger vad som ska göras: Node.js och paketen, ett ord som läses av textigenkänningen, inställningarna, mappen och disken, minnet, klockan, portarna, databasen, filerna mot sina summor, det som väntar, Temporals program (som hämtas om det saknas), databas och server och vilka som tar arbete. Inget ändras, och det går att köra medan Expediera är igång. Slutkod 1 om något är fel; en varning är inget fel.',
    )
    .option('--allt', 'läs igenom hela databasen och alla filer; det tar tid')
    .option('--kanaler', 'se efter att kanalernas mottagare går att nå; inget skickas')
    .option('--json', 'svar för program')
    .action((options: Options, command: Command) => doctor(options, command, session));
}
