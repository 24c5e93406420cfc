/** Styles of all parts are one file: what one part calls something must not dress what another calls so. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const desk = join(import.meta.dirname, '../../../server/desk');
const read = (path: string) => readFileSync(join(desk, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** The class that each selector of a style begins with. */
const beginnings = (css: string): string[] =>
  [...css.matchAll(/([^{}]+)\{/g)]
    .flatMap(([, selectors]) => (selectors as string).replace(/\([^)]*\)/g, '').split(','))
    .flatMap((selector) => /^\.([\w-]+)/.exec(selector.trim())?.[1] ?? []);

it('a class is dressed by one part alone, or by what all share', () => {
  const shared = new Set(
    globSync('{style,parts}/*.css', { cwd: desk }).flatMap((path) => beginnings(read(path))),
  );
  const parts = new Map<string, Set<string>>();
  for (const path of globSync('*/*.css', { cwd: desk }).filter((one) => !/^(style|parts)\//.test(one)))
    for (const name of beginnings(read(path))) {
      const folders = parts.get(name) ?? new Set();
      parts.set(name, folders.add(path.split('/')[0] as string));
    }
  expect(parts.size).toBeGreaterThan(50);
  const twice = [...parts].filter(([name, folders]) => folders.size > 1 || shared.has(name));
  expect(twice.map(([name, folders]) => [name, ...folders])).toEqual([]);
});
