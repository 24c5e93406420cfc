/** A file's items followed from one reading to the next: what each is called, and what was said that is said no more. */
import { keyOf, settOf } from '../../diarium/rattelser/index.ts';
import { plain } from '../../diarium/way/text.ts';
import { ITEM_TYPER, type Item } from '../../extraction/item-types.ts';
import type { Handling } from '../../extraction/record.ts';
import type { Told } from '../follow/told.ts';
import { itemsOf } from '../items.ts';
import { matterKeys } from '../matter-key.ts';
import type { Lydelse } from '../postnamn.ts';

/** An item as a person sees it, and what it is known again by. */
export type KeptItem = Omit<Lydelse, 'at' | 'arende'> & { told: Told };

export function keptItems(
  handlingar: readonly Handling[],
  { sha256, fileName }: Pick<Lydelse, 'sha256' | 'fileName'>,
): KeptItem[] {
  return handlingar.flatMap((handling) =>
    handling.arenden.flatMap((arende) => {
      const { huvudman, organ, avsandare, kind, datum } = handling;
      const { paragraf, sekretess } = arende;
      const rubrik = arende.rubrik ?? handling.rubrik;
      const { diarienummer } = matterKeys(handling, arende);
      const around = [paragraf, rubrik].filter((part) => part !== null).join(' ') || null;
      const read = new Map(ITEM_TYPER.flatMap((typ) => arende[typ].map((item: Item) => [item.id, item])));
      return itemsOf(arende, handling).flatMap(({ id, typ, text, persons, page }): KeptItem[] => {
        const item = read.get(id);
        if (item === undefined) return [];
        const words = plain(keyOf(typ, settOf(typ, item)));
        // of a vote all who were called would be named
        const personer = typ === 'voteringar' ? [] : persons.map(({ namn, parti }) => ({ namn, parti }));
        return [
          {
            ...{ typ, text, personer, huvudman, organ, avsandare, kind, datum, diarienummer, paragraf },
            ...{ rubrik, sekretess, fileName, sha256, page: page ?? arende.pages[0] },
            told: { id, typ, words, around, evidence: item.evidence },
          },
        ];
      });
    }),
  );
}

/** What a person sees of it. */
export const seenOf = ({ typ, text, personer }: Pick<Lydelse, 'typ' | 'text' | 'personer'>): string =>
  JSON.stringify([typ, text, typ === 'voteringar' ? [] : personer]);
