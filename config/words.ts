/** An installation's own file of words: where it is, and what is wrong with it when something is. */
import type { z } from 'zod';
import { type OwnWords, ownWordsSchema } from '../extraction/vocabulary/own-words.ts';
import { SettingsError } from './problem.ts';
import { readWithin } from './read-within.ts';

/** In the home; read when it is there. */
export const WORDS_FILE = 'ord.json';
/** Ten thousand headings: no installation has a hundred. */
const MEGABYTES = 1;
/** Faults told at a time. */
const TOLD = 20;

/**
 * Reads the file of words; null when there is none and `mustBe` is false. Throws SettingsError, which says in which
 * list and at which place the fault is.
 */
export function readOwnWords(path: string, mustBe: boolean): OwnWords | null {
  let text: string;
  try {
    text = readWithin(path, MEGABYTES);
  } catch (error) {
    if (!mustBe && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new SettingsError(`Ordfilen ${path} kan inte läsas / cannot be read: ${(error as Error).message}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new SettingsError(`Ordfilen ${path} är inte JSON / is not JSON: ${(error as Error).message}`);
  }
  const parsed = ownWordsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const faults = issues.slice(0, TOLD).map((issue) => `  ${placeOf(issue.path)}${faultOf(issue)}`);
  if (issues.length > TOLD) faults.push(`  … och ${issues.length - TOLD} fel till`);
  throw new SettingsError(`Ordfilen ${path} kan inte användas / cannot be used:\n${faults.join('\n')}`);
}

/** "headings.forslag, nr 2: " */
function placeOf(path: PropertyKey[]): string {
  const names = path.filter((part) => typeof part === 'string').join('.');
  const nr = path.find((part) => typeof part === 'number');
  if (names === '') return '';
  return nr === undefined ? `${names}: ` : `${names}, nr ${nr + 1}: `;
}

function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message;
  const known =
    issue.path[0] === 'headings'
      ? Object.keys(ownWordsSchema.shape.headings.unwrap().shape)
      : Object.keys(ownWordsSchema.shape);
  return `okänt namn: ${issue.keys.join(', ')}; det som finns är ${known.join(', ')}`;
}
