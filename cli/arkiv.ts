/** `expediera arkiv`: what was taken in together, how it goes, and pausing, calling off and running it again. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Styrning } from '../engine/intake/steer.ts';
import type { ShownArkiv } from './answers/arkiv-text.ts';
import { addEachFile } from './each-file.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, orNull, type Session, settingsOf } from './session.ts';
import type { TakingIn } from './taking-in.ts';
import { sentence } from './usage.ts';
import { addWho, whoSays } from './who.ts';

interface Options {
  json?: boolean;
  av?: string;
  filer?: boolean;
  genast?: boolean;
}

type AgainOptions = TakingIn & { alla?: boolean; misslyckade?: boolean; aldre?: boolean };

function toId(value: string): number {
  if (!/^\d{1,9}$/u.test(value)) throw new InvalidArgumentError('ange inläsningens nummer, som arkiv visar');
  return Number(value);
}

async function list(own: Command, session: Session): Promise<void> {
  const { json } = own.optsWithGlobals<Options>();
  const [{ withStore }, { arkivenText }] = await Promise.all([
    import('./with-store.ts'),
    import('./answers/arkiv-text.ts'),
  ]);
  const rows = await withStore(own, session, (store) => store.arkiv());
  if (rows.length === 0) session.exitCode = EXIT.nothingFound;
  session.terminal.answer(json ? asJson(rows) : arkivenText(rows));
}

async function show(id: number, own: Command, session: Session): Promise<void> {
  const { json, filer } = own.optsWithGlobals<Options>();
  const [
    { withStore },
    { arkivText },
    { NAMED },
    { arkivOf },
    { arkivWork, namedRunning },
    { connectInstallation },
  ] = await Promise.all([
    import('./with-store.ts'),
    import('./answers/arkiv-text.ts'),
    import('./answers/not-read-text.ts'),
    import('../engine/intake/steer.ts'),
    import('../engine/intake/work.ts'),
    import('../engine/installation.ts'),
  ]);
  const kept = await orNull(session, json, () =>
    withStore(own, session, async (store) => ({
      arkiv: await arkivOf(store, id),
      reasons: await store.arkivOrsaker(id),
      delade: await store.deladeFiler(id),
      files: filer || json ? await store.arkivFiler(id) : [],
      notRead: filer || json ? [] : await store.arkivEjInlasta(id, NAMED + 1),
    })),
  );
  const { arkiv, reasons, delade, files, notRead } = kept;
  const settings = await settingsOf(own);
  let work: ShownArkiv['work'] = null;
  let isRunning = false;
  if (arkiv.files.running > 0) {
    try {
      const connected = await connectInstallation(settings);
      isRunning = connected !== null;
      try {
        const told = connected && (await arkivWork(connected.client, arkiv));
        if (told === null || told === 'no-worker') work = told;
        else if (connected) work = { ...told, running: await namedRunning(connected, id, told.running) };
      } finally {
        await connected?.stop();
      }
    } catch (error) {
      // it is starting or stopping just now: what is kept is known all the same
      isRunning = true;
      session.terminal.tell(
        `Läsprogrammet svarar inte just nu (${(error as Error).name}): det här är vad som är sparat.`,
      );
    }
  }
  const answer = { ...arkiv, reasons, delade, work, isRunning };
  session.terminal.answer(
    json
      ? asJson({ ...answer, filer: files })
      : arkivText(answer, files, { notRead, columns: session.terminal.columns }),
  );
}

async function steer(id: number, what: Styrning, own: Command, session: Session): Promise<void> {
  const { json, genast = false, ...who } = own.optsWithGlobals<Options>();
  const [{ withStore }, { styrtText }, { steer: doSteer }, { connectInstallation }] = await Promise.all([
    import('./with-store.ts'),
    import('./answers/styrt-text.ts'),
    import('../engine/intake/steer.ts'),
    import('../engine/installation.ts'),
  ]);
  const connected = await connectInstallation(await settingsOf(own));
  try {
    const client = connected?.client ?? null;
    const arkiv = await orNull(session, json, () =>
      withStore(own, session, (store) =>
        doSteer({ store, client }, id, what, { av: whoSays(who), atOnce: genast }),
      ),
    );
    session.terminal.answer(json ? asJson(arkiv) : styrtText(arkiv, genast));
  } finally {
    await connected?.stop();
  }
}

/** Lets a paused one go on; one whose files were not all found is taken in from its paths again. */
async function goOn(id: number, own: Command, session: Session): Promise<void> {
  const [{ withStore }, { isCutOff }, { isUploaded }] = await Promise.all([
    import('./with-store.ts'),
    import('../engine/intake/steer.ts'),
    import('../engine/intake/is-uploaded.ts'),
  ]);
  const arkiv = await withStore(own, session, (store) => store.ettArkiv(id));
  if (!arkiv || !isCutOff(arkiv)) return steer(id, 'fortsatt', own, session);
  const { takeIn } = await import('./taking-in.ts');
  const { paths, lopande } = arkiv;
  if (paths.some(isUploaded)) return goOnWithout(id, own, session);
  const options = own.optsWithGlobals<TakingIn>();
  await takeIn(own, session, { ...options, lopande }, async (connected, following) => {
    await connected.store.setArkivLage(id, 'samlas', whoSays(options), ['brutet', 'pausat']);
    return connected.ingest(paths, { ...following, lopande, arkiv: id });
  });
}

/** What was sent to the page and broke off goes on with what came: the rest is on another machine. */
async function goOnWithout(id: number, own: Command, session: Session): Promise<void> {
  const [{ withStore }, { settleForLess }, { connectInstallation }, { styrtText }] = await Promise.all([
    import('./with-store.ts'),
    import('../engine/intake/settle-for-less.ts'),
    import('../engine/installation.ts'),
    import('./answers/styrt-text.ts'),
  ]);
  const { json, ...who } = own.optsWithGlobals<Options>();
  const engine = await connectInstallation(await settingsOf(own));
  try {
    const arkiv = await withStore(own, session, (store) =>
      settleForLess({ store, engine }, id, whoSays(who)),
    );
    const styrt = { ...arkiv, underWay: engine && arkiv.files.running };
    session.terminal.answer(json ? asJson(styrt) : styrtText(styrt));
  } finally {
    await engine?.stop();
  }
}

async function again(id: number | undefined, own: Command, session: Session): Promise<void> {
  const options = own.optsWithGlobals<AgainOptions>();
  const { alla = false, misslyckade = false, aldre = false } = options;
  if ((id === undefined) === !alla)
    throw new CommandError('expediera arkiv om: ange ett arkivs nummer, eller --alla.', EXIT.wrongUsage);
  const question = { arkiv: id ?? null, failed: misslyckade || !aldre, older: aldre };
  const [{ withStore }, { filesAgain }, { EXTRACTION_VERSION }, { nothingAgainText }] = await Promise.all([
    import('./with-store.ts'),
    import('../engine/intake/again.ts'),
    import('../extraction/version.ts'),
    import('./answers/styrt-text.ts'),
  ]);
  // asked first: nothing has to be started to say that there is nothing
  const nothing = await orNull(session, options.json, () =>
    withStore(own, session, async (store) => {
      const { arkiv, files } = await filesAgain(store, question, EXTRACTION_VERSION);
      if (files.length > 0) return null;
      // called off while nothing ran: the next start marks what was left of it
      const all = arkiv === null ? await store.arkiv() : [arkiv];
      const isLeft = all.some((one) => one.lage === 'avbrutet' && one.files.running > 0);
      if (question.failed && isLeft) return null;
      return nothingAgainText(arkiv ?? (await store.status()), question);
    }),
  );
  if (nothing !== null) return session.terminal.answer(options.json ? asJson(null) : nothing);
  const { takeIn } = await import('./taking-in.ts');
  await takeIn(
    own,
    session,
    options,
    (connected, following) => connected.again(question, following),
    'Det finns inget att läsa om.',
  );
}

const addJson = (command: Command): Command => command.option('--json', 'svar för program');

export function addArkiv(program: Command, session: Session): void {
  const arkiv = addJson(program.command('arkiv'))
    .summary('visar och styr det som lästs in')
    .description(
      'Visar inläsningarna: det som lästs in tillsammans, med ingest eller start, och det som läses om efter en uppgradering (omläsning). Underkommandon: visa, pausa, fortsatt, avbryt, om.',
    )
    .action((_: Options, own: Command) => list(own, session));
  addEachFile(addJson(arkiv.command('visa')), 'filer', 'en rad för varje fil')
    .summary('visar hur det går med en inläsning, och varför filer inte kom in')
    .description(
      'Visar hur långt inläsningen kommit, takten och tiden som är kvar, vad som läses nu, och varför filer nekats eller misslyckats.',
    )
    .argument('<NR>', 'inläsningens nummer', toId)
    .action((id: number, _: Options, own: Command) => show(id, own, session));
  for (const [name, summary, more] of [
    [
      'pausa',
      'pausar en inläsning',
      'Filer på gång läses klart, inga nya börjas. Pausen står kvar över omstarter.',
    ],
    [
      'avbryt',
      'avbryter en inläsning',
      'Filer på gång läses klart; de som inte börjat räknas som misslyckade (cancelled) och kan läsas om med arkiv om.',
    ],
  ] as const) {
    const command = addWho(addJson(arkiv.command(name)));
    if (name === 'avbryt') command.option('--genast', 'avbryt också filerna på gång');
    command
      .summary(summary)
      .description(`${sentence(summary)} ${more}`)
      .argument('<NR>', 'inläsningens nummer', toId)
      .action((id: number, _: Options, own: Command) => steer(id, name, own, session));
  }
  addWho(addJson(arkiv.command('fortsatt')))
    .summary('låter en pausad eller ofullständig inläsning gå vidare')
    .description(
      'Låter en pausad inläsning gå vidare. Där insamlingen av filer bröts samlas de in igen från samma sökvägar; det som redan är klart läses inte om.',
    )
    .argument('<NR>', 'inläsningens nummer', toId)
    .option('--wait', 'vänta tills allt är inläst, när insamlingen görs om')
    .action((id: number, _: Options, own: Command) => goOn(id, own, session));
  addWho(addJson(arkiv.command('om')))
    .summary('läser om det som misslyckats i en inläsning')
    .description(
      'Läser om filer som misslyckats eller inte kunnat läsas om, eller med --aldre sådana som lästs av en äldre version av reglerna. Det blir en ny inläsning. Nekade filer läses inte om: det är filen det är fel på.',
    )
    .argument('[NR]', 'inläsningens nummer', toId)
    .option('--alla', 'allt som någon gång lästs in')
    .option('--misslyckade', 'det som misslyckats (förvalt)')
    .option('--aldre', 'det som en äldre version av reglerna läst')
    .option('--wait', 'vänta tills allt är inläst')
    .action((id: number | undefined, _: AgainOptions, own: Command) => again(id, own, session));
}
