/** What was found and routed where, after files were taken in. */
import { shownName } from '../../diarium/bild/ord.ts';
import { ITEM_TYPER } from '../../extraction/item-types.ts';
import type { FileRow, Mottagarrad, StatusAnswer } from '../../store/store.ts';
import { amount, table, widthOf, wrap } from '../terminal/layout.ts';
import { metText } from './counts-text.ts';
import { intakeHead, type TakenIn } from './intake-text.ts';
import { allFiles } from './not-read-text.ts';
import { shownPath } from './paths-text.ts';
import { withoutHuvudman } from './without-huvudman.ts';
import { FILE_STATUS, TYP_MANY } from './words.ts';

/** Inboxes shown; the rest are counted. */
const SHOWN_INBOXES = 25;
/** Files shown one by one; a larger archive is counted. */
const SHOWN_FILES = 40;

export interface Summary {
  status: StatusAnswer;
  taken: TakenIn;
  /** The files of this run. */
  files: FileRow[];
  inboxes: Mottagarrad[];
}

/** The files of a run; in a large one only those that were not read. */
function fileLines(taken: TakenIn, files: FileRow[], columns: number): string[] {
  const shown = files.length <= SHOWN_FILES ? files : files.filter((file) => file.status !== 'done');
  const cells = shown.map((file) => [FILE_STATUS[file.status], shownPath(file.path)]);
  const reasons = shown.map((file) => file.reason ?? '');
  const wide = table(
    [{}, { max: 70, keep: 'end' }, {}],
    cells.map((row, i) => [...row, reasons[i] ?? '']),
  );
  const indent = ' '.repeat(Math.max(0, ...cells.map(([status]) => widthOf(status ?? ''))) + 2);
  const heads = wide.every((line) => widthOf(line) + 2 <= columns)
    ? wide
    : table([{}, {}], cells).flatMap((line, i) => [
        line,
        ...(reasons[i] ? wrap(reasons[i], columns - 2, indent) : []),
      ]);
  const rest = files.length - shown.length;
  return [
    ...intakeHead(taken),
    '',
    'Filer',
    ...heads.map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … och ${amount(rest, 'inläst', 'inlästa')}. ${allFiles(taken.arkiv.id)}`] : []),
  ];
}

function inboxLines(inboxes: Mottagarrad[]): string[] {
  const busy = [...inboxes].sort((a, b) => b.vantar - a.vantar || b.poster - a.poster);
  const several = new Set(inboxes.map((row) => row.huvudman)).size > 1;
  const columns = [
    { title: 'Inkorg', max: 54 },
    ...(several ? [{ title: 'Huvudman', max: 40 }] : []),
    { title: 'Väntar', align: 'right' as const },
    { title: 'Poster', align: 'right' as const },
  ];
  const rows = busy
    .slice(0, SHOWN_INBOXES)
    .map((row) => [shownName(row.mottagare), ...(several ? [row.huvudman] : []), row.vantar, row.poster]);
  const rest = busy.length - rows.length;
  return [
    ...table(columns, rows).map((line) => `  ${line}`),
    ...(rest > 0
      ? [`  … och ${amount(rest, 'inkorg', 'inkorgar')} till: npm run -s expediera -- inkorg`]
      : []),
  ];
}

/** Files, what was found in them by type, and which inboxes it went to. */
export function summaryText({ status, taken, files, inboxes }: Summary, columns: number): string {
  const items: [string, number][] = [
    ['ärenden', status.arenden],
    ...ITEM_TYPER.map((typ): [string, number] => [TYP_MANY[typ], status.items[typ]]),
  ];
  // What was found is not kept run by run: say so where there is more than this run brought.
  const all =
    status.files.total > taken.arkiv.files.total
      ? ` i allt som är mottaget (${metText(status.sokvagar, status.files.total)})`
      : '';
  const lines = [...fileLines(taken, files, columns), '', `Funnet${all}`];
  lines.push(...table([{}, { align: 'right' }], items).map((line) => `  ${line}`));
  lines.push('', `Fördelat${all}`);
  lines.push(...(inboxes.length > 0 ? inboxLines(inboxes) : ['  inget, till ingen']));
  const hint = withoutHuvudman(inboxes);
  if (hint.length > 0) lines.push('', ...hint.map((line) => `  ${line}`));
  return lines.join('\n');
}
