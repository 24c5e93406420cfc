/** What was recorded must replay: an open workflow of an older version goes on under the new code. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { workflowBundle } from '../../worker/bundle.ts';
import { logRuntimeThrough } from '../../worker/log.ts';

logRuntimeThrough(pino({ level: 'silent' }));
const folder = join(import.meta.dirname, '../histories');
const histories = globSync('*.json', { cwd: folder }).sort();
const bundle = await workflowBundle();

const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const replay = (history: unknown, workflowId: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: bundle }, historyFromJSON(history), workflowId);

describe('recorded histories', () => {
  it('are there', () => {
    expect(histories.length).toBeGreaterThanOrEqual(6);
  });

  it.each(histories)('%s replays', async (file) => {
    await replay(read(file), basename(file, '.json'));
  });

  it('would not replay on code that did something else', async () => {
    const changed = JSON.stringify(read('process-file-scan.json')).replaceAll('"openFile"', '"other"');
    const history: unknown = JSON.parse(changed);
    await expect(replay(history, 'changed')).rejects.toThrow(/determinism/i);
  });
});
