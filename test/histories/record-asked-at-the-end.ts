/** Records a file that is asked for once more while it tells others that it has ended (`node test/histories/record-asked-at-the-end.ts`). */
import { fileProgressQuery, reportToSignal } from '../../workflows/messages.ts';
import { fileWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';
import type { processFile } from '../../workflows/process-file.ts';
import { protokoll } from '../engine/made-up.ts';
import { testbed } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { keep } from './keep.ts';

const bed = await testbed();
try {
  const { offered } = await bed.ingest([bed.folder('in', { 'a.txt': protokoll(1) })]);
  const sha256 = offered.toDo[0] as string;
  const alsoTo = Array.from({ length: 20 }, (_, n) => `archive:nobody-${n}`);
  const handle = await bed.client.workflow.start<typeof processFile>('processFile', {
    ...{ workflowId: fileWorkflowId(sha256), taskQueue: TASK_QUEUES.light },
    args: [{ sha256, ocrPages: 8, ocrTasks: 2, alsoTo }],
  });
  await until(async () => (await handle.query(fileProgressQuery)).step === 'settled');
  await bed.store.setOutcome(sha256, { status: 'running' });
  await handle.signal(reportToSignal, 'archive:late');
  await handle.result();
  keep(bed, 'process-file-asked-at-the-end', handle.workflowId, handle.firstExecutionRunId);
} finally {
  await bed.destroy();
}
