import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clusterTarget, connectClient } from '../../engine/connection.ts';

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

  it('comes to an end when it is closed, whatever was to be tried again', async () => {
    // a server that is there, and away for everything that it is asked
    let asked = 0;
    const server = createServer().on('stream', (stream, { ':path': path }) => {
      const head = { ':status': 200, 'content-type': 'application/grpc' };
      if (path?.endsWith('/GetSystemInfo')) {
        stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
        stream.respond(head, { waitForTrailers: true });
        stream.end(Buffer.alloc(5));
      } else {
        asked += 1;
        stream.respond({ ...head, 'grpc-status': '14', 'grpc-message': 'away' }, { endStream: true });
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = await connectClient({ options: { address }, namespace: 'default' });
    const call = client.workflowService.describeNamespace({ namespace: 'default' });
    const failed = expect(call).rejects.toThrow();
    while (asked < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await client.connection.close();
    await failed;
    const tries = asked;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(asked).toBe(tries);
    await new Promise((resolve) => server.close(resolve));
  });
});
