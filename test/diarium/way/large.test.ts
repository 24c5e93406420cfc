/** A matter with more handlingar than any real one has: in time that grows with their number, and not with its square. */
import { expect, test } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import type { SourcedHandling, Way } from '../../../diarium/way/types.ts';
import { LARGE, largeMatter } from './large-matter.ts';

const [FEW, MANY] = [250, 1000];
/** Four times the handlingar: linear is 4, the square of them 16. */
const MOST = 8;
/** What is done faster than this is not measured, ms. */
const FLOOR = 150;

function timed(handlingar: SourcedHandling[]): { way: Way; ms: number } {
  const before = process.cpuUsage();
  const way = wayOf(handlingar, { huvudman: 'Ekstads kommun' });
  const { user, system } = process.cpuUsage(before);
  return { way, ms: (user + system) / 1000 };
}

test.each(Object.keys(LARGE))('%s', (shape) => {
  timed(largeMatter(shape, FEW));
  const few = Math.max(FLOOR, timed(largeMatter(shape, FEW)).ms);
  const { way, ms } = timed(largeMatter(shape, MANY));
  expect(ms / few).toBeLessThan(MOST);
  expect(way.steg.length).toBe(shape === 'one § in many files' ? 1 : MANY);
});

test('rows take the latest of what goes along, and say that there is more', () => {
  const { poster, steg } = wayOf(largeMatter('sent on and on', 300), { huvudman: 'Ekstads kommun' });
  expect(steg.flatMap(({ medfoljer }) => medfoljer)).toHaveLength(300);
  const last = poster.at(-1);
  expect(last?.flerMedfoljer).toBe(true);
  expect(last?.medfoljer.map(({ text }) => text)).toEqual(
    Array.from({ length: 200 }, (_, n) => `Yrkande ${n + 100}`),
  );
  expect(poster[100]?.medfoljer).toHaveLength(101);
  expect(poster[100]).not.toHaveProperty('flerMedfoljer');
});

test('the rows of a matter hold a bounded number of what goes along', () => {
  const { poster } = wayOf(largeMatter('sent on and on', 2000), { huvudman: 'Ekstads kommun' });
  expect(poster).toHaveLength(2000);
  expect(poster.reduce((sum, { medfoljer }) => sum + medfoljer.length, 0)).toBeLessThanOrEqual(100_000);
});
