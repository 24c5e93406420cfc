/**
 * How often an item is right, counted on annotated records. Written by `node bench/calibrate.ts`
 * (docs/evaluation.md says on which records); not to be edited by hand.
 */
import type { Typ } from './doubts/index.ts';
import type { Doubt, Group } from './doubts/words.ts';

export interface Calibration {
  /**
   * What the odds come to, and how often it was right in records of huvudmän that had not been counted: a line through these
   * points, rising.
   */
  unseen: readonly (readonly [said: number, was: number])[];
  /** Share right of the items of a type that nothing speaks against. */
  right: { readonly [type in Typ]: number };
  /** What a doubt does to the odds of being right: 0.5 halves them. Counted for types that are alike together. */
  odds: { readonly [group in Group]: { readonly [doubt in Doubt]?: number } };
}

export const CALIBRATION: Calibration = {
  unseen: [],
  right: {
    forslag: 0.993,
    beslut: 0.993,
    yrkanden: 0.99,
    reservationer: 0.967,
    anteckningar: 0.972,
    voteringar: 0.988,
    expediering: 0.978,
    underlag: 0.991,
  },
  odds: {
    clauses: {
      foot: 0.025,
      noChain: 0.029,
      runningHead: 0.048,
      strangeStart: 0.05,
      openEnd: 0.072,
      mixedList: 0.085,
      bareBody: 0.099,
      report: 0.163,
      pageBreak: 0.177,
      undecided: 0.193,
      inMinutes: 0.226,
      noLead: 0.254,
      fewWords: 0.27,
      colon: 0.281,
      oddLead: 0.301,
      noHuvudman: 0.326,
      noMark: 0.355,
      noOrgan: 0.367,
      sentences: 0.372,
      noApprovers: 0.594,
      headingInside: 0.603,
      noNumbers: 0.645,
      noTitle: 0.938,
    },
    moved: {
      oddMover: 0.013,
      foot: 0.026,
      noMover: 0.038,
      runningHead: 0.05,
      strangeStart: 0.05,
      headingInside: 0.05,
      noParty: 0.089,
      openKind: 0.119,
      addition: 0.138,
      andOthers: 0.236,
      moreParties: 0.305,
      inTurn: 0.327,
      undecided: 0.517,
      repeated: 0.6,
      noTitle: 0.6,
      sentences: 0.609,
      noOrgan: 0.718,
      noMotionVerb: 0.802,
      openEnd: 0.839,
      noHuvudman: 0.856,
      gaps: 0.863,
      noNumbers: 0.901,
      pageBreak: 0.917,
    },
    votes: {
      foot: 0.05,
      runningHead: 0.05,
      strangeStart: 0.05,
      unequal: 0.06,
      unanimous: 0.232,
      repeated: 0.6,
      noOrgan: 0.6,
      undecided: 0.6,
      noTitle: 0.6,
      noNumbers: 0.681,
      pageBreak: 0.697,
      gaps: 0.825,
      noHuvudman: 0.862,
    },
    listed: {
      runningHead: 0.005,
      foot: 0.009,
      likeHeading: 0.02,
      prose: 0.031,
      strangeStart: 0.037,
      nameless: 0.039,
      inSummons: 0.225,
      smallLetter: 0.423,
      noNumbers: 0.438,
      figures: 0.492,
      wordy: 0.534,
      pageBreak: 0.6,
      longList: 0.6,
      undecided: 0.6,
      noOrgan: 0.617,
      noTitle: 0.678,
    },
  },
};
