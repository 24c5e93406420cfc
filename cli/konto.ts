/** `expediera konto`: who may log in to the web desk. */
import { type Command, Option } from 'commander';
import { ROLLER, type Roll } from '../store/konton.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session } from './session.ts';
import { sentence, toText } from './usage.ts';
import { addWho, whoSays } from './who.ts';

interface Options {
  json?: boolean;
  av?: string;
  roll: Roll;
}

/** What the commands need, loaded when one of them runs. */
async function loaded() {
  const [withStore, words, text, password, secret] = await Promise.all([
    import('./with-store.ts'),
    import('./in-words.ts'),
    import('./answers/konto-text.ts'),
    import('../server/access/password.ts'),
    import('./terminal/secret.ts'),
  ]);
  return { ...withStore, ...words, ...text, ...password, ...secret };
}

async function list(own: Command, session: Session): Promise<void> {
  const { json } = own.optsWithGlobals<Options>();
  const { withStore, kontonText } = await loaded();
  const rows = await withStore(own, session, (store) => store.konton());
  if (rows.length === 0) session.exitCode = EXIT.nothingFound;
  session.terminal.answer(json ? asJson(rows) : kontonText(rows));
}

const WHY = {
  kort: 'Lösenordet är för kort: minst 12 tecken.',
  lang: 'Lösenordet är för långt: högst 256 tecken.',
  namn: 'Lösenordet är för lätt att gissa: det är mest namnet eller samma tecken.',
};

/** The hash of a password that a person types twice, or that stands on the first line of stdin. */
async function askedHash(namn: string, { terminal }: Session): Promise<string> {
  const { askSecrets, whyNot, hashPassword } = await loaded();
  const given = await askSecrets([`Lösenord för ${namn}`, 'En gång till'], terminal);
  if (given === null) throw new CommandError('Inget lösenord gavs: inget är ändrat.', EXIT.notAccepted);
  const [password = '', again] = given;
  if (password !== again)
    throw new CommandError('De två lösenorden är inte lika: inget är ändrat.', EXIT.notAccepted);
  const why = whyNot(password, namn);
  if (why !== null) throw new CommandError(WHY[why], EXIT.notAccepted);
  return hashPassword(password);
}

async function make(namn: string, own: Command, session: Session): Promise<void> {
  const options = own.optsWithGlobals<Options>();
  const { withStore, inWords, kontonText } = await loaded();
  const losenord = await askedHash(namn, session);
  const vem = { av: whoSays(options), dorr: 'cli' } as const;
  const konto = await withStore(
    own,
    session,
    (store) => inWords(() => store.skapaKonto({ namn, roll: options.roll, losenord }, vem)),
    { make: true },
  );
  session.terminal.answer(options.json ? asJson(konto) : kontonText([konto]));
}

async function change(namn: string, own: Command, session: Session): Promise<void> {
  const options = own.optsWithGlobals<Options>();
  const { withStore, inWords } = await loaded();
  const losenord = await askedHash(namn, session);
  const vem = { av: whoSays(options), dorr: 'cli' } as const;
  await withStore(own, session, (store) => inWords(() => store.bytLosenord(namn, losenord, vem)));
  session.terminal.answer(`${namn} har ett nytt lösenord och är utloggad överallt.`);
}

async function close(namn: string, own: Command, session: Session): Promise<void> {
  const options = own.optsWithGlobals<Options>();
  const { withStore, inWords } = await loaded();
  const vem = { av: whoSays(options), dorr: 'cli' } as const;
  await withStore(own, session, (store) => inWords(() => store.stangKonto(namn, vem)));
  session.terminal.answer(`Kontot ${namn} är stängt, och utloggat överallt.`);
}

/** A new account or key has a role. */
export const rollOption = (): Option =>
  new Option('--roll <roll>', 'lasare läser det offentliga; registrator läser in, granskar och skickar')
    .choices([...ROLLER])
    .makeOptionMandatory();

export function addKonto(program: Command, session: Session): void {
  const konto = program
    .command('konto')
    .summary('visar och ändrar vilka som får logga in på webbplatsen')
    .description(
      'Visar kontona på webbplatsen. När ett finns måste alla logga in. Lösenord frågas efter, eller läses från stdin; de ges aldrig som argument. Underkommandon: lagg-till, losenord, stang.',
    )
    .option('--json', 'svar för program')
    .action((_: Options, own: Command) => list(own, session));
  addWho(konto.command('lagg-till'))
    .summary('gör ett konto')
    .description('Gör ett konto, med en roll. Lösenordet frågas efter, eller läses från stdin.')
    .argument('<NAMN>', 'som det står i loggen', toText)
    .addOption(rollOption())
    .option('--json', 'svar för program')
    .action((namn: string, _: Options, own: Command) => make(namn, own, session));
  for (const [name, summary, work] of [
    ['losenord', 'ger ett konto ett nytt lösenord och loggar ut det', change],
    ['stang', 'stänger ett konto för gott och loggar ut det', close],
  ] as const) {
    addWho(konto.command(name))
      .summary(summary)
      .description(sentence(summary))
      .argument('<NAMN>', 'kontots namn', toText)
      .action((namn: string, _: Options, own: Command) => work(namn, own, session));
  }
}
