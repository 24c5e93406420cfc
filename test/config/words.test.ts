import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSettings, SettingsError } from '../../config/load.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'expediera-words-'));
  mkdirSync(join(cwd, 'data'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const words = { headings: { forslag: ['Nämndens hemställan'] }, furniture: ['Diariets stämpel'] };

function write(path: string, content: unknown): void {
  writeFileSync(join(cwd, path), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('the file of words', () => {
  it('of more than a megabyte is not read, endless ones neither', () => {
    write('data/ord.json', JSON.stringify(words).padEnd(999_000));
    expect(loadSettings({}, {}, cwd).ownWords).toEqual(words);
    write('data/ord.json', JSON.stringify(words).padEnd(1_000_001));
    expect(() => loadSettings({}, {}, cwd)).toThrow(
      /Ordfilen .*ord\.json kan inte läsas.* den är större än 1 MB/,
    );
    expect(() => loadSettings({}, { EXPEDIERA_WORDS: '/dev/zero' }, cwd)).toThrow('den är större än 1 MB');
    rmSync(join(cwd, 'data/ord.json'));
    write('data/config.json', '{}'.padEnd(1_000_001));
    expect(() => loadSettings({}, {}, cwd)).toThrow(/config\.json kan inte läsas.* den är större än 1 MB/);
  });

  it('with faults without end tells the first of them', () => {
    write('data/ord.json', { furniture: Array.from({ length: 10_000 }, () => 'x') });
    const told = (() => {
      try {
        return String(loadSettings({}, {}, cwd));
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(told.split('\n')).toHaveLength(22);
    expect(told).toMatch(/furniture, nr 20: .*\n {2}… och 9980 fel till$/);
  });

  it('need not be', () => {
    expect(loadSettings({}, {}, cwd).ownWords).toBeNull();
  });

  it('is ord.json in the home', () => {
    write('data/ord.json', words);
    const settings = loadSettings({}, {}, cwd);
    expect(settings.words).toBe(join(cwd, 'data', 'ord.json'));
    expect(settings.ownWords).toEqual(words);
  });

  it('is where the environment or config.json says, from there', () => {
    write('elsewhere.json', words);
    write('data/ours.json', { furniture: ['Stämpel'] });
    const variable = { EXPEDIERA_WORDS: 'elsewhere.json' };
    expect(loadSettings({}, variable, cwd).ownWords).toEqual(words);
    write('data/config.json', { words: 'ours.json' });
    expect(loadSettings({}, {}, cwd).ownWords).toEqual({ headings: {}, furniture: ['Stämpel'] });
    expect(loadSettings({}, variable, cwd).ownWords).toEqual(words);
  });

  it('begins with a byte order mark when Windows wrote it', () => {
    write('data/ord.json', `\uFEFF${JSON.stringify(words)}`);
    expect(loadSettings({}, {}, cwd).ownWords).toEqual(words);
  });

  it.each([
    ['no JSON', '{"headings":', /ord\.json är inte JSON/],
    ['a list', '[]', /ska vara ett JSON-objekt/],
    ['a section that is not', { headings: { beslut: [], besult: [] } }, /okänt namn: besult; .*beslut, /],
    ['another name', { heading: {} }, /okänt namn: heading; det som finns är headings, furniture/],
    ['a text for a list', { headings: { beslut: 'Utfall' } }, /headings\.beslut: ska vara en lista/],
    ['a number for a text', { furniture: ['Stämpel', 7] }, /furniture, nr 2: ska vara en text/],
    ['nothing', { headings: { beslut: ['  '] } }, /headings\.beslut, nr 1: ska ha minst två bokstäver/],
    ['a paragraph', { furniture: ['ord '.repeat(30)] }, /furniture, nr 1: får ha högst 90 tecken/],
    [
      'one phrase for two things',
      { headings: { beslut: ['Utfall'], forslag: ['UTFALL:'] } },
      /"(?:Utfall|UTFALL:)" står också under headings\.(?:beslut|forslag)/,
    ],
  ])('that cannot be used is told where its fault is: %s', (_, content, message) => {
    write('data/ord.json', content);
    expect(() => loadSettings({}, {}, cwd)).toThrow(SettingsError);
    expect(() => loadSettings({}, {}, cwd)).toThrow(message);
  });

  it('that is named and not there is told', () => {
    expect(() => loadSettings({}, { EXPEDIERA_WORDS: 'none.json' }, cwd)).toThrow(
      /none\.json kan inte läsas/,
    );
  });
});
