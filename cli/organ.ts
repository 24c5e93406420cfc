/** `expediera organ`: the register of bodies and other recipients, to see and to correct. */
import { Argument, type Command, Option } from 'commander';
import { SLAG } from '../diarium/organ/ord.ts';
import type { OrganAnswer } from '../store/organ.ts';
import type { OfHuvudman } from '../store/store.ts';
import { EXIT } from './exit-codes.ts';
import { addOrganCommands } from './organ-commands.ts';
import { asJson, type Session } from './session.ts';
import { orCommandUnder } from './usage.ts';

type Options = OfHuvudman & { json?: boolean; slag?: string };

/** Without a name: all of them, with what waits at each. */
async function all({ slag, ...options }: Options, command: Command, session: Session): Promise<void> {
  const [{ withStore }, { unknownHuvudman }] = await Promise.all([
    import('./with-store.ts'),
    import('./nothing-found.ts'),
  ]);
  const [registers, mottagare, unknown] = await withStore(command, session, async (store) => {
    const found = (await store.organregister(options)).map((register) => ({
      ...register,
      organ: register.organ.filter((one) => slag === undefined || one.slag === slag),
    }));
    const some = found.filter(({ organ }) => organ.length > 0);
    return [
      some,
      await store.mottagare(options),
      some.length === 0 ? await unknownHuvudman(store, options) : null,
    ];
  });
  if (registers.length === 0) session.exitCode = EXIT.nothingFound;
  if (options.json) {
    session.terminal.answer(asJson(registers.map((one) => ({ ...one, organ: one.organ.map(withoutId) }))));
    return;
  }
  if (unknown !== null) {
    session.terminal.tell(unknown);
    return;
  }
  const { registerText } = await import('./answers/organ-text.ts');
  session.terminal.answer(registerText(registers, mottagare));
}

const withoutId = <T extends { id: unknown }>({ id: _, ...one }: T) => one;

async function one(namn: string, options: Options, command: Command, session: Session): Promise<void> {
  const [{ withStore }, { giveAnswer }, { organText }, { NO_ORGAN, nothingCalled }] = await Promise.all([
    import('./with-store.ts'),
    import('./one-answer.ts'),
    import('./answers/organ-text.ts'),
    import('./nothing-found.ts'),
  ]);
  await withStore(command, session, async (store) => {
    const found = await store.organ(namn, options);
    const answer = found === null || 'choices' in found ? found : await withSurroundings(found);
    await giveAnswer(session, answer, {
      json: options.json,
      none: null,
      nothing: async () =>
        `${await nothingCalled(store, { ...NO_ORGAN, namn }, options)}${orCommandUnder(command, namn)}`,
      several: `Flera huvudmän har något som heter ${namn}.`,
      text: (shown) => organText(shown, session.terminal.columns),
    });

    /** What lies under it and what waits at it. */
    async function withSurroundings(organ: OrganAnswer) {
      const of = { huvudman: organ.huvudman ?? '' };
      const [register] = await store.organregister(of);
      const inbox = await store.inkorg(organ.namn, of);
      const poster = inbox !== null && 'poster' in inbox ? inbox.poster : [];
      return {
        ...organ,
        underordnade: (register?.organ ?? [])
          .filter(({ overordnat }) => overordnat === organ.namn)
          .map((under) => under.namn),
        inkorg: {
          poster: poster.length,
          vantar: poster.filter(({ status }) => status === 'vantar').length,
        },
      };
    }
  });
}

export function addOrgan(program: Command, session: Session): void {
  const command = program
    .command('organ')
    .summary('visar och rättar registret över organ och andra mottagare')
    .description(
      'Visar organen och de andra mottagarna hos varje huvudman: namn genom tiderna, slag, överordnat organ, ledamöter med parti och period, och vad som väntar där. Registret läses ur handlingarna; det en människa har sagt går före.',
    )
    .addArgument(
      new Argument('[NAMN]', 'ett organ eller en annan mottagare, med vilket av sina namn som helst'),
    )
    .option('--huvudman <namn>', 'kommunen eller regionen')
    .addOption(new Option('--slag <slag>', 'bara detta slag').choices(Object.keys(SLAG)))
    .option('--json', 'svar för program')
    .action((namn: string | undefined, options: Options, own: Command) =>
      namn === undefined || namn.trim() === ''
        ? all(options, own, session)
        : one(namn, options, own, session),
    );
  addOrganCommands(command, session);
}
