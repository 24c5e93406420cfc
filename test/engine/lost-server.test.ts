/** The server's state is lost while the store is not: what it was to do is found in the store and goes on. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startInstallation } from '../../engine/installation.ts';
import type { arende } from '../../workflows/arende.ts';
import { arendeLageQuery } from '../../workflows/messages.ts';
import { arendeWorkflowId } from '../../workflows/names.ts';
import { protokoll, styrelsen } from './made-up.ts';
import { testSettings, writeFolder } from './testbed.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-lost-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('a server without memory', () => {
  it('follows the open matters again, and no others', { timeout: 90_000 }, async () => {
    const home = join(base, 'home');
    const folder = writeFolder(join(base, 'in'), {
      'open.txt': protokoll(1),
      'before.txt': protokoll(2),
      'closed.txt': styrelsen(2),
    });
    const first = await startInstallation({ settings: testSettings(home) });
    await first.ingest([folder]);
    const matterOf = async (number: number): Promise<string> => {
      const found = await first.store.arende(`KFN 2024/${number}`);
      return found && 'id' in found ? found.id : '';
    };
    const [open, closed] = [await matterOf(1), await matterOf(2)];
    while ((await first.store.followed()).join() !== open)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await first.stop();
    for (const file of readdirSync(home).filter((name) => name.startsWith('temporal.db')))
      rmSync(join(home, file));

    const second = await startInstallation({ settings: testSettings(home) });
    try {
      expect(second.resumed).toMatchObject({ files: 0, matters: 1 });
      const handle = second.client.workflow.getHandle<typeof arende>(arendeWorkflowId(open));
      while ((await handle.query(arendeLageQuery)) === null)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await handle.query(arendeLageQuery)).toMatchObject({ hos: 'Kommunstyrelsen', steg: 1 });
      await expect(second.client.workflow.getHandle(arendeWorkflowId(closed)).describe()).rejects.toThrow(
        /not found/,
      );
    } finally {
      await second.stop();
    }
    const third = await startInstallation({ settings: testSettings(home) });
    expect(third.resumed.matters).toBe(0);
    await third.stop();
  });
});
