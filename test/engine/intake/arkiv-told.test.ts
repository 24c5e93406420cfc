/** What people want of an intake comes to everything that works on it, whatever is killed, late or away meanwhile. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OcrReader, Reader } from '../../../activities/deps.ts';
import { type Installation, startInstallation } from '../../../engine/installation.ts';
import { resume } from '../../../engine/intake/resume.ts';
import { type SteerDeps, type Styrning, steer } from '../../../engine/intake/steer.ts';
import { submitArkiv } from '../../../engine/intake/submit-arkiv.ts';
import { arkivWork } from '../../../engine/intake/work.ts';
import { connectClient, localTarget } from '../../../engine/temporal/connection.ts';
import { assembleRecord } from '../../../extraction/index.ts';
import type { Arkiv } from '../../../store/arkiv.ts';
import { archiveProgressQuery } from '../../../workflows/messages.ts';
import { emptyPage } from '../made-up.ts';
import { testSettings, writeFolder } from '../testbed.ts';
import { until } from '../until.ts';

const base = mkdtempSync(join(tmpdir(), 'expediera-arkiv-told-'));
const settings = testSettings(join(base, 'home'), { window: 2, queues: ['light', 'ocr'] });
let bed: Installation;
/** Files wait here to be opened until they are let in. */
let gate = Promise.withResolvers<void>();
let opened: string[] = [];

const reader: Reader = {
  async open(bytes, signal) {
    opened.push(new TextDecoder().decode(bytes));
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    await Promise.race([gate.promise, ended]);
    const pages = [emptyPage(1, 'embedded')];
    return { mediaType: 'text/plain', pageCount: 1, pages, ocr: [], warnings: [] };
  },
  assemble: async (source, pages) => assembleRecord(source, pages),
};
const ocr: OcrReader = { read: () => Promise.reject(new Error('no page needs it')) };

beforeAll(async () => {
  bed = await startInstallation({ settings, reader, ocr });
}, 120_000);
afterEach(() => {
  gate.resolve();
});
afterAll(async () => {
  await bed?.stop();
  rmSync(base, { recursive: true, force: true });
});

const folder = (files: number, name: string = randomUUID(), from = 0): string =>
  writeFolder(
    join(base, name),
    Object.fromEntries(Array.from({ length: files }, (_, n) => [`${from + n}.txt`, `${name} ${from + n}`])),
  );
/** Takes files in that wait to be opened. */
async function waiting(files: number) {
  opened = [];
  gate = Promise.withResolvers();
  const path = folder(files);
  const report = await bed.ingest([path], { wait: false });
  await until(async () => opened.length === Math.min(2, files));
  return { ...report, path, workflowId: report.workflowId as string };
}
const one = async (id: number): Promise<Arkiv> =>
  (await bed.store.ettArkiv(id)) ?? Promise.reject(new Error(`no ${id}`));
const steered = (id: number, what: Styrning, deps: SteerDeps = bed) => steer(deps, id, what, { av: 'Bo Ek' });
const stateOf = async (workflowId: string): Promise<string> =>
  (await bed.client.workflow.getHandle(workflowId).query(archiveProgressQuery)).state;
/** Its files have all ended, some without having been opened. */
const isCalledOff = async (id: number, files: number): Promise<boolean> => {
  const { running, failed, total } = (await one(id)).files;
  return running === 0 && total === files && failed >= files - opened.length;
};

describe('a start beside workers that are at work already', () => {
  it('does not take for abandoned what ended while it looked', async () => {
    const { arkiv, workflowId } = await waiting(6);
    let asked = 0;
    // its look-ups take until those under way have ended, as thousands of them do
    const blobs = {
      ...bed.blobs,
      async getDerived<T>(sha256: string, version: string, name: string): Promise<T | null> {
        if (asked++ === 0) {
          gate.resolve();
          await until(async () => (await one(arkiv)).files.done >= 2);
          gate = Promise.withResolvers();
          opened = [];
        }
        return bed.blobs.getDerived<T>(sha256, version, name);
      },
    };
    const resumed = await resume({ ...bed, settings, blobs });
    expect(asked).toBeGreaterThan(0);
    expect(resumed.files).toBe(0);
    expect((await one(arkiv)).workflowId).toBe(workflowId);
  });
});

describe('an intake with several workflows', () => {
  /** One of twelve files, of which the first six were handed over by one who was killed then. */
  async function several() {
    const first = await waiting(6);
    folder(6, first.path.slice(base.length + 1), 6);
    const second = await bed.ingest([first.path], { wait: false, arkiv: first.arkiv });
    expect(second.workflowId).not.toBe(first.workflowId);
    return { arkiv: first.arkiv, workflows: [first.workflowId, second.workflowId as string] };
  }

  it('is paused and goes on in all of them', async () => {
    const { arkiv, workflows } = await several();
    await steered(arkiv, 'pausa');
    expect(await Promise.all(workflows.map(stateOf))).toEqual(['paused', 'paused']);
    expect(await arkivWork(bed.client, await one(arkiv))).toMatchObject({ state: 'paused' });
    await steered(arkiv, 'fortsatt');
    expect(await Promise.all(workflows.map(stateOf))).toEqual(['running', 'running']);
    gate.resolve();
    await until(async () => (await one(arkiv)).lage === 'klart');
    expect((await one(arkiv)).files).toMatchObject({ total: 12, done: 12 });
  });

  it('is called off in all of them', async () => {
    const { arkiv } = await several();
    await steered(arkiv, 'avbryt');
    gate.resolve();
    await until(() => isCalledOff(arkiv, 12));
    // each had two under way
    expect(opened.length).toBeLessThanOrEqual(4);
  });

  it('is worked on for as long as one of them is', async () => {
    const { arkiv, workflows } = await several();
    const [first, last] = workflows as [string, string];
    await bed.client.workflow.getHandle(last).terminate();
    expect(await arkivWork(bed.client, await one(arkiv))).toMatchObject({ state: 'running' });
    await bed.client.workflow.getHandle(first).terminate();
    expect(await arkivWork(bed.client, await one(arkiv))).toBeNull();
    await steered(arkiv, 'avbryt');
  });
});

describe('an intake whose workflow was ended by hand', () => {
  it('is called off all the same, and what is under way ends by itself', async () => {
    const { arkiv, workflowId } = await waiting(5);
    await bed.client.workflow.getHandle(workflowId).terminate();
    await steered(arkiv, 'avbryt');
    expect((await one(arkiv)).files).toMatchObject({ running: 2, failed: 3 });
    gate.resolve();
    await until(async () => (await one(arkiv)).files.running === 0);
    expect((await one(arkiv)).files).toMatchObject({ done: 2, failed: 3 });
  });
});

describe('an intake that was paused while its files were found, and cut off then', () => {
  it('waits, and knows that files may be missing when it goes on', async () => {
    opened = [];
    const path = folder(3);
    const nytt = { namn: 'in', paths: [path], lopande: false, om: null, av: null };
    const arkiv = await bed.store.newArkiv(nytt);
    const { sha256 } = await bed.blobs.put(Buffer.from(randomUUID()));
    await bed.store.offerFile(join(path, 'found.txt'), sha256, false, arkiv);
    await steered(arkiv, 'pausa');
    expect(await resume({ ...bed, settings })).toMatchObject({ files: 0, paused: [{ id: arkiv }] });
    expect(opened).toEqual([]);
    expect(await steered(arkiv, 'fortsatt')).toMatchObject({ lage: 'samlas', lageAv: 'Bo Ek' });
    const { cutOff } = await resume({ ...bed, settings });
    expect(cutOff.map(({ id }) => id)).toEqual([arkiv]);
    const log = await bed.store.handelser({ om: [`arkiv:${arkiv}`] });
    expect(log.handelser.map(({ vad }) => vad)).toEqual(['arkiv-fortsatt', 'arkiv-pausat', 'inlasning']);
    await bed.ingest([path], { arkiv });
    expect((await one(arkiv)).files.total).toBe(4);
  });
});

describe('what is wanted while its files are handed over', () => {
  /** Hands three files over; in between, after it was read how the intake stands, a person steers. */
  async function handedOver(wanted: Styrning[]) {
    opened = [];
    gate = Promise.withResolvers();
    const nytt = { namn: 'in', paths: ['/in'], lopande: false, om: null, av: null };
    const arkiv = await bed.store.newArkiv(nytt);
    const contents: string[] = [];
    for (let n = 0; n < 5; n++) {
      const { sha256, bytes } = await bed.blobs.put(Buffer.from(randomUUID()));
      await bed.blobs.putDerived(sha256, 'intake', 'source', { fileName: 'a.txt', bytes });
      await bed.store.offerFile(`/in/${sha256}`, sha256, false, arkiv);
      contents.push(sha256);
    }
    let isRead = false;
    const store = {
      ...bed.store,
      async ettArkiv(id: number) {
        const before = await bed.store.ettArkiv(id);
        if (!isRead) {
          isRead = true;
          for (const what of wanted) await steered(id, what);
        }
        return before;
      },
    };
    const deps = { ...bed, settings, store };
    const of = { id: arkiv, namn: 'in', rerun: false };
    const workflowId = (await submitArkiv(deps, of, contents, { gathered: true })) as string;
    return { arkiv, workflowId };
  }

  it('is not lost when it is paused', async () => {
    const { arkiv, workflowId } = await handedOver(['pausa']);
    expect(await stateOf(workflowId)).toBe('paused');
    expect((await one(arkiv)).lage).toBe('pausat');
    await steered(arkiv, 'fortsatt');
    gate.resolve();
    await until(async () => (await one(arkiv)).lage === 'klart');
  });

  it('is not lost when it is called off', async () => {
    const { arkiv, workflowId } = await handedOver(['avbryt']);
    gate.resolve();
    await bed.client.workflow.getHandle(workflowId).result();
    expect(opened.length).toBeLessThanOrEqual(2);
    expect((await one(arkiv)).files).toMatchObject({ running: 0, done: opened.length });
  });
});

describe('what is wanted while the engine is away', () => {
  /** A client whose connection is gone. */
  async function lost() {
    const client = await connectClient(localTarget(bed.temporal.address));
    await client.connection.close();
    return { store: bed.store, client };
  }

  it('is kept, and told when it is said again', async () => {
    const { arkiv, workflowId } = await waiting(4);
    const away = await lost();
    await expect(steered(arkiv, 'pausa', away)).rejects.toThrow();
    expect((await one(arkiv)).lage).toBe('pausat');
    expect(await stateOf(workflowId)).toBe('running');
    await steered(arkiv, 'pausa');
    expect(await stateOf(workflowId)).toBe('paused');
    await expect(steered(arkiv, 'fortsatt', away)).rejects.toThrow();
    await steered(arkiv, 'fortsatt');
    expect(await stateOf(workflowId)).toBe('running');
    await expect(steered(arkiv, 'avbryt', away)).rejects.toThrow();
    await steered(arkiv, 'avbryt');
    gate.resolve();
    await until(() => isCalledOff(arkiv, 4));
    // said once, however often it had to be told
    const { total } = await bed.store.handelser({ vad: 'arkiv-pausat', om: [`arkiv:${arkiv}`] });
    expect(total).toBe(1);
  });

  it('is told by the next start', async () => {
    const { arkiv, workflowId } = await waiting(4);
    await expect(steered(arkiv, 'pausa', await lost())).rejects.toThrow();
    await resume({ ...bed, settings });
    expect(await stateOf(workflowId)).toBe('paused');
    await steered(arkiv, 'fortsatt');
    gate.resolve();
    await until(async () => (await one(arkiv)).lage === 'klart');
  });
});
