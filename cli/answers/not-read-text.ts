/** Files that did not come in, the first of them, and where all of them are. */
import type { FileRow } from '../../store/store.ts';
import { widthOf, wrap } from '../terminal/layout.ts';
import { shownPath } from './paths-text.ts';
import { FILE_STATUS } from './words.ts';

/** Files named one by one. */
export const NAMED = 5;

/** Lists all of an intake's files, with the reasons; of one that is not kept, all files. */
export const allFiles = (id: number | null): string =>
  `Alla filer, med orsak: expediera ${id === null ? 'status --files' : `arkiv visa ${id} --filer`}`;

/**
 * @param rows files that were refused or failed; one more than NAMED says that there are others
 * @param columns of the lines in which the reasons are told
 */
export function notReadLines(id: number | null, rows: FileRow[], columns: number): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, NAMED);
  const width = Math.max(...shown.map(({ status }) => widthOf(FILE_STATUS[status])));
  const indent = ' '.repeat(width + 4);
  return [
    'Kom inte in:',
    ...shown.flatMap(({ status, path, reason }) => [
      `  ${FILE_STATUS[status].padEnd(width)}  ${shownPath(path)}`,
      ...(reason === null ? [] : wrap(reason, columns, indent)),
    ]),
    ...(rows.length > NAMED ? ['  … och fler'] : []),
    allFiles(id),
  ];
}
