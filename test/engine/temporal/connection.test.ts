import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTemporalCli } from '../../../engine/temporal/cli/find.ts';
import { clusterTarget, connectClient, localTarget } from '../../../engine/temporal/connection.ts';
import { startTemporalServer } from '../../../engine/temporal/server.ts';

describe('the way to Temporal', () => {
  it('is a server of our own unless the environment names a cluster', () => {
    expect(clusterTarget({})).toBeNull();
    expect(clusterTarget({ TEMPORAL_NAMESPACE: 'alone-it-names-nothing' })).toBeNull();
  });

  it('is the cluster that is named, with all that goes with it', () => {
    const target = clusterTarget({
      TEMPORAL_ADDRESS: 'temporal.example:7233',
      TEMPORAL_NAMESPACE: 'records',
      TEMPORAL_API_KEY: 'made-up',
    });
    expect(target?.namespace).toBe('records');
    expect(target?.options).toMatchObject({ address: 'temporal.example:7233', apiKey: 'made-up' });
    expect(target?.options.tls).toBeTruthy();
  });

  it('that leads nowhere is said so', async () => {
    const nowhere = connectClient({
      options: { address: '127.0.0.1:1', connectTimeout: 300 },
      namespace: 'default',
      patience: 0,
    });
    await expect(nowhere).rejects.toMatchObject({ code: 'temporal-unreachable' });
  });

  it('that is closed while a call waits for its next try ends that call, and nothing else', async () => {
    const home = mkdtempSync(join(tmpdir(), 'expediera-connection-'));
    const server = await startTemporalServer({ home, cli: await findTemporalCli() });
    const thrown: unknown[] = [];
    const note = (error: unknown) => void thrown.push(error);
    process.prependListener('uncaughtException', note);
    try {
      const client = await connectClient(localTarget(server.address));
      process.kill(server.pid, 'SIGKILL');
      await server.lost.catch(() => {});
      const asked = client.workflow.getHandle('nothing').describe();
      const answer = expect(asked).rejects.toThrow();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await client.connection.close();
      await answer;
      await expect(client.workflow.getHandle('nothing').describe()).rejects.toThrow();
      expect(thrown).toEqual([]);
    } finally {
      process.removeListener('uncaughtException', note);
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    }
  });
});
