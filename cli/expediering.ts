/** `expediera expediering`: what was sent to whom, what waits and why, and what a person does about it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import type { Settings } from '../config/settings.ts';
import { LEVERANS_STATUS, type Leverans, type LeveransQuestion } from '../store/expediering.ts';
import type { Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { giveList } from './list-answer.ts';
import { asJson, orNull, type Session, settingsOf } from './session.ts';
import { sentence, toText } from './usage.ts';
import { addWho, whoSays } from './who.ts';

type Options = Omit<LeveransQuestion, 'matter'> & { arende?: string; json?: boolean };
type Said = { json?: boolean; av?: string; paNytt?: boolean };

/** What the commands need, loaded when one of them runs. */
async function loaded() {
  const [withStore, tell, words, text] = await Promise.all([
    import('./with-store.ts'),
    import('./tell-deliveries.ts'),
    import('./in-words.ts'),
    import('./answers/expediering-text.ts'),
  ]);
  return { ...withStore, ...tell, ...words, ...text };
}

async function list(own: Command, session: Session): Promise<void> {
  const { json, arende, ...asked } = own.optsWithGlobals<Options>();
  const question: LeveransQuestion = { ...asked, matter: arende };
  await giveList(own, session, {
    ...{ json, asked: question },
    ask: async (store) => {
      const leveranser = await store.leveranser(question);
      return { total: leveranser.length, leveranser };
    },
    isEmpty: ({ total }) => total === 0,
    text: async ({ leveranser }) => {
      const { expedieringText } = await import('./answers/expediering-text.ts');
      return expedieringText(leveranser, session.terminal.columns, question.status !== undefined);
    },
  });
}

async function theDelivery(store: Store, nyckel: string): Promise<Leverans> {
  const found = await store.leverans(nyckel);
  if (found) return found;
  throw new CommandError(
    `Ingen leverans, eller flera, har en nyckel som börjar med ${nyckel}. Alla visas med: expediera expediering`,
    EXIT.nothingFound,
  );
}

async function resend(nyckel: string, own: Command, session: Session): Promise<void> {
  const options = own.optsWithGlobals<Said>();
  const { withStore, tellDeliveries, inWords } = await loaded();
  const { paNytt = false } = options;
  const row = await withStore(own, session, async (store) => {
    const { nyckel: whole } = await orNull(session, options.json, () => theDelivery(store, nyckel));
    return inWords(() => store.askResend(whole, whoSays(options), { paNytt }));
  });
  session.terminal.answer(
    options.json
      ? asJson(row)
      : `Leveransen till ${row.mottagare} skickas om${row.version > 1 ? ` som version ${row.version}, med nyckeln ${row.nyckel}` : ''}.`,
  );
  await tellDeliveries(own, session, {
    tell: async (client) => {
      const { resendLeverans } = await import('../engine/tell/leveranser.ts');
      await resendLeverans(client, row);
    },
  });
}

async function letGo(nyckel: string, own: Command, session: Session): Promise<void> {
  const options = own.optsWithGlobals<Said>();
  const { withStore, tellDeliveries, inWords } = await loaded();
  const row = await withStore(own, session, async (store) => {
    const { nyckel: whole } = await orNull(session, options.json, () => theDelivery(store, nyckel));
    return inWords(() => store.letGo(whole, whoSays(options)));
  });
  const left = row.hinder.filter(({ kod }) => !row.slappt.includes(kod)).map(({ sv }) => sv);
  session.terminal.answer(
    options.json
      ? asJson(row)
      : [
          `Leveransen till ${row.mottagare} skickas ändå.`,
          ...(left.length > 0 ? [`Den väntar ändå: ${left.join(' ')}`] : []),
        ].join(' '),
  );
  await tellDeliveries(own, session);
}

async function show(nyckel: string, own: Command, session: Session): Promise<void> {
  const { json } = own.optsWithGlobals<Said>();
  const { withStore, leveransText } = await loaded();
  const settings = await settingsOf(own);
  const answer = await withStore(own, session, async (store) => {
    const leverans = await orNull(session, json, () => theDelivery(store, nyckel));
    const handelser = await store.leveransHandelser(leverans.nyckel);
    return { leverans, handelser, utdrag: await writeUtdrag(settings, store, leverans) };
  });
  const { leverans, ...rest } = answer;
  session.terminal.answer(json ? asJson(answer) : leveransText(leverans, rest, session.terminal.columns));
}

/** The utdrag as it was sent, or as it would be now, as a file to open; null when its § is not there any more. */
async function writeUtdrag(settings: Settings, store: Store, leverans: Leverans): Promise<string | null> {
  const [{ openBlobsOf }, { getForsandelse, makeForsandelse }, { expedieringOf }, { wayOf }] =
    await Promise.all([
      import('../engine/stores/index.ts'),
      import('../expediering/forsandelse.ts'),
      import('../expediering/expediering-of.ts'),
      import('../diarium/way/index.ts'),
    ]);
  const blobs = await openBlobsOf(store, settings);
  const now = leverans.forsandelse === null ? await expedieringOf({ store, wayOf }, leverans) : null;
  const made =
    leverans.forsandelse !== null
      ? await getForsandelse(blobs, leverans.forsandelse)
      : now && (await makeForsandelse({ store, blobs }, leverans, now));
  if (!made) return null;
  const folder = join(settings.home, 'utdrag');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${leverans.nyckel}.pdf`);
  writeFileSync(path, made.utdrag);
  return path;
}

export function addExpediering(program: Command, session: Session): void {
  const expediering = program
    .command('expediering')
    .summary('visar vad som skickats till vem, och vad som väntar')
    .description(
      'Visar vad som expedierats: §, till vem, hur, och vad mottagaren svarade. Det som misslyckats kommer först, sedan det som väntar, med skälet. Underkommandon: visa, skicka-om, slapp.',
    )
    .option('--arende <id>', 'bara detta ärende, med sitt id', toText)
    .option('--diarienummer <nr>', 'bara detta ärende', toText)
    .option('--organ <namn>', 'bara det som detta organ beslutat, med vilket av sina namn som helst', toText)
    .option('--mottagare <namn>', 'bara till denna mottagare', toText)
    .addOption(new Option('--status <status>', 'bara med denna status').choices([...LEVERANS_STATUS]))
    .option('--huvudman <namn>', 'bara denna kommun eller region')
    .option('--json', 'svar för program')
    .action((_: Options, own: Command) => list(own, session));
  const under = (name: string, summary: string): Command =>
    expediering
      .command(name)
      .summary(summary)
      .description(sentence(summary))
      .argument('<NYCKEL>', 'leveransens nyckel, eller början av den', toText)
      .option('--json', 'svar för program');
  under('visa', 'visar en leverans: vad som hänt, och var protokollsutdraget ligger').action(
    (nyckel: string, _: Said, own: Command) => show(nyckel, own, session),
  );
  addWho(
    under('skicka-om', 'skickar om det som gavs upp, eller ett beslut som ändrats sedan det levererades'),
  )
    .option('--pa-nytt', 'också det som är framme och oförändrat; mottagaren får det då en gång till')
    .action((nyckel: string, _: Said, own: Command) => resend(nyckel, own, session));
  addWho(
    under('slapp', 'skickar en leverans ändå, fast protokollet inte är justerat eller en uppgift saknas'),
  ).action((nyckel: string, _: Said, own: Command) => letGo(nyckel, own, session));
}
