import { expect, test } from 'vitest';
import { EXTRACTION_VERSION, READING_VERSION } from '../../extraction/version.ts';
import { compareVersions } from '../../store/version-order.ts';

test('whatever raises the reading raises the version by which files are read again', () => {
  // else a new reading would be of no use to what is read already
  expect(`${EXTRACTION_VERSION}.`.startsWith(`${READING_VERSION}.`)).toBe(true);
  expect(compareVersions(EXTRACTION_VERSION, READING_VERSION)).toBeGreaterThanOrEqual(0);
  const [last, ...rest] = READING_VERSION.split('.').reverse();
  const next = [...rest.reverse(), Number(last) + 1].join('.');
  expect(compareVersions(next, EXTRACTION_VERSION)).toBeGreaterThan(0);
});

test('versions are ordered as they were given out', () => {
  const given = ['2026.10.3', '2026.11.4', '2026.11.4.1', '2026.11.4.10', '2026.11.5', '2026.12.1'];
  expect(given.toSorted((a, b) => compareVersions(a, b))).toEqual(given);
  // what was released before is older or the same
  expect(compareVersions(EXTRACTION_VERSION, '2026.11.4')).toBeGreaterThanOrEqual(0);
});
