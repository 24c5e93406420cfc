import { ITEM_TYPER } from '../../extraction/item-types.ts';
import type { Foraldrade } from '../../store/omlasning.ts';
import type { EjOmlast, FileRow, StatusAnswer } from '../../store/store.ts';
import { amount, table, widthOf } from '../terminal/layout.ts';
import { metText } from './counts-text.ts';
import { shownPath } from './paths-text.ts';
import { FILE_STATUS, TYP_MANY } from './words.ts';

/** What is known of reading again what older versions have read. */
interface Omlasning {
  omlasning?: Foraldrade[];
  /** Contents that could not be read anew. */
  ejOmlasta?: number;
  /** The intake that would do it, where a person has called it off. */
  avbruten?: number | null;
}

/** Files, items by type and matters. */
export function statusText({
  files,
  items,
  arenden,
  sokvagar,
  omlasning = [],
  ejOmlasta = 0,
  avbruten = null,
}: StatusAnswer & Omlasning): string {
  const counts: [string, number][] = [
    ['filer', sokvagar],
    ['olika innehåll', files.total],
    ['  inlästa', files.done],
    ['  nekade', files.refused],
    ['  misslyckade', files.failed],
    ['  kvar', files.running],
    ['ärenden', arenden],
    ...ITEM_TYPER.map((typ): [string, number] => [TYP_MANY[typ], items[typ]]),
  ];
  return [
    ...table([{}, { align: 'right' }], counts),
    ...olderText(omlasning, avbruten),
    ...unreadText(ejOmlasta),
  ].join('\n');
}

/** What is read again by itself, and by which versions it was read. */
function olderText(omlasning: Foraldrade[], avbruten: number | null): string[] {
  if (omlasning.length === 0) return [];
  const left = omlasning.reduce((sum, { antal }) => sum + antal, 0);
  const by = omlasning.map(({ version, antal }) =>
    version === null ? `${antal} nekades utan att det noterades av vilken` : `${antal} av ${version}`,
  );
  const goesOn =
    avbruten === null
      ? ' och läses om av sig själva när Expediera är igång.'
      : `. Omläsningen är avbruten (inläsning ${avbruten}). Läs om dem med: expediera arkiv om --alla --aldre`;
  return [
    '',
    `${amount(left, 'fil', 'filer')} är lästa eller nekade av en äldre version (${by.join(', ')})${goesOn}`,
  ];
}

/** What could not be read again. */
function unreadText(antal: number): string[] {
  if (antal === 0) return [];
  return [
    '',
    `${amount(antal, 'fil', 'filer')} kunde inte läsas om, och står kvar som de lästes förut. Varför: expediera status --files. Försök igen: expediera arkiv om --alla`,
  ];
}

/** Why it was not read anew. */
const unreadOf = ({ status, version, reason, code }: EjOmlast): string =>
  `Lästes inte om av version ${version} (${status === 'refused' ? 'nekad' : 'misslyckad'}), och står kvar som den lästes förut: ${reason} (${code})`;

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
    ...(file.ejOmlast ? [`${indent}${unreadOf(file.ejOmlast)}`] : []),
  ]);
  // The same content under two names is one file of the status, and a path that could not be read is one too.
  const contents = new Set(files.map((file) => file.sha256 ?? file.path)).size;
  return [...lines, '', metText(files.length, contents)].join('\n');
}
