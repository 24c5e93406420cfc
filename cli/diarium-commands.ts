/** `expediera diarium bekrafta|ratta|angra`: what a person says of lines of the register. */
import { type Command, Option } from 'commander';
import { RIKTNINGAR } from '../diarium/rader/types.ts';
import type { DiariumQuestion, Radrattelse, RadSvar } from '../store/diarium.ts';
import type { Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session } from './session.ts';
import { helpInSwedish, toDay, toText } from './usage.ts';
import { addWho, whoSays } from './who.ts';

/** What every command that says something of a line takes. */
interface Said {
  av?: string;
  json?: boolean;
}

type Confirm = Said & DiariumQuestion & { allaFullstandiga?: boolean };

async function bekrafta(ids: string[], command: Command, session: Session): Promise<void> {
  const { allaFullstandiga, av, json, ...asked } = command.optsWithGlobals<Confirm>();
  const who = whoSays({ av });
  const { huvudman, diarienummer, organ, from, to } = asked;
  if (ids.length > 0 === (allaFullstandiga === true)) {
    throw new CommandError(
      'Ange vilka rader, antingen med id eller med --alla-fullstandiga.',
      EXIT.wrongUsage,
    );
  }
  const [{ withStore }, { bekraftelseText }] = await Promise.all([
    import('./with-store.ts'),
    import('./answers/diarium-text.ts'),
  ]);
  const done = await withStore(command, session, (store) =>
    store.bekraftaDiarierader(ids.length > 0 ? ids : { huvudman, diarienummer, organ, from, to }, who),
  );
  session.terminal.answer(json ? asJson(done) : bekraftelseText(done));
  if (done.ofullstandiga.length > 0) session.exitCode = EXIT.notAccepted;
  if (done.flertydiga.length > 0) session.exitCode = EXIT.choices;
  const none = done.bekraftade.length + done.redan.length + done.ofullstandiga.length === 0;
  if (done.okanda.length > 0 || (none && done.flertydiga.length === 0)) session.exitCode = EXIT.nothingFound;
}

/** Says something of one line, and shows the line as it is after that. */
async function speak(
  command: Command,
  session: Session,
  say: (store: Store) => Promise<RadSvar>,
): Promise<void> {
  const [{ withStore }, { radText }] = await Promise.all([
    import('./with-store.ts'),
    import('./answers/diarium-text.ts'),
  ]);
  const { json } = command.optsWithGlobals<Said>();
  const said = await withStore(command, session, say);
  if ('rad' in said) {
    session.terminal.answer(json ? asJson(said.rad) : radText(said.rad, session.terminal.columns));
    return;
  }
  session.exitCode = 'okand' in said ? EXIT.nothingFound : EXIT.choices;
  if (json) session.terminal.answer(asJson(said));
  else if ('okand' in said) session.terminal.tell(`Ingen rad har id ${said.okand}.`);
  else session.terminal.tell(`Flera rader har id som börjar med ${said.flertydig}. Skriv fler tecken.`);
}

async function ratta(
  id: string,
  { datum, riktning, nummer, motpart, om, av }: Radrattelse & Said,
  command: Command,
  session: Session,
): Promise<void> {
  const rattelse = { datum, riktning, nummer, motpart, om };
  if (Object.values(rattelse).every((value) => value === undefined)) {
    throw new CommandError(
      'Ange vad som ska rättas: --datum, --riktning, --nummer, --motpart eller --om.',
      EXIT.wrongUsage,
    );
  }
  await speak(command, session, (store) => store.rattaDiarierad(id, rattelse, whoSays({ av })));
}

const toDayOrNone = (value: string): string => (value === '' ? value : toDay(value));

/** What narrows a question, for those that list and those that confirm. */
export function narrowing(command: Command): Command {
  return command
    .option('--diarienummer <nr>', 'bara detta ärende', toText)
    .option('--huvudman <namn>', 'bara denna kommun eller region')
    .option('--organ <namn>', 'bara detta organ: det som sammanträdde eller som skrivelsen går till', toText)
    .option('--fran, --from <dag>', 'första dag, ÅÅÅÅ-MM-DD', toDay)
    .option('--till, --to <dag>', 'sista dag, ÅÅÅÅ-MM-DD', toDay);
}

/** Adds the commands under `diarium`. */
export function addDiariumCommands(command: Command, session: Session): void {
  addBekrafta(command, session);
  addRatta(command, session);
  addAngra(command, session);
}

/**
 * A command under `diarium`. Flags that both have are read by `diarium`, wherever they stand: a command's own help lists
 * those that it heeds, and its options are to be asked for with `optsWithGlobals`.
 */
function under(command: Command, name: string): Command {
  return command
    .command(name)
    .configureHelp({ ...helpInSwedish, showGlobalOptions: false })
    .helpOption('-h, --help', 'visar hjälp')
    .allowExcessArguments(false);
}

function addBekrafta(command: Command, session: Session): void {
  addWho(narrowing(under(command, 'bekrafta')))
    .summary('bekräftar rader som de står')
    .description('Bekräftar rader. En bekräftad rad står som den bekräftades, vad en ny läsning än säger.')
    .argument('[ID...]', 'rader, med id eller början av det')
    .option('--alla-fullstandiga', 'alla rader där inget saknas, är obekräftat eller ska maskeras')
    .option('--json', 'svar för program')
    .action((ids: string[], _: object, own: Command) => bekrafta(ids, own, session));
}

function addRatta(command: Command, session: Session): void {
  addWho(under(command, 'ratta'))
    .summary('rättar uppgifter i en rad')
    .description(
      'Rättar uppgifter i en rad. Rättelsen står kvar efter nya läsningar. Tom text tar bort uppgiften.',
    )
    .argument('<ID>', 'raden, med id eller början av det')
    .option('--datum <dag>', 'dag då den kom in eller upprättades, ÅÅÅÅ-MM-DD', toDayOrNone)
    .addOption(new Option('--riktning <riktning>', 'hur den blev allmän').choices([...RIKTNINGAR]))
    .option('--nummer <nr>', 'diarienummer eller annan beteckning')
    .option('--motpart <namn>', 'avsändare (inkommen) eller mottagare')
    .option('--om <text>', 'i korthet vad den rör')
    .option('--json', 'svar för program')
    .action((id: string, rattelse: Radrattelse & Said, own: Command) => ratta(id, rattelse, own, session));
}

function addAngra(command: Command, session: Session): void {
  addWho(under(command, 'angra'))
    .summary('ångrar den senaste bekräftelsen eller rättelsen av en rad')
    .description('Ångrar det senaste som sagts om en rad. Vad som sagts, av vem och när finns kvar.')
    .argument('<ID>', 'raden, med id eller början av det')
    .option('--json', 'svar för program')
    .action((id: string, { av }: Said, own: Command) =>
      speak(own, session, (store) => store.angraDiarierad(id, whoSays({ av }))),
    );
}
