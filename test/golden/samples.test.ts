/** Every file of samples/ is read and compared with the record that its makers expect of it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openReader } from '../../cli/read-files.ts';
import { loadSettings } from '../../config/load.ts';
import { extract } from '../../extraction/index.ts';
import { differences, exactly, factsOf, type HandlingLike, nearly } from './facts.ts';

const SAMPLES = join(import.meta.dirname, '../../samples');

/**
 * Of the facts of a scanned page, at most so many may be missing, misread or too much. OCR loses a § or a
 * heading now and then, and what hung on it is lost with it.
 */
const SCAN_MISSES = 0.05;

const scanned = /fjallsunda|lovstrand|mellana/;

interface Expected {
  source: string;
  handlingar: HandlingLike[];
}

const expected = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => JSON.parse(readFileSync(join(SAMPLES, name), 'utf8')) as Expected);

async function read(fileName: string): Promise<HandlingLike[]> {
  const bytes = new Uint8Array(readFileSync(join(SAMPLES, fileName)));
  return (await extract(bytes, fileName)).handlingar;
}

describe('samples with text', () => {
  it.each(expected.filter((e) => !scanned.test(e.source)))('$source', async ({ source, handlingar }) => {
    const misses = differences(factsOf(handlingar), factsOf(await read(source)), exactly);
    expect(misses.join('\n')).toBe('');
  });
});

describe('scanned samples', () => {
  // The reader that the command line uses, with its OCR.
  const home = mkdtempSync(join(tmpdir(), 'expediera-golden-'));
  const reader = openReader(loadSettings({ home }, {}));
  afterAll(async () => {
    await reader.close();
    rmSync(home, { recursive: true, force: true });
  });

  it.each(expected.filter((e) => scanned.test(e.source)))(
    '$source',
    { timeout: 120_000 },
    async ({ source, handlingar }) => {
      const facts = factsOf(handlingar);
      const record = await reader.read(join(SAMPLES, source));
      const misses = differences(facts, factsOf(record.handlingar), nearly);
      if (misses.length > facts.size * SCAN_MISSES) expect(misses.join('\n')).toBe('');
    },
  );
});
