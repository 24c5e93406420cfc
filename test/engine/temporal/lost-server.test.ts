/** The server's state is lost while the store is not: what it was to do is found in the store and goes on. */
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startInstallation } from '../../../engine/installation.ts';
import { steer } from '../../../engine/intake/steer.ts';
import { openStores } from '../../../engine/stores/index.ts';
import type { arende } from '../../../workflows/arende.ts';
import { arendeLageQuery } from '../../../workflows/messages.ts';
import { arendeWorkflowId } from '../../../workflows/names.ts';
import { protokoll, styrelsen } from '../made-up.ts';
import { testSettings, writeFolder } from '../testbed.ts';
import { until } from '../until.ts';

/** What the store holds. */
async function kept(home: string) {
  const { store, close } = await openStores({ home });
  const answers = [await store.status(), await store.files(), await store.matters(), await store.arkiv()];
  await close();
  return answers;
}

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

  it('says what to do where the server cannot work with it, and goes on with all when that is done', {
    timeout: 90_000,
  }, async () => {
    const home = join(base, 'home-2');
    const first = await startInstallation({ settings: testSettings(home) });
    await first.ingest([writeFolder(join(base, 'in-2'), { 'open.txt': protokoll(11) })]);
    const waiting = writeFolder(join(base, 'in-3'), { 'a.txt': protokoll(12), 'b.txt': protokoll(13) });
    const id = await first.store.newArkiv({
      ...{ namn: 'in-3', paths: [waiting], lopande: false, om: null, av: 'Siv Ek' },
    });
    await steer(first, id, 'pausa', { av: 'Siv Ek' });
    await first.ingest([waiting], { arkiv: id, wait: false });
    await until(async () => (await first.store.followed()).length === 1);
    await first.stop();
    const before = await kept(home);

    const database = join(home, 'temporal.db');
    const other = new Database(database);
    // as a version that keeps it elsewhere would have it: the server answers, and can do nothing
    other.exec('drop table executions');
    other.close();
    await expect(startInstallation({ settings: testSettings(home) })).rejects.toMatchObject({
      code: 'temporal-start',
      message: expect.stringMatching(/no such table[\s\S]*uppgradera Expediera[\s\S]*flytta undan filen/),
    });
    expect(await kept(home)).toEqual(before);

    renameSync(database, `${database}.gammal`);
    const second = await startInstallation({ settings: testSettings(home) });
    try {
      expect(second.resumed).toMatchObject({ files: 2, matters: 1 });
      expect(await second.store.ettArkiv(id)).toMatchObject({ lage: 'pausat', files: { running: 2 } });
      await steer(second, id, 'fortsatt', { av: 'Siv Ek' });
      await until(async () => (await second.store.ettArkiv(id))?.lage === 'klart');
      expect((await second.store.status()).files).toMatchObject({ total: 3, done: 3 });
    } finally {
      await second.stop();
    }
  });
});
