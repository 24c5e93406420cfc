import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { spooled } from '../../store/s3/spool.ts';

/** Above every number that Linux gives to a process. */
const NOBODY = 2 ** 22 + 1;

test('what a killed process was reading is removed, and nothing of others', async () => {
  const tmp = mkdtempSync(join(tmpdir(), 'expediera-spool-'));
  vi.stubEnv('TMPDIR', tmp);
  for (const name of [`expediera-blob-${NOBODY}-a`, `expediera-blob-${process.ppid}-b`, 'expediera-blob-c']) {
    mkdirSync(join(tmp, name));
    writeFileSync(join(tmp, name, 'blob'), 'half');
  }
  async function* chunks() {
    yield Buffer.from('hela');
  }
  const there = await spooled(chunks(), async () => readdirSync(tmp).sort());
  expect(there).toHaveLength(3);
  expect(there.some((name) => name.startsWith(`expediera-blob-${process.pid}-`))).toBe(true);
  expect(readdirSync(tmp).sort()).toEqual([`expediera-blob-${process.ppid}-b`, 'expediera-blob-c'].sort());
  vi.unstubAllEnvs();
  rmSync(tmp, { recursive: true });
});
