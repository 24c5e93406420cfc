/** The names under which steps leave their results for the next one, by content and reading version. */
import type { OpenedDocument } from '../extraction/pages/index.ts';
import type { OcrReading } from '../extraction/pages/ocr/index.ts';
import type { Blobs } from './blobs.ts';

/** What is known of a content before it is opened, whatever version opens it. */
export interface Intake {
  /** The name it was first offered under. */
  fileName: string;
  bytes: number;
}

const INTAKE = 'intake';

export async function putIntake(blobs: Blobs, sha256: string, intake: Intake): Promise<void> {
  // The first name stays: a re-run of the same bytes gives the same record.
  if (!(await blobs.getDerived(sha256, INTAKE, 'source'))) {
    await blobs.putDerived(sha256, INTAKE, 'source', intake);
  }
}

export const getIntake = (blobs: Blobs, sha256: string): Promise<Intake | null> =>
  blobs.getDerived<Intake>(sha256, INTAKE, 'source');

export const putOpened = (
  blobs: Blobs,
  sha256: string,
  version: string,
  opened: OpenedDocument,
): Promise<void> => blobs.putDerived(sha256, version, 'opened', opened);

export const getOpened = (blobs: Blobs, sha256: string, version: string): Promise<OpenedDocument | null> =>
  blobs.getDerived<OpenedDocument>(sha256, version, 'opened');

const ocrName = (page: number): string => `ocr/${String(page).padStart(5, '0')}`;

export const putReading = (
  blobs: Blobs,
  sha256: string,
  version: string,
  reading: OcrReading,
): Promise<void> => blobs.putDerived(sha256, version, ocrName(reading.page.page), reading);

export const getReading = (
  blobs: Blobs,
  sha256: string,
  version: string,
  page: number,
): Promise<OcrReading | null> => blobs.getDerived<OcrReading>(sha256, version, ocrName(page));

/** The pages that OCR has already read. */
export async function pagesRead(blobs: Blobs, sha256: string, version: string): Promise<Set<number>> {
  const names = await blobs.listDerived(sha256, version, 'ocr');
  return new Set(names.map((name) => Number(name.split('/').at(-1))));
}

const MATTERS = 'matters';

/** The matters that saving the content's record touched; kept until they are routed. */
export const putMatters = (blobs: Blobs, sha256: string, version: string, matters: string[]): Promise<void> =>
  blobs.putDerived(sha256, version, MATTERS, matters);

export const getMatters = (blobs: Blobs, sha256: string, version: string): Promise<string[] | null> =>
  blobs.getDerived<string[]>(sha256, version, MATTERS);
