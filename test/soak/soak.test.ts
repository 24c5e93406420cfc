/** One seed; `npm run soak` runs as many as there is time for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFolder } from '../engine/testbed.ts';
import { hundredFiles } from './contents.ts';
import { expectedOf } from './expected.ts';
import { soak } from './soak.ts';

it('a hundred files are taken in whatever is killed', { timeout: 500_000 }, async () => {
  const base = mkdtempSync(join(tmpdir(), 'expediera-soak-'));
  const files = hundredFiles();
  const given = Object.fromEntries(files.map((one) => [one.path, one.bytes]));
  const expected = expectedOf(files, writeFolder(join(base, 'undisturbed'), given));
  const said: string[] = [];
  const folder = writeFolder(join(base, 'seed'), {});
  const report = await soak({
    ...{ folder, seed: 8, blows: 7, patienceMs: 200_000, expected },
    say: (line) => said.push(line),
  });
  expect(report.faults, said.join('\n')).toEqual([]);
  expect(new Set(report.blows.filter(({ hit }) => hit).map(({ target }) => target)).size).toBeGreaterThan(2);
  rmSync(base, { recursive: true, force: true });
});
