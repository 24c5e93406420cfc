/** `expediera arkiv` of what was sent to the page and broke off: it goes on with what came, for the rest is elsewhere. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStores } from '../../engine/stores/index.ts';
import { runCli } from './run-cli.ts';

const home = mkdtempSync(join(tmpdir(), 'expediera-arkiv-sent-'));
const cli = (...args: string[]) => runCli(['arkiv', ...args], { EXPEDIERA_HOME: home });
afterAll(() => rmSync(home, { recursive: true }));

it('says what to do, and takes what came for all of it', async () => {
  const { store, blobs, close } = await openStores({ home });
  const sent = 'uppladdat/2026-11-22 1432';
  const id = await store.newArkiv({ namn: 'mapp', paths: [sent], lopande: false, om: null, av: 'Siv Ek' });
  const { sha256 } = await blobs.put(Buffer.from('a'));
  await store.offerFile(`${sent}/a.txt`, sha256, false, id);
  await store.setOutcome(sha256, { status: 'done' });
  await store.setArkivLage(id, 'brutet', null, ['samlas']);
  await close();
  const shown = await cli('visa', String(id));
  expect(shown.stdout).toMatch(/Överföringen bröts: .* Läs in, .* arkiv fortsatt 1/u);
  const settled = await cli('fortsatt', String(id), '--av', 'Bo Ek', '--json');
  expect(settled.code, settled.stderr).toBe(0);
  expect(JSON.parse(settled.stdout)).toMatchObject({ id, lage: 'klart', lageAv: 'Bo Ek', underWay: null });
  expect((await cli('fortsatt', String(id))).code).not.toBe(0);
});
