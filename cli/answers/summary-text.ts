/** What was found and routed where, after files were taken in. */
import { ITEM_TYPER } from '../../store/search.ts';
import type { FileRow, Mottagarrad, StatusAnswer } from '../../store/store.ts';
import { amount, table } from '../terminal/layout.ts';
import { FILE_STATUS, TYP_MANY } from './words.ts';

/** Inboxes shown; the rest are counted. */
const SHOWN_INBOXES = 25;
/** Files shown one by one; a larger archive is counted. */
const SHOWN_FILES = 40;

export interface Summary {
  status: StatusAnswer;
  /** The files of this run. */
  files: FileRow[];
  inboxes: Mottagarrad[];
}

/** The files of a run; in a large one only those that were not read. */
function fileLines(files: FileRow[]): string[] {
  const shown = files.length <= SHOWN_FILES ? files : files.filter((file) => file.status !== 'done');
  const heads = table(
    [{}, { max: 70 }, {}],
    shown.map((file) => [FILE_STATUS[file.status], file.path, file.reason ?? '']),
  );
  const done = files.filter((file) => file.status === 'done').length;
  const rest = files.length - shown.length;
  return [
    `Filer (${amount(done, 'inläst', 'inlästa')} av ${files.length})`,
    ...heads.map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … och ${amount(rest, 'inläst', 'inlästa')}`] : []),
  ];
}

function inboxLines(inboxes: Mottagarrad[]): string[] {
  const busy = [...inboxes].sort((a, b) => b.vantar - a.vantar || b.poster - a.poster);
  const several = new Set(inboxes.map((row) => row.huvudman)).size > 1;
  const columns = [
    { title: 'Inkorg', max: 54 },
    ...(several ? [{ title: 'Huvudman', max: 30 }] : []),
    { title: 'Väntar', align: 'right' as const },
    { title: 'Poster', align: 'right' as const },
  ];
  const rows = busy
    .slice(0, SHOWN_INBOXES)
    .map((row) => [row.mottagare, ...(several ? [row.huvudman] : []), row.vantar, row.poster]);
  const rest = busy.length - rows.length;
  return [
    ...table(columns, rows).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … och ${amount(rest, 'inkorg', 'inkorgar')} till (expediera inkorg)`] : []),
  ];
}

/** Files, what was found in them by type, and which inboxes it went to. */
export function summaryText({ status, files, inboxes }: Summary): string {
  const items: [string, number][] = [
    ['ärenden', status.arenden],
    ...ITEM_TYPER.map((typ): [string, number] => [TYP_MANY[typ], status.items[typ]]),
  ];
  const lines = [...fileLines(files), '', 'Funnet'];
  lines.push(...table([{}, { align: 'right' }], items).map((line) => `  ${line}`));
  lines.push('', 'Fördelat');
  lines.push(...(inboxes.length > 0 ? inboxLines(inboxes) : ['  inget, till ingen']));
  return lines.join('\n');
}
