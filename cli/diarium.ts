/** `expediera diarium`: the register of handlingar, and what a person says of its lines. */
import { type Command, Option } from 'commander';
import type { DiariumAnswer, DiariumQuestion } from '../store/diarium.ts';
import type { Store } from '../store/store.ts';
import { addCsvForm, type CsvFlags, csvForm } from './csv-form.ts';
import { addDiariumCommands, narrowing } from './diarium-commands.ts';
import { EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { toCount } from './usage.ts';

interface Options extends DiariumQuestion, CsvFlags {
  format: 'tabell' | 'csv' | 'jsonl';
  json?: boolean;
  offentlig?: boolean;
}

/** Lines shown to people unless they ask for another number; programs get all. */
const SHOWN = 30;

async function diarium(options: Options, command: Command, session: Session): Promise<void> {
  const { format, json, offentlig = false, bom, skilj, ...asked } = options;
  const { diarieregel } = await settingsOf(command);
  const forPeople = format === 'tabell' && !json;
  const question: DiariumQuestion = {
    ...asked,
    regel: diarieregel,
    // what nobody has confirmed is no entry yet
    ...(offentlig ? { status: asked.status ?? 'bekraftad' } : {}),
    ...(forPeople ? { limit: asked.limit ?? SHOWN } : {}),
  };
  const [{ withStore }, { unknownAsked }, lines] = await Promise.all([
    import('./with-store.ts'),
    import('./nothing-found.ts'),
    import('../diarium/rader/masking.ts'),
  ]);
  const [found, unknown] = await withStore(command, session, async (store) => {
    const answer = await store.diarium(question);
    if (!forPeople && answer.total > 0) await noteExport(store, options, answer);
    return [answer, answer.total === 0 ? await unknownAsked(store, asked) : null];
  });
  const answer = offentlig ? { ...found, rader: found.rader.map(lines.offentlig), losa: [] } : found;
  if (found.total === 0) session.exitCode = EXIT.nothingFound;
  if (unknown !== null) session.terminal.tell(unknown);
  else if (found.total === 0 && offentlig && asked.status === undefined) {
    session.terminal.tell('I den offentliga delen står bara bekräftade rader, och här är ingen bekräftad.');
  }
  await print(answer, { ...options, offentlig }, session, unknown === null);
}

/** What leaves the house is told of in the audit log; what a person only looks at is not. */
async function noteExport(
  store: Store,
  { format, json, offentlig = false, huvudman }: Options,
  { rader }: DiariumAnswer,
): Promise<void> {
  const { whoSays } = await import('./who.ts');
  const uppgifter = {
    format: json ? 'json' : format,
    rader: rader.length,
    offentlig,
    huvudman: huvudman ?? null,
  };
  await store.noteHandelse({ av: whoSays({}), vad: 'diarium-exporterat', uppgifter });
}

async function print(
  answer: DiariumAnswer,
  { format, json, offentlig = false, offset, ...form }: Options,
  { terminal }: Session,
  known: boolean,
): Promise<void> {
  const { diariumCsv, diariumJsonl, publicFields } = await import('../diarium/rader/export.ts');
  if (json) {
    terminal.answer(
      asJson(offentlig ? { total: answer.total, rader: answer.rader.map(publicFields) } : answer),
    );
  } else if (format === 'csv') {
    const text = diariumCsv(answer.rader, { offentlig, ...csvForm(form) });
    // the answer's own line end completes the last CRLF
    terminal.answer(text.slice(0, -1));
  } else if (format === 'jsonl') {
    if (answer.rader.length > 0) terminal.answer(diariumJsonl(answer.rader, offentlig));
  } else if (known) {
    const { diariumText } = await import('./answers/diarium-text.ts');
    terminal.answer(diariumText(answer, terminal.columns, offset));
  }
}

export function addDiarium(program: Command, session: Session): void {
  const command = program
    .command('diarium')
    .summary('visar och exporterar diariets rader, och bekräftar eller rättar dem')
    .description(
      'Visar en rad i diariet för varje handling och varje § i ett protokoll, med det som offentlighets- och sekretesslagen 5 kap. 2 § frågar efter: dag, diarienummer, avsändare eller mottagare, och i korthet vad den rör. Uppgifter som saknas är märkta. Raderna är förslag tills någon bekräftar dem, eller inställningen diarieregel släpper igenom dem.',
    )
    .usage('[flaggor] [KOMMANDO]');
  narrowing(command)
    .addOption(new Option('--status <status>', 'bara dessa').choices(['foreslagen', 'bekraftad']))
    .option('--saknas', 'bara rader där något saknas')
    .option('--offentlig', 'den del som allmänheten ser: bekräftade rader, maskade där det behövs')
    .addOption(
      new Option('--format <format>', 'hur det skrivs').choices(['tabell', 'csv', 'jsonl']).default('tabell'),
    );
  addCsvForm(command)
    .option('--limit <antal>', `högst så många rader (annars ${SHOWN} i tabellen, alla i övrigt)`, toCount(1))
    .option('--offset <antal>', 'hoppa över så många rader', toCount(0), 0)
    .option('--json', 'svar för program')
    .action((options: Options, own: Command) => diarium(options, own, session));
  addDiariumCommands(command, session);
}
