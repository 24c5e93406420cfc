import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { logOf, logPath } from '../../cli/log-of.ts';

const home = mkdtempSync(join(tmpdir(), 'expediera-log-of-'));
afterAll(() => rmSync(home, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

it('keeps a log out of what a person reads in a terminal: in a file of the home, warnings and worse', () => {
  const stderr = vi.spyOn(process.stderr, 'write');
  const log = logOf({ interactive: true }, { home, logLevel: 'info' });
  log.info('started');
  log.warn({ check: 'temporal' }, 'not ready');
  log.error('gone');
  const lines = readFileSync(logPath(home), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['not ready', 'gone']);
  expect(stderr).not.toHaveBeenCalled();
});

it('holds nothing back where the file cannot be written', () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  logOf({ interactive: true }, { home: join(home, 'none'), logLevel: 'info' }).warn('not ready');
  expect(stderr).toHaveBeenCalledWith(expect.stringContaining('"not ready"'));
});
