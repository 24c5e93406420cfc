/**
 * A list as files: `.csv` for a spreadsheet and `.jsonl` for programs, with the columns that the page shows. Written as they
 * are asked for; where a file ends before its list does, it says so itself.
 */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { csvRows } from '../../../diarium/csv.ts';
import type { DeskDeps, DeskEnv } from '../deps.ts';
import type { Sprak } from '../sprak.ts';
import type { Words } from '../words.ts';
import type { Html } from './html.ts';
import { count } from './said.ts';

export const FORMAT = ['csv', 'jsonl'] as const;
export type Format = (typeof FORMAT)[number];

/** Rows in one file: a spreadsheet takes no more. */
export const MOST_ROWS = 1_000_000;

/** As a Swedish Excel opens it. */
const SEPARATOR = ';';

const TYPES: { readonly [format in Format]: string } = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

const sv = {
  heading: 'Ladda ner listan',
  csv: 'CSV för kalkylprogram',
  jsonl: 'JSONL',
  most: (most: string, total: string) =>
    `En fil rymmer högst ${most} rader. Listan har ${total}: begränsa den för att få med allt.`,
};
const words: Words<typeof sv> = {
  sv,
  en: {
    heading: 'Download the list',
    csv: 'CSV for spreadsheets',
    jsonl: 'JSONL',
    most: (most, total) =>
      `A file holds ${most} rows at most. The list has ${total}: narrow it down to get all of it.`,
  },
};

export type Cell = string | number | null;

export interface Lista<Row> {
  /** The file's name, without its ending: letters a to z. */
  namn: string;
  /** What it is, for the log. */
  vad: string;
  kolumner: readonly string[];
  /** One row under these columns. */
  cells(row: Row): readonly Cell[];
  /** How a row is written as JSON; left out: by the names of its columns. */
  json?(row: Row): unknown;
  /** Rows of the whole list. */
  total: number;
  /** Some rows at a time. */
  rader: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
}

/** A list that is all there. */
export const listaOf = <Row>(of: Omit<Lista<Row>, 'total' | 'rader'>, rader: readonly Row[]): Lista<Row> => ({
  ...of,
  total: rader.length,
  rader: [rader],
});

/** Answers with the file. What leaves the house is told of in the log of what was done. */
export async function answerLista<Row>(
  context: Context<DeskEnv>,
  deps: Pick<DeskDeps, 'store'>,
  format: Format,
  lista: Lista<Row>,
  most = MOST_ROWS,
): Promise<Response> {
  const { namn, vad, total } = lista;
  const rader = Math.min(total, most);
  if (rader > 0) {
    const { namn: av } = context.var.besokare;
    await deps.store.noteHandelse({ av, dorr: 'sida', vad: 'exporterat', uppgifter: { format, vad, rader } });
  }
  const texts = ReadableStream.from(written(lista, format, most)).pipeThrough(new TextEncoderStream());
  return context.body(texts, 200, {
    'Content-Type': TYPES[format],
    'Content-Disposition': `attachment; filename="${namn}.${format}"`,
    ...(total > most && { 'X-Expediera-Avkortad': `${rader}/${total}` }),
  });
}

async function* written<Row>(
  { kolumner, cells, json, rader, total }: Lista<Row>,
  format: Format,
  most: number,
): AsyncGenerator<string> {
  const asJson = (row: Row): unknown => {
    if (json) return json(row);
    const own = cells(row);
    return Object.fromEntries(kolumner.map((name, i) => [name, own[i] ?? null]));
  };
  const write = (rows: readonly Row[]): string =>
    format === 'jsonl'
      ? rows.map((row) => `${JSON.stringify(asJson(row))}\n`).join('')
      : csvRows(
          rows.map((row) => cells(row).map((cell) => (cell === null ? null : String(cell)))),
          SEPARATOR,
        );
  // the mark by which Excel knows that it is UTF-8
  if (format === 'csv') yield `\ufeff${csvRows([kolumner], SEPARATOR)}`;
  let left = most;
  for await (const rows of rader) {
    yield write(rows.slice(0, left));
    left -= rows.length;
    if (left <= 0) break;
  }
  if (total <= most) return;
  yield format === 'jsonl'
    ? `${JSON.stringify({ avkortad: true, rader: most, av: total })}\n`
    : csvRows(
        [
          [
            `Avkortad: här slutar filen efter ${most} av ${total} rader. Begränsa listan för att få med allt.`,
          ],
        ],
        SEPARATOR,
      );
}

/**
 * The links to the files, below a list.
 *
 * @param hrefOf the address of one of them
 * @param more links beside them
 */
export function listaLankar(
  hrefOf: (format: Format) => string,
  total: number,
  sprak: Sprak,
  more: Html = '',
): Html {
  if (total === 0) return '';
  const say = words[sprak];
  const cut =
    total > MOST_ROWS
      ? html`<p class="notice unsure">${say.most(count(MOST_ROWS, sprak), count(total, sprak))}</p>`
      : '';
  return html`<section class="take-along no-print"><h2>${say.heading}</h2><ul>${FORMAT.map(
    (format) => html`<li><a href="${hrefOf(format)}" download>${say[format]}</a></li>`,
  )}${more}</ul>${cut}</section>`;
}
