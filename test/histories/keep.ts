/** Keeps the history of one workflow, without who ran it and where. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTemporalCli } from '../../engine/temporal-cli/find.ts';
import type { Testbed } from '../engine/testbed.ts';

const cli = await findTemporalCli();

export function keep(bed: Testbed, name: string, workflowId: string, runId?: string): void {
  const args = ['workflow', 'show', '--output', 'json', '--address', bed.temporal.address, '--workflow-id', workflowId];
  const shown = execFileSync(cli, runId ? [...args, '--run-id', runId] : args, { encoding: 'utf8' });
  const json = JSON.parse(shown) as unknown;
  const plain = JSON.stringify(json, (key, value) => (key === 'identity' ? 'recorded' : value), 1);
  const stackless = plain.replace(/"stackTrace": "(?:[^"\\]|\\.)*"/g, '"stackTrace": ""');
  // a worker's own queue is called after its process and machine
  const nameless = stackless.replace(/"\d+@[\w.-]+"/g, '"recorded"');
  writeFileSync(join(import.meta.dirname, `${name}.json`), `${nameless}\n`);
}
