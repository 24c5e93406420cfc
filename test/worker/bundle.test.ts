/** What is kept of the workflows' code is never served when any file that is in it has changed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENTRY, fingerprint, workflowBundle } from '../../worker/bundle.ts';
import { bundledFiles } from '../../worker/bundled-files.ts';
import { writeFolder } from '../engine/testbed.ts';

const root = join(import.meta.dirname, '../..');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expediera-bundle-'));
  writeFolder(folder, {
    'workflows/index.ts': [
      `import type { Shape } from '../far/shape.ts';`,
      `export type { Other } from '../far/other.ts';`,
      `export { one } from './one.ts';`,
      `export * from "./two.ts";`,
      `export type Word = 'word' | 'other';`,
      `import './effect.ts';`,
    ].join('\n'),
    'workflows/one.ts': `import { pure,\n  type Shape } from '../pure/index.ts';\nimport { sleep } from '@temporalio/workflow';`,
    'workflows/two.ts': `const later = () => import('../pure/later.ts');\nexport { later };`,
    'workflows/effect.ts': `export const path = './nowhere.ts';`,
    'workflows/left-out.ts': '',
    'pure/index.ts': `export { deep } from './deep/index.ts';\nexport const pure = 1;`,
    'pure/deep/index.ts': `import { pure } from '../index.ts';\nexport const deep = () => pure;`,
    'pure/later.ts': '',
    'far/shape.ts': '',
    'far/other.ts': '',
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = () => join(folder, 'workflows/index.ts');

describe('the files in the bundle', () => {
  it("use the engine's packages only: every workflow in memory has all that they use to itself", () => {
    const used = bundledFiles(ENTRY).flatMap((path) => {
      const code = readFileSync(path, 'utf8').replaceAll(/^import type [^;]+;/gmu, '');
      return [...code.matchAll(/\bfrom '([^.'][^']*)'/gu)].map(([, name]) => name);
    });
    expect([...new Set(used)].sort()).toEqual(['@temporalio/common', '@temporalio/workflow']);
  });

  it('are those that import lines reach, in any folder, but not for a type alone', () => {
    expect(bundledFiles(entry()).map((path) => relative(folder, path))).toEqual([
      'pure/deep/index.ts',
      'pure/index.ts',
      'pure/later.ts',
      'workflows/effect.ts',
      'workflows/index.ts',
      'workflows/one.ts',
      'workflows/two.ts',
    ]);
  });

  it('of our workflows are all that the bundler took', { timeout: 60_000 }, async () => {
    const { code } = await workflowBundle();
    const map = /sourceMappingURL=data:application\/json[^,]*,([\w+/=]+)\s*$/.exec(code)?.[1];
    const { sources } = JSON.parse(Buffer.from(map as string, 'base64').toString()) as { sources: string[] };
    const taken = sources
      .map((source) => resolve(root, source.replace(/^webpack:\/\/[^/]*\//, '')))
      .filter((path) => path.startsWith(root) && !path.includes('node_modules') && /\.ts$/.test(path));
    expect(taken).toContain(ENTRY);
    const known = bundledFiles(ENTRY);
    expect(taken.filter((path) => !known.includes(path))).toEqual([]);
  });

  it.each(['workflows/two.ts', 'pure/deep/index.ts', 'pure/later.ts'])(
    'make another bundle when %s changes',
    (path) => {
      const before = fingerprint(entry());
      expect(fingerprint(entry())).toBe(before);
      writeFileSync(join(folder, path), `${readFileSync(join(folder, path), 'utf8')}\n// changed`);
      expect(fingerprint(entry())).not.toBe(before);
    },
  );

  it('make no other bundle when something else changes', () => {
    const before = fingerprint(entry());
    for (const path of ['workflows/left-out.ts', 'far/shape.ts']) writeFileSync(join(folder, path), 'other');
    expect(fingerprint(entry())).toBe(before);
  });
});
