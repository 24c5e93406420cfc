/** The boxes and lines of a page that something was read from, each with the id of what was. */
import type { Box } from '../../../extraction/pages/page.ts';
import type { Arende, Evidence, Handling } from '../../../extraction/record.ts';
import { SURE_ENOUGH } from '../../../store/granska.ts';
import { type HandlingOnPage, placesOn } from './on-page.ts';

/** What a place is of: an item, a § (its number stands there), or what is known of a handling as a whole. */
export type PlaceKind = 'punkt' | 'paragraf' | 'fakta';

export interface Place {
  /** Of what stands in the list: an item, or factId. */
  post: string;
  kind: PlaceKind;
  /** What it is called, to be said when it is pointed at. */
  name: string;
  /** A person should look: read with little confidence, or unconfirmed. */
  unsure: boolean;
  /** null for text and Word files. */
  box: Box | null;
  lines: readonly [number, number] | null;
}

/** What of an ärende or handling stands in the list with a place of its own. */
export const factId = ({ id }: Arende | Handling, field: string): string => `${id}-${field}`;

export const isUnsure = (item: { confidence: number; obekraftade: readonly string[] }): boolean =>
  item.confidence < SURE_ENOUGH || item.obekraftade.length > 0;

export interface PlaceNames {
  punkt(typ: HandlingOnPage['arenden'][number]['punkter'][number]['typ']): string;
  fakta(field: string): string;
}

/** All places on the page, the larger ones first: what stands within another lies on top of it. */
export function placesOf(delar: readonly HandlingOnPage[], page: number, names: PlaceNames): Place[] {
  const places: Place[] = [];
  const add = (
    evidence: readonly Evidence[],
    rest: Pick<Place, 'post' | 'kind' | 'name' | 'unsure'>,
  ): void => {
    for (const { bbox, lines } of placesOn(evidence, page))
      if (bbox || lines) places.push({ ...rest, box: bbox, lines: lines ?? null });
  };
  for (const { handling, begins, arenden } of delar) {
    for (const [field, evidence] of begins ? Object.entries(handling.evidence) : [])
      add(evidence, {
        ...{ post: factId(handling, field), kind: 'fakta', name: names.fakta(field) },
        unsure: handling.obekraftade.includes(field),
      });
    for (const { arende, punkter } of arenden) {
      for (const [field, evidence] of Object.entries(arende.evidence))
        add(evidence, {
          ...{ post: factId(arende, field), kind: 'paragraf', name: names.fakta(field) },
          unsure: arende.obekraftade.includes(field),
        });
      for (const { typ, item } of punkter)
        add(item.evidence, { post: item.id, kind: 'punkt', name: names.punkt(typ), unsure: isUnsure(item) });
    }
  }
  return places.sort((a, b) => areaOf(b.box) - areaOf(a.box));
}

const areaOf = (box: Box | null): number => (box ? (box[2] - box[0]) * (box[3] - box[1]) : 0);
