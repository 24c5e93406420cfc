/**
 * How many files there are, in the same words wherever it is said: files are what was met, those in ZIPs and the ZIPs
 * themselves too; the same bytes met twice are one content; and of the contents each has been read, was refused, failed or
 * is left. So the four always add up to the contents.
 */
import type { FileStatus } from '../../store/store.ts';
import { amount } from '../terminal/layout.ts';

export interface Counts {
  /** Files as they were met. */
  sokvagar: number;
  /** Contents by what became of them. */
  files: { [status in 'total' | FileStatus]: number };
}

/** "17 filer, 14 olika innehåll". */
export const metText = (files: number, contents: number): string =>
  `${amount(files, 'fil', 'filer')}, ${amount(contents, 'innehåll', 'olika innehåll')}`;

/** "17 filer, 14 olika innehåll: 12 inlästa, 2 nekade, 0 misslyckade"; those that are left where there are any. */
export function countsText({ sokvagar, files }: Counts): string {
  const parts = [
    amount(files.done, 'inläst', 'inlästa'),
    amount(files.refused, 'nekad', 'nekade'),
    amount(files.failed, 'misslyckad', 'misslyckade'),
    ...(files.running > 0 ? [amount(files.running, 'kvar', 'kvar')] : []),
  ];
  return `${metText(sokvagar, files.total)}: ${parts.join(', ')}`;
}
