/** Everything that a matter waits for: of whom, since when, why, and until when where a day is set. */
import { order } from './text.ts';
import type { Vantan } from './types.ts';
import { awaitedAgain } from './vantar/aterkomst.ts';
import { awaitedOfRows } from './vantar/rader.ts';
import type { Sammanhang } from './vantar/sammanhang.ts';
import { awaitedOfMissions } from './vantar/uppdrag.ts';
import { awaitedAnswers } from './vantar/vackt.ts';

const LAST = '9999';

/** The earliest last day first, those without one after them, the oldest first. */
export function vantarOf(s: Sammanhang): Vantan[] {
  const all = [...awaitedOfRows(s), ...awaitedAgain(s), ...awaitedAnswers(s), ...awaitedOfMissions(s)];
  return all.toSorted(
    (a, b) =>
      order(a.senast ?? LAST, b.senast ?? LAST) ||
      order(a.sedan ?? LAST, b.sedan ?? LAST) ||
      order(a.vad, b.vad) ||
      order(a.av ?? '', b.av ?? '') ||
      order(a.steg, b.steg) ||
      order(a.kalla.itemId ?? '', b.kalla.itemId ?? ''),
  );
}

/** A matter is not at its end while this is awaited; an order that remains to be carried out keeps none open. */
export const keepsOpen = ({ vad }: Vantan): boolean => vad !== 'utforande';
