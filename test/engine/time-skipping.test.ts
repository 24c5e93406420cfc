/** The bed for years: that it passes time as it should is what tests of reminders and time limits rest on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOf } from '../../diarium/way/index.ts';
import { markPosts } from '../../engine/matters-by-people.ts';
import { isChoices } from '../../store/store.ts';
import type { arende } from '../../workflows/arende.ts';
import { arendeLageQuery } from '../../workflows/messages.ts';
import { arendeWorkflowId } from '../../workflows/names.ts';
import { protokoll, styrelsen } from './made-up.ts';
import { findTestServer, type SkippingBed, skippingBed } from './time-skipping.ts';

let bed: SkippingBed;
/** The last day of what every open matter waits for. */
let senast = '';
beforeAll(async () => {
  bed = await skippingBed({
    wayOf(handlingar, matter) {
      const way = wayOf(handlingar, matter);
      const [steg] = way.steg;
      const kalla = steg?.kallor[0];
      if (way.avslutat || !steg || !kalla) return way;
      const awaited = { vad: 'svar', av: way.hos, skal: 'vackt', text: null, sedan: steg.datum } as const;
      return { ...way, vantar: [{ ...awaited, senast, frist: 'beslutet', steg: steg.nyckel, kalla }] };
    },
  });
  senast = await bed.day(365);
}, 120_000);
afterAll(() => bed?.destroy());

async function follow(number: number) {
  const found = await bed.store.arende(`KFN 2024/${number}`);
  if (found === null || isChoices(found)) throw new Error(`no matter ${number}`);
  const handle = bed.client.workflow.getHandle<typeof arende>(arendeWorkflowId(found.id));
  return { matter: found.id, handle, lage: () => handle.query(arendeLageQuery) };
}

describe('a matter over years', () => {
  it('sleeps until something is late, is reminded, and ends when it is closed', async () => {
    await bed.takeIn(protokoll(1), { lopande: true });
    const { matter, handle, lage } = await follow(1);
    await bed.until(async () => (await lage()) !== null);
    expect(await lage()).toMatchObject({ vantar: 1, sena: 0, nastaDag: await bed.day(366) });
    const events = async () => Number((await handle.describe()).historyLength);
    const before = await events();

    await bed.skip(364);
    expect(await events()).toBe(before);
    expect(await lage()).toMatchObject({ sena: 0 });
    await bed.skip(2);
    await bed.until(async () => (await lage())?.sena === 1);
    expect(await lage()).toMatchObject({ nastaDag: await bed.day(28) });

    await bed.skip(2 * 365);
    expect(await bed.day()).toBe(new Date(Date.now() + 1096 * 86_400_000).toISOString().slice(0, 10));
    const reminded = Math.ceil((2 * 365) / 28);
    await bed.until(async () => (await events()) > before + reminded * 5);
    expect((await handle.describe()).status.name).toBe('RUNNING');

    const inbox = await bed.store.inkorg('Kommunstyrelsen');
    const posts = inbox && 'poster' in inbox ? inbox.poster.filter((post) => post.arende === matter) : [];
    const poster = posts.map(({ id }) => id);
    await markPosts(bed.client, matter, { poster, status: 'mottagen', skal: null, av: 'Siv Ek' });
    await bed.takeIn(styrelsen(1), { lopande: true });
    await bed.until(async () => (await handle.describe()).status.name === 'COMPLETED');
  });

  it('that an archive tells of is not reminded of anything', async () => {
    await bed.takeIn(protokoll(2));
    const { handle, lage } = await follow(2);
    await bed.until(async () => (await lage()) !== null);
    const before = (await handle.describe()).historyLength;
    await bed.skip(3 * 365);
    expect(await lage()).toMatchObject({ vantar: 1, nastaDag: null });
    expect((await handle.describe()).historyLength).toBe(before);
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
