/** Commander's own words in Swedish, and how its values are checked. */
import { type Command, type HelpConfiguration, InvalidArgumentError, type Option } from 'commander';
import { didYouMean, nearest } from './nearest.ts';

const TITLES: { [title: string]: string } = {
  'Usage:': 'Så här:',
  'Arguments:': 'Argument:',
  'Options:': 'Flaggor:',
  'Commands:': 'Kommandon:',
  'Global Options:': 'Gemensamma flaggor:',
};

function describe(option: Option): string {
  const extras: string[] = [];
  if (option.argChoices) extras.push(option.argChoices.join(', '));
  if (option.defaultValue !== undefined && option.defaultValue !== false) {
    extras.push(`annars ${option.defaultValueDescription ?? String(option.defaultValue)}`);
  }
  return extras.length > 0 ? `${option.description} (${extras.join('; ')})` : option.description;
}

/** How help is set out: titles in Swedish, choices and defaults behind the description. */
export const helpInSwedish: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  styleUsage: (usage) => usage.replace('[options]', '[flaggor]').replace('[command]', 'KOMMANDO'),
  subcommandTerm: (command) => {
    const args = command.registeredArguments.map((argument) =>
      argument.required
        ? `${argument.name()}${argument.variadic ? ' …' : ''}`
        : `[${argument.name()}${argument.variadic ? ' …' : ''}]`,
    );
    return [command.name(), ...args].join(' ');
  },
  optionDescription: describe,
  // those of a command in between are that command's own
  visibleGlobalOptions: (command) => {
    const root = rootOf(command);
    return root === command ? [] : root.options.filter((option) => !option.hidden);
  },
};

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent));

/** What commander finds wrong, said in Swedish; the part in quotes is the person's own. */
const COMPLAINTS: [RegExp, string][] = [
  [/^missing required argument '(.+)'/, 'argumentet $1 saknas'],
  [/^option '(.+)' argument missing/, 'flaggan $1 saknar sitt värde'],
  [/^required option '(.+)' not specified/, 'flaggan $1 saknas'],
  [/^unknown option '(.+?)'/, 'flaggan $1 finns inte'],
  [/^unknown command '(.+?)'/, 'kommandot $1 finns inte'],
  [/^too many arguments.*/s, 'för många argument'],
  [/^option '(.+)' argument '(.*)' is invalid\. (.*)/s, 'flaggan $1 kan inte vara "$2": $3'],
  [/^command-argument value '(.*)' is invalid for argument '(.+)'\. (.*)/s, '$2 kan inte vara "$1": $3'],
];

/** "expediera granska ratta". */
const nameOf = (command: Command): string =>
  command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;

const NOT_A_CHOICE = /^option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\./s;
/** More choices than these are not read through when one of them is near. */
const FEW = 10;

function notAChoice([, option, value = '', choices = '']: string[]): string {
  const known = choices.split(', ');
  const meant = didYouMean(value, known);
  const listed = meant === '' || known.length <= FEW ? `; den kan vara ${choices}` : '';
  return `flaggan ${option} kan inte vara "${value}"${listed}.${meant}`;
}

/** What is wrong, of commander's own words. */
function inSwedish(first: string): string {
  const choice = NOT_A_CHOICE.exec(first);
  if (choice) return notAChoice(choice);
  const known = COMPLAINTS.find(([pattern]) => pattern.test(first));
  return `${known ? first.replace(known[0], known[1]) : first}.`;
}

/** Commander's message as a person reads it. */
export function complaint(message: string, command: Command): string {
  const plain = message.replace(/^error: /, '').trim();
  const [first = plain, suggestion] = plain.split('\n');
  const meant = suggestion && /^\(Did you mean (.+)\?\)$/.exec(suggestion)?.[1];
  const name = nameOf(command);
  return `${name}: ${inSwedish(first)}${meant ? ` Menade du ${meant}?` : ''} Hjälp: ${name} --help`;
}

const namesUnder = (command: Command): string[] => command.commands.map((under) => under.name());

/**
 * What is wrong with a word behind a command that has others under it, where commander takes it for one argument too many
 * or stumbles on a flag of the command that was meant; null: that it is not.
 */
export function unknownUnder(command: Command, { code }: { code: string }): string | null {
  const names = namesUnder(command);
  const [word] = command.args;
  if (names.length === 0 || word === undefined || word.startsWith('-')) return null;
  if (!['commander.excessArguments', 'commander.unknownOption'].includes(code)) return null;
  const meant = didYouMean(word, names);
  // it may as well be the argument that the command itself takes
  if (meant === '' && command.registeredArguments.length > 0) return null;
  const name = nameOf(command);
  const choices = meant === '' ? ` De som finns: ${names.join(', ')}.` : meant;
  return `${name}: kommandot ${word} finns inte.${choices} Hjälp: ${name} --help`;
}

/**
 * A line "Menade du kommandot expediera organ ratta?", where the only word behind a command is nothing that is known, and like one
 * of the commands under it; else empty.
 */
export function orCommandUnder(command: Command, word: string): string {
  const [meant] = nearest(word, namesUnder(command));
  return meant === undefined ? '' : `\nMenade du kommandot ${nameOf(command)} ${meant}?`;
}

/** A summary as the sentence that a description begins with. */
export const sentence = (summary: string): string =>
  `${summary[0]?.toLocaleUpperCase('sv') ?? ''}${summary.slice(1)}.`;

/** A day written YYYY-MM-DD that exists. */
export function toDay(value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError('en dag skrivs ÅÅÅÅ-MM-DD');
}

/** A whole number from `least`. */
export function toCount(least: number): (value: string) => number {
  return (value) => {
    const count = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (count >= least) return count;
    throw new InvalidArgumentError(`ett helt tal från ${least} väntas`);
  };
}

/** A port of this machine; 0 lets it choose a free one. */
export function toPort(value: string): number {
  const port = toCount(0)(value);
  if (port <= 65535) return port;
  throw new InvalidArgumentError('en port är ett tal från 0 till 65535');
}

/** A name or question with something in it. */
export function toText(value: string): string {
  if (value.trim() !== '') return value;
  throw new InvalidArgumentError('den är tom');
}
