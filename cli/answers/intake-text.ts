/** How an intake went, for who had it done. */
import type { Nothing } from '../../engine/intake/nothing.ts';
import type { Offered } from '../../engine/intake/tally.ts';
import type { Arkiv } from '../../store/arkiv.ts';
import type { FileRow } from '../../store/store.ts';
import { amount } from '../terminal/layout.ts';
import { countsText } from './counts-text.ts';
import { notReadLines } from './not-read-text.ts';
import { shownPath } from './paths-text.ts';

/** An intake as it stands after its files were offered. */
export interface TakenIn {
  arkiv: Pick<Arkiv, 'files' | 'sokvagar'> & {
    /** null: it brought nothing, and is not kept. */
    id: number | null;
  };
  offered: Offered;
  /** Files of it that were refused or failed, the first ones; see notReadLines. */
  notRead: FileRow[];
}

/** The figures of the intake, what of it was known before, and what did not come in. */
export const intakeText = (taken: TakenIn, columns: number): string =>
  [...intakeHead(taken), ...notReadLines(taken.arkiv.id, taken.notRead, columns)].join('\n');

/** The same without the files that did not come in. */
export function intakeHead({ arkiv, offered }: TakenIn): string[] {
  const which = arkiv.id === null ? '' : `Inläsning ${arkiv.id}: `;
  return [`${which}${countsText(arkiv)}.`, ...knownLine(offered), ...besideLine(offered)];
}

/** What was known before it was offered now. */
function knownLine(offered: Offered): string[] {
  const { already, alreadyRefused, alreadyUnpacked, unpacked, toDo, refused, unreadable } = offered;
  const read = already - alreadyRefused + alreadyUnpacked;
  const isNew = toDo.length + refused + unreadable + (unpacked - alreadyUnpacked) > 0;
  if (!isNew && read > 0 && alreadyRefused === 0) return ['Allt var redan inläst.'];
  const parts = [
    ...(read > 0 ? [amount(read, 'redan inläst', 'redan inlästa')] : []),
    ...(alreadyRefused > 0 ? [amount(alreadyRefused, 'redan nekad', 'redan nekade')] : []),
  ];
  if (parts.length === 0) return [];
  return [isNew ? `Sedan tidigare: ${parts.join(', ')}.` : `Inget nytt: ${parts.join(', ')}.`];
}

/** What else there is to know of the figures. */
function besideLine({ unpacked, skipped }: Offered): string[] {
  return [
    ...(unpacked > 0
      ? [
          `${amount(unpacked, 'ZIP-fil är uppackad och räknas som inläst', 'ZIP-filer är uppackade och räknas som inlästa')}; filerna i ${unpacked === 1 ? 'den' : 'dem'} räknas var för sig.`,
        ]
      : []),
    ...(skipped > 0
      ? [
          `${amount(skipped, 'länk eller annat som inte är en fil', 'länkar eller annat som inte är filer')} togs inte med.`,
        ]
      : []),
  ];
}

/** Why there is nothing to take in, in a sentence. */
export function nothingText(paths: string[], { ownHome, skipped }: Nothing): string {
  const [first = ''] = paths;
  const where = paths.length === 1 ? shownPath(first) : 'det som angavs';
  if (ownHome && paths.length === 1) return `${where} är Expedieras egen mapp, som aldrig läses in.`;
  if (skipped > 0)
    return `I ${where} finns inga filer, bara ${amount(skipped, 'länk eller annat som inte är en fil', 'länkar eller annat som inte är filer')}. Ange filen eller mappen som länken pekar på.`;
  return `I ${where} finns inga filer: det finns inget att läsa in.`;
}
