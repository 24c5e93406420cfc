/** `expediera kanal`: how recipients are reached, and who has switched that on. */
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  ALLA,
  ALLA_ORGAN,
  ALLA_OVRIGA,
  KANAL_SLAG,
  type Kanal,
  type KanalLage,
  type KanalSlag,
  type NyKanal,
} from '../store/expediering.ts';
import type { OfHuvudman, Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { sentence, toText } from './usage.ts';
import { addWho, whoSays } from './who.ts';

type Options = OfHuvudman & { json?: boolean; av?: string };
type NewOptions = Options & {
  slag: KanalSlag;
  till?: string;
  tillAlla?: 'alla' | 'organ' | 'ovriga';
  adress?: string;
  satt?: NyKanal['installningar'];
  ersatt?: boolean;
};

/** What the commands need, loaded when one of them runs. */
async function loaded() {
  const [withStore, tell, words, text] = await Promise.all([
    import('./with-store.ts'),
    import('./tell-deliveries.ts'),
    import('./in-words.ts'),
    import('./answers/kanal-text.ts'),
  ]);
  return { ...withStore, ...tell, ...words, ...text };
}

async function list(own: Command, session: Session): Promise<void> {
  const { json, ...of } = own.optsWithGlobals<Options>();
  const { withStore, kanalerText } = await loaded();
  const rows = await withStore(own, session, (store) => store.kanaler(of));
  if (rows.length === 0) session.exitCode = EXIT.nothingFound;
  session.terminal.answer(json ? asJson(rows) : kanalerText(rows));
}

async function history(own: Command, session: Session): Promise<void> {
  const { json, ...of } = own.optsWithGlobals<Options>();
  const { withStore, kanalHandelserText } = await loaded();
  const rows = await withStore(own, session, (store) => store.kanalHandelser(of));
  if (rows.length === 0) session.exitCode = EXIT.nothingFound;
  session.terminal.answer(json ? asJson(rows) : kanalHandelserText(rows));
}

async function make(namn: string, own: Command, session: Session): Promise<void> {
  const options = own.optsWithGlobals<NewOptions>();
  const { withStore, tellDeliveries, inWords, kanalText } = await loaded();
  const { kanalAv } = await import('../expediering/kanal-av.ts');
  const { slag, adress, satt = {}, ersatt = false } = options;
  if (slag !== 'inkorg' && adress === undefined) {
    throw new CommandError('expediera kanal ny: flaggan --adress saknas.', EXIT.wrongUsage);
  }
  const kanal = await withStore(
    own,
    session,
    async (store) => {
      const huvudman = await theHuvudman(store, own, options);
      const made: NyKanal = {
        ...{ huvudman, namn, slag, mottagare: recipient(options), installningar: satt },
        adress: slag === 'inkorg' ? '' : slag === 'mapp' ? resolve(adress ?? '') : (adress ?? ''),
      };
      return inWords(() => {
        if (slag !== 'inkorg') kanalAv(made);
        return store.saveKanal(made, whoSays(options), { ersatt });
      });
    },
    { make: true },
  );
  session.terminal.answer(options.json ? asJson(kanal) : kanalText(kanal));
  if (ersatt) await tellDeliveries(own, session);
}

async function put(namn: string, lage: KanalLage, own: Command, session: Session): Promise<void> {
  const options = own.optsWithGlobals<Options>();
  const { withStore, tellDeliveries, inWords, kanalText } = await loaded();
  const kanal = await withStore(own, session, async (store) => {
    const { huvudman } = await theChannel(store, namn, options);
    return inWords(() => store.setKanalLage({ huvudman, namn }, lage, whoSays(options)));
  });
  session.terminal.answer(options.json ? asJson(kanal) : kanalText(kanal));
  await tellDeliveries(own, session, { silent: lage === 'av' });
}

function recipient({ till, tillAlla }: NewOptions): string {
  if ((till === undefined) === (tillAlla === undefined)) {
    throw new CommandError(
      'expediera kanal ny: ange vem kanalen är till, med --till NAMN eller --till-alla.',
      EXIT.wrongUsage,
    );
  }
  if (till !== undefined) return till;
  return tillAlla === 'organ' ? ALLA_ORGAN : tillAlla === 'ovriga' ? ALLA_OVRIGA : ALLA;
}

/** As given, else the one that the setting names, else the only one that there is. */
async function theHuvudman(store: Store, own: Command, { huvudman }: OfHuvudman): Promise<string | null> {
  const [{ huvudmanKey }, { knownHuvudman }] = await Promise.all([
    import('../extraction/routing/organ.ts'),
    import('./huvudman.ts'),
  ]);
  const asked = huvudman ?? (await settingsOf(own)).huvudman;
  const known = await knownHuvudman(store);
  if (asked !== undefined) return asked.trim() === '' ? null : (known.get(huvudmanKey(asked)) ?? asked);
  const [only, ...others] = known.values();
  if (only !== undefined && others.length === 0) return only;
  const names = [...known.values()].map((name) => `"${name}"`).join(', ');
  throw new CommandError(
    `Vilken huvudman är kanalen för? Ange --huvudman.${names === '' ? '' : ` De som finns: ${names}.`}`,
    names === '' ? EXIT.wrongUsage : EXIT.choices,
  );
}

async function theChannel(store: Store, namn: string, of: OfHuvudman): Promise<Kanal> {
  const all = await store.kanaler(of);
  const [found, ...others] = all.filter((one) => one.namn === namn);
  if (found && others.length === 0) return found;
  if (!found) {
    const names = all.map((one) => one.namn).join(', ');
    throw new CommandError(
      `Ingen kanal heter ${namn}.${names === '' ? '' : ` De som finns: ${names}.`}`,
      EXIT.nothingFound,
    );
  }
  throw new CommandError(`Flera huvudmän har en kanal som heter ${namn}: ange --huvudman.`, EXIT.choices);
}

/** "port=587": numbers and true or false as what they are. */
function toSettings(value: string, before: NyKanal['installningar'] = {}): NyKanal['installningar'] {
  const [, name, text] = /^([A-Za-z]+)=(.+)$/su.exec(value) ?? [];
  if (name === undefined || text === undefined) throw new InvalidArgumentError('skriv namn=värde');
  const plain = /^\d{1,9}$/u.test(text)
    ? Number(text)
    : text === 'true' || text === 'false'
      ? text === 'true'
      : text;
  return { ...before, [name]: plain };
}

const addCommon = (command: Command): Command =>
  command
    .option('--huvudman <namn>', 'kommunen eller regionen, när flera finns')
    .option('--json', 'svar för program');

export function addKanal(program: Command, session: Session): void {
  const kanal = addCommon(program.command('kanal'))
    .summary('visar och ändrar hur mottagare nås')
    .description(
      'Visar kanalerna: hur besluten når sina mottagare. En mottagare utan kanal har sin inkorg här. En ny kanal är av; prova slår på den för en provkörning att titta på, och godkann släpper ut det som väntar och allt som kommer sedan. Underkommandon: ny, prova, godkann, av, historik.',
    )
    .action((_: Options, own: Command) => list(own, session));
  addWho(addCommon(kanal.command('ny')))
    .summary('gör en kanal; den är av')
    .description(
      'Gör en kanal. Den är av tills en människa slår på den. Hemligheter anges med namnet på en miljövariabel, aldrig själva.',
    )
    .argument('<NAMN>', 'vad kanalen kallas', toText)
    .addOption(
      new Option('--slag <slag>', 'hur mottagaren nås').choices([...KANAL_SLAG]).makeOptionMandatory(),
    )
    .option('--till <mottagare>', 'mottagaren, med vilket av sina namn som helst', toText)
    .addOption(
      new Option('--till-alla [vilka]', 'alla mottagare som inte har en egen kanal')
        .choices(['alla', 'organ', 'ovriga'])
        .preset('alla'),
    )
    .option('--adress <adress>', 'mapp: en mapp; epost: en adress; webhook: en URL', toText)
    .option(
      '--satt <namn=värde>',
      'mer som avsändaren behöver, t.ex. nyckelEnv=NAMN; får upprepas',
      toSettings,
    )
    .option('--ersatt', 'ändra en kanal som finns; den stängs av')
    .action((namn: string, _: Options, own: Command) => make(namn, own, session));
  for (const [name, lage, summary] of [
    ['prova', 'prov', 'slår på kanalen för en provkörning: inget lämnar datorn'],
    ['godkann', 'pa', 'godkänner kanalen: det som väntar skickas, och allt som kommer sedan'],
    ['av', 'av', 'stänger av kanalen: inget mer skickas'],
  ] as const) {
    addWho(addCommon(kanal.command(name)))
      .summary(summary)
      .description(sentence(summary))
      .argument('<NAMN>', 'kanalens namn', toText)
      .action((namn: string, _: Options, own: Command) => put(namn, lage, own, session));
  }
  addCommon(kanal.command('historik'))
    .summary('visar vem som gjort vad med kanalerna, och när')
    .description('Visar varje ändring av kanalerna: vad, vem och när.')
    .action((_: Options, own: Command) => history(own, session));
}
