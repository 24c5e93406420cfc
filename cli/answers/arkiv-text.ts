import { isUploaded } from '../../engine/intake/is-uploaded.ts';
import type { ArkivWork, NamedRunningFile } from '../../engine/intake/work.ts';
import type { Arkiv, ArkivOrsak, DeladeFiler } from '../../store/arkiv.ts';
import type { FileRow } from '../../store/store.ts';
import { amount, table } from '../terminal/layout.ts';
import { duration } from '../terminal/progress.ts';
import { countsText } from './counts-text.ts';
import { moment } from './moment.ts';
import { notReadLines } from './not-read-text.ts';
import { shownPath } from './paths-text.ts';
import { filesText } from './status-text.ts';
import { ARKIV_LAGE, FILE_STATUS } from './words.ts';

type ShownWork = Omit<ArkivWork, 'running'> & { running: NamedRunningFile[] };

/** An intake with what is known of it. */
export interface ShownArkiv extends Arkiv {
  reasons: ArkivOrsak[];
  /** Its files that another one reads while it is paused, or that it reads for one that is. */
  delade: DeladeFiler[];
  work: ShownWork | 'no-worker' | null;
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
    `Inläsning ${id}: ${namn} – ${ARKIV_LAGE[lage]}${by}`,
    `Började ${moment(at)}${av === null ? '' : ` av ${av}`}${lopande ? ', löpande ärenden' : ''}${om === null ? '' : `, omläsning av inläsning ${om}`}`,
    version === null ? `Från: ${from(paths)}` : `Läser om det som lästs av versioner före ${version}`,
    countsText(arkiv),
  ];
  const blocks = [
    head,
    [...workLines(arkiv), ...sharedLines(arkiv), ...(lage === 'brutet' ? [cutOffText(arkiv)] : [])],
    reasonLines(arkiv),
    files.length === 0 ? notReadLines(id, notRead, columns) : [filesText(files)],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** An intake that was cut off while its files were found or sent, and what to do. */
export const cutOffText = ({ id, paths }: Pick<Arkiv, 'id' | 'paths'>): string =>
  paths.some(isUploaded)
    ? `Överföringen bröts: filer kan saknas. Skicka resten på sidan Läs in, eller nöj dig med det som kom: expediera arkiv fortsatt ${id}`
    : `Insamlingen bröts: filer kan saknas. Samla in dem igen: expediera arkiv fortsatt ${id}`;

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
      `Ingen Expediera är igång, och inläsningen är pausad också när den startas. Gå vidare med: expediera arkiv fortsatt ${id}`,
    ];
  if (!isRunning) return ['Ingen Expediera är igång: det går vidare när den startas (expediera start).'];
  if (work === 'no-worker')
    return ['Läsprogrammet tar inte emot filer just nu. Starta det med: expediera worker'];
  if (work === null && lage === 'pausat') return [`Pausad. Gå vidare med: expediera arkiv fortsatt ${id}`];
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
  if (state === 'paused')
    lines.push(`${pausedText(files.running, running.length)} Gå vidare med: expediera arkiv fortsatt ${id}`);
  if (waitsForOcr)
    lines.push(
      'Inskannade sidor väntar: läsprogrammet för dem (OCR) är inte igång. Starta det med: expediera worker --queues ocr',
    );
  return [...lines, ...running.map(runningText)];
}

const STEPS = {
  open: 'öppnas',
  save: 'tolkas',
  route: 'förs till ärenden',
  settled: 'klar',
} as const;

function runningText(file: NamedRunningFile): string {
  const { sha256, path, step, pages, ocrPages, ocrRead, opening } = file;
  const at =
    step === 'ocr'
      ? `OCR: ${ocrRead} av ${amount(ocrPages, 'sida läst', 'sidor lästa')}`
      : step === 'open' && opening
        ? `sida ${opening.page} av ${opening.pageCount}`
        : `${pages > 0 ? `${amount(pages, 'sida', 'sidor')}, ` : ''}${STEPS[step]}`;
  return `  ${path === null ? sha256.slice(0, 12) : shownPath(path)}  ${at}`;
}

/** What a pause lets end and what it holds, of the files that are left. */
function pausedText(left: number, underWay: number): string {
  const held = Math.max(0, left - underWay);
  if (underWay === 0) return `Pausad: ${amount(held, 'fil väntar', 'filer väntar')}.`;
  const ends = `${amount(underWay, 'fil är på gång', 'filer är på gång')} och läses klart`;
  return held === 0
    ? `Pausad, men inget hålls tillbaka: ${ends}.`
    : `Pausad: ${ends}, ${amount(held, 'väntar', 'väntar')}.`;
}

/** Files that are read through another intake while this one is paused, or the other way round. */
function sharedLines({ delade, id, lage }: Pick<ShownArkiv, 'delade' | 'id' | 'lage'>): string[] {
  return delade.map(({ pausat, genom, namn, filer, kvar }) => {
    const files = `${filer.toLocaleString('sv-SE')} av filerna hör också till`;
    const read = kvar === 0 ? 'har lästs' : 'läses';
    if (pausat !== id)
      return `${files} inläsning ${pausat}, som ${kvar === 0 ? 'pausades' : 'är pausad'}. De ${read} här.`;
    const still = lage === 'klart' ? 'efter att den här pausats' : 'fast den här är pausad';
    return `${files} inläsning ${genom} (${namn}) och ${read} där, ${still}.`;
  });
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
