import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileProgressQuery, reportToSignal } from '../../workflows/messages.ts';
import { fileWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';
import type { processFile } from '../../workflows/process-file.ts';
import { brokenPdf, protokoll } from '../engine/made-up.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** All text that a workflow's history carries: its strings, and the bytes of its payloads wherever they stand. */
function payloadsIn(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(payloadsIn).join('\n');
}

let bed: Testbed;
beforeAll(async () => {
  bed = await testbed();
});
afterAll(() => bed?.destroy());

describe('process-file', () => {
  it('takes a record in, from its bytes to the inboxes', async () => {
    const folder = bed.folder('one', { 'protokoll.txt': protokoll(7) });
    const { archive } = await bed.ingest([folder]);
    expect(archive).toMatchObject({ total: 1, done: 1, refused: 0, failed: 0, pages: 1 });
    expect(await bed.store.content(sha256(protokoll(7)))).toMatchObject({ status: 'done' });
    const saved = await bed.store.record(sha256(protokoll(7)));
    expect(saved?.record.source.fileName).toBe('protokoll.txt');
    expect(await bed.store.staleMatters()).toEqual([]);
  });

  it('refuses what is at fault, with its reason, and lets nothing else suffer', async () => {
    const folder = bed.folder('bad', {
      'empty.txt': '',
      'broken.pdf': brokenPdf,
      'noise.pdf': Uint8Array.from({ length: 512 }, (_, n) => (n * 37) % 256),
      'good.txt': protokoll(8),
    });
    const { archive } = await bed.ingest([folder]);
    expect(archive).toMatchObject({ total: 4, done: 1, refused: 3, failed: 0 });
    const rows = (await bed.store.files()).filter((row) => row.path.startsWith(folder));
    const byName = Object.fromEntries(rows.map((row) => [row.path.slice(folder.length + 1), row]));
    expect(byName['empty.txt']).toMatchObject({ status: 'refused', code: 'empty' });
    expect(byName['empty.txt']?.reason).toMatch(/^Filen är tom\. Hämta/u);
    expect(byName['broken.pdf']).toMatchObject({ status: 'refused' });
    expect(byName['noise.pdf']).toMatchObject({
      ...{ status: 'refused', code: 'not-supported' },
      reason: expect.stringMatching(/innehållet är ingen PDF\. Hämta den på nytt från källan\.$/u),
    });
    expect(byName['good.txt']).toMatchObject({ status: 'done', code: null });
    // Refused is an answer: the workflow has done its work, after one try.
    const handle = bed.client.workflow.getHandle(fileWorkflowId(byName['empty.txt']?.sha256 ?? ''));
    expect(await handle.result()).toMatchObject({ status: 'refused' });
  });

  it('is one workflow for a content, whatever the file is called', async () => {
    const folder = bed.folder('twice', { 'a.txt': protokoll(9), 'sub/b.txt': protokoll(9) });
    const first = await bed.ingest([folder]);
    expect(first.offered).toMatchObject({ paths: 2, contents: 1 });
    const run = await bed.client.workflow.getHandle(fileWorkflowId(sha256(protokoll(9)))).describe();

    const again = bed.folder('again', { 'c.txt': protokoll(9) });
    const second = await bed.ingest([again]);
    expect(second).toMatchObject({ workflowId: null, offered: { contents: 1, already: 1, toDo: [] } });
    const after = await bed.client.workflow.getHandle(fileWorkflowId(sha256(protokoll(9)))).describe();
    expect(after.runId).toBe(run.runId);
    const paths = (await bed.store.files()).filter((row) => row.sha256 === sha256(protokoll(9)));
    expect(paths.map((row) => row.path)).toEqual([
      join(again, 'c.txt'),
      join(folder, 'a.txt'),
      join(folder, 'sub', 'b.txt'),
    ]);
    expect((await bed.store.record(sha256(protokoll(9))))?.record.source.fileName).toBe('a.txt');
  });

  it('does it again when asked to, and ends the same', async () => {
    const folder = bed.folder('rerun', { 'r.txt': protokoll(10) });
    await bed.ingest([folder]);
    const before = await bed.store.record(sha256(protokoll(10)));
    const status = await bed.store.status();
    const { archive } = await bed.ingest([folder], { rerun: true });
    expect(archive).toMatchObject({ done: 1 });
    expect(await bed.store.record(sha256(protokoll(10)))).toEqual(before);
    expect(await bed.store.status()).toEqual(status);
  });

  it('does it again for who asks while it tells others that it has ended', { timeout: 60_000 }, async () => {
    const content = protokoll(11);
    await bed.ingest([bed.folder('late', { 'a.txt': content })]);
    const name = sha256(content);
    // it tells that it has ended a little before it has
    await bed.client.workflow.getHandle(fileWorkflowId(name)).result();
    const input = { sha256: name, ocrPages: 8, ocrTasks: 2, reportTo: 'archive:nobody' };
    const nobody = Array.from({ length: 40 }, (_, n) => `archive:nobody-${n}`);
    const handle = await bed.client.workflow.start<typeof processFile>('processFile', {
      ...{ workflowId: fileWorkflowId(name), taskQueue: TASK_QUEUES.light },
      args: [{ ...input, alsoTo: nobody }],
    });
    await until(async () => (await handle.query(fileProgressQuery)).step === 'settled');
    await bed.store.setOutcome(name, { status: 'running' });
    await handle.signal(reportToSignal, 'archive:late');
    // the first run had nothing to do, and the next reads it
    expect(await handle.result()).toEqual({ sha256: name, status: 'done', pages: 1 });
    expect((await bed.client.workflow.getHandle(fileWorkflowId(name)).describe()).runId).not.toBe(
      handle.firstExecutionRunId,
    );
    expect(await bed.store.content(name)).toMatchObject({ status: 'done' });
  });

  it('carries no text of a record in its history', async () => {
    const folder = bed.folder('secret', { 's.txt': protokoll(11) });
    await bed.ingest([folder]);
    const history = await bed.client.workflow.getHandle(fileWorkflowId(sha256(protokoll(11)))).fetchHistory();
    const payloads = payloadsIn(history);
    expect(payloads).toContain(sha256(protokoll(11)));
    // what the record says, as it says it
    for (const word of ['Videby', 'samlingslokal']) {
      expect(protokoll(11)).toContain(word);
      expect(payloads).not.toContain(word);
    }
    expect(payloads).not.toContain('s.txt');
    expect(payloads.length).toBeLessThan(100_000);
  });
});
