/** `expediera inkorg ta-emot | avvisa | lagg-tillbaka`: what a recipient says of what came to it. */
import type { Command } from 'commander';
import type { Postmarke } from '../store/processer.ts';
import {
  type ArendeAnswer,
  type InkorgAnswer,
  isChoices,
  type OfHuvudman,
  type Store,
} from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session } from './session.ts';
import { sentence, toText } from './usage.ts';
import { addWho, whoSays } from './who.ts';

type Options = OfHuvudman & { av?: string; skal?: string; post?: string; json?: boolean };

interface Meant {
  arende: ArendeAnswer;
  inkorg: InkorgAnswer;
  /** The posts of the matter there that no meeting has dealt with. */
  poster: InkorgAnswer['poster'];
}

/** What is meant by a recipient and a number; throws in words what is not known or not told apart. */
async function meant(
  store: Store,
  mottagare: string,
  diarienummer: string,
  options: Options,
): Promise<Meant> {
  const arende = await store.arende(diarienummer, options);
  if (arende === null) throw new CommandError(`Inget ärende ${diarienummer} är inläst.`, EXIT.nothingFound);
  if (isChoices(arende))
    throw new CommandError(`Flera ärenden kan menas med ${diarienummer}: ange --huvudman.`, EXIT.choices);
  const inkorg = await store.inkorg(mottagare, { huvudman: arende.huvudman ?? '' });
  const poster =
    inkorg === null || isChoices(inkorg)
      ? []
      : inkorg.poster.filter(
          ({ id, arende: of, status }) =>
            of === arende.id && status !== 'behandlad' && (options.post === undefined || id === options.post),
        );
  if (inkorg === null || isChoices(inkorg) || poster.length === 0)
    throw new CommandError(`Inget av ${diarienummer} väntar hos ${mottagare}.`, EXIT.nothingFound);
  return { arende, inkorg, poster };
}

/** Of one post, and of several. */
const SAID: { readonly [status in Postmarke['status']]: readonly [string, string] } = {
  mottagen: ['mottagen', 'mottagna'],
  avvisad: ['återsänd', 'återsända'],
  vantar: ['väntar igen', 'väntar igen'],
};

function addMark(
  parent: Command,
  session: Session,
  name: string,
  status: Postmarke['status'],
  about: string,
) {
  const command = parent
    .command(name)
    .summary(about)
    .description(`${sentence(about)} Alla poster av ärendet hos mottagaren, eller en.`)
    .argument('<MOTTAGARE>', 'organ, förvaltning, person … med vilket av sina namn som helst', toText)
    .argument('<DIARIENUMMER>', 'ärendets nummer, eller dess id när det inget har', toText)
    .option('--post <id>', 'bara denna post (id ur inkorg --json)', toText)
    .option('--huvudman <namn>', 'kommunen eller regionen, när flera har numret')
    .option('--json', 'svar för program');
  if (status === 'avvisad') command.requiredOption('--skal <text>', 'varför den återsänds', toText);
  addWho(command).action(async (mottagare: string, diarienummer: string, options: Options, own: Command) => {
    const [{ withStore }, { withEngine }, { markPosts }, { amount }] = await Promise.all([
      import('./with-store.ts'),
      import('./with-engine.ts'),
      import('../engine/tell/matters-by-people.ts'),
      import('./terminal/layout.ts'),
    ]);
    const found = await withStore(own, session, (store) => meant(store, mottagare, diarienummer, options));
    const { arende, inkorg, poster } = found;
    await withEngine(own, session, ({ client }) =>
      markPosts(client, arende.id, {
        ...{ poster: poster.map(({ id }) => id), status },
        ...{ skal: options.skal ?? null, av: whoSays(options) },
      }),
    );
    if (options.json) {
      const { huvudman, diarienummer } = arende;
      const marked = { huvudman, mottagare: inkorg.mottagare, arende: arende.id, diarienummer, status };
      session.terminal.answer(asJson({ ...marked, poster: poster.map(({ id }) => id) }));
      return;
    }
    const what = `${amount(poster.length, 'post', 'poster')} ${SAID[status][poster.length === 1 ? 0 : 1]}`;
    session.terminal.answer(`${arende.diarienummer ?? arende.id} hos ${inkorg.mottagare}: ${what}.`);
  });
}

/** Adds the commands under `inkorg`. */
export function addPostMarks(inkorg: Command, session: Session): void {
  addMark(inkorg, session, 'ta-emot', 'mottagen', 'märker poster som mottagna');
  addMark(inkorg, session, 'avvisa', 'avvisad', 'märker poster som återsända, med skälet');
  addMark(inkorg, session, 'lagg-tillbaka', 'vantar', 'ångrar en märkning');
}
