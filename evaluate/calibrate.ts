/**
 * Counts the calibration: from items that have been judged right or wrong, the share right of each type when
 * nothing speaks against an item, and how far each doubt lowers its odds (logistic regression, in which a doubt may
 * never raise them and one that was met seldom counts for little).
 */
import type { Calibration } from '../extraction/calibration.ts';
import { along, chanceOf, GROUP_OF } from '../extraction/doubts/chance.ts';
import type { Typ } from '../extraction/doubts/index.ts';
import { type Doubt, doubtsOf, GRAVE, type Group } from '../extraction/doubts/words.ts';
import { ITEM_TYPES } from './document.ts';
import type { Observation } from './observe.ts';
import type { Judged } from './reliability.ts';

type Counted = Pick<Observation, 'type' | 'doubts' | 'right'>;

/** What a type is before it is counted: this share right, known as well as from this many items. */
const BEFORE = { right: 0.95, items: 10 };
/**
 * What a doubt is before it is counted, as log-odds, and how strongly it is held there: about as much as this many
 * items say. Some of what can be wrong is met in one template only; these are then as grave as they are judged to be.
 */
const JUDGED = { grave: Math.log(0.05), slight: Math.log(0.6) };
const HELD = 1;
const judgedAs = (doubt: string): number => (GRAVE.has(doubt as Doubt) ? JUDGED.grave : JUDGED.slight);
const ROUNDS = 400;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Items that are alike in type and doubts: how many, and how many of them right. */
function countKinds(observations: Counted[]): { names: string[]; n: number; right: number }[] {
  const kinds = new Map<string, { names: string[]; n: number; right: number }>();
  for (const { type, doubts, right } of observations) {
    const names = [type as string, ...new Set(doubts)].sort();
    const kind = kinds.get(names.join()) ?? { names, n: 0, right: 0 };
    kind.n += 1;
    kind.right += Number(right);
    kinds.set(names.join(), kind);
  }
  return [...kinds.values()];
}

/** Weights (log-odds) of one group of types: one a type, which is never certain, and one a doubt, never above 0. */
function weigh(observations: Counted[], types: Typ[], doubts: Doubt[]): { [name: string]: number } {
  const start = Math.log(BEFORE.right / (1 - BEFORE.right));
  const weights: { [name: string]: number } = Object.fromEntries([
    ...types.map((type) => [type, start]),
    ...doubts.map((doubt) => [doubt, judgedAs(doubt)]),
  ]);
  const kinds = countKinds(observations);
  // Newton's step for one weight at a time, a third of it, since weights pull together
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Map<string, number>();
    const bend = new Map<string, number>();
    for (const { names, n, right } of kinds) {
      const chance = logistic(names.reduce((sum, name) => sum + (weights[name] as number), 0));
      for (const name of names) {
        slope.set(name, (slope.get(name) ?? 0) + right - n * chance);
        bend.set(name, (bend.get(name) ?? 0) + n * chance * (1 - chance));
      }
    }
    for (const name of Object.keys(weights)) {
      const weight = weights[name] as number;
      const isType = types.includes(name as Typ);
      const held = isType
        ? BEFORE.items * (BEFORE.right - logistic(weight))
        : HELD * (judgedAs(name) - weight);
      const stiff = isType ? BEFORE.items * logistic(weight) * (1 - logistic(weight)) : HELD;
      const step = ((slope.get(name) ?? 0) + held) / ((bend.get(name) ?? 0) + stiff);
      const moved = weight + step / 3;
      weights[name] = isType ? moved : Math.min(0, moved);
    }
  }
  return weights;
}

/** Odds must stay finite, however much was counted. */
const SUREST = 0.9995;

const rounded = (x: number): number => Number(x.toFixed(3));

/** The calibration that fits `observations` best. */
function calibrateSeen(observations: Counted[]): Calibration {
  const right: { [type: string]: number } = {};
  const odds: { [group: string]: { [doubt: string]: number } } = {};
  for (const group of new Set<Group>(Object.values(GROUP_OF))) {
    const types = ITEM_TYPES.filter((type) => GROUP_OF[type] === group);
    const weights = weigh(
      observations.filter((o) => types.includes(o.type)),
      types,
      doubtsOf(group),
    );
    for (const type of types)
      right[type] = Math.min(SUREST, Number(logistic(weights[type] as number).toFixed(4)));
    const factors = Object.entries(weights)
      .filter(([name]) => !types.includes(name as Typ))
      .map(([name, weight]): [string, number] => [name, rounded(Math.exp(weight))])
      .filter(([, factor]) => factor < 0.95)
      .sort(([, a], [, b]) => a - b);
    odds[group] = Object.fromEntries(factors);
  }
  return { unseen: [], right, odds } as unknown as Calibration;
}

/** The calibration for records of huvudmän that are not among the observations'. */
export function calibrate(observations: Observation[]): Calibration {
  return { ...calibrateSeen(observations), unseen: curveOf(judgedByOthers(observations)) };
}

/** The observations with the confidence that each huvudman's get from what was counted on all others'. */
export function crossJudged(observations: Observation[]): Judged[] {
  const judged = judgedByOthers(observations);
  return byOthers(
    judged,
    (others) => curveOf(others),
    (own, unseen) => own.map((o) => ({ ...o, confidence: along(unseen, o.confidence) })),
  );
}

/** Goes through the huvudmän: what is counted on all others' items is used on each one's own. */
function byOthers<T extends Observation, C, R>(
  items: T[],
  count: (others: T[]) => C,
  use: (own: T[], counted: C) => R[],
): R[] {
  return [...new Set(items.map((o) => o.huvudman))].flatMap((huvudman) =>
    use(
      items.filter((o) => o.huvudman === huvudman),
      count(items.filter((o) => o.huvudman !== huvudman)),
    ),
  );
}

const judgedByOthers = (observations: Observation[]): Observation[] =>
  byOthers(observations, calibrateSeen, (own, calibration) =>
    own.map((o) => ({ ...o, confidence: chanceOf(o.type, o.doubts, calibration) })),
  );

/** Where what was said is held against what was: fewer and fewer items are below, so steps are longer there. */
const STEPS = [0, 0.4, 0.6, 0.75, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.985, 0.99, 0.995, 1];
/** Items that a step needs to count for itself. */
const ENOUGH = 30;

/** How often items were right by what was said of them: steps that fall are put together until all rise. */
function curveOf(judged: Judged[]): [said: number, was: number][] {
  const steps: { n: number; said: number; right: number }[] = [];
  for (const [i, from] of STEPS.entries()) {
    const to = STEPS[i + 1] ?? 2;
    const own = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    const said = own.reduce((sum, { confidence }) => sum + confidence, 0);
    steps.push({ n: own.length, said, right: own.filter(({ right }) => right).length });
    for (let last = steps.length - 1; last > 0; last--) {
      const [a, b] = [steps[last - 1], steps[last]] as [(typeof steps)[0], (typeof steps)[0]];
      const falls = a.right * b.n >= b.right * a.n;
      if (!falls && a.n >= ENOUGH && (b.n >= ENOUGH || i < STEPS.length - 1)) break;
      steps.splice(last - 1, 2, { n: a.n + b.n, said: a.said + b.said, right: a.right + b.right });
    }
  }
  const points = steps
    .filter(({ n }) => n > 0)
    .map(({ n, said, right }): [number, number] => [rounded(said / n), rounded(atLeast(right, n))]);
  return points.map(([said], k) => [said, Math.min(...points.slice(k).map(([, was]) => was))]);
}

/** As many errors as this come together: what a template misleads the rules in, it does in § after §. */
const TOGETHER = 10;

/** The share right, less its standard error. */
function atLeast(right: number, n: number): number {
  const share = (right + 0.5) / (n + 1);
  return Math.max(0, share - Math.sqrt((share * (1 - share) * TOGETHER) / n));
}
