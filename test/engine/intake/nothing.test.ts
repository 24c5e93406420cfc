import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nothingUnder } from '../../../engine/intake/nothing.ts';

let base: string;
const at = (...parts: string[]): string => join(base, ...parts);
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-nothing-'));
  for (const folder of ['home', 'in', 'in/deep']) mkdirSync(at(folder));
  writeFileSync(at('home', 'expediera.db'), 'x');
});
afterEach(() => rmSync(base, { recursive: true }));

it('tells why there is nothing: no file at all, only links, or the own home', async () => {
  expect(await nothingUnder([at('in')], at('home'))).toEqual({ ownHome: false, skipped: 0 });
  symlinkSync(at('home', 'expediera.db'), at('in', 'deep', 'link'));
  expect(await nothingUnder([at('in')], at('home'))).toEqual({ ownHome: false, skipped: 1 });
  symlinkSync(at('home'), at('to-home'));
  for (const path of [at('home'), at('to-home')])
    expect(await nothingUnder([path], at('home'))).toEqual({ ownHome: true, skipped: 0 });
});

it('is null where there is a file, however deep, and where something could not be read', async () => {
  writeFileSync(at('in', 'deep', 'tom.pdf'), '');
  expect(await nothingUnder([at('home'), at('in')], at('home'))).toBeNull();
  // it cannot be read: a failed file, and no silence
  symlinkSync(at('loop'), at('loop'));
  expect(await nothingUnder([at('loop')], at('home'))).toBeNull();
  await expect(nothingUnder([at('gone')], at('home'))).rejects.toMatchObject({ code: 'no-such-path' });
});
