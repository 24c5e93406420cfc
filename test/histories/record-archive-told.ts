/**
 * Records an archive that hears what it is told in the order in which it was said (`node test/histories/record-archive-told.ts`):
 * paused and let go on as it began, and a file of it that reports.
 */
import type { OcrReader, Reader } from '../../activities/deps.ts';
import { submit } from '../../engine/intake/submit.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { pauseSignal, resumeSignal } from '../../workflows/messages.ts';
import { emptyPage } from '../engine/made-up.ts';
import { testbed } from '../engine/testbed.ts';
import { keep } from './keep.ts';

const reader: Reader = {
  async open() {
    const pages = [emptyPage(1, 'embedded')];
    return { mediaType: 'application/pdf', pageCount: 1, pages, ocr: [], warnings: [] };
  },
  assemble: async (source, pages) => assembleRecord(source, pages),
};
const ocr: OcrReader = { read: () => Promise.reject(new Error('no page needs it')) };

const bed = await testbed({ window: 1 }, { reader, ocr });
try {
  const { client, blobs, settings } = bed;
  const folder = bed.folder('in', { 'a.pdf': 'text a', 'b.pdf': 'text b' });
  const { offered } = await bed.ingest([folder]);
  const id = await submit(offered.toDo, { client, blobs, settings, name: 'told', rerun: true });
  const handle = client.workflow.getHandle(id);
  for (const signal of [resumeSignal, pauseSignal, resumeSignal]) await handle.signal(signal);
  await handle.result();
  keep(bed, 'archive-told', id);
} finally {
  await bed.destroy();
}
