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
    [0.107, 0.252],
    [0.621, 0.525],
    [0.815, 0.649],
    [0.9, 0.854],
    [0.948, 0.883],
    [0.983, 0.953],
    [0.993, 0.978],
    [0.997, 0.99],
  ],
  right: {
    forslag: 0.9856,
    beslut: 0.9928,
    yrkanden: 0.998,
    reservationer: 0.9925,
    anteckningar: 0.9796,
    voteringar: 0.9952,
    expediering: 0.9961,
    underlag: 0.9976,
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
      sentences: 0.042,
      strangeStart: 0.05,
      report: 0.051,
      pageBreak: 0.086,
      mixedList: 0.124,
      noHuvudman: 0.127,
      fewWords: 0.141,
      inMinutes: 0.276,
      headingInside: 0.297,
      colon: 0.3,
      noTitle: 0.345,
      noMark: 0.381,
      noOrgan: 0.424,
      noLead: 0.53,
      lastSamt: 0.6,
      noApprovers: 0.636,
      openEnd: 0.718,
      gaps: 0.822,
    },
    moved: {
      noParty: 0.009,
      foot: 0.026,
      noMover: 0.041,
      openKind: 0.047,
      oddMover: 0.049,
      runningHead: 0.05,
      strangeStart: 0.05,
      headingInside: 0.05,
      addition: 0.106,
      moreParties: 0.123,
      undecided: 0.204,
      foreignBody: 0.21,
      andOthers: 0.212,
      noHuvudman: 0.369,
      openEnd: 0.374,
      inTurn: 0.384,
      noNumbers: 0.393,
      sentences: 0.414,
      repeated: 0.6,
      noTitle: 0.6,
      manyMotions: 0.678,
      noOrgan: 0.686,
      pageBreak: 0.704,
      badCompany: 0.83,
      gaps: 0.875,
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
      foot: 0.024,
      badCompany: 0.033,
      runningHead: 0.037,
      person: 0.039,
      likeHeading: 0.047,
      likeClause: 0.05,
      figures: 0.089,
      likeRecipient: 0.133,
      foreignBody: 0.133,
      company: 0.143,
      smallLetter: 0.197,
      strangeStart: 0.209,
      noNumbers: 0.217,
      nameless: 0.23,
      wordy: 0.254,
      gaps: 0.269,
      inSummons: 0.337,
      pageBreak: 0.352,
      likeDocument: 0.353,
      noTitle: 0.573,
      noOrgan: 0.62,
      noApprovers: 0.879,
    },
  },
};
