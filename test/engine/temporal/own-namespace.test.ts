/** A cluster's namespace belongs to one installation. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStores, type Stores } from '../../../engine/stores/index.ts';
import { findTemporalCli } from '../../../engine/temporal/cli/find.ts';
import { connectClient } from '../../../engine/temporal/connection.ts';
import { requireOwnNamespace } from '../../../engine/temporal/own-namespace.ts';
import { startTemporalServer, type TemporalServer } from '../../../engine/temporal/server.ts';

const run = promisify(execFile);
const OTHERS = { name: 'Problem', code: 'other-namespace' };

let base: string;
let cli: string;
let server: TemporalServer;
let client: Client;
let one: Stores;
let two: Stores;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-namespace-'));
  cli = await findTemporalCli();
  server = await startTemporalServer({ home: base, cli });
  client = await connectClient({ options: { address: server.address }, namespace: 'default' });
  one = await openStores({ home: join(base, 'one') });
  two = await openStores({ home: join(base, 'two') });
}, 60_000);
afterAll(async () => {
  await client?.connection.close();
  await server?.stop();
  await Promise.all([one?.close(), two?.close()]);
  rmSync(base, { recursive: true, force: true });
});

it('is the first one’s, and refused to another until that is told otherwise', {
  timeout: 60_000,
}, async () => {
  const retention = async () =>
    (await client.workflowService.describeNamespace({ namespace: 'default' })).config
      ?.workflowExecutionRetentionTtl;
  const before = await retention();
  for (let start = 0; start < 2; start++) await requireOwnNamespace(client, one.store);
  expect(await retention()).toEqual(before);
  const refused = requireOwnNamespace(client, two.store);
  await expect(refused).rejects.toMatchObject(OTHERS);
  const { message } = (await refused.catch((error: unknown) => error)) as Error;
  expect(message).toMatch(/^Temporals namnrymd default används av en annan Expediera\. Ange en egen/);

  // as it says
  const [, args = '', data = ''] = /temporal (operator .* --data) '(.*)' \//.exec(message) ?? [];
  await run(cli, [...args.split(' '), data, '--address', server.address]);
  await requireOwnNamespace(client, two.store);
  await expect(requireOwnNamespace(client, one.store)).rejects.toMatchObject(OTHERS);
});

it('is let pass where the server does not tell', async () => {
  const options = { namespace: 'finns-inte' };
  await requireOwnNamespace({ connection: client.connection, options }, one.store);
});
