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
    [0.152, 0.332],
    [0.507, 0.524],
    [0.666, 0.66],
    [0.81, 0.804],
    [0.878, 0.82],
    [0.926, 0.868],
    [0.959, 0.891],
    [0.976, 0.952],
    [0.985, 0.954],
    [0.995, 0.986],
  ],
  right: {
    forslag: 0.9787,
    beslut: 0.9925,
    yrkanden: 0.9958,
    reservationer: 0.9919,
    anteckningar: 0.9757,
    voteringar: 0.9946,
    expediering: 0.9964,
    underlag: 0.9949,
  },
  odds: {
    clauses: {
      foot: 0.016,
      doubledBody: 0.019,
      noChain: 0.02,
      manyClauses: 0.025,
      foreignBody: 0.026,
      runningHead: 0.029,
      undecided: 0.04,
      strangeStart: 0.05,
      fewWords: 0.073,
      bareBody: 0.074,
      report: 0.075,
      mixedList: 0.1,
      pageBreak: 0.107,
      sentences: 0.114,
      noHuvudman: 0.145,
      noOrgan: 0.221,
      headingInside: 0.274,
      badCompany: 0.293,
      inMinutes: 0.329,
      noTitle: 0.403,
      openEnd: 0.438,
      colon: 0.457,
      noApprovers: 0.498,
      noMark: 0.546,
      lastSamt: 0.6,
      noLead: 0.685,
      company: 0.766,
      otherBody: 0.887,
    },
    moved: {
      noParty: 0.014,
      foot: 0.024,
      noMover: 0.045,
      runningHead: 0.05,
      strangeStart: 0.05,
      headingInside: 0.05,
      moreParties: 0.068,
      oddMover: 0.085,
      openKind: 0.154,
      addition: 0.194,
      foreignBody: 0.222,
      undecided: 0.248,
      andOthers: 0.288,
      inTurn: 0.43,
      openEnd: 0.44,
      noMotionVerb: 0.503,
      noTitle: 0.511,
      noHuvudman: 0.533,
      sentences: 0.538,
      repeated: 0.6,
      manyMotions: 0.658,
      noNumbers: 0.735,
      badCompany: 0.761,
      pageBreak: 0.854,
      noOrgan: 0.869,
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
      badCompany: 0.072,
      likeRecipient: 0.077,
      pageBreak: 0.08,
      noTitle: 0.103,
      person: 0.11,
      figures: 0.117,
      company: 0.124,
      likeDocument: 0.196,
      nameless: 0.281,
      inSummons: 0.285,
      gaps: 0.291,
      wordy: 0.293,
      foreignBody: 0.381,
      smallLetter: 0.392,
      noNumbers: 0.453,
      longList: 0.498,
      likeHeading: 0.723,
      undecided: 0.794,
      noOrgan: 0.84,
    },
  },
};
