/** Files made to harm their reader: each ends as a record or a refusal, within its time and memory, and harms no other. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPool } from '../../extraction/bounded/index.ts';
import { REFUSALS } from '../../extraction/refusal.ts';
import { runCli } from '../cli/run-cli.ts';
import { makePdf } from '../extraction/pages/make-pdf.ts';
import { HOSTILE } from './made-files.ts';
import { outcomeOf } from './outcome.ts';

const MEMORY_MB = 512;
/** What the process may take besides: itself, the file and what is being given back. */
const BESIDES_MB = 900;
/** More than any of them takes on a quiet machine; beyond it a thread is ended, which is an end as well. */
const MAX_MS = 20_000;

const pool = createPool({ threads: 1, maxMemoryMb: MEMORY_MB });
afterAll(() => pool.close());

const sound = makePdf({ pages: [{ text: [{ text: 'Beslut', x: 70, y: 700 }] }] });

describe('a hostile file', () => {
  test.each(HOSTILE)('$name', { timeout: 60_000 }, async ({ bytes, maxMs, ends }) => {
    const file = bytes();
    const before = process.memoryUsage.rss();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 25);
    const end = await outcomeOf(file, pool, maxMs ?? MAX_MS).finally(() => clearInterval(watch));
    expect(['record', ...Object.keys(REFUSALS)]).toContain(end);
    if (ends) expect(ends).toContain(end);
    if (!maxMs) expect(end).not.toBe('time-limit');
    expect((most - before) / 2 ** 20).toBeLessThan(MEMORY_MB + BESIDES_MB);
    expect(await outcomeOf(sound, pool, MAX_MS)).toBe('record');
  });
});

describe('through the program', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'expediera-hostile-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const file = async (name: string): Promise<string> => {
    const made = HOSTILE.find((one) => one.name === name);
    if (!made) throw new Error(`no file ${name}`);
    const path = join(folder, `${name.replace(/\W+/g, '-')}.bin`);
    await writeFile(path, made.bytes());
    return path;
  };

  test('each refusal has its exit code, and nothing on standard output', async () => {
    for (const [name, code] of [
      ['a page that unpacks to 1 GB', 17],
      ['a file of 100,000 pages', 15],
      ['a page of 200 × 200 metres', 16],
      ['a PNG of 50,000 × 50,000', 16],
    ] as const) {
      const ran = await runCli(['extract', await file(name)], { EXPEDIERA_HOME: folder });
      expect([name, ran.code, ran.stdout]).toEqual([name, code, '']);
      expect(ran.stderr).toMatch(/\[[a-z-]+\]/);
    }
  });

  test('a refused file does not keep the others from being read', async () => {
    const good = join(folder, 'good.pdf');
    await writeFile(good, sound);
    const ran = await runCli(['extract', await file('a page of 200 × 200 metres'), good], {
      EXPEDIERA_HOME: folder,
    });
    expect(ran.code).toBe(16);
    expect(
      ran.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).source.fileName),
    ).toEqual(['good.pdf']);
  });
});
