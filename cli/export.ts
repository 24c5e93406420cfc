/** `expediera export`: everything that was read, for other programs: whole records, or a row for each item. */
import { type Command, Option } from 'commander';
import type { SearchQuestion } from '../store/search.ts';
import type { Store } from '../store/store.ts';
import { addCsvForm, type CsvFlags, csvForm } from './csv-form.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { narrowingItems } from './search.ts';
import { type Session, settingsOf } from './session.ts';

type Filters = Omit<SearchQuestion, 'query' | 'limit' | 'offset'>;
type Options = Filters & CsvFlags & { punkter?: boolean; format: 'jsonl' | 'csv' };

/** Items asked for at a time; all that are found are put in order each time. */
const PART = 10_000;

async function exportAll(options: Options, command: Command, session: Session): Promise<void> {
  const { punkter = false, format, skilj, bom, ...filters } = options;
  if (!punkter && (format === 'csv' || Object.keys(filters).length > 0))
    throw new CommandError(
      'expediera export: handlingarna skrivs hela, som JSON. Urval och CSV finns för --punkter.',
      EXIT.wrongUsage,
    );
  const [{ withStore }, { whoSays }, { isStoreThere }] = await Promise.all([
    import('./with-store.ts'),
    import('./who.ts'),
    import('../engine/stores/index.ts'),
  ]);
  const settings = await settingsOf(command);
  const form = format === 'csv' ? csvForm({ skilj, bom }) : null;
  const written = await withStore(command, session, async (store) => {
    const count = punkter
      ? await writeItems(store, filters, form, session)
      : await writeRecords(store, session);
    // where nothing was ever taken in, that is said already
    if (count === 0 && isStoreThere(settings)) session.terminal.tell(await whyNone(store, punkter, filters));
    const uppgifter = { format, vad: punkter ? 'punkter' : 'handlingar', rader: count };
    if (count > 0) await store.noteHandelse({ av: whoSays({}), vad: 'exporterat', uppgifter });
    return count;
  });
  if (written === 0) session.exitCode = EXIT.nothingFound;
}

/** A record a line, as people have corrected it; see docs/contract.md. */
async function writeRecords(store: Store, { terminal }: Session): Promise<number> {
  let written = 0;
  for (const sha256 of await store.recordIds()) {
    const kept = await store.recordWithRattelser(sha256);
    if (!kept) continue; // taken away meanwhile
    terminal.answer(JSON.stringify(kept.record));
    written += 1;
  }
  return written;
}

async function writeItems(
  store: Store,
  filters: Filters,
  form: ReturnType<typeof csvForm> | null,
  { terminal }: Session,
): Promise<number> {
  const [{ csvRows }, { HIT_HEADINGS, hitCells }] = await Promise.all([
    import('../diarium/csv.ts'),
    import('../store/hit-cells.ts'),
  ]);
  for (let offset = 0; ; offset += PART) {
    const { hits } = await store.search({ ...filters, query: '', limit: PART, offset });
    if (form !== null) {
      const rows = [...(offset === 0 ? [HIT_HEADINGS] : []), ...hits.map(hitCells)];
      const mark = offset === 0 ? form.bom : '';
      // the answer's own line end completes the last CRLF
      if (rows.length > 0) terminal.answer(`${mark}${csvRows(rows, form.separator).slice(0, -1)}`);
    } else for (const hit of hits) terminal.answer(JSON.stringify(hit));
    if (hits.length < PART) return offset + hits.length;
  }
}

/** Why nothing was written. */
async function whyNone(store: Store, punkter: boolean, filters: Filters): Promise<string> {
  const { noItems, unknownAsked } = await import('./nothing-found.ts');
  if (!punkter) return 'Ingen fil är inläst än: status visar hur långt det har gått.';
  return (await unknownAsked(store, filters)) ?? noItems(filters);
}

export function addExport(program: Command, session: Session): void {
  const command = program
    .command('export')
    .summary('skriver ut allt som lästs, för andra program')
    .description(
      'Skriver ut allt som lästs: en hel post per fil med det som rättats av människor, eller med --punkter en rad för varje förslag, beslut, yrkande … Filnamn, sida och plats på sidan följer med. Slutkod 3 om det inte finns något.',
    )
    .option('--punkter', 'en rad för varje punkt')
    .addOption(
      new Option('--format <format>', 'jsonl: JSON, en per rad; csv: för kalkylprogram')
        .choices(['jsonl', 'csv'])
        .default('jsonl'),
    );
  addCsvForm(command);
  narrowingItems(command).action((options: Options, own: Command) => exportAll(options, own, session));
}
