/** What a fault left behind in the middle of a step is seen to while everything runs, and not only when it starts again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepUp } from '../../../engine/upkeep/index.ts';
import { EXTRACTION_VERSION } from '../../../extraction/version.ts';
import { protokoll } from '../../expediering/made-up.ts';
import { HUVUDMAN, untilLeveranser } from '../../expediering/sjovik.ts';
import { recordOf } from '../../extraction/handlingar/read-text.ts';
import { type Testbed, testbed } from '../testbed.ts';
import { until } from '../until.ts';

let base: string;
let bed: Testbed;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-upkeep-'));
  bed = await testbed();
}, 120_000);
afterAll(async () => {
  await bed?.destroy();
  rmSync(base, { recursive: true, force: true });
});

const text = protokoll({ paragraf: 51, mottagare: ['Hamnenheten'] });

/** A file that is saved, of which the matter was neither routed nor told: killed in between. */
async function leftBehind(): Promise<string> {
  const { sha256 } = await bed.blobs.put(new TextEncoder().encode(text));
  await bed.store.offerFile('/in/tn.txt', sha256, true);
  const { matters } = await bed.store.saveRecord(recordOf(text, sha256), EXTRACTION_VERSION);
  await bed.store.setOutcome(sha256, { status: 'done' });
  return matters[0] ?? '';
}

it('routes and tells a matter, and has its decision sent', { timeout: 60_000 }, async () => {
  const faults: object[] = [];
  const log = pino({ level: 'silent' });
  log.warn = ((line: object) => void faults.push(line)) as typeof log.warn;
  let broken = true;
  // a database that is away for the first look
  const store = {
    ...bed.store,
    staleMatters: () => (broken ? Promise.reject(new Error('away')) : bed.store.staleMatters()),
  };
  const matter = await leftBehind();
  const upkeep = keepUp({ ...bed, stores: { ...bed, store, close: async () => {} }, log, every: 100 });
  try {
    await until(async () => faults.length > 1);
    expect(await bed.store.staleMatters()).toEqual([matter]);
    broken = false;
    await until(async () => (await bed.store.staleMatters()).length === 0);
    const [row] = await untilLeveranser(bed.store, { matter }, (rows) => rows.length > 0);
    expect(row).toMatchObject({ huvudman: HUVUDMAN, mottagare: 'Hamnenheten' });
    expect(await bed.store.mattersToWake()).toEqual([]);
  } finally {
    await upkeep.stop();
  }
});
