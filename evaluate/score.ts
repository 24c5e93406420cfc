/**
 * The measure: precision, recall and F1 by item type over any number of gold/record pairs, accuracies of what
 * hangs on them, and the macro-F1. "routed" is a clause found whose kedja and whose ärende's next are right
 * too. Types with fewer than ten items in the gold are pooled as one ("few"), so that a single yrkande does not
 * weigh as much as a hundred beslut.
 */
import {
  type FlatArende,
  type FlatItem,
  flatten,
  ITEM_TYPES,
  type ItemType,
  type LooseDocument,
  type LooseHandling,
} from './document.ts';
import { sharedMovers } from './movers.ts';
import { normalise, sameBody, similarity } from './normalise.ts';
import { type ArendePairs, type Pairing, pair, pairItems, scoreArende, scoreHandling } from './pairing.ts';

export interface Figures {
  gold: number;
  precision: number;
  recall: number;
  f1: number;
}
export interface Accuracy {
  of: number;
  accuracy: number;
}
/** What became of one kind of thing that is listed when somebody asks what was missed. */
export interface Miss {
  type: string;
  sign: '-' | '+' | '~';
  name: string;
  text: string;
}
export interface Evaluation {
  types: { [type: string]: Figures };
  accuracies: { [name: string]: Accuracy };
  macroF1: number;
  misses: Miss[];
}

interface Counts {
  hit: number;
  missed: number;
  extra: number;
}
/** One gold document and what was found in its source. */
export interface EvaluationPair {
  /** Names the pair in the list of misses. */
  name: string;
  /** Whose template it is written by, where that is known; else the huvudman tells. */
  template?: string;
  gold: LooseDocument;
  found: LooseDocument;
}

export const POOLED_UNDER = 10;

interface Tally {
  counts: Map<string, Counts>;
  accuracies: Map<string, { right: number; of: number }>;
  misses: Miss[];
}

function count(tally: Tally, type: string, hit: number, missed: number, extra: number): void {
  const counts = tally.counts.get(type) ?? { hit: 0, missed: 0, extra: 0 };
  counts.hit += hit;
  counts.missed += missed;
  counts.extra += extra;
  tally.counts.set(type, counts);
}

function check(tally: Tally, name: string, right: boolean): void {
  const accuracy = tally.accuracies.get(name) ?? { right: 0, of: 0 };
  accuracy.right += right ? 1 : 0;
  accuracy.of += 1;
  tally.accuracies.set(name, accuracy);
}

function note<T>(
  tally: Tally,
  name: string,
  type: string,
  pairing: Pairing<T>,
  text: (x: T) => string,
): void {
  count(tally, type, pairing.pairs.length, pairing.missed.length, pairing.extra.length);
  for (const x of pairing.missed) tally.misses.push({ type, sign: '-', name, text: text(x) });
  for (const x of pairing.extra) tally.misses.push({ type, sign: '+', name, text: text(x) });
}

const sameNext = (a: string | null, b: string | null): boolean =>
  (a === null && b === null) || (Boolean(a) && Boolean(b) && sameBody(a, b));

export const sameKedja = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((body, i) => sameBody(body, b[i]));

function tallyClauses(tally: Tally, pairs: [FlatItem, FlatItem][], gold: number, found: number): void {
  let routed = 0;
  for (const [g, x] of pairs) {
    const right = sameKedja(g.kedja, x.kedja);
    check(tally, 'kedja', right);
    if (right && sameNext(g.arende.next, x.arende.next)) routed += 1;
  }
  count(tally, 'routed', routed, gold - routed, found - routed);
}

function tallyArenden(tally: Tally, name: string, pairing: Pairing<FlatArende>): void {
  const title = (x: FlatArende) => `§ ${x.source.paragraf ?? '–'} ${x.source.rubrik ?? ''}`;
  note(tally, name, 'arenden', pairing, title);
  const checkNext = (gold: FlatArende, right: boolean) => {
    check(tally, 'next', right);
    if (gold.next !== null) check(tally, 'next, where there is one', right);
  };
  for (const gold of pairing.missed) checkNext(gold, false);
  for (const [gold, found] of pairing.pairs) {
    const [g, x] = [gold.source, found.source];
    const right =
      (gold.next === null) === (found.next === null) &&
      (gold.next === null || sameBody(gold.next, found.next));
    checkNext(gold, right);
    if (g.utfall) check(tally, 'utfall', g.utfall === x.utfall);
    if (g.diarienummer) check(tally, 'diarienummer', g.diarienummer === x.diarienummer);
    if (g.rubrik) {
      check(tally, 'rubrik', similarity(normalise(g.rubrik), normalise(x.rubrik), 0.85) >= 0.85);
    }
    if (!right) {
      const text = `${title(gold)}: rätt ${gold.next}, läst ${found.next}`;
      tally.misses.push({ type: 'next', sign: '~', name, text });
    }
  }
}

function tallyHandlingar(tally: Tally, name: string, pairing: Pairing<LooseHandling>): void {
  note(tally, name, 'handlingar', pairing, (x) => `${x.kind} ${x.datum ?? '–'} ${x.rubrik ?? ''}`);
  for (const [gold, found] of pairing.pairs) {
    for (const mark of ['datum', 'dokumentnummer'] as const) {
      if (gold[mark]) check(tally, mark, gold[mark] === found[mark]);
    }
    if (gold.organ) check(tally, 'organ', Boolean(found.organ) && sameBody(gold.organ, found.organ));
  }
}

function tallyItems(
  tally: Tally,
  name: string,
  type: ItemType,
  gold: FlatItem[],
  found: FlatItem[],
  arenden: ArendePairs,
): void {
  const pairing = pairItems(type, gold, found, arenden);
  note(tally, name, type, pairing, (x) => x.raw);
  if (type === 'forslag' || type === 'beslut') tallyClauses(tally, pairing.pairs, gold.length, found.length);
  if (type === 'yrkanden') {
    for (const [g, x] of pairing.pairs) check(tally, 'yrkare', sharedMovers(g.av, x.av) === 1);
  }
}

/** The matters of gold and record in pairs, and a look-up of each pair from either side. */
export function pairArenden(gold: FlatArende[], found: FlatArende[]) {
  const pairing = pair(gold, found, scoreArende);
  const arenden: ArendePairs = new Map();
  for (const [one, other] of pairing.pairs) arenden.set(one, other).set(other, one);
  return { pairing, arenden };
}

function tallyPair(tally: Tally, { name, gold, found }: EvaluationPair): void {
  const [g, x] = [flatten(gold), flatten(found)];
  const { pairing, arenden } = pairArenden(g.arenden, x.arenden);
  for (const type of ITEM_TYPES) tallyItems(tally, name, type, g.items[type], x.items[type], arenden);
  tallyArenden(tally, name, pairing);
  tallyHandlingar(tally, name, pair(g.handlingar, x.handlingar, scoreHandling));
}

const toThree = (x: number): number => Number(x.toFixed(3));

/** Unrounded F1, and the figures as printed. */
function figuresOf({ hit, missed, extra }: Counts): { f1: number; figures: Figures } {
  const precision = hit / Math.max(1, hit + extra);
  const recall = hit / Math.max(1, hit + missed);
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  const figures = {
    gold: hit + missed,
    precision: toThree(precision),
    recall: toThree(recall),
    f1: toThree(f1),
  };
  return { f1, figures };
}

/** The figures over all pairs together: counts are summed first, so a long document weighs more than a short. */
export function evaluate(pairs: EvaluationPair[]): Evaluation {
  const tally: Tally = { counts: new Map(), accuracies: new Map(), misses: [] };
  for (const one of pairs) tallyPair(tally, one);
  const types: Evaluation['types'] = {};
  const f1s: number[] = [];
  const few: Counts = { hit: 0, missed: 0, extra: 0 };
  for (const [type, counts] of tally.counts) {
    const { f1, figures } = figuresOf(counts);
    types[type] = figures;
    if (figures.gold >= POOLED_UNDER) f1s.push(f1);
    else {
      few.hit += counts.hit;
      few.missed += counts.missed;
      few.extra += counts.extra;
    }
  }
  if (few.hit + few.missed + few.extra > 0) {
    const { f1, figures } = figuresOf(few);
    types.few = figures;
    f1s.push(f1);
  }
  const accuracies: Evaluation['accuracies'] = {};
  for (const [name, { right, of }] of tally.accuracies)
    accuracies[name] = { of, accuracy: toThree(right / of) };
  const macroF1 = f1s.length > 0 ? toThree(f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length) : 1;
  return { types, accuracies, macroF1, misses: tally.misses };
}
