/** `expediera arende sammanfor | skilj`: matters that are one, as only a person can know. */
import type { Command } from 'commander';
import { type ArendeAnswer, isChoices, type OfHuvudman, type Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session } from './session.ts';
import { toText } from './usage.ts';
import { addWho, whoSays } from './who.ts';

/** `json`: the matter as it is then, as `arende --json` answers. */
type Options = OfHuvudman & { av?: string; json?: boolean };

async function theMatter(store: Store, diarienummer: string, options: Options): Promise<ArendeAnswer> {
  const found = await store.arende(diarienummer, options);
  if (found === null) throw new CommandError(`Inget ärende ${diarienummer} är inläst.`, EXIT.nothingFound);
  if (isChoices(found))
    throw new CommandError(
      `Flera ärenden kan menas med ${diarienummer}: ange --huvudman, eller ärendets id.`,
      EXIT.choices,
    );
  return found;
}

const shown = ({ diarienummer, id }: ArendeAnswer): string => diarienummer ?? `"${id}"`;

async function sammanfor(fran: string, till: string, options: Options, own: Command, session: Session) {
  const [{ withStore }, { withEngine }, { joinMatters }] = await loaded();
  const [one, other] = await withStore(own, session, async (store) => [
    await theMatter(store, fran, options),
    await theMatter(store, till, options),
  ]);
  if (one.id === other.id && options.json) return session.terminal.answer(asJson(one));
  if (one.id === other.id) {
    session.terminal.answer(`${fran} och ${till} är redan ett ärende.`);
    return;
  }
  await withEngine(own, session, ({ client }) => joinMatters(client, one.id, other.id, whoSays(options)));
  const now = await withStore(own, session, (store) => theMatter(store, other.id, options));
  if (options.json) return session.terminal.answer(asJson(now));
  session.terminal.answer(`${shown(one)} hör nu till ${shown(other)}, som har ${now.steg.length} steg.`);
}

async function skilj(diarienummer: string, options: Options, own: Command, session: Session) {
  const [{ withStore }, { withEngine }, { partMatters }] = await loaded();
  const { mayBeSameDiarienummer } = await import('../extraction/language/diarienummer.ts');
  const joined = await withStore(own, session, async (store) => {
    const root = await theMatter(store, diarienummer, options);
    return (await store.sammanforda(root.id)).find(
      ({ id, diarienummer: number }) =>
        id === diarienummer || (number !== null && mayBeSameDiarienummer(number, diarienummer)),
    );
  });
  if (!joined)
    throw new CommandError(`${diarienummer} är inte sammanfört med något annat ärende.`, EXIT.nothingFound);
  await withEngine(own, session, ({ client }) => partMatters(client, joined.id, whoSays(options)));
  if (options.json) {
    const now = await withStore(own, session, (store) => theMatter(store, joined.id, options));
    return session.terminal.answer(asJson(now));
  }
  session.terminal.answer(`${joined.diarienummer ?? joined.id} är åter ett eget ärende.`);
}

const loaded = () =>
  Promise.all([
    import('./with-store.ts'),
    import('./with-engine.ts'),
    import('../engine/tell/matters-by-people.ts'),
  ]);

/** Adds the commands under `arende`. */
export function addArendeJoins(arende: Command, session: Session): void {
  const join = arende
    .command('sammanfor')
    .summary('för samman två ärenden till ett')
    .description(
      'För samman två ärenden till ett, när ett ärende bytt nummer, saknar nummer eller hör till ett annat. Allt som är inläst i det första, och det som kommer senare, hör till det andra.',
    )
    .argument('<ÄRENDE>', 'nummer eller id på det som förs till det andra', toText)
    .argument('<TILL>', 'nummer eller id på det som det hör till', toText)
    .option('--huvudman <namn>', 'kommunen eller regionen, när flera har numret')
    .option('--json', 'svar för program');
  addWho(join).action((fran: string, till: string, options: Options, own: Command) =>
    sammanfor(fran, till, options, own, session),
  );
  const part = arende
    .command('skilj')
    .summary('tar isär två ärenden som förts samman')
    .description('Tar isär ärenden som en människa fört samman: det angivna är åter ett eget.')
    .argument('<ÄRENDE>', 'nummer eller id på det som förts till ett annat', toText)
    .option('--huvudman <namn>', 'kommunen eller regionen, när flera har numret')
    .option('--json', 'svar för program');
  addWho(part).action((diarienummer: string, options: Options, own: Command) =>
    skilj(diarienummer, options, own, session),
  );
}
