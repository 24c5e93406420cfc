import { expect, test } from 'vitest';
import { seldom } from '../../activities/plan-leverans.ts';

test('people are reminded every week at first and every fourth week then, and often again of what is new', () => {
  const waits = (paminnelser: number) => ({ status: 'vantar_granskning' as const, paminnelser });
  expect([0, 1, 3, 4, 40].map((n) => seldom([waits(n)]))).toEqual([1, 1, 1, 4, 4]);
  expect(seldom([waits(9), waits(0)])).toBe(1);
  expect(seldom([waits(9), { status: 'levererad', paminnelser: 0 }])).toBe(4);
  expect(seldom([])).toBe(1);
});
