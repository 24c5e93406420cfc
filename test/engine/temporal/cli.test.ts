import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, findTemporalCli } from '../../../engine/temporal/cli/find.ts';
import { CLI } from '../../../engine/temporal/cli/release.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expediera-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function executable(path: string, version = CLI.version): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho temporal version ${version}\n`, { mode: 0o755 });
  return path;
}

const env = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PATH: join(folder, 'bin'),
  XDG_CACHE_HOME: join(folder, 'cache'),
  ...more,
});

describe('the Temporal CLI', () => {
  it('is the one that is named', async () => {
    const given = executable(join(folder, 'my-temporal'));
    executable(join(folder, 'bin', 'temporal'));
    expect(await findTemporalCli({ env: env({ TEMPORAL_CLI: given }) })).toBe(given);
  });

  it('that is named and is none is said to be none', async () => {
    const find = findTemporalCli({ env: env({ TEMPORAL_CLI: join(folder, 'nothing') }), sources: [] });
    await expect(find).rejects.toThrow(/TEMPORAL_CLI/);
  });

  it('is found on the path', async () => {
    const onPath = executable(join(folder, 'bin', 'temporal'));
    expect(await findTemporalCli({ env: env(), sources: [] })).toBe(onPath);
  });

  it('is fetched once, from the first source that has it, and said in one line each', async () => {
    const lines: string[] = [];
    const sources = [
      { name: 'the first', fetch: async () => Promise.reject(new Error('no internet')) },
      { name: 'the second', fetch: async (into: string) => executable(join(into, 'sub', 'temporal')) },
    ];
    const found = await findTemporalCli({ env: env(), sources, say: (line) => void lines.push(line) });
    expect(found).toBe(join(cacheFolder(env()), 'temporal'));
    expect(lines).toEqual([expect.stringContaining('the first'), expect.stringContaining('the second')]);
    expect(readdirSync(cacheFolder(env()))).toEqual(['temporal']);
    expect(await findTemporalCli({ env: env(), sources: [] })).toBe(found);
  });

  it('of another version is not kept', async () => {
    const sources = [
      { name: 'odd', fetch: async (into: string) => executable(join(into, 'temporal'), '0.0.1') },
    ];
    await expect(findTemporalCli({ env: env(), sources })).rejects.toThrow(/another version/);
    expect(existsSync(join(cacheFolder(env()), 'temporal'))).toBe(false);
  });

  it('that cannot be had is said to be missing, why, and how to give it', async () => {
    const sources = [{ name: 'the index', fetch: async () => Promise.reject(new Error('no Python')) }];
    const find = findTemporalCli({ env: env(), sources });
    await expect(find).rejects.toMatchObject({ name: 'Problem', code: 'temporal-missing' });
    await expect(find).rejects.toThrow(/the index: no Python[\s\S]*TEMPORAL_CLI=/);
  });
});
