/**
 * No regular expression of the program backs up: each is fed with long hostile texts, and twice the length takes about
 * twice the time.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { attacksOn } from './attacks.ts';
import { type Expression, eachOnce, literalsOf, productFiles, root } from './expressions.ts';
import { measureAll } from './measure-all.ts';

/** Those that the program makes as it is loaded and reads the samples. */
function builtOnes(): Promise<Expression[]> {
  const samples = globSync('samples/*.{txt,pdf}', { cwd: root }).map((path) => join(root, path));
  const worker = new Worker(new URL('./built-expressions.ts', import.meta.url), { workerData: samples });
  return new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`ended with code ${code}`)));
  });
}

const form = ({ source, flags }: Expression): string => `/${source}/${flags}`;
const asExpression = (re: RegExp): Expression => ({ source: re.source, flags: re.flags, at: 'here' });

test('expressions that back up are found', { timeout: 180_000 }, async () => {
  const backing = [
    ...[
      /\s+$/,
      /^(?:a|b|ab)*c$/,
      /x.*y/,
      /\(.*?\)\s*:/,
      /[\p{L}-]+@/u,
      /^\s*,?\s*$/,
      /(?:[^.]|\([^)]*\))*nej/,
    ],
    ...[/(?<=ordf)\p{L}*s förslag|\d+ kr/u, /^(?:\p{Lu}\p{L}+\s?){2,9}$/u, /(\d+)[^:]*\1:/],
  ].map(asExpression);
  const sound = [/(?<!\s)\s+$/, /^[^.]*\.$/, /\bbesluta[rs]?\b/, /.{3,80}?att/, /^(?:ab)*c$/].map(
    asExpression,
  );
  const measured = await measureAll([...backing, ...sound], 1);
  expect(measured.filter(({ ratio }) => ratio > 3).map(({ index }) => index)).toEqual(
    backing.map((_, i) => i),
  );
});

test('a text of any length is made for each loop and each beginning', () => {
  const texts = attacksOn('Enligt \\p{Lu}\\p{L}*s (?:förslag|bud)+', 'u').map((attack) => attack(20));
  expect(texts).toContain(`${'Enligt A'.repeat(3)}\u0001`);
  expect(texts).toContain(`Enligt Aas ${'förslag'.repeat(3)}\u0001`);
});

test('every expression of the program takes hostile texts in linear time', { timeout: 300_000 }, async () => {
  const expressions = eachOnce([...productFiles().flatMap(literalsOf), ...(await builtOnes())]);
  expect(expressions.length).toBeGreaterThan(1_500);
  const measured = await measureAll(expressions, 2);
  expect(measured).toHaveLength(expressions.length);
  const backing = measured
    .filter(({ ratio }) => ratio > 3)
    .map(({ index, ms, ratio, text }) => {
      const one = expressions[index] as Expression;
      return `${one.at} ${form(one)}: ${Math.round(ms)} ms, × ${ratio.toFixed(1)}: ${JSON.stringify(text)}`;
    });
  expect(backing).toEqual([]);
});
