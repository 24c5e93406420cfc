/** `expediera organ ladda`, `skriv`, `ratta`, `sammanfor`, `angra`, `historik`, `schema`. */
import { type Command, Option } from 'commander';
import { SLAG } from '../diarium/organ/ord.ts';
import type { OfHuvudman } from '../store/store.ts';
import type { ChangeOptions } from './organ-change.ts';
import type { RattaOptions } from './organ-ratta.ts';
import { asJson, type Session } from './session.ts';
import { toCount, toDay, toText } from './usage.ts';
import { addWho } from './who.ts';

const addHuvudman = (command: Command): Command =>
  command.option('--huvudman <namn>', 'kommunen eller regionen');

const addJson = (command: Command): Command => command.option('--json', 'svar för program');

const addDays = (command: Command): Command =>
  command
    .option('--from, --fran <dag>', 'det gamla namnet gällde från (ÅÅÅÅ-MM-DD)', toDay)
    .option('--to, --till <dag>', 'det gamla namnet gällde till (ÅÅÅÅ-MM-DD)', toDay);

const addCommon = (command: Command): Command => addJson(addHuvudman(addWho(command)));

const more = (value: string, before: string[] = []): string[] => [...before, toText(value)];

const optionsOf = <T>(command: Command): T => command.optsWithGlobals() as T;

/** Adds the sub-commands that change the register, or take it in and out. */
export function addOrganCommands(organ: Command, session: Session): void {
  addJson(addWho(organ.command('ladda')))
    .summary('tar in ett register ur en fil')
    .description(
      'Tar in ett register ur en fil (docs/organ.md). Hela filen prövas innan något ändras. Det som filen säger gäller; det den inte nämner är som förut. Samma fil igen ändrar inget.',
    )
    .argument('<FIL>', 'JSON; - läser från stdin')
    .action(async (file: string, _: unknown, command: Command) => {
      const { ladda } = await import('./organ-fil.ts');
      await ladda(file, optionsOf<ChangeOptions>(command), command, session);
    });
  addHuvudman(organ.command('skriv'))
    .summary('skriver registret till en fil, att ändra i och ladda')
    .description(
      'Skriver registret i filens form (docs/organ.md), till en ny fil eller ut. Ledamöter som läses ur protokollen skrivs inte: de följer av handlingarna.',
    )
    .argument('[FIL]', 'filen; får inte finnas')
    .option('--rattat', 'bara det som en människa har sagt')
    .action(async (file: string | undefined, _: unknown, command: Command) => {
      const { skriv } = await import('./organ-fil.ts');
      await skriv(file, optionsOf<OfHuvudman & { rattat?: boolean }>(command), command, session);
    });
  addCommon(
    addDays(organ.command('ratta'))
      .summary('rättar ett organ eller en annan mottagare')
      .description('Rättar ett organ eller en annan mottagare. Det som inte anges är som förut.')
      .argument('<NAMN>', 'vilket av sina namn som helst')
      .option('--namn <namn>', 'vad det heter nu; det förra namnet blir ett tidigare', toText)
      .option('--tidigare <namn>', 'ett annat namn som det har haft (kan upprepas)', more)
      .option('--forkortning <bokstäver>', 'vad det förkortas (kan upprepas)', more)
      .addOption(new Option('--slag <slag>', 'vad det är').choices(Object.keys(SLAG)))
      .option('--overordnat <namn>', 'organet som det ligger under', toText)
      .option('--utan-overordnat', 'ligger inte under något annat')
      .option('--kanal <namn>', 'kanalen som beslut skickas genom', toText)
      .option('--utan-kanal', 'har ingen kanal')
      .option('--ny', 'finns inte i registret än'),
  ).action(async (namn: string, _: unknown, command: Command) => {
    const { rattaOrgan } = await import('./organ-ratta.ts');
    await rattaOrgan(namn, optionsOf<RattaOptions>(command), command, session);
  });
  addCommon(
    addDays(organ.command('sammanfor'))
      .summary('säger att två namn är samma organ')
      .description(
        'Säger att två namn är samma organ: det heter det första och har hetat det andra. Ärendenas väg och inkorgarna räknas om.',
      )
      .argument('<NAMN>', 'vad det heter')
      .argument('<ANNAT>', 'vad det också har hetat'),
  ).action(async (namn: string, annat: string, _: unknown, command: Command) => {
    const { sammanforOrgan } = await import('./organ-ratta.ts');
    await sammanforOrgan([namn, annat], optionsOf<RattaOptions>(command), command, session);
  });
  addJson(addWho(organ.command('angra')))
    .summary('ångrar en ändring')
    .description(
      'Ångrar en ändring, den senaste om inget nummer anges. Numren visas med: expediera organ historik',
    )
    .argument('[NR]', 'ändringens nummer', toCount(1))
    .action(async (nr: number | undefined, _: unknown, command: Command) => {
      const { angra } = await import('./organ-historik.ts');
      await angra(nr, optionsOf<ChangeOptions>(command), command, session);
    });
  addJson(addHuvudman(organ.command('historik')))
    .summary('visar alla ändringar, vem som gjorde dem och när')
    .description('Visar alla ändringar av registret, den senaste först: vad, vem och när.')
    .action(async (_: unknown, command: Command) => {
      const { historik } = await import('./organ-historik.ts');
      await historik(optionsOf<ChangeOptions>(command), command, session);
    });
  organ
    .command('schema')
    .summary('skriver filens JSON Schema')
    .action(async () => {
      const { organFilJsonSchema } = await import('../diarium/organ/index.ts');
      session.terminal.answer(asJson(organFilJsonSchema()));
    });
}
