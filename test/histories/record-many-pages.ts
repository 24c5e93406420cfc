/**
 * Records a file with more pages than it may have OCR tasks of the wanted size (`node test/histories/record-many-pages.ts`):
 * it is refused at its first page.
 */
import type { OcrReader, Reader } from '../../activities/deps.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { Refusal } from '../../extraction/refusal.ts';
import { fileWorkflowId } from '../../workflows/names.ts';
import { emptyPage } from '../engine/made-up.ts';
import { testbed } from '../engine/testbed.ts';
import { keep } from './keep.ts';

const reader: Reader = {
  async open() {
    const pages = Array.from({ length: 2_001 }, (_, n) => emptyPage(n + 1, 'none'));
    const ocr = pages.map(({ page }) => ({ page, reason: 'no-text' as const }));
    return { mediaType: 'application/pdf', pageCount: pages.length, pages, ocr, warnings: [] };
  },
  assemble: async (source, pages) => assembleRecord(source, pages),
};
const ocr: OcrReader = { read: () => Promise.reject(new Refusal('page-too-large')) };

const bed = await testbed({ ocrPages: 1 }, { reader, ocr });
try {
  const { offered } = await bed.ingest([bed.folder('in', { 'a.pdf': 'many pages' })]);
  keep(bed, 'process-file-many-pages', fileWorkflowId(offered.toDo[0] as string));
} finally {
  await bed.destroy();
}
