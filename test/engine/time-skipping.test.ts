/** The bed for years: that it passes time as it should is what tests of reminders and time limits rest on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDays } from '../../diarium/way/dagar/rakna.ts';
import { markPosts } from '../../engine/tell/matters-by-people.ts';
import { isChoices } from '../../store/store.ts';
import type { arende } from '../../workflows/arende.ts';
import { arendeLageQuery } from '../../workflows/messages.ts';
import { arendeWorkflowId } from '../../workflows/names.ts';
import { fullmaktige, motion, protokoll } from './made-up.ts';
import { findTestServer, type SkippingBed, skippingBed } from './time-skipping.ts';

const DAY_MS = 86_400_000;

let bed: SkippingBed;
beforeAll(async () => {
  bed = await skippingBed();
}, 120_000);
afterAll(() => bed?.destroy());

async function follow(number: number) {
  const found = await bed.store.arende(`KFN 2024/${number}`);
  if (found === null || isChoices(found)) throw new Error(`no matter ${number}`);
  const handle = bed.client.workflow.getHandle<typeof arende>(arendeWorkflowId(found.id));
  return { matter: found.id, handle, lage: () => handle.query(arendeLageQuery) };
}

describe('a matter over years', { timeout: 120_000 }, () => {
  it('sleeps until something is late, is reminded, and ends when it is closed', async () => {
    await bed.takeIn(motion(1, await bed.day()), { lopande: true });
    const { handle, lage } = await follow(1);
    await bed.until(async () => (await lage()) !== null);
    const firstLate = (await lage())?.nastaDag as string;
    const days = (Date.parse(firstLate) - Date.parse(await bed.day())) / DAY_MS;
    expect([366, 367]).toContain(days); // a year, and the day after it
    const events = async () => Number((await handle.describe()).historyLength);
    const before = await events();

    await bed.skip(days - 1);
    expect(await events()).toBe(before);
    expect(await lage()).toMatchObject({ sena: 0 });
    await bed.skip(2);
    await bed.until(async () => (await lage())?.sena === 1);
    expect((await lage())?.nastaDag).toBe(plusDays(firstLate, 28));

    const since = await events();
    await bed.skip(365);
    expect(await bed.day()).toBe(plusDays(firstLate, 365 + 1));
    expect(await events()).toBeGreaterThan(since + 13 * 5); // it looked again every four weeks
    expect((await handle.describe()).status.name).toBe('RUNNING');

    await bed.takeIn(fullmaktige(1, await bed.day()), { lopande: true });
    await bed.until(async () => (await handle.describe()).status.name === 'COMPLETED');
  });

  it('that an archive tells of is not reminded of anything', async () => {
    await bed.takeIn(motion(2, '2019-02-25'));
    const { handle, lage } = await follow(2);
    await bed.until(async () => (await lage()) !== null);
    const before = (await handle.describe()).historyLength;
    await bed.skip(365);
    expect(await lage()).toMatchObject({ nastaDag: null });
    expect((await handle.describe()).historyLength).toBe(before);
  });

  it('hears what a person says in the middle of them', async () => {
    await bed.takeIn(protokoll(3), { lopande: true });
    const { matter, lage } = await follow(3);
    await bed.skip(400);
    const inbox = await bed.store.inkorg('Kommunstyrelsen');
    const posts = inbox && 'poster' in inbox ? inbox.poster.filter((post) => post.arende === matter) : [];
    const poster = posts.map(({ id }) => id);
    await markPosts(bed.client, matter, { poster, status: 'mottagen', skal: null, av: 'Siv Ek' });
    expect(await bed.store.inkorg('Kommunstyrelsen')).toMatchObject({
      poster: expect.arrayContaining([expect.objectContaining({ id: poster[0], status: 'mottagen' })]),
    });
    expect(await lage()).toMatchObject({ avslutat: false });
  });
});

describe('the test server', () => {
  it('that cannot be had is a fault that says how to give one', async () => {
    const nowhere = mkdtempSync(join(tmpdir(), 'expediera-nowhere-'));
    const sources = [{ name: 'the index', fetch: () => Promise.reject(new Error('no network')) }];
    const find = findTestServer({ env: { PATH: '', XDG_CACHE_HOME: nowhere }, sources, say: () => {} });
    await expect(find).rejects.toThrow(
      /temporal-test-server 1\.40\.0\)[\s\S]*the index: no network[\s\S]*TEMPORAL_TEST_SERVER=/,
    );
    rmSync(nowhere, { recursive: true, force: true });
  });
});
