/** A record with more in it than any meeting can deal with is none. */
import { ITEM_TYPER } from '../item-types.ts';
import type { Handling } from '../record.ts';
import { Refusal } from '../refusal.ts';

/** Ärenden and items of one record. The largest that is known has 271. */
export const MAX_ITEMS = 100_000;

/** Throws a Refusal where the handlingar have more ärenden and items than MAX_ITEMS. */
export function refuseTooManyItems(handlingar: readonly Handling[]): void {
  const arenden = handlingar.flatMap((handling) => handling.arenden);
  const items = arenden.reduce(
    (sum, arende) => sum + ITEM_TYPER.reduce((own, typ) => own + arende[typ].length, 0),
    arenden.length,
  );
  if (items <= MAX_ITEMS) return;
  throw new Refusal('too-large', {
    sv: `Den skulle ge ${items.toLocaleString('sv')} ärenden och punkter; gränsen är ${MAX_ITEMS.toLocaleString('sv')}. Dela upp den.`,
    en: `It would give ${items} matters and items; the limit is ${MAX_ITEMS}. Divide it.`,
  });
}
