/**
 * An installation's own words beside the vocabulary's: what its templates call the parts of a record, and lines that
 * stand on their pages for the paper's sake. Plain phrases, each matched against a whole line, case-blind, a
 * colon at its end aside. Words are data: a file of them needs no code.
 */
import { z } from 'zod';
import type { Section } from './section.ts';

/** Longest phrase, in characters: no heading is longer. */
const LONGEST = 90;

const phrases = z.array(
  z
    .string('ska vara en text inom citattecken')
    .max(LONGEST, `får ha högst ${LONGEST} tecken: en rubrik är en rad`)
    .regex(/\p{L}\P{L}*\p{L}/u, 'ska ha minst två bokstäver'),
  'ska vara en lista av texter: ["…", "…"]',
);

const headings = {
  forslag: phrases,
  beslut: phrases,
  yrkanden: phrases,
  beslutsgang: phrases,
  votering: phrases,
  reservation: phrases,
  anteckning: phrases,
  jav: phrases,
  expediering: phrases,
  underlag: phrases,
  bilagor: phrases,
  tidigare: phrases,
  justering: phrases,
  narvaro: phrases,
  anslag: phrases,
  bakgrund: phrases,
} satisfies { [section in Section]: typeof phrases };

/** What is wrong, in Swedish; a name that is not known is told by zod itself (`unrecognized_keys`). */
export const ownWordsSchema = z
  .strictObject(
    {
      headings: z
        .strictObject(headings, 'ska vara ett objekt: {"forslag": ["…"], …}')
        .partial()
        .default({})
        .describe('headings by the section that they open'),
      furniture: phrases.default([]).describe('lines at the head or foot of pages that belong to no text'),
    },
    'ska vara ett JSON-objekt: {"headings": {…}, "furniture": […]}',
  )
  .superRefine((words, context) => {
    const seen = new Map<string, string>();
    for (const { path, phrase } of entriesOf(words)) {
      const [before, here] = [seen.get(plain(phrase)), path.slice(0, -1).join('.')];
      seen.set(plain(phrase), here);
      if (before === undefined || before === here) continue;
      context.addIssue({ code: 'custom', path, message: `"${phrase}" står också under ${before}` });
    }
  });

/** Plain data: what crosses to the reader's threads. */
export type OwnWords = z.output<typeof ownWordsSchema>;

function entriesOf({ headings, furniture }: OwnWords): { path: (string | number)[]; phrase: string }[] {
  return [
    ...Object.entries(headings).flatMap(([section, list]) =>
      (list ?? []).map((phrase, i) => ({ path: ['headings', section, i], phrase })),
    ),
    ...furniture.map((phrase, i) => ({ path: ['furniture', i], phrase })),
  ];
}

/** A phrase or line as it is compared. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/ ?:$/u, '').toLowerCase();
}

interface Known {
  headings: Map<string, Section>;
  furniture: Set<string>;
}

/** Those that hold now. Assembling a record is synchronous, so that no two records ever see each other's. */
let known: Known | null = null;

/** Runs `work`, which must be synchronous, with an installation's words beside the vocabulary's. */
export function withOwnWords<T>(words: OwnWords | null | undefined, work: () => T): T {
  const before = known;
  known = words ? lookup(words) : null;
  try {
    return work();
  } finally {
    known = before;
  }
}

function lookup({ headings, furniture }: OwnWords): Known {
  const bySection = Object.entries(headings) as [Section, string[]][];
  return {
    headings: new Map(bySection.flatMap(([section, list]) => list.map((p) => [plain(p), section]))),
    furniture: new Set(furniture.map(plain)),
  };
}

/** The section that a line opens by the installation's own words, or null. */
export function ownHeadingOf(line: string): Section | null {
  return known?.headings.get(plain(line)) ?? null;
}

/** True when the installation's own words tell that a line is furniture. */
export function isOwnFurniture(line: string): boolean {
  return known?.furniture.has(plain(line)) ?? false;
}
