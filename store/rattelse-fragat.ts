/** Which fields of a thing a person is asked about: what to accept means where no more is said. */
import { isItemTyp } from '../diarium/rattelser/index.ts';
import type { MalVy } from './rattelser.ts';

/** Which field a row asks about, where it is about no item. */
const ASKED: { readonly [code: string]: string } = {
  'organ-missing': 'organ',
  'datum-missing': 'datum',
  'mottagare-missing': 'till',
  'huvudman-missing': 'huvudman',
  'organ-unlisted': 'next',
  'diarienummer-missing': 'diarienummer',
};

/** Of an ärende or handling what is unconfirmed or asked about; of an item none, since it is accepted whole. */
export function fieldsAsked({ typ, falt, obekraftade, rader }: MalVy): string[] {
  if (isItemTyp(typ)) return [];
  const unconfirmed = obekraftade.filter((name) => name in falt);
  return [...new Set([...unconfirmed, ...rader.flatMap(({ code }) => ASKED[code] ?? [])])];
}
