import { ITEM_TYPER } from '../../store/search.ts';
import type { FileRow, StatusAnswer } from '../../store/store.ts';
import { amount, table } from '../terminal/layout.ts';
import { FILE_STATUS, TYP_MANY } from './words.ts';

/** Files, items by type and matters. */
export function statusText({ files, items, arenden }: StatusAnswer): string {
  const counts: [string, number][] = [
    ['filer', files.total],
    ['  inlästa', files.done],
    ['  nekade', files.refused],
    ['  misslyckade', files.failed],
    ['  på gång', files.running],
    ['ärenden', arenden],
    ...ITEM_TYPER.map((typ): [string, number] => [TYP_MANY[typ], items[typ]]),
  ];
  return table([{}, { align: 'right' }], counts).join('\n');
}

/** One line a file; why it was not read stands under it. */
export function filesText(files: FileRow[]): string {
  if (files.length === 0) return 'Inga filer än.';
  const heads = table(
    [{}, {}],
    files.map((file) => [FILE_STATUS[file.status], file.path]),
  );
  const lines = files.flatMap((file, i) => [
    heads[i] as string,
    ...(file.reason === null ? [] : [`            ${file.reason}${file.code ? ` (${file.code})` : ''}`]),
  ]);
  return [...lines, '', amount(files.length, 'fil', 'filer')].join('\n');
}
