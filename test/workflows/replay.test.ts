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
/** As workers have it, and as they have it while traces are asked for. */
const bundles = { plain: await workflowBundle(), traced: await workflowBundle({ traced: true }) };

const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

interface Recorded {
  events: { workflowExecutionStartedEventAttributes?: { workflowType: { name: string } } }[];
}
const typeOf = (history: unknown): string | undefined =>
  (history as Recorded).events[0]?.workflowExecutionStartedEventAttributes?.workflowType.name;

const replay = (history: unknown, workflowId: string, bundle = bundles.plain): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: bundle }, historyFromJSON(history), workflowId);

describe('recorded histories', () => {
  it('are there of every workflow', () => {
    const index = readFileSync(join(folder, '../../workflows/index.ts'), 'utf8');
    const exported = [...index.matchAll(/export \{ (\w+) \}/g)].map(([, name]) => name);
    expect(exported.length).toBeGreaterThanOrEqual(4);
    expect([...new Set(histories.map((file) => typeOf(read(file))))].sort()).toEqual(exported.sort());
  });

  it.each(histories)('%s replays', async (file) => {
    await replay(read(file), basename(file, '.json'));
    await replay(read(file), basename(file, '.json'), bundles.traced);
  });

  it('would not replay on code that did something else', async () => {
    const changed = JSON.stringify(read('process-file-scan.json')).replaceAll('"openFile"', '"other"');
    const history: unknown = JSON.parse(changed);
    await expect(replay(history, 'changed')).rejects.toThrow(/determinism/i);
  });
});
