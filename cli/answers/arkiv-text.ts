import type { ArkivWork } from '../../engine/intake/work.ts';
import type { Arkiv, ArkivOrsak } from '../../store/arkiv.ts';
import type { FileRow } from '../../store/store.ts';
import { amount, table } from '../terminal/layout.ts';
import { duration } from '../terminal/progress.ts';
import { countsText } from './counts-text.ts';
import { moment } from './moment.ts';
import { notReadLines } from './not-read-text.ts';
import { shownPath } from './paths-text.ts';
import { filesText } from './status-text.ts';
import { ARKIV_LAGE, FILE_STATUS } from './words.ts';

/** An intake with what is known of it. */
export interface ShownArkiv extends Arkiv {
  reasons: ArkivOrsak[];
  work: ArkivWork | 'no-worker' | null;
  /** Whether an installation runs that could work on it. */
  isRunning: boolean;
}

/** All intakes, the newest first. */
export function arkivenText(rows: readonly Arkiv[]): string {
  if (rows.length === 0) return 'Inget är inläst än.';
  const columns = [
    ...[{ title: 'Nr', align: 'right' as const }, { title: 'Namn', max: 40 }, { title: 'Läge' }],
    ...['Filer', 'Olika innehåll', 'Inlästa', 'Nekade', 'Misslyckade', 'Kvar'].map((title) => ({
      ...{ title, align: 'right' as const },
    })),
    ...[{ title: 'Började' }, { title: 'Av' }],
  ];
  return table(
    columns,
    rows.map(({ id, namn, lage, files, sokvagar, at, av }) => [
      ...[id, namn, ARKIV_LAGE[lage], sokvagar, files.total, files.done, files.refused, files.failed],
      files.running,
      ...[moment(at), av],
    ]),
  ).join('\n');
}

/**
 * One intake: how far it has come, what is under way, and why files have not come in.
 *
 * @param files all of them, where they are asked for
 * @param notRead else those that did not come in; see notReadLines
 */
export function arkivText(
  arkiv: ShownArkiv,
  files: FileRow[],
  { notRead = [], columns = 100 }: { notRead?: FileRow[]; columns?: number } = {},
): string {
  const { id, namn, lage, lageAt, lageAv, at, av, lopande, om, paths, version } = arkiv;
  const by = lageAt !== null && lageAv !== null && lage !== 'klart' ? ` (${lageAv}, ${moment(lageAt)})` : '';
  const head = [
    `Arkiv ${id}: ${namn} – ${ARKIV_LAGE[lage]}${by}`,
    `Började ${moment(at)}${av === null ? '' : ` av ${av}`}${lopande ? ', löpande ärenden' : ''}${om === null ? '' : `, omläsning av arkiv ${om}`}`,
    version === null ? `Från: ${from(paths)}` : `Läser om det som lästs av versioner före ${version}`,
    countsText(arkiv),
  ];
  const blocks = [
    head,
    [...workLines(arkiv), ...(lage === 'brutet' ? [BRUTET(id)] : [])],
    reasonLines(arkiv),
    files.length === 0 ? notReadLines(id, notRead, columns) : [filesText(files)],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const BRUTET = (id: number): string =>
  `Insamlingen bröts: filer kan saknas. Samla in dem igen: expediera arkiv fortsatt ${id}`;

/** Paths that were given, the first ones. */
function from(paths: string[]): string {
  const shown = paths.slice(0, 3).map((path) => shownPath(path));
  return paths.length > 3 ? `${shown.join(', ')} … (${paths.length} sökvägar)` : shown.join(', ');
}

const perMinute = (value: number): string =>
  value.toLocaleString('sv-SE', { maximumFractionDigits: value < 10 ? 1 : 0 });

function workLines({ work, files, isRunning, lage, id }: ShownArkiv): string[] {
  if (files.running === 0) return [];
  if (!isRunning && lage === 'pausat')
    return [
      `Ingen Expediera är igång, och arkivet är pausat också när den startas. Gå vidare med: expediera arkiv fortsatt ${id}`,
    ];
  if (!isRunning) return ['Ingen Expediera är igång: det går vidare när den startas (expediera start).'];
  if (work === 'no-worker')
    return ['Väntar på en arbetare: ingen tar arbete just nu. Starta en med: expediera worker'];
  if (work === null) return lage === 'samlas' ? ['Filerna samlas in.'] : [];
  const { pace, secondsLeft, pages, running, state, waitsForOcr } = work;
  const lines: string[] = [];
  if (pace)
    lines.push(
      [
        `Takt: ${perMinute(pace.filesPerMinute)} filer och ${perMinute(pace.pagesPerMinute)} sidor i minuten`,
        `${amount(pages, 'sida', 'sidor')} hittills`,
        ...(secondsLeft === null ? [] : [`ungefär ${duration(secondsLeft)} kvar`]),
      ].join(' · '),
    );
  if (state === 'paused') lines.push(`Pausat. Gå vidare med: expediera arkiv fortsatt ${id}`);
  if (waitsForOcr)
    lines.push(
      'Väntar på en OCR-arbetare: ingen läser inskannade sidor just nu. Starta en med: expediera worker --queues ocr',
    );
  return [...lines, ...running.map(runningText)];
}

const STEPS = {
  open: 'öppnas',
  ocr: 'OCR',
  save: 'tolkas',
  route: 'förs till ärenden',
  settled: 'klar',
} as const;

function runningText({ sha256, step, pages, ocrPages, ocrRead }: ArkivWork['running'][number]): string {
  const at = step === 'ocr' ? `OCR, ${ocrRead} av ${ocrPages} sidor` : STEPS[step];
  return `  ${sha256.slice(0, 12)}  ${pages > 0 ? `${amount(pages, 'sida', 'sidor')}, ` : ''}${at}`;
}

function reasonLines({ reasons, id }: ShownArkiv): string[] {
  if (reasons.length === 0) return [];
  const rows = reasons.map(({ status, code, reason, files, ejOmlast }) => [
    ...[files, ejOmlast ? 'inte omläst' : FILE_STATUS[status], reason, code],
  ]);
  const failed = reasons.some(({ status, ejOmlast }) => status === 'failed' || ejOmlast);
  return [
    ...table([{ align: 'right' }, {}, { max: 90 }, {}], rows),
    ...(reasons.some(({ ejOmlast }) => ejOmlast)
      ? ['Filer som inte är omlästa står kvar som de lästes förut.']
      : []),
    ...(failed ? [`Läs om det som misslyckats: expediera arkiv om ${id}`] : []),
  ];
}

/** What a person has just had done; `atOnce`: the files under way are called off too. */
export function styrtText(
  { id, namn, lage, files, version }: Arkiv,
  isRunning: boolean,
  atOnce = false,
): string {
  const underWay = atOnce ? 'Filer på gång avbryts också.' : 'Filer på gång läses klart.';
  const head = `Arkiv ${id} (${namn}): ${ARKIV_LAGE[lage]}.`;
  const left = amount(files.running, 'fil är kvar', 'filer är kvar');
  if (lage === 'pausat')
    return `${head} ${isRunning ? 'Filer på gång läses klart. ' : ''}${left}. Gå vidare med: expediera arkiv fortsatt ${id}`;
  if (lage === 'avbrutet' && version !== null)
    return `${head}${isRunning ? ` ${underWay}` : ''} De andra står kvar som de lästes förut. Läs om dem med: expediera arkiv om --alla --aldre`;
  if (lage === 'avbrutet')
    return `${head}${files.running > 0 ? ` ${isRunning ? underWay : 'Filerna som är kvar avbryts när Expediera startas.'}` : ''} Läs om det avbrutna med: expediera arkiv om ${id}`;
  return `${head} ${left}${isRunning ? '' : ', och läses när Expediera startas'}.`;
}
