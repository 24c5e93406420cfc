import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeSettings, loadSettings, SettingsError } from '../../config/load.ts';
import { envName } from '../../config/settings.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'expediera-config-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function writeConfig(content: string): void {
  mkdirSync(join(cwd, 'data'), { recursive: true });
  writeFileSync(join(cwd, 'data', 'config.json'), content);
}

describe('the settings', () => {
  it('have defaults', () => {
    const settings = loadSettings({}, {}, cwd);
    expect(settings).toMatchObject({ home: join(cwd, 'data'), port: 0, queues: ['light', 'ocr'] });
    expect(settings.huvudman).toBeUndefined();
  });

  it('are flags over environment over file over defaults', () => {
    writeConfig(JSON.stringify({ window: 2, ocrPages: 2, huvudman: 'Videby kommun' }));
    const env = { EXPEDIERA_WINDOW: '3', EXPEDIERA_OCR_PAGES: '3', EXPEDIERA_HUVUDMAN: '' };
    const settings = loadSettings({ window: '4', ocrPages: undefined }, env, cwd);
    expect(settings).toMatchObject({ window: 4, ocrPages: 3, huvudman: 'Videby kommun' });
  });

  it('take queues as a list', () => {
    expect(loadSettings({ queues: 'ocr' }, {}, cwd).queues).toEqual(['ocr']);
    expect(loadSettings({}, { EXPEDIERA_QUEUES: 'light, ocr' }, cwd).queues).toEqual(['light', 'ocr']);
    expect(() => loadSettings({ queues: 'heavy' }, {}, cwd)).toThrow(/--queues/);
  });

  it('take one limit for all item types, or one each', () => {
    const under = (given: unknown) => loadSettings({ granskaUnder: given }, {}, cwd).granskaUnder;
    expect(under(undefined)).toBe(0.9);
    expect([under('0.8'), under(0.8), under('0,8')]).toEqual([0.8, 0.8, 0.8]);
    expect(under('{"beslut": 0.95, "underlag": 0.5}')).toEqual({ beslut: 0.95, underlag: 0.5 });
    for (const wrong of ['1.5', 'högt', '{"motioner": 0.5}'])
      expect(() => under(wrong)).toThrow(SettingsError);
  });

  it.each([
    ['a flag', { ocrWorkers: 'many' }, {}, '{}', /--ocr-workers/],
    ['a variable', {}, { EXPEDIERA_WINDOW: '-1' }, '{}', /EXPEDIERA_WINDOW/],
    ['the file', {}, {}, '{"logLevel":"loud"}', /config\.json: logLevel/],
    ['an unknown name', {}, {}, '{"windw":3}', /windw/],
    ['no JSON', {}, {}, '{window', /JSON/],
    ['a home in the file', {}, {}, '{"home":"x"}', /EXPEDIERA_HOME/],
  ])('that cannot be are named with where they were given: %s', (_name, flags, env, file, message) => {
    writeConfig(file);
    expect(() => loadSettings(flags, env, cwd)).toThrow(SettingsError);
    expect(() => loadSettings(flags, env, cwd)).toThrow(message);
  });

  it('are all described, for the documentation', () => {
    expect(envName('maxFileBytes')).toBe('EXPEDIERA_MAX_FILE_BYTES');
    for (const row of describeSettings()) expect(row.text.length, row.name).toBeGreaterThan(10);
  });
});
