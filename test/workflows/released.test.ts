/** What was recorded of a released version is never changed: a workflow that was open then must go on under every later one. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../histories');
const released = JSON.parse(readFileSync(join(folder, 'released/released.json'), 'utf8')) as {
  [release: string]: { [file: string]: string };
};

test.each(Object.entries(released))('the histories of %s are as they were released', (_, files) => {
  expect(Object.keys(files).length).toBeGreaterThan(0);
  const now = Object.fromEntries(
    Object.keys(files).map((file) => {
      const path = join(folder, file);
      const bytes = existsSync(path) ? readFileSync(path) : null;
      return [file, bytes === null ? 'gone' : createHash('sha256').update(bytes).digest('hex')];
    }),
  );
  // fails: put the file back, and record what is new under a name of its own (CONTRIBUTING.md)
  expect(now).toEqual(files);
});
