/** Figures in Prometheus's format: bounded labels, and none of them a reason to fail. */
import { describe, expect, it } from 'vitest';
import { DEFINITIONS, type Definition } from '../../worker/metrics/definitions.ts';
import { createMetrics } from '../../worker/metrics/index.ts';

const build = { version: '1.2.3', extraction: '2031.1', reading: '2031.1' };
const definitions: Definition[] = Object.values(DEFINITIONS);

describe('the definitions', () => {
  it.each(definitions.map((one) => [one.name, one] as const))('%s is named by the rules', (name, one) => {
    expect(name).toMatch(/^expediera_[a-z_]+$/);
    expect(name.endsWith('_total')).toBe(one.kind === 'counter');
    if (/_age|seconds/.test(name)) expect(name).toMatch(/_seconds$/);
    expect(one.help).toMatch(/\.$/);
    // a label is a word of the program's own, never what it reads
    for (const label of one.labels ?? [])
      expect([
        ...[
          'version',
          'extraction',
          'reading',
          'node',
          'status',
          'outcome',
          'source',
          'step',
          'kind',
          'queue',
        ],
      ]).toContain(label);
  });
});

describe('the figures', () => {
  it('are shown with what they say, and Node’s own beside them', async () => {
    const metrics = createMetrics({ build });
    const text = await metrics.text();
    for (const { name, help, kind } of definitions) {
      expect(text).toContain(`# HELP ${name} ${help}`);
      expect(text).toContain(`# TYPE ${name} ${kind}`);
    }
    expect(text).toContain('expediera_build_info{version="1.2.3",extraction="2031.1"');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('are asked for when somebody looks, and not again for some seconds', async () => {
    let asked = 0;
    const metrics = createMetrics({ build, keepMs: 60 });
    metrics.watch({
      name: 'store',
      collect: async (to) => {
        asked += 1;
        to.posts.set(asked);
      },
    });
    expect(asked).toBe(0);
    const [first] = await Promise.all([metrics.text(), metrics.text(), metrics.text()]);
    expect(first).toContain('expediera_posts_waiting 1');
    expect(asked).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 90));
    expect(await metrics.text()).toContain('expediera_posts_waiting 2');
  });

  it('come without those of a source that fails or hangs, which is counted', async () => {
    const metrics = createMetrics({ build, maxMs: 30 });
    metrics.watch({ name: 'store', collect: () => new Promise<never>(() => {}) });
    metrics.watch({ name: 'temporal', collect: () => Promise.reject(new Error('gone')) });
    metrics.watch({ name: 'disk', collect: async (to) => to.diskFree.set(7) });
    const text = await metrics.text();
    expect(text).toContain('expediera_collect_errors_total{source="store"} 1');
    expect(text).toContain('expediera_collect_errors_total{source="temporal"} 1');
    expect(text).toContain('expediera_collect_errors_total{source="disk"} 0');
    expect(text).toContain('expediera_disk_free_bytes 7');
  });
});
