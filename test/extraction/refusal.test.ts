import { expect, test } from 'vitest';
import { REFUSALS, Refusal, type RefusalCode, refusalFromData } from '../../extraction/refusal.ts';

const codes = Object.keys(REFUSALS) as RefusalCode[];

test('every kind has an exit code of its own from 10, and says why in both languages', () => {
  const exitCodes = codes.map((code) => REFUSALS[code].exitCode);
  expect(new Set(exitCodes).size).toBe(codes.length);
  for (const code of codes) {
    expect(REFUSALS[code].exitCode).toBeGreaterThanOrEqual(10);
    expect(REFUSALS[code].exitCode).toBeLessThan(64);
    expect(REFUSALS[code].sv).toMatch(/^[A-ZÅÄÖ].*\.$/);
    expect(REFUSALS[code].en).toMatch(/^[A-Z].*\.$/);
  }
});

test('a refusal survives the way through another thread', () => {
  const detail = { sv: 'Den har 9 sidor.', en: 'It has 9 pages.' };
  const data = structuredClone(new Refusal('too-many-pages', detail).toData());
  const back = refusalFromData(data);
  expect(back).toBeInstanceOf(Refusal);
  expect(back).toMatchObject({ code: 'too-many-pages', exitCode: 15, detail });
  expect(back.sv).toBe('Filen har för många sidor. Dela upp den. Den har 9 sidor.');
  expect(back.message).toBe('The file has too many pages. Divide it. It has 9 pages.');
});
