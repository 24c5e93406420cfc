import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { putList } from '../../activities/archive-list.ts';
import type { Reader } from '../../activities/deps.ts';
import { submit } from '../../engine/intake/submit.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../extraction/pages/limits.ts';
import { readPlainText } from '../../extraction/pages/plain-text.ts';
import { putIntake } from '../../store/derived.ts';
import type { ArchiveInput, archive } from '../../workflows/archive.ts';
import { archiveProgressQuery, cancelSignal, pauseSignal, resumeSignal } from '../../workflows/messages.ts';
import { archiveWorkflowId, fileWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';
import { protokoll } from '../engine/made-up.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';

let bed: Testbed;
let open = 0;
let most = 0;
let delay = 0;

/** Plain text, slowly, counting how many files are open at a time. */
const slow: Reader = {
  async open(bytes) {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, delay));
    open -= 1;
    const { pages, warnings } = readPlainText(bytes, DEFAULT_LIMITS);
    return { mediaType: 'text/plain', pageCount: pages.length, pages, ocr: [], warnings };
  },
  assemble: async (source, pages, warnings) => assembleRecord(source, pages, { warnings }),
};

beforeAll(async () => {
  bed = await testbed({ window: 3 }, { reader: slow });
});
afterAll(() => bed?.destroy());
beforeEach(() => {
  most = 0;
});

let next = 100;
const files = (count: number): { [name: string]: string } =>
  Object.fromEntries(Array.from({ length: count }, () => [`f${next}.txt`, protokoll(next++)]));

describe('an archive', () => {
  it('keeps no more files under way than its window is wide', async () => {
    delay = 100;
    const { archive: end } = await bed.ingest([bed.folder('window', files(10))]);
    expect(end).toMatchObject({ total: 10, started: 10, done: 10, running: [], state: 'finished' });
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('goes on as new after a page of its list, and counts every file once', async () => {
    delay = 0;
    const { offered } = await bed.ingest([bed.folder('pages', files(7))], { wait: false });
    const { client, blobs, settings } = bed;
    // The same files in pages of two: those that the first intake has under way report to both.
    const workflowId = await submit(
      offered.toDo,
      { client, blobs, settings, name: 'small-pages', rerun: false },
      2,
    );
    const handle = client.workflow.getHandle<typeof archive>(workflowId);
    const firstRun = (await handle.describe()).runId;
    expect(await handle.result()).toMatchObject({
      total: 7,
      started: 7,
      done: 7,
      failed: 0,
      state: 'finished',
    });
    expect((await handle.describe()).runId).not.toBe(firstRun);
  });

  it('pauses and resumes', async () => {
    delay = 50;
    const { workflowId } = await bed.ingest([bed.folder('pause', files(12))], { wait: false });
    const handle = bed.client.workflow.getHandle<typeof archive>(workflowId as string);
    await handle.signal(pauseSignal);
    await until(async () => (await handle.query(archiveProgressQuery)).running.length === 0);
    const paused = await handle.query(archiveProgressQuery);
    expect(paused.state).toBe('paused');
    expect(paused.started).toBeLessThan(12);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await handle.query(archiveProgressQuery)).started).toBe(paused.started);
    await handle.signal(resumeSignal);
    expect(await handle.result()).toMatchObject({ done: 12, state: 'finished' });
  });

  it('starts a file again whose workflow was ended by hand', async () => {
    delay = 1500;
    const bytes = Buffer.from(protokoll(next++));
    const { sha256 } = await bed.blobs.put(bytes);
    await putIntake(bed.blobs, sha256, { fileName: 'ended-by-hand.txt', bytes: bytes.length });
    await bed.store.offerFile('/ended-by-hand.txt', sha256);
    const list = await putList(bed.blobs, [sha256]);
    const input: ArchiveInput = {
      ...{ name: 'ended', list, total: 1, window: 3, pageSize: 200, rerun: false, ocrPages: 8, ocrTasks: 2 },
      askEverySeconds: 0.1,
    };
    const handle = await bed.client.workflow.start<typeof archive>('archive', {
      ...{ workflowId: archiveWorkflowId('ended'), taskQueue: TASK_QUEUES.light, args: [input] },
    });
    await until(async () => open === 1);
    await bed.client.workflow.getHandle(fileWorkflowId(sha256)).terminate('by hand');
    expect(await handle.result()).toMatchObject({ done: 1, state: 'finished' });
    delay = 0;
  });

  it('that is cancelled leaves no file without an end, and can be taken in again', async () => {
    delay = 100;
    const folder = bed.folder('cancel', files(12));
    const { workflowId } = await bed.ingest([folder], { wait: false });
    const handle = bed.client.workflow.getHandle<typeof archive>(workflowId as string);
    await until(async () => (await handle.query(archiveProgressQuery)).started > 0);
    await handle.signal(cancelSignal);
    const end = await handle.result();
    expect(end.state).toBe('cancelled');
    const rows = (await bed.store.files()).filter((row) => row.path.startsWith(folder));
    const calledOff = rows.filter((row) => row.code === 'cancelled');
    expect(calledOff.length).toBe(12 - end.started);
    expect(rows.filter((row) => row.status === 'done').length).toBe(end.started);

    delay = 0;
    await bed.ingest([folder]);
    const after = (await bed.store.files()).filter((row) => row.path.startsWith(folder));
    expect(after.map((row) => row.status)).toEqual(Array(12).fill('done'));
  });
});
