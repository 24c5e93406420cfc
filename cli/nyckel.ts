/** `expediera nyckel`: keys by which other programs ask the web desk. */
import type { Command } from 'commander';
import type { Roll } from '../store/konton.ts';
import { EXIT } from './exit-codes.ts';
import { rollOption } from './konto.ts';
import { asJson, type Session } from './session.ts';
import { toText } from './usage.ts';
import { addWho, whoSays } from './who.ts';

interface Options {
  json?: boolean;
  av?: string;
  roll: Roll;
}

async function loaded() {
  const [withStore, words, text, secrets] = await Promise.all([
    import('./with-store.ts'),
    import('./in-words.ts'),
    import('./answers/konto-text.ts'),
    import('../server/access/secrets.ts'),
  ]);
  return { ...withStore, ...words, ...text, ...secrets };
}

async function list(own: Command, session: Session): Promise<void> {
  const { json } = own.optsWithGlobals<Options>();
  const { withStore, nycklarText } = await loaded();
  const rows = await withStore(own, session, (store) => store.nycklar());
  if (rows.length === 0) session.exitCode = EXIT.nothingFound;
  session.terminal.answer(json ? asJson(rows) : nycklarText(rows));
}

async function make(namn: string, own: Command, session: Session): Promise<void> {
  const options = own.optsWithGlobals<Options>();
  const { withStore, nyNyckelText, newKey } = await loaded();
  const { key, id, hash } = newKey();
  const vem = { av: whoSays(options), dorr: 'cli' } as const;
  const made = await withStore(
    own,
    session,
    (store) => store.skapaNyckel({ id, hash, namn, roll: options.roll }, vem),
    { make: true },
  );
  session.terminal.answer(options.json ? asJson({ ...made, nyckel: key }) : nyNyckelText(key, made));
}

async function close(id: string, own: Command, session: Session): Promise<void> {
  const options = own.optsWithGlobals<Options>();
  const { withStore, inWords } = await loaded();
  const vem = { av: whoSays(options), dorr: 'cli' } as const;
  const closed = await withStore(own, session, (store) => inWords(() => store.stangNyckel(id, vem)));
  session.terminal.answer(`Nyckeln ${closed.id}… (${closed.namn}) är stängd.`);
}

export function addNyckel(program: Command, session: Session): void {
  const nyckel = program
    .command('nyckel')
    .summary('visar och ändrar nycklar som andra program frågar webbplatsen med')
    .description(
      'Visar nycklarna: andra program frågar webbplatsen med en i stället för att logga in. En nyckel visas bara när den görs; här finns bara dess början. Underkommandon: ny, stang.',
    )
    .option('--json', 'svar för program')
    .action((_: Options, own: Command) => list(own, session));
  addWho(nyckel.command('ny'))
    .summary('gör en nyckel och visar den, den enda gången')
    .description('Gör en nyckel, med en roll, och visar den. Den visas bara nu.')
    .argument('<NAMN>', 'vem eller vad som ska ha den, som det står i loggen', toText)
    .addOption(rollOption())
    .option('--json', 'svar för program')
    .action((namn: string, _: Options, own: Command) => make(namn, own, session));
  addWho(nyckel.command('stang'))
    .summary('stänger en nyckel för gott')
    .description('Stänger en nyckel för gott: den som frågar med den nekas.')
    .argument('<NYCKEL>', 'nyckelns början, eller dess namn om bara en har det', toText)
    .action((id: string, _: Options, own: Command) => close(id, own, session));
}
