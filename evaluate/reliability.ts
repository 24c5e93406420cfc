/**
 * What confidence is worth: each item that was found is judged right or wrong against the gold and held against
 * the confidence it was given.
 *
 * "Right" is stricter than the measure's pairing, since a registrator who trusts an item trusts all of it: it is
 * paired with a gold item, their texts are at least 0.9 alike, a clause has the same chain of bodies, and a
 * yrkande, reservation or anteckning has the same kind and exactly the same movers.
 */
import { type FlatItem, flatten, ITEM_TYPES, type ItemType } from './document.ts';
import { sharedMovers } from './movers.ts';
import { similarity } from './normalise.ts';
import { pairItems } from './pairing.ts';
import { type EvaluationPair, pairArenden, sameKedja } from './score.ts';

/** Least likeness of a text that is right. */
const RIGHT_TEXT = 0.9;

/** One item of a record, judged. */
export interface Judged {
  /** Names the pair it is from. */
  name: string;
  type: ItemType;
  text: string;
  confidence: number;
  /** The measure has paired it with an item of the gold. */
  paired: boolean;
  /** Paired, and right in all that is asked of it. */
  right: boolean;
  found: FlatItem;
}

function isRight(type: ItemType, gold: FlatItem, found: FlatItem): boolean {
  if (type === 'voteringar') return true;
  if (similarity(gold.text, found.text, RIGHT_TEXT) < RIGHT_TEXT) return false;
  if (type === 'forslag' || type === 'beslut') return sameKedja(gold.kedja, found.kedja);
  if (type === 'expediering' || type === 'underlag') return true;
  return sharedMovers(gold.av, found.av) === 1;
}

/** Every item of the records in `pairs`, in the order of the types. Items that say no confidence count as 0. */
export function judge(pairs: EvaluationPair[]): Judged[] {
  return pairs.flatMap(({ name, gold, found }) => {
    const [g, x] = [flatten(gold), flatten(found)];
    const { arenden } = pairArenden(g.arenden, x.arenden);
    return ITEM_TYPES.flatMap((type) => {
      const goldOf = new Map(
        pairItems(type, g.items[type], x.items[type], arenden).pairs.map(([one, other]) => [other, one]),
      );
      return x.items[type].map((item) => {
        const own = goldOf.get(item);
        return {
          name,
          type,
          text: item.raw,
          confidence: typeof item.source === 'string' ? 0 : (item.source.confidence ?? 0),
          paired: own !== undefined,
          right: own !== undefined && isRight(type, own, item),
          found: item,
        };
      });
    });
  });
}

/** Lower bounds of the table's rows; each row goes up to the next one's, the last to 1. */
const BINS = [0, 0.5, 0.7, 0.8, 0.9, 0.95];
/** Above this an item is trusted without a look. */
export const TRUSTED = 0.9;

/** What the table needs of an item. */
export type Verdict = Pick<Judged, 'confidence' | 'paired' | 'right'>;

export interface Bin {
  from: number;
  to: number;
  n: number;
  /** Shares of `n`; null where there are no items. */
  right: number | null;
  paired: number | null;
  /** Mean confidence. */
  confidence: number | null;
}

export interface Reliability {
  bins: Bin[];
  /** All items with a confidence of at least 0.9. */
  trusted: Bin;
  all: Bin;
}

function binOf(judged: Verdict[], from: number, to: number): Bin {
  const own = judged.filter(({ confidence }) => confidence >= from && (confidence < to || to >= 1));
  const n = own.length;
  const mean = (value: (x: Verdict) => number): number | null =>
    n === 0 ? null : Number((own.reduce((sum, x) => sum + value(x), 0) / n).toFixed(3));
  return {
    from,
    to,
    n,
    right: mean((x) => Number(x.right)),
    paired: mean((x) => Number(x.paired)),
    confidence: mean((x) => x.confidence),
  };
}

/** The reliability table: of the items that were given about the same confidence, how many are right. */
export function reliability(judged: Verdict[]): Reliability {
  return {
    bins: BINS.map((from, i) => binOf(judged, from, BINS[i + 1] ?? 1)),
    trusted: binOf(judged, TRUSTED, 1),
    all: binOf(judged, 0, 1),
  };
}
