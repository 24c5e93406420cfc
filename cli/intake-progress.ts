/** An intake's progress as files and pages. */
import type { IntakeProgress } from '../engine/intake/index.ts';
import type { Position } from './terminal/progress.ts';

type Working = Extract<IntakeProgress, { phase: 'working' }>;

/** Pages of a file under way that are read: those with text at once, the others one by one. */
const pagesRead = ({ pages, ocrPages, ocrRead }: Working['running'][number]): number =>
  pages - ocrPages + ocrRead;

/** Where an intake stands. The number of all pages is known once every file is opened. */
export function positionOf(progress: IntakeProgress): Position {
  if (progress.phase === 'finding') {
    const { path, offered } = progress;
    return { filesDone: offered.paths, filesTotal: null, pagesDone: 0, pagesTotal: null, doing: path };
  }
  const { archive, running, offered } = progress;
  const ocr = running.filter((file) => file.step === 'ocr');
  const opened =
    archive.started === archive.total &&
    running.length === archive.running.length &&
    running.every((file) => file.pages > 0);
  const sum = (of: (file: Working['running'][number]) => number) =>
    running.reduce((total, file) => total + of(file), 0);
  const left = ocr.reduce((total, file) => total + file.ocrPages - file.ocrRead, 0);
  return {
    filesDone: offered.already + archive.done + archive.refused + archive.failed,
    filesTotal: offered.already + archive.total,
    pagesDone: archive.pages + sum(pagesRead),
    pagesTotal: opened ? archive.pages + sum((file) => file.pages) : null,
    doing: left > 0 ? `textigenkänning, ${left} sidor kvar av påbörjade filer` : undefined,
  };
}
