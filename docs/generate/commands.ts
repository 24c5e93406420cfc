import { exitCodeTable } from '../../cli/exit-codes.ts';
import { createProgram } from '../../cli/program.ts';
import type { Terminal } from '../../cli/terminal/terminal.ts';
import { markdownTable } from './markdown.ts';

const HELP_COLUMNS = 100;

/** Keeps nothing: help is asked for as text. */
const silent: Terminal = {
  answer: () => undefined,
  tell: () => undefined,
  draw: () => undefined,
  columns: HELP_COLUMNS,
  drawColumns: HELP_COLUMNS,
  interactive: false,
};

/** The help of the program and of every command, as it is printed. */
export function commandBlock(): string {
  const { program } = createProgram(silent);
  const help = (text: string) => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
  const commands = program.commands.flatMap((command) => [
    `## ${command.name()}\n\n${help(command.helpInformation())}`,
    ...command.commands.map(
      (under) => `### ${command.name()} ${under.name()}\n\n${help(under.helpInformation())}`,
    ),
  ]);
  return [help(program.helpInformation()), ...commands].join('\n\n');
}

/** Every exit code with what it means. */
export function exitCodeBlock(): string {
  return markdownTable(
    ['code', 'name', 'meaning', 'på svenska'],
    exitCodeTable().map(({ code, name, sv, en }) => [String(code), `\`${name}\``, en, sv]),
  );
}
