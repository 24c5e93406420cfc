/** The same figures as the measure that others use, on real records with damage done to them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { LooseDocument } from '../../evaluate/document.ts';
import { evaluate } from '../../evaluate/score.ts';

const shared = join(import.meta.dirname, '../../../shared');
const reference = join(shared, 'eval/score.py');
const directory = mkdtempSync(join(tmpdir(), 'expediera-score-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Numbers that look random and are the same at every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** Leaves out some list entries, swaps neighbours, and cuts, repeats or changes some strings. */
function damage(value: unknown, roll: () => number): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter(() => roll() > 0.06).map((entry) => damage(entry, roll));
    if (kept.length > 1 && roll() < 0.1) [kept[0], kept[1]] = [kept[1], kept[0]];
    return kept;
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, damage(entry, roll)]));
  }
  if (typeof value !== 'string' || roll() > 0.25) return value;
  const at = Math.floor(roll() * value.length);
  const which = roll();
  if (which < 0.3) return value.slice(0, at);
  if (which < 0.6) return `${value.slice(0, at)}-\n ${value.slice(at)}`;
  if (which < 0.8) return value.replace(/\d/, '8');
  return `${value} ${value.slice(0, at)}`;
}

const goldFiles = ['gold', 'goteborg', 'scan'].flatMap((folder) => {
  const path = join(shared, 'corpus', folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(path, name));
});

type Reference = { [type: string]: { [figure: string]: number } } & { macro_f1: number };

describe.skipIf(!existsSync(reference))('the reference measure', () => {
  it.each([1, 2, 3])(
    'gives the same figures for damaged gold (%i)',
    (seed) => {
      const roll = dice(seed);
      const files: string[] = [];
      const pairs = goldFiles.map((file, i) => {
        const gold = JSON.parse(readFileSync(file, 'utf8')) as LooseDocument;
        const found = damage(gold, roll) as LooseDocument;
        const foundFile = join(directory, `${seed}-${i}.json`);
        writeFileSync(foundFile, JSON.stringify(found));
        files.push(file, foundFile);
        return { name: file, gold, found };
      });
      const output = execFileSync('python3', [reference, '--json', ...files], { encoding: 'utf8' });
      const { macro_f1, ...expected } = JSON.parse(output) as Reference;
      const { types, accuracies, macroF1 } = evaluate(pairs);
      const figures: { [type: string]: object } = { ...types, ...accuracies };
      expect(Object.keys(figures)).toEqual(Object.keys(expected));
      for (const [type, reference] of Object.entries(expected)) {
        for (const [figure, value] of Object.entries(reference)) {
          const own = (figures[type] as { [figure: string]: number })[figure];
          expect(Math.abs((own ?? Number.NaN) - value), `${type} ${figure}`).toBeLessThanOrEqual(0.001);
        }
      }
      expect(Math.abs(macroF1 - macro_f1)).toBeLessThanOrEqual(0.001);
      expect(macroF1).toBeLessThan(0.98);
    },
    120_000,
  );
});
