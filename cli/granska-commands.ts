/** The commands under `expediera granska` by which a person looks, decides and takes back. */
import type { Command } from 'commander';
import type { Atgard } from '../diarium/rattelser/index.ts';
import type { MalVy } from '../store/rattelser.ts';
import type { Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { addFlags, type Given } from './granska-flags.ts';
import type { Session } from './session.ts';
import { sentence, toCount, toText } from './usage.ts';
import { addWho } from './who.ts';

interface Who {
  av?: string;
  json?: boolean;
}

const ID = 'ID: ur granska, eller början av det.';

/** Adds a command that decides. */
function addDeciding(granska: Command, name: string, args: string, summary: string, more: string): Command {
  const description = `${sentence(summary)} ${more} ${ID}`;
  const command = granska.command(`${name} ${args}`).summary(summary).description(description);
  return addWho(command).option('--json', 'svar för program');
}

type AtgardFor = (vy: MalVy, asked: string, store: Store) => Promise<Atgard> | Atgard;

async function run(
  ids: string[],
  said: string,
  of: { options: Who; command: Command; session: Session },
  atgard: AtgardFor,
): Promise<void> {
  const { decide } = await import('./granska-decide.ts');
  await decide(ids, { ...of, said, atgard });
}

export function addGranskaCommands(granska: Command, session: Session): void {
  granska
    .command('visa <ID...>')
    .summary('visar en sak: var den står, vad som lästs, varför den väntar, vad som beslutats')
    .description(`Visar en punkt, ett ärende eller en handling. ${ID}`)
    .option('--json', 'svar för program')
    .action(async (ids: string[], options: Who, command: Command) =>
      (await import('./granska-historik.ts')).visa(ids, options, command, session),
    );

  addDeciding(
    granska,
    'godkann',
    '<ID...>',
    'godkänner det som lästs',
    'En punkt godkänns hel; av ett ärende eller en handling de uppgifter som det frågas om, eller de som anges.',
  )
    .option('--falt <uppgift...>', 'uppgifter i ett ärende eller en handling, t.ex. diarienummer')
    .action(async (ids: string[], options: Who & { falt?: string[] }, command: Command) => {
      const { approval } = await import('./granska-decide.ts');
      await run(ids, 'godkänt', { options, command, session }, (vy, asked) =>
        approval(vy, asked, options.falt),
      );
    });

  addFlags(
    addDeciding(
      granska,
      'ratta',
      '<ID>',
      'rättar det som lästs, ord för ord',
      'Inom parentes står vad varje flagga hör till. Värdet "-" säger att uppgiften inte finns.',
    ),
  ).action(async (id: string, options: Who & Given, command: Command) => {
    const { changedFalt } = await import('./granska-falt.ts');
    await run([id], 'rättat', { options, command, session }, (vy) => ({
      typ: 'ratta',
      falt: changedFalt(options, vy),
    }));
  });

  addDeciding(granska, 'avvisa', '<ID...>', 'stryker en läsning som är fel', 'Det tas bort ur ärendet.')
    .requiredOption('--skal <text>', 'varför', toText)
    .action((ids: string[], options: Who & { skal: string }, command: Command) =>
      run(ids, 'struket', { options, command, session }, () => ({ typ: 'avvisa', skal: options.skal })),
    );

  addDeciding(granska, 'dela', '<ID>', 'delar en punkt som är flera', 'En --text för varje del, i ordning.')
    .option('--text <text>', 'en del', (text: string, before: string[] = []) => [...before, text])
    .action((id: string, options: Who & { text?: string[] }, command: Command) => {
      const texter = options.text ?? [];
      if (texter.length < 2)
        throw new CommandError('Ange minst två delar: --text … --text …', EXIT.wrongUsage);
      return run([id], 'delat', { options, command, session }, () => ({ typ: 'dela', texter }));
    });

  addDeciding(
    granska,
    'sla-ihop',
    '<ID> <ID...>',
    'slår ihop punkter som är en',
    'De ska vara av samma slag i samma ärende; texterna följer på varandra, om ingen annan text anges.',
  )
    .option('--text <text>', 'den hela texten', toText)
    .action((id: string, others: string[], options: Who & { text?: string }, command: Command) =>
      run([id], 'ihopslaget', { options, command, session }, async (_, __, store) => {
        const { meantBy } = await import('./granska-targets.ts');
        const med: string[] = [];
        for (const other of others) med.push(...(await meantBy(store, other)).map((one) => one.id));
        return { typ: 'sla_ihop', med, text: options.text ?? null };
      }),
    );

  addFlags(
    addDeciding(
      granska,
      'lagg-till',
      '<ÄRENDE-ID> <SORT>',
      'lägger till en punkt som inte lästs',
      'SORT: forslag, beslut, yrkanden, reservationer, anteckningar, voteringar, expediering eller underlag.',
    ).requiredOption('--sida <nr>', 'sidan i filen där den står', toCount(1)),
    ['forslag', 'yrkanden', 'reservationer', 'anteckningar', 'voteringar', 'expediering', 'underlag'],
  ).action(async (id: string, sort: string, options: Who & Given & { sida: number }, command: Command) => {
    const [{ newItem }, { isItemTyp }] = await Promise.all([
      import('./granska-falt.ts'),
      import('../diarium/rattelser/index.ts'),
    ]);
    if (!isItemTyp(sort)) throw new CommandError(`${sort} är ingen sort av punkter.`, EXIT.wrongUsage);
    await run([id], 'tillagt i', { options, command, session }, ({ kind }) => ({
      ...{ typ: 'lagg_till', punkt: sort, page: options.sida },
      falt: newItem(sort, options, kind),
    }));
  });

  addWho(
    granska
      .command('angra <RÄTTELSE-ID>')
      .summary('ångrar ett beslut')
      .description('Ångrar ett beslut: det som lästes gäller igen. RÄTTELSE-ID: ur granska historik.'),
  ).action(async (id: string, options: Who, command: Command) =>
    (await import('./granska-fil.ts')).angra(id, options, command, session),
  );

  addWho(
    granska
      .command('klar <FIL>')
      .summary('säger att hela filen är genomgången')
      .description(
        'Säger att en människa har gått igenom hela filen och sett varningarna. Inga punkter i den får vänta.',
      ),
  ).action(async (file: string, options: Who, command: Command) =>
    (await import('./granska-fil.ts')).klar(file, options, command, session),
  );

  granska
    .command('historik [ID]')
    .summary('visar vad som beslutats, av vem och när')
    .description(`Visar vad som beslutats, av vem och när, det tidigaste först, och påminnelser. ${ID}`)
    .option('--fil <namn>', 'bara denna fil, med namn eller sökväg', toText)
    .option('--json', 'svar för program')
    .action(async (id: string | undefined, options: Who & { fil?: string }, command: Command) =>
      (await import('./granska-historik.ts')).historik(id, options, command, session),
    );

  granska
    .command('facit <MAPP>')
    .summary('skriver genomgångna filer som facit för evaluate')
    .description(
      'Skriver de filer som människor gått igenom till en mapp, var och en med sitt facit, så som expediera evaluate läser dem. Visar också hur ofta punkter av en viss säkerhet godkändes som de var lästa.',
    )
    .option('--json', 'svar för program')
    .action(async (folder: string, options: Who, command: Command) =>
      (await import('./granska-facit.ts')).facit(folder, options, command, session),
    );
}
