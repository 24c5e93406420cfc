/** An archive that waits for long, on a server that skips time: its history stays short. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putList } from '../../activities/archive-list.ts';
import type { ArchiveInput, archive } from '../../workflows/archive.ts';
import { archiveProgressQuery, cancelSignal } from '../../workflows/messages.ts';
import { archiveWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';
import { type SkippingBed, skippingBed } from '../engine/time-skipping.ts';

let bed: SkippingBed;
beforeAll(async () => {
  bed = await skippingBed();
}, 120_000);
afterAll(() => bed?.destroy());

async function start(name: string, contents: string[], more: Partial<ArchiveInput> = {}) {
  const files: string[] = [];
  for (const content of contents) {
    const { sha256 } = await bed.blobs.put(Buffer.from(content));
    await bed.store.offerFile(`/${content}`, sha256);
    files.push(sha256);
  }
  const list = await putList(bed.blobs, files);
  const input: ArchiveInput = {
    ...{ name, list, total: files.length, window: 2, pageSize: 200, rerun: false, ocrPages: 8, ocrTasks: 2 },
    ...more,
  };
  const handle = await bed.client.workflow.start<typeof archive>('archive', {
    ...{ workflowId: archiveWorkflowId(name), taskQueue: TASK_QUEUES.light, args: [input] },
  });
  return { handle, files };
}

describe('an archive that waits', () => {
  it('paused for a year has done nothing, and can be called off then', async () => {
    const { handle } = await start('paused', ['p1', 'p2'], { paused: true });
    await bed.until(async () => (await handle.query(archiveProgressQuery)).state === 'paused');
    await bed.skip(366);
    const progress = await handle.query(archiveProgressQuery);
    expect(progress).toMatchObject({ state: 'paused', started: 0 });
    expect((await handle.describe()).historyLength).toBeLessThan(25);
    await handle.signal(cancelSignal);
    expect(await handle.result()).toMatchObject({ state: 'cancelled' });
    expect((await bed.store.files()).map(({ code }) => code)).toEqual(['cancelled', 'cancelled']);
  });

  it('stays paused when it goes on as new', async () => {
    const progress = { done: 1, refused: 0, failed: 0, pages: 3, running: [] };
    const { handle } = await start('as-new', ['n1', 'n2'], {
      soFar: { name: 'as-new', total: 2, started: 1, ...progress, state: 'paused' },
    });
    await bed.until(async () => (await handle.query(archiveProgressQuery)).started === 1);
    expect(await handle.query(archiveProgressQuery)).toMatchObject({ state: 'paused', done: 1, pages: 3 });
    await handle.signal(cancelSignal);
    await handle.result();
  });
});
