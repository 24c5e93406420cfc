/**
 * Counts the calibration: from items that have been judged right or wrong, the share right of each type when
 * nothing speaks against an item, and how far each doubt lowers its odds (logistic regression, in which a doubt may
 * never raise them and one that was met seldom counts for little).
 */
import type { Calibration } from '../extraction/calibration.ts';
import { chanceOf, GROUP_OF } from '../extraction/doubts/chance.ts';
import type { Typ } from '../extraction/doubts/index.ts';
import { type Doubt, doubtsOf, type Group } from '../extraction/doubts/words.ts';
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
const GRAVE = new Set<Doubt>([
  'foot',
  'headingInside',
  'runningHead',
  'strangeStart',
  'report',
  'fewWords',
  'noChain',
  'bareBody',
  'oddMover',
  'noMover',
  'likeHeading',
  'prose',
  'unequal',
]);
const judgedAs = (doubt: string): number => (GRAVE.has(doubt as Doubt) ? JUDGED.grave : JUDGED.slight);
const ROUNDS = 400;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Weights (log-odds) of one group of types: one a type, which is never certain, and one a doubt, never above 0. */
function weigh(observations: Counted[], types: Typ[], doubts: Doubt[]): { [name: string]: number } {
  const start = Math.log(BEFORE.right / (1 - BEFORE.right));
  const weights: { [name: string]: number } = Object.fromEntries([
    ...types.map((type) => [type, start]),
    ...doubts.map((doubt) => [doubt, judgedAs(doubt)]),
  ]);
  const rows = observations.map((o) => ({
    names: [o.type as string, ...new Set(o.doubts)],
    right: Number(o.right),
  }));
  const chances = () =>
    rows.map(({ names }) => logistic(names.reduce((sum, name) => sum + (weights[name] as number), 0)));
  // Newton's step for one weight at a time, halved where weights pull together
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Map<string, number>();
    const bend = new Map<string, number>();
    const p = chances();
    rows.forEach(({ names, right }, i) => {
      const chance = p[i] as number;
      for (const name of names) {
        slope.set(name, (slope.get(name) ?? 0) + right - chance);
        bend.set(name, (bend.get(name) ?? 0) + chance * (1 - chance));
      }
    });
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

const rounded = (x: number): number => Number(x.toFixed(3));

/** The calibration that fits `observations`. */
export function calibrate(observations: Counted[]): Calibration {
  const right: { [type: string]: number } = {};
  const odds: { [group: string]: { [doubt: string]: number } } = {};
  for (const group of new Set<Group>(Object.values(GROUP_OF))) {
    const types = ITEM_TYPES.filter((type) => GROUP_OF[type] === group);
    const weights = weigh(
      observations.filter((o) => types.includes(o.type)),
      types,
      doubtsOf(group),
    );
    for (const type of types) right[type] = rounded(logistic(weights[type] as number));
    const factors = Object.entries(weights)
      .filter(([name]) => !types.includes(name as Typ))
      .map(([name, weight]): [string, number] => [name, rounded(Math.exp(weight))])
      .filter(([, factor]) => factor < 0.95)
      .sort(([, a], [, b]) => a - b);
    odds[group] = Object.fromEntries(factors);
  }
  return { right, odds } as unknown as Calibration;
}

/** The observations with the confidence that each huvudman's get from what was counted on all others'. */
export function crossJudged(observations: Observation[]): Judged[] {
  return [...new Set(observations.map((o) => o.huvudman))].flatMap((huvudman) => {
    const calibration = calibrate(observations.filter((o) => o.huvudman !== huvudman));
    return observations
      .filter((o) => o.huvudman === huvudman)
      .map((o) => ({ ...o, confidence: chanceOf(o.type, o.doubts, calibration) }));
  });
}
