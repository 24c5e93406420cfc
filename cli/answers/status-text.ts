import { ITEM_TYPER } from '../../extraction/item-types.ts';
import type { Foraldrade } from '../../store/omlasning.ts';
import type { FileRow, StatusAnswer } from '../../store/store.ts';
import { amount, table, widthOf } from '../terminal/layout.ts';
import { shownPath } from './paths-text.ts';
import { FILE_STATUS, TYP_MANY } from './words.ts';

/** Files, items by type and matters. */
export function statusText({
  files,
  items,
  arenden,
  omlasning = [],
}: StatusAnswer & { omlasning?: Foraldrade[] }): string {
  const counts: [string, number][] = [
    ['filer', files.total],
    ['  inlästa', files.done],
    ['  nekade', files.refused],
    ['  misslyckade', files.failed],
    ['  på gång', files.running],
    ['ärenden', arenden],
    ...ITEM_TYPER.map((typ): [string, number] => [TYP_MANY[typ], items[typ]]),
  ];
  return [...table([{}, { align: 'right' }], counts), ...olderText(omlasning)].join('\n');
}

/** What is read again by itself, and by which versions it was read. */
function olderText(omlasning: Foraldrade[]): string[] {
  if (omlasning.length === 0) return [];
  const left = omlasning.reduce((sum, { antal }) => sum + antal, 0);
  const by = omlasning.map(({ version, antal }) =>
    version === null ? `${antal} nekades utan att det noterades av vilken` : `${antal} av ${version}`,
  );
  return [
    '',
    `${amount(left, 'fil', 'filer')} är lästa eller nekade av en äldre version (${by.join(', ')}) och läses om av sig själva när Expediera är igång.`,
  ];
}

/** One line a file; why it was not read stands under it. */
export function filesText(files: FileRow[]): string {
  if (files.length === 0) return 'Inga filer än.';
  const heads = table(
    [{}, {}],
    files.map((file) => [FILE_STATUS[file.status], shownPath(file.path)]),
  );
  // A reason stands under its path.
  const indent = ' '.repeat(Math.max(...files.map((file) => widthOf(FILE_STATUS[file.status]))) + 2);
  const lines = files.flatMap((file, i) => [
    heads[i] as string,
    ...(file.reason === null ? [] : [`${indent}${file.reason}${file.code ? ` (${file.code})` : ''}`]),
  ]);
  // The same content under two names is one file of the status, and a path that could not be read is one too.
  const contents = new Set(files.map((file) => file.sha256 ?? file.path)).size;
  const same = contents === files.length ? '' : `, ${contents} olika innehåll`;
  return [...lines, '', `${amount(files.length, 'sökväg', 'sökvägar')}${same}`].join('\n');
}
