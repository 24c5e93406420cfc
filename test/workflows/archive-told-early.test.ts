/** What an archive is told before any worker has begun it: the last word counts. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Installation, startInstallation } from '../../engine/installation.ts';
import { submit } from '../../engine/intake/submit.ts';
import { archiveProgressQuery, pauseSignal, resumeSignal } from '../../workflows/messages.ts';
import { testSettings } from '../engine/testbed.ts';

const base = mkdtempSync(join(tmpdir(), 'expediera-told-early-'));
let bed: Installation;
const start = async (queues: string[]): Promise<void> => {
  bed = await startInstallation({ settings: testSettings(join(base, 'home'), { queues }) });
};
// nobody here takes an archive on
beforeEach(() => start(['ocr']), 120_000);
afterEach(async () => {
  await bed.stop();
  rmSync(base, { recursive: true, force: true });
});

it('stands as it was told last', async () => {
  const { client, blobs, settings } = bed;
  const told = async (...signals: (typeof pauseSignal | typeof resumeSignal)[]): Promise<string> => {
    const { sha256 } = await blobs.put(Buffer.from(randomUUID()));
    const id = await submit([sha256], { client, blobs, settings, name: randomUUID(), rerun: false });
    for (const signal of signals) await client.workflow.getHandle(id).signal(signal);
    return id;
  };
  const paused = await told(pauseSignal, resumeSignal, pauseSignal);
  const goesOn = await told(resumeSignal, pauseSignal, resumeSignal);
  await bed.stop();
  await start(['light']);
  const stateOf = async (id: string): Promise<string> =>
    (await bed.client.workflow.getHandle(id).query(archiveProgressQuery)).state;
  expect(await stateOf(paused)).toBe('paused');
  expect(await stateOf(goesOn)).not.toBe('paused');
});
