/** `expediera logg`: who did what and when, and whether that log is whole. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { HANDELSER, type HandelseVad, type Sigill } from '../store/handelselogg.ts';
import { isChoices } from '../store/matter.ts';
import type { Store } from '../store/store.ts';
import { EXIT } from './exit-codes.ts';
import { giveList } from './list-answer.ts';
import { asJson, type Session } from './session.ts';
import { helpInSwedish, toCount, toDay, toText } from './usage.ts';

interface Options {
  av?: string;
  vad?: HandelseVad;
  fran?: string;
  till?: string;
  om?: string;
  limit?: number;
  json?: boolean;
}

/** Entries shown to people unless they ask for another number; programs get all. */
const SHOWN = 50;

/** The moment that a Swedish day begins, `after` days later. */
function beginOf(day: string, after = 0): string {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + after);
  const date = noon.toISOString().slice(0, 10);
  const hour = Number(
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit' }).format(
      new Date(`${date}T00:00:00Z`),
    ),
  );
  return new Date(Date.parse(`${date}T00:00:00Z`) - hour * 3_600_000).toISOString();
}

/**
 * What an entry may be about, of what a person writes: a matter by its number, a file by its hash, a §, an intake, or the
 * word itself.
 */
async function meant(store: Store, text: string): Promise<string[]> {
  const paragraf = /^§?\s*(\d+[a-z]?(?:\/\d+)?)$/iu.exec(text);
  const arkiv = /^(?:arkiv|inläsning)[\s:]*(\d+)$/iu.exec(text);
  if (arkiv) return [`arkiv:${Number(arkiv[1])}`];
  const found = await store.arende(text);
  const huvudman =
    found !== null && isChoices(found) ? found.choices.map((one) => one.huvudman ?? '') : [undefined];
  const ids: string[] = [];
  for (const one of huvudman) {
    const arende =
      found === null ? null : await store.arende(text, one === undefined ? {} : { huvudman: one });
    if (arende === null || isChoices(arende)) continue;
    const joined = await store.sammanforda(arende.id);
    ids.push(arende.id, ...joined.map(({ id }) => id));
  }
  return [...ids, text.toLowerCase(), text, ...(paragraf ? [`§${paragraf[1]}`] : [])];
}

async function logg(options: Options, command: Command, session: Session): Promise<void> {
  const { json, om, fran, till, ...asked } = options;
  await giveList(command, session, {
    ...{ json, asked: {} },
    ask: async (store) =>
      store.handelser({
        ...asked,
        ...(fran !== undefined && { fran: beginOf(fran) }),
        ...(till !== undefined && { till: beginOf(till, 1) }),
        ...(om !== undefined && { om: await meant(store, om) }),
        ...(!json && { limit: asked.limit ?? SHOWN }),
      }),
    isEmpty: ({ total }) => total === 0,
    text: async (answer) => {
      const { loggText } = await import('./answers/logg-text.ts');
      const { columns, onScreen } = session.terminal;
      return answer.total === 0 ? 'Inget sådant står i loggen.' : loggText(answer, onScreen ? columns : null);
    },
  });
}

function toSigill(value: string): Sigill {
  const [, nr, hash] = /^(\d+):([0-9a-f]{64})$/u.exec(value.trim()) ?? [];
  if (nr === undefined || hash === undefined)
    throw new InvalidArgumentError('ett sigill är ett nummer, ett kolon och 64 tecken');
  return { nr: Number(nr), hash };
}

async function kontrollera(
  { sigill, json }: { sigill?: Sigill; json?: boolean },
  command: Command,
  session: Session,
): Promise<void> {
  const [{ withStore }, { kontrollText }] = await Promise.all([
    import('./with-store.ts'),
    import('./answers/logg-text.ts'),
  ]);
  const kontroll = await withStore(command, session, (store) => store.kontrolleraHandelser(sigill));
  if (kontroll.brott !== null) session.exitCode = EXIT.failed;
  session.terminal.answer(json ? asJson(kontroll) : kontrollText(kontroll));
}

export function addLogg(program: Command, session: Session): void {
  const command = program
    .command('logg')
    .summary('visar vem som har gjort vad och när')
    .description(
      'Visar vad människor och programmet har gjort som ändrar något, det senaste först: vem, när och vad det rör. Vad som ändrades står där det hör hemma (granska historik, organ historik, kanal historik). Inget i loggen ändras eller tas bort av programmet. Exempel: logg --om arkiv:3; logg --om 2031/17 --fran 2031-03-01; logg --vad arkiv-avbrutet.',
    )
    .usage('[flaggor] [KOMMANDO]')
    .option('--av <namn>', 'bara det som denna person eller detta konto har gjort', toText)
    .addOption(new Option('--vad <händelse>', 'bara detta slag av händelse').choices(HANDELSER))
    .option('--from, --fran <dag>', 'från och med denna dag, ÅÅÅÅ-MM-DD', toDay)
    .option('--to, --till <dag>', 'till och med denna dag, ÅÅÅÅ-MM-DD', toDay)
    .option(
      '--om <vad>',
      'bara det som rör detta: ett diarienummer ("KS 2031/17"), ett arkiv (arkiv:3), en fil med sitt sha256 eller början av det (9f86d081), en § ("§ 12") eller en kanal med sitt namn',
      toText,
    )
    .option('--limit <antal>', `högst så många (annars ${SHOWN}; med --json alla)`, toCount(1))
    .option('--json', 'svar för program')
    .action((options: Options, own: Command) => logg(options, own, session));
  command
    .command('kontrollera')
    .configureHelp({ ...helpInSwedish, showGlobalOptions: false })
    .helpOption('-h, --help', 'visar hjälp')
    .allowExcessArguments(false)
    .summary('kontrollerar att inget i loggen är ändrat eller borttaget')
    .description(
      'Går igenom hela loggen: varje händelse bär en kontrollsumma över sig själv och den före. Säger var den första som inte stämmer står, annars ett sigill att spara någon annanstans. Slutkod 1 när loggen är bruten.',
    )
    .option('--sigill <nr:summa>', 'ett sigill från förr, som fortfarande ska stämma', toSigill)
    .option('--json', 'svar för program')
    .action((_: object, own: Command) => kontrollera(own.optsWithGlobals(), own, session));
}
