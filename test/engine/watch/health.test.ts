/** A whole installation as supervisors and Prometheus see it: at work, and when what it needs is gone. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPorts } from '../../../engine/home/ports.ts';
import { assembleRecord } from '../../../extraction/index.ts';
import { Refusal } from '../../../extraction/refusal.ts';
import { createReadiness } from '../../../server/readiness.ts';
import { createMetrics } from '../../../worker/metrics/index.ts';
import { emptyPage } from '../made-up.ts';
import { type Testbed, testbed } from '../testbed.ts';

const metrics = createMetrics({ build: { version: '1', extraction: '2', reading: '3' }, keepMs: 0 });
let bed: Testbed;
beforeAll(async () => {
  bed = await testbed(
    { ocrPages: 2 },
    {
      metrics,
      reader: {
        // a text is refused; anything else is a scan of three pages, the first with text of its own
        open: async (bytes) => {
          if (new TextDecoder().decode(bytes).startsWith('no')) throw new Refusal('encrypted');
          return {
            ...{ mediaType: 'application/pdf', pageCount: 3, warnings: [] },
            pages: [emptyPage(1, 'embedded'), emptyPage(2, 'none'), emptyPage(3, 'none')],
            ocr: [2, 3].map((page) => ({ page, reason: 'no-text' as const })),
          };
        },
        assemble: async (source, pages) => assembleRecord(source, pages),
      },
      ocr: {
        read: async (_bytes, _type, pages, onPage) => {
          const line = { text: 'Något.', bbox: null, words: [], size: 10, bold: false, lineNo: null };
          for (const no of pages) {
            const page = no === 2 ? { ...emptyPage(no, 'ocr'), lines: [line] } : emptyPage(no, 'none');
            await onPage({ page, warnings: [] });
          }
        },
      },
    },
  );
});
afterAll(() => bed.destroy());

/** The figures by name and labels. */
async function figures(): Promise<Map<string, number>> {
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('expediera_'));
  return new Map(lines.map((line) => [line.replace(/ [^ ]+$/, ''), Number(line.split(' ').at(-1))]));
}

const ready = () => createReadiness(bed.checks)();
const wrong = async () => (await ready()).checks.filter(({ ok }) => !ok).map(({ name }) => name);

describe('an installation at work', () => {
  it('has told the audit log that it began, and what it was asked', async () => {
    const before = (await bed.store.handelser()).handelser;
    expect(before).toMatchObject([{ vad: 'start', dorr: 'program', uppgifter: { node: process.version } }]);
  });

  it('is ready', async () => {
    expect(await ready()).toMatchObject({ ok: true });
    expect((await ready()).checks.map(({ name }) => name)).toEqual(['store', 'blobs', 'temporal', 'workers']);
  });

  it('counts what it does', { timeout: 60_000 }, async () => {
    await bed.ingest([bed.folder('in', { 'a.pdf': 'scan', 'b.pdf': 'no' })]);
    const [mottagen, bedd] = (await bed.store.handelser()).handelser;
    expect(bedd).toMatchObject({ vad: 'inlasning', uppgifter: { antal: 1, lopande: false } });
    expect(mottagen).toMatchObject({
      vad: 'inlasning-mottagen',
      uppgifter: { filer: 2, innehall: 2, attLasa: 2 },
    });
    const of = await figures();
    const expected: { [figure: string]: number } = {
      'expediera_files{status="done"}': 1,
      'expediera_files{status="refused"}': 1,
      'expediera_files{status="running"}': 0,
      'expediera_files_ended_total{outcome="done"}': 1,
      'expediera_files_ended_total{outcome="refused"}': 1,
      'expediera_files_ended_total{outcome="failed"}': 0,
      'expediera_pages_read_total{source="embedded"}': 1,
      'expediera_pages_read_total{source="ocr"}': 1,
      'expediera_pages_read_total{source="none"}': 1,
      'expediera_ocr_pages_total{outcome="read"}': 1,
      'expediera_ocr_pages_total{outcome="unread"}': 1,
      'expediera_step_seconds_count{step="openFile"}': 2,
      'expediera_step_failures_total{step="openFile",kind="refused"}': 1,
      'expediera_steps_running{step="openFile"}': 0,
      'expediera_collect_errors_total{source="store"}': 0,
      'expediera_collect_errors_total{source="temporal"}': 0,
      'expediera_collect_errors_total{source="disk"}': 0,
    };
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, of.get(name)]))).toEqual(expected);
    expect(of.get('expediera_database_bytes')).toBeGreaterThan(10_000);
    expect(of.get('expediera_disk_free_bytes')).toBeGreaterThan(0);
    for (const queue of ['light', 'ocr', 'leverans'])
      expect(of.get(`expediera_queue_depth{queue="${queue}",kind="activity"}`)).toBe(0);
    // counted beside the answer
    while (((await figures()).get('expediera_blobs_bytes') ?? 0) === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('says so when nothing can be written', async () => {
    const tmp = join(bed.home, 'blobs', 'tmp');
    rmSync(tmp, { recursive: true });
    writeFileSync(tmp, 'in the way');
    expect(await wrong()).toEqual(['blobs']);
    rmSync(tmp);
    expect(await wrong()).toEqual([]);
  });

  it('says so when the engine does not answer, and shows what it can', { timeout: 60_000 }, async () => {
    const pid = readPorts(bed.home)?.serverPid ?? 0;
    process.kill(pid, 'SIGSTOP');
    try {
      expect(await wrong()).toEqual(['temporal']);
      const of = await figures();
      expect(of.get('expediera_collect_errors_total{source="temporal"}')).toBe(1);
      expect(of.get('expediera_files{status="done"}')).toBe(1);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    expect(await wrong()).toEqual([]);
  });

  it('says so when its workers take no more work', async () => {
    await bed.stop();
    expect(await wrong()).toContain('workers');
  });
});
