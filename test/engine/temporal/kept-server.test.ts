/** The Temporal server of an installation that ends by itself: it is back where it was, and those who talk to it go on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPorts, writePorts } from '../../../engine/home/ports.ts';
import { isAlive } from '../../../engine/home/process.ts';
import { findTemporalCli } from '../../../engine/temporal/cli/find.ts';
import { keepTemporalServer } from '../../../engine/temporal/kept-server.ts';
import { startTemporalServer } from '../../../engine/temporal/server.ts';
import { protokoll } from '../made-up.ts';
import { testbed } from '../testbed.ts';
import { until } from '../until.ts';
import { leaveServer } from './left-server.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'expediera-kept-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const cli = await findTemporalCli();

describe('a server that is killed', () => {
  it('is started again under an intake, which goes on', { timeout: 120_000 }, async () => {
    const bed = await testbed();
    try {
      const texts = Array.from({ length: 12 }, (_, n) => [`${n}.txt`, protokoll(n + 1)] as const);
      const taking = bed.ingest([bed.folder('in', Object.fromEntries(texts))]);
      await until(async () => (await bed.store.status()).files.done >= 2);
      const before = readPorts(bed.home);
      process.kill(before?.serverPid as number, 'SIGKILL');
      expect((await taking).archive).toMatchObject({ done: 12, failed: 0 });
      const after = readPorts(bed.home);
      expect(after).toMatchObject({ temporal: before?.temporal, temporalUi: before?.temporalUi });
      expect(after?.serverPid).not.toBe(before?.serverPid);
      expect((await fetch(bed.temporalUi as string)).ok).toBe(true);
    } finally {
      await bed.destroy();
    }
  });

  it('again and again is given up, with what was said', { timeout: 120_000 }, async () => {
    const said: string[] = [];
    const started: number[] = [];
    const kept = await keepTemporalServer({
      ...{ home, cli },
      say: (line) => said.push(line),
      onRestart: (pid) => started.push(pid),
    });
    let over: { code?: string } | null = null;
    kept.lost.catch((error: { code: string }) => {
      over = error;
    });
    for (let ends = 1; ends <= 6; ends++) {
      process.kill(kept.pid(), 'SIGKILL');
      await until(async () => over !== null || started.length === ends);
    }
    await until(async () => over !== null);
    expect(over).toMatchObject({ code: 'temporal-lost' });
    expect(started).toHaveLength(5);
    expect(said[0]).toMatch(/^Temporal-servern slutade oväntat[\s\S]*startas igen/);
    await kept.stop();
  });
});

describe('a server that one who was killed has left', () => {
  it('is ended before another has its database, noted or not', { timeout: 60_000 }, async () => {
    const left = await leaveServer(home);
    const server = await startTemporalServer({ home, cli });
    expect(isAlive(left)).toBe(false);
    await server.stop();
  });

  it('gives its addresses to the next one', async () => {
    const first = await startTemporalServer({ home, cli });
    await first.stop();
    const { address: temporal, uiUrl: temporalUi } = first;
    writePorts(home, { temporal, temporalUi, namespace: 'default', serverPid: first.pid, pid: 1 });
    const second = await startTemporalServer({ home, cli });
    expect(second).toMatchObject({ address: temporal, uiUrl: temporalUi });
    await second.stop();
  });
});
