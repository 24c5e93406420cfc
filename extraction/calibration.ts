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
    [0.154, 0.334],
    [0.507, 0.521],
    [0.669, 0.655],
    [0.812, 0.814],
    [0.879, 0.819],
    [0.925, 0.867],
    [0.959, 0.892],
    [0.976, 0.951],
    [0.985, 0.954],
    [0.995, 0.987],
  ],
  right: {
    forslag: 0.9786,
    beslut: 0.9925,
    yrkanden: 0.9958,
    reservationer: 0.9918,
    anteckningar: 0.9757,
    voteringar: 0.9946,
    expediering: 0.9964,
    underlag: 0.9948,
  },
  odds: {
    clauses: {
      foot: 0.016,
      doubledBody: 0.019,
      manyClauses: 0.023,
      foreignBody: 0.026,
      runningHead: 0.029,
      noChain: 0.031,
      undecided: 0.04,
      strangeStart: 0.05,
      bareBody: 0.073,
      report: 0.074,
      fewWords: 0.074,
      mixedList: 0.1,
      pageBreak: 0.109,
      sentences: 0.112,
      noHuvudman: 0.147,
      noOrgan: 0.227,
      headingInside: 0.275,
      badCompany: 0.298,
      noTitle: 0.316,
      inMinutes: 0.329,
      openEnd: 0.44,
      colon: 0.458,
      noApprovers: 0.491,
      noMark: 0.557,
      lastSamt: 0.6,
      noLead: 0.69,
      company: 0.776,
      otherBody: 0.838,
    },
    moved: {
      noParty: 0.014,
      foot: 0.024,
      noMover: 0.045,
      runningHead: 0.05,
      strangeStart: 0.05,
      headingInside: 0.05,
      moreParties: 0.068,
      oddMover: 0.084,
      openKind: 0.154,
      addition: 0.193,
      foreignBody: 0.222,
      undecided: 0.249,
      andOthers: 0.289,
      openEnd: 0.429,
      inTurn: 0.429,
      noTitle: 0.47,
      noMotionVerb: 0.506,
      noHuvudman: 0.533,
      sentences: 0.541,
      repeated: 0.6,
      manyMotions: 0.658,
      noNumbers: 0.734,
      badCompany: 0.76,
      noOrgan: 0.814,
      pageBreak: 0.862,
    },
    votes: {
      unequal: 0.035,
      foot: 0.05,
      runningHead: 0.05,
      strangeStart: 0.05,
      foreignBody: 0.059,
      badCompany: 0.071,
      unanimous: 0.226,
      noHuvudman: 0.468,
      repeated: 0.6,
      noOrgan: 0.6,
      noTitle: 0.6,
      undecided: 0.636,
      pageBreak: 0.648,
      noNumbers: 0.724,
      gaps: 0.925,
    },
    listed: {
      prose: 0.011,
      runningHead: 0.018,
      foot: 0.023,
      likeClause: 0.05,
      badCompany: 0.073,
      likeRecipient: 0.077,
      pageBreak: 0.08,
      noTitle: 0.1,
      person: 0.11,
      figures: 0.118,
      company: 0.124,
      likeDocument: 0.196,
      nameless: 0.282,
      inSummons: 0.286,
      gaps: 0.291,
      wordy: 0.294,
      foreignBody: 0.38,
      smallLetter: 0.393,
      noNumbers: 0.457,
      longList: 0.496,
      likeHeading: 0.722,
      undecided: 0.796,
      noOrgan: 0.844,
    },
  },
};
