/** Keeps a run's history for test/workflows/replay.test.ts, without who ran it and where. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTemporalCli } from '../../engine/temporal/cli/find.ts';
import type { Testbed } from '../engine/testbed.ts';

const cli = await findTemporalCli();

/** Writes the history as `NAME.json` beside this file; of the last run of the workflow unless another is named. */
export function keep(bed: Testbed, name: string, workflowId: string, runId?: string): void {
  const at = ['--address', bed.temporal.address, '--workflow-id', workflowId];
  const args = ['workflow', 'show', '--output', 'json', ...at, ...(runId ? ['--run-id', runId] : [])];
  const json = JSON.parse(execFileSync(cli, args, { encoding: 'utf8' })) as unknown;
  const plain = JSON.stringify(json, (key, value) => (key === 'identity' ? 'recorded' : value), 1);
  const stackless = plain.replace(/"stackTrace": "(?:[^"\\]|\\.)*"/g, '"stackTrace": ""');
  // a worker's own queue is called by its process and machine
  const nowhere = stackless.replace(/"\d+@[^"]+-[0-9a-f]{32}"/g, '"recorded-queue"');
  writeFileSync(join(import.meta.dirname, `${name}.json`), `${nowhere}\n`);
}
