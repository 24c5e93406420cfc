/** An intake's progress as files, pages and effort. */
import type { IntakeProgress } from '../engine/intake/index.ts';
import type { DeladeFiler } from '../store/arkiv.ts';
import { amount } from './terminal/layout.ts';
import type { Position } from './terminal/progress.ts';

type Working = Extract<IntakeProgress, { phase: 'working' }>;
type Running = Working['running'][number];

/**
 * About how much each takes, in seconds of a small server: only how they stand to each other counts, the pace is
 * measured. A page with text is read in a hundredth of a second and saved; OCR takes some seconds a page.
 */
const EFFORT = { file: 0.3, page: 0.05, ocrPage: 3 };

/** Pages of a file under way that are read: those with text at once, the others some at a time. */
const pagesRead = ({ pages, ocrPages, ocrRead }: Running): number => pages - ocrPages + ocrRead;

const sum = (files: Running[], of: (file: Running) => number): number =>
  files.reduce((total, file) => total + of(file), 0);

/** Tells where an intake stands, from each of its reports in turn. */
export function followIntake(): (progress: IntakeProgress) => Position {
  // What ended is reported without its OCR pages: they are remembered from when it was under way.
  const ocrPages = new Map<string, number>();

  function effortOf({ archive, running }: Working): { done: number; total: number } | null {
    for (const file of running) ocrPages.set(file.sha256, file.ocrPages);
    const under = new Set(archive.running);
    const ended = archive.done + archive.refused + archive.failed;
    let done = ended * EFFORT.file + archive.pages * EFFORT.page;
    for (const [sha256, pages] of ocrPages) if (!under.has(sha256)) done += pages * EFFORT.ocrPage;
    const opened = running.filter((file) => file.pages > 0);
    const files = ended + opened.length;
    if (files === 0) return null;
    const known =
      done + sum(opened, (file) => EFFORT.file + file.pages * EFFORT.page + file.ocrPages * EFFORT.ocrPage);
    done += sum(opened, (file) => pagesRead(file) * EFFORT.page + file.ocrRead * EFFORT.ocrPage);
    // Files that are not open yet are taken to be like the others.
    return { done, total: known + (archive.total - files) * (known / files) };
  }

  let last: Position = { filesDone: 0, filesTotal: null, pagesDone: 0, pagesTotal: null };
  return (progress) => {
    if (progress.phase === 'waiting') last = { ...last, note: progress.why ?? undefined };
    else if (progress.phase === 'shared') last = { ...last, note: sharedText(progress.delade) };
    else last = positionOf(progress);
    return last;
  };

  function positionOf(progress: Exclude<IntakeProgress, { phase: 'waiting' | 'shared' }>): Position {
    if (progress.phase === 'finding') {
      const { path, offered } = progress;
      return { filesDone: offered.paths, filesTotal: null, pagesDone: 0, pagesTotal: null, doing: path };
    }
    const { archive, running, offered } = progress;
    const opened =
      archive.started === archive.total &&
      running.length === archive.running.length &&
      running.every((file) => file.pages > 0);
    const ocr = running.filter((file) => file.step === 'ocr');
    const left = sum(ocr, (file) => file.ocrPages - file.ocrRead);
    return {
      unit: 'innehåll',
      // what was known before, was refused at once or was unpacked has ended
      filesDone: offered.contents - offered.toDo.length + archive.done + archive.refused + archive.failed,
      filesTotal: offered.contents - offered.toDo.length + archive.total,
      pagesDone: archive.pages + sum(running, pagesRead),
      // The number of all pages is known once every file is open.
      pagesTotal: opened ? archive.pages + sum(running, (file) => file.pages) : null,
      effort: effortOf(progress),
      standsStill: archive.state === 'paused' || archive.state === 'cancelled',
      doing:
        archive.state === 'paused' || archive.state === 'cancelled'
          ? heldText(archive.state, archive.running.length)
          : left > 0
            ? `OCR: ${amount(left, 'sida', 'sidor')} kvar`
            : undefined,
      note:
        running.find((file) => file.waits)?.waits ??
        (archive.state === 'paused' ? pausedText(progress.arkiv) : undefined),
    };
  }
}

/** Whoever waits for it waits until somebody lets it go on. */
const pausedText = (id: number): string =>
  `Inläsning ${id} är pausad. Gå vidare med: expediera arkiv fortsatt ${id}`;

/** What is under way while nothing more is begun. */
function heldText(state: 'paused' | 'cancelled', underWay: number): string {
  const held = state === 'paused' ? 'pausad' : 'avbruten';
  return underWay === 0 ? held : `${held}, ${amount(underWay, 'fil', 'filer')} på gång`;
}

/** Files that wait in intakes that are paused, and are read all the same. */
const sharedText = (delade: readonly DeladeFiler[]): string =>
  delade
    .map(
      ({ pausat, kvar }) =>
        `${kvar.toLocaleString('sv-SE')} av filerna hör också till inläsning ${pausat}, som är pausad. De läses nu här, och inte en gång till när inläsning ${pausat} går vidare.`,
    )
    .join('\n');
