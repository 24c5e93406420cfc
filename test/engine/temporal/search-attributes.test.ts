/** Workflows are found by huvudman, organ, status and diarienummer, on a server that knew nothing of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { type NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTemporalCli } from '../../../engine/temporal/cli/find.ts';
import { connectClient, connectWorker, localTarget } from '../../../engine/temporal/connection.ts';
import { ensureSearchAttributes } from '../../../engine/temporal/search-attributes.ts';
import { startTemporalServer, type TemporalServer } from '../../../engine/temporal/server.ts';
import { logRuntimeThrough } from '../../../worker/log.ts';
import type { Findable } from '../../../workflows/search-attributes.ts';
import { type found, nowSignal } from './findable-workflow.ts';

const warnings: { reason: string; msg: string }[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(JSON.parse(line)) });

let home: string;
let server: TemporalServer;
let client: Client;
let connection: NativeConnection;

async function open(): Promise<void> {
  server = await startTemporalServer({ home, cli: await findTemporalCli() });
  client = await connectClient(localTarget(server.address));
  connection = await connectWorker(localTarget(server.address));
}
async function close(): Promise<void> {
  await connection?.close();
  await client?.connection.close();
  await server?.stop();
}

beforeAll(async () => {
  logRuntimeThrough(pino({ level: 'silent' }));
  home = mkdtempSync(join(tmpdir(), 'expediera-attributes-'));
  await open();
});
afterAll(async () => {
  await close();
  rmSync(home, { recursive: true, force: true });
});

/** A namespace of its own with these attributes (temporal.api.enums.v1.IndexedValueType), known to the whole server. */
async function namespaceWith(
  namespace: string,
  searchAttributes: { [name: string]: number },
): Promise<string> {
  const workflowExecutionRetentionPeriod = { seconds: 86_400 as never };
  await client.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  for (let tries = 0; ; tries++) {
    try {
      await client.connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
      return namespace;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
const at = (more: Partial<Findable>): Findable => ({
  huvudman: 'Videby kommun',
  organ: 'Kommunstyrelsen',
  status: 'väntar',
  diarienummer: 'KS 2024/17',
  ...more,
});

/** Ids of the workflows that are found, once they are as many as wanted: the list is a moment behind. */
async function listed(query: string, wanted: number): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const ids: string[] = [];
    for await (const { workflowId } of client.workflow.list({ query })) ids.push(workflowId);
    if (ids.length === wanted || tries > 60) return ids.sort();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the attributes that workflows are found by', () => {
  it('are added to a server that has none, and workflows are found by them', {
    timeout: 60_000,
  }, async () => {
    expect(await ensureSearchAttributes({ connection, namespace: 'default', log })).toBe(true);
    const worker = await Worker.create({
      connection,
      taskQueue: 'found',
      workflowsPath: join(import.meta.dirname, 'findable-workflow.ts'),
    });
    await worker.runUntil(async () => {
      const start = (workflowId: string, findable: Findable) =>
        client.workflow.start<typeof found>('found', { workflowId, taskQueue: 'found', args: [findable] });
      const first = await start('arende:1', at({}));
      await start('arende:2', at({ huvudman: 'Region Storvik', organ: 'Regionstyrelsen' }));
      await start('arende:3', at({ organ: null, diarienummer: null, status: 'öppet' }));

      expect(await listed('huvudman = "Videby kommun"', 2)).toEqual(['arende:1', 'arende:3']);
      expect(await listed('huvudman = "Videby kommun" AND status = "väntar"', 1)).toEqual(['arende:1']);
      expect(await listed('organ = "Regionstyrelsen"', 1)).toEqual(['arende:2']);
      expect(await listed('diarienummer = "KS 2024/17"', 2)).toEqual(['arende:1', 'arende:2']);

      await first.signal(nowSignal, at({ organ: null, status: 'avslutat' }));
      await first.signal(nowSignal, 'again'); // the next run says of itself what the first one's input said
      expect(await listed('organ = "Kommunstyrelsen" AND ExecutionStatus = "Running"', 1)).toEqual([
        'arende:1',
      ]);
      expect(
        await listed('ExecutionStatus = "ContinuedAsNew" AND status = "avslutat" AND organ IS NULL', 1),
      ).toEqual(['arende:1']);

      await first.signal(nowSignal, at({ huvudman: `Kommunalförbundet ${'Å'.repeat(400)}` }));
      expect(await listed('huvudman STARTS_WITH "Kommunalförbundet"', 1)).toEqual(['arende:1']);
    });
    const { events } = await client.workflow.getHandle('arende:2').fetchHistory();
    const upserts = events?.filter((event) => event.upsertWorkflowSearchAttributesEventAttributes);
    expect(upserts).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  it('are there after a restart, and adding them again is no fault', { timeout: 60_000 }, async () => {
    await close();
    await open();
    expect(await ensureSearchAttributes({ connection, namespace: 'default', log })).toBe(true);
    expect(await listed('huvudman = "Videby kommun" AND ExecutionStatus = "Running"', 1)).toEqual([
      'arende:3',
    ]);
    expect(warnings).toEqual([]);
  });

  it('are completed where some of them are there', { timeout: 60_000 }, async () => {
    const namespace = await namespaceWith('some', { huvudman: 2, organ: 2 });
    expect(await ensureSearchAttributes({ connection, namespace, log })).toBe(true);
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    expect(customAttributes).toEqual({ huvudman: 2, organ: 2, status: 2, diarienummer: 2 });
  });
});

describe('a server that cannot have them', () => {
  const warned = () => warnings.splice(0).map(({ reason }) => reason);

  it('since they are something else there is left as it is, and it is said', {
    timeout: 60_000,
  }, async () => {
    const namespace = await namespaceWith('other', { status: 3 });
    expect(await ensureSearchAttributes({ connection, namespace, log })).toBe(false);
    expect(warned()).toEqual(['of another type: status']);
  });

  it('since it has as many as it may have is used without', { timeout: 60_000 }, async () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`other${n}`, 2]));
    const namespace = await namespaceWith('full', many);
    expect(await ensureSearchAttributes({ connection, namespace, log })).toBe(false);
    expect(warned()).toEqual([expect.stringContaining('cannot have more than 10')]);
  });

  // A development server denies nobody anything: the answers of one that does, as Temporal Cloud gives them.
  const denied = () => Promise.reject(Object.assign(new Error('Request unauthorized.'), { code: 7 }));
  const operatorService = { addSearchAttributes: denied, listSearchAttributes: denied };

  it('since this client may not add them is used without', async () => {
    const { workflowService } = connection;
    const namespace = await namespaceWith('denied', { another: 2 });
    const options = { connection: { workflowService, operatorService }, namespace, log };
    expect(await ensureSearchAttributes(options)).toBe(false);
    expect(warned()).toEqual(['Request unauthorized.']);
  });

  it('is used with them when somebody else has added them', async () => {
    const { workflowService } = connection;
    const options = { connection: { workflowService, operatorService }, namespace: 'default', log };
    expect(await ensureSearchAttributes(options)).toBe(true);
    expect(warned()).toEqual([]);
  });
});
