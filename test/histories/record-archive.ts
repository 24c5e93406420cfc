/**
 * Records archives that wait without asking (`node test/histories/record-archive.ts`), beside those of before:
 * one in pages with files that take a while, and one that is paused, goes on and is called off.
 */
import type { OcrReader, Reader } from '../../activities/deps.ts';
import { submit } from '../../engine/intake/submit.ts';
import { assembleRecord } from '../../extraction/index.ts';
import type { ArchiveInput, archive } from '../../workflows/archive.ts';
import { archiveProgressQuery, cancelSignal, pauseSignal, resumeSignal } from '../../workflows/messages.ts';
import { archiveWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';
import { emptyPage } from '../engine/made-up.ts';
import { testbed } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { keep } from './keep.ts';

const reader: Reader = {
  async open() {
    await new Promise((resolve) => setTimeout(resolve, 700));
    const pages = [emptyPage(1, 'embedded')];
    return { mediaType: 'application/pdf', pageCount: 1, pages, ocr: [], warnings: [] };
  },
  assemble: async (source, pages) => assembleRecord(source, pages),
};
const ocr: OcrReader = { read: () => Promise.reject(new Error('no page needs it')) };

const bed = await testbed({ window: 2 }, { reader, ocr });
try {
  const { client, blobs, settings } = bed;
  let folders = 0;
  /** Offers five files without their own archive going on. */
  const offered = async (): Promise<string[]> => {
    const name = `in-${++folders}`;
    const files = ['a', 'b', 'c', 'd', 'e'].map((letter) => [`${letter}.pdf`, `text ${name} ${letter}`]);
    const { offered } = await bed.ingest([bed.folder(name, Object.fromEntries(files))], { wait: false });
    return offered.toDo;
  };
  const id = await submit(await offered(), { client, blobs, settings, name: 'quiet', rerun: false }, 2);
  const first = (await client.workflow.getHandle(id).describe()).runId;
  await client.workflow.getHandle(id).result();
  keep(bed, 'archive-quiet-first-run', id, first);
  keep(bed, 'archive-quiet-last-run', id);

  const waits = { client, blobs, settings, name: 'paused', rerun: false, paused: true };
  const paused = await submit(await offered(), waits);
  const handle = client.workflow.getHandle<typeof archive>(paused);
  const started = async () => (await handle.query(archiveProgressQuery)).started;
  await handle.signal(resumeSignal);
  await until(async () => (await started()) >= 2);
  await handle.signal(pauseSignal);
  await until(async () => (await handle.query(archiveProgressQuery)).running.length === 0);
  await handle.signal(cancelSignal);
  await handle.result();
  keep(bed, 'archive-paused', paused);

  // a file that says nothing is asked for, and started again
  const list = await blobs.put(Buffer.from((await offered()).slice(0, 1).join('\n')));
  const input: ArchiveInput = {
    ...{ name: 'asking', list: list.sha256, total: 1, window: 2, pageSize: 200, rerun: true },
    ...{ ocrPages: 8, ocrTasks: 2, askEverySeconds: 0.05 },
  };
  const asking = await client.workflow.start<typeof archive>('archive', {
    ...{ workflowId: archiveWorkflowId('asking'), taskQueue: TASK_QUEUES.light, args: [input] },
  });
  await asking.result();
  keep(bed, 'archive-asking', asking.workflowId);
} finally {
  await bed.destroy();
}
