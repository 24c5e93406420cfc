/**
 * How often an item is right, counted on annotated records. Written by `node bench/calibrate.ts`
 * (docs/evaluation.md says on which records); not to be edited by hand.
 */
import type { Typ } from './doubts/index.ts';
import type { Doubt, Group } from './doubts/words.ts';

export interface Calibration {
  /**
   * What the odds come to, and how often it was right in records of huvudmän that had not been counted: a line
   * through these points, rising.
   */
  unseen: readonly (readonly [said: number, was: number])[];
  /** Share right of the items of a type that nothing speaks against. */
  right: { readonly [type in Typ]: number };
  /** What a doubt does to the odds of being right: 0.5 halves them. Counted for types that are alike together. */
  odds: { readonly [group in Group]: { readonly [doubt in Doubt]?: number } };
}

export const CALIBRATION: Calibration = {
  unseen: [
    [0.105, 0.293],
    [0.616, 0.522],
    [0.817, 0.684],
    [0.915, 0.874],
    [0.961, 0.912],
    [0.983, 0.955],
    [0.992, 0.978],
    [0.997, 0.992],
  ],
  right: {
    forslag: 0.9856,
    beslut: 0.9928,
    yrkanden: 0.9979,
    reservationer: 0.9911,
    anteckningar: 0.9825,
    voteringar: 0.9952,
    expediering: 0.9962,
    underlag: 0.9975,
  },
  odds: {
    clauses: {
      foot: 0.013,
      undecided: 0.013,
      manyClauses: 0.015,
      noChain: 0.018,
      bareBody: 0.02,
      runningHead: 0.028,
      doubledBody: 0.032,
      foreignBody: 0.036,
      sentences: 0.043,
      strangeStart: 0.05,
      report: 0.051,
      pageBreak: 0.084,
      mixedList: 0.124,
      noHuvudman: 0.127,
      fewWords: 0.141,
      inMinutes: 0.276,
      headingInside: 0.297,
      colon: 0.3,
      noTitle: 0.344,
      noMark: 0.381,
      noOrgan: 0.424,
      noLead: 0.532,
      lastSamt: 0.6,
      noApprovers: 0.636,
      openEnd: 0.718,
      gaps: 0.824,
    },
    moved: {
      noParty: 0.015,
      oddMover: 0.022,
      foot: 0.025,
      noMover: 0.035,
      runningHead: 0.05,
      strangeStart: 0.05,
      headingInside: 0.05,
      addition: 0.09,
      openKind: 0.11,
      foreignBody: 0.181,
      andOthers: 0.24,
      openEnd: 0.281,
      moreParties: 0.281,
      inTurn: 0.301,
      badCompany: 0.317,
      noHuvudman: 0.497,
      sentences: 0.521,
      pageBreak: 0.577,
      repeated: 0.6,
      noTitle: 0.6,
      manyMotions: 0.639,
      noOrgan: 0.672,
      undecided: 0.672,
      noMotionVerb: 0.769,
      gaps: 0.904,
    },
    votes: {
      foot: 0.05,
      runningHead: 0.05,
      strangeStart: 0.05,
      unequal: 0.054,
      foreignBody: 0.058,
      badCompany: 0.084,
      unanimous: 0.225,
      repeated: 0.6,
      noOrgan: 0.6,
      noTitle: 0.6,
      pageBreak: 0.644,
      noNumbers: 0.662,
      company: 0.662,
      undecided: 0.715,
      noHuvudman: 0.778,
      gaps: 0.824,
    },
    listed: {
      prose: 0.003,
      foot: 0.023,
      badCompany: 0.032,
      person: 0.039,
      runningHead: 0.042,
      likeHeading: 0.048,
      likeClause: 0.05,
      figures: 0.094,
      company: 0.13,
      foreignBody: 0.132,
      likeRecipient: 0.14,
      smallLetter: 0.2,
      strangeStart: 0.21,
      nameless: 0.245,
      wordy: 0.249,
      noNumbers: 0.249,
      gaps: 0.259,
      likeDocument: 0.333,
      inSummons: 0.346,
      pageBreak: 0.362,
      noTitle: 0.556,
      noOrgan: 0.622,
      longList: 0.788,
      noApprovers: 0.846,
    },
  },
};
