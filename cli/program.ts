/** All commands of `expediera`, each in a file of its own that loads what it needs only when it is run. */
import { Command, CommanderError, Option } from 'commander';
import { addArende } from './arende.ts';
import { addArkiv } from './arkiv.ts';
import { addBevaka } from './bevaka.ts';
import { addDiarium } from './diarium.ts';
import { addDoctor } from './doctor.ts';
import { addEvaluate } from './evaluate.ts';
import { EXIT } from './exit-codes.ts';
import { addExpediering } from './expediering.ts';
import { addExport } from './export.ts';
import { addExtract } from './extract.ts';
import { addGranska } from './granska.ts';
import { addIngest } from './ingest.ts';
import { addInkorg } from './inkorg.ts';
import { addKanal } from './kanal.ts';
import { addKonto } from './konto.ts';
import { addLogg } from './logg.ts';
import { addNyckel } from './nyckel.ts';
import { addOrgan } from './organ.ts';
import { addAterstall, addSakerhetskopiera } from './sakerhetskopiera.ts';
import { addSearch } from './search.ts';
import { addServe } from './serve.ts';
import type { Session } from './session.ts';
import { addStart } from './start.ts';
import { addStatus } from './status.ts';
import type { Terminal } from './terminal/terminal.ts';
import { complaint, helpInSwedish, unknownUnder } from './usage.ts';
import { programVersion } from './version.ts';
import { addWorker } from './worker.ts';

export interface Invocation extends Session {
  program: Command;
}

const ADD = [
  addStart,
  addIngest,
  addArkiv,
  addStatus,
  addSearch,
  addArende,
  addInkorg,
  addBevaka,
  addGranska,
  addOrgan,
  addDiarium,
  addExpediering,
  addKanal,
  addKonto,
  addNyckel,
  addLogg,
  addExport,
  addExtract,
  addEvaluate,
  addSakerhetskopiera,
  addAterstall,
  addDoctor,
  addWorker,
  addServe,
];

/** The program with all its commands, ready to parse; nothing is read or opened yet. */
export function createProgram(terminal: Terminal): Invocation {
  const program = new Command('expediera')
    .description(
      'Läser kommunala handlingar, tar ut vad som föreslogs och beslutades, och för varje punkt vidare till nästa organ.',
    )
    .usage('KOMMANDO [flaggor]')
    .addOption(new Option('--home <mapp>', 'mappen som håller allt (annars EXPEDIERA_HOME, annars ./data)'))
    .version(programVersion(), '-V, --version', 'visar programmets version')
    .helpOption('-h, --help', 'visar hjälp')
    .helpCommand(false)
    .configureHelp({ ...helpInSwedish, showGlobalOptions: true })
    .showSuggestionAfterError(true)
    // a flag that a command and one of its own both have is that of the one it stands behind
    .enablePositionalOptions()
    .exitOverride();
  const invocation: Invocation = { program, terminal, exitCode: EXIT.done };
  program.configureOutput({
    writeOut: (text) => terminal.answer(text.replace(/\n$/, '')),
    writeErr: (text) => terminal.draw(text),
    outputError: () => undefined,
    getOutHelpWidth: () => terminal.columns,
    getErrHelpWidth: () => terminal.columns,
  });
  for (const add of ADD) add(program, invocation);
  for (const command of program.commands) {
    command.helpOption('-h, --help', 'visar hjälp').allowExcessArguments(false);
    if (command.commands.length > 0) command.enablePositionalOptions();
  }
  return invocation;
}

/** The command that `args` name, for saying where its help is. */
function commandOf(program: Command, args: string[]): Command {
  const names = program.commands.map((command) => command.name());
  const at = args.findIndex((arg) => names.includes(arg));
  const named = program.commands[names.indexOf(args[at] ?? '')];
  return named === undefined ? program : commandOf(named, args.slice(at + 1));
}

/** The program's own flags come first for the parser, wherever a person writes them. */
function ownFlagsFirst(args: string[]): string[] {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  const own: string[] = [];
  const rest: string[] = [];
  for (let i = 0; i < before.length; i++) {
    const arg = before[i] ?? '';
    if (arg === '--home' && i + 1 < before.length) own.push(arg, before[++i] ?? '');
    else if (arg.startsWith('--home=') || ['-V', '--version'].includes(arg)) own.push(arg);
    else rest.push(arg);
  }
  return [...own, ...rest, ...args.slice(before.length)];
}

/** Runs a command; resolves to its exit code. Errors that are not ours to explain are thrown on. */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const invocation = createProgram(terminal);
  const { program } = invocation;
  if (args.length === 0) {
    program.outputHelp({ error: true });
    return EXIT.wrongUsage;
  }
  try {
    await program.parseAsync(ownFlagsFirst(args), { from: 'user' });
    return invocation.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    const command = commandOf(program, args);
    terminal.tell(unknownUnder(command, error) ?? complaint(error.message, command));
    return EXIT.wrongUsage;
  }
}
