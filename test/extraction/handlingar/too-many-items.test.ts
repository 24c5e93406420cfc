import { expect, test } from 'vitest';
import { MAX_ITEMS, refuseTooManyItems } from '../../../extraction/handlingar/too-many-items.ts';
import type { Handling } from '../../../extraction/record.ts';
import { made } from '../../diarium/way/way-builder.ts';

/** Two ärenden, one of them with so many items. */
function withItems(count: number): Handling[] {
  const { handling } = made({
    beslut: Array.from({ length: count - 1 }, (_, n) => `Beslut ${n}`),
    expediering: ['A'],
  });
  return [handling, made({}).handling];
}

test('as many ärenden and items as the bound says are a record, one more is refused', () => {
  expect(() => refuseTooManyItems(withItems(MAX_ITEMS - 2))).not.toThrow();
  expect(() => refuseTooManyItems(withItems(MAX_ITEMS - 1))).toThrow(
    expect.objectContaining({
      code: 'too-large',
      sv: expect.stringMatching(
        /Den skulle ge 100\s001 ärenden och punkter; gränsen är 100\s000\. Dela upp den\./,
      ),
    }),
  );
});
