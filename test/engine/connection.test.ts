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
});
