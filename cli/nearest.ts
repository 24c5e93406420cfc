/** What a person may have meant by a word that is none of those there are. */
import { distance } from '../extraction/language/distance.ts';

/** Letters that may be wrong, at most; of a short word fewer. */
const MOST_WRONG = 3;
/** A part of a word says as little when it is shorter than this. */
const LEAST_PART = 4;

/** Commands and values are written without the dots and rings that people write words with. */
const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/**
 * The known words that are most like it: some letters wrong ("paus": pausa), else those that it is a part of ("pausat":
 * arkiv-pausat), else those that have its beginning in them ("avbröt": arkiv-avbrutet). Empty: none is like it.
 */
export function nearest(word: string, known: readonly string[]): string[] {
  const asked = plain(word);
  const most = Math.min(MOST_WRONG, Math.floor(asked.length * 0.4));
  const near = known.map((one) => ({ one, wrong: distance(asked, plain(one), most) }));
  const least = Math.min(...near.map(({ wrong }) => wrong));
  if (least <= most) return near.filter(({ wrong }) => wrong === least).map(({ one }) => one);
  if (asked.length < LEAST_PART) return [];
  const having = (part: string): string[] => known.filter((one) => plain(one).includes(part));
  const whole = having(asked);
  return whole.length > 0 ? whole : having(asked.slice(0, LEAST_PART));
}

/** " Menade du pausa?", to follow what is wrong; empty when nothing is like it. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant.length === 0 ? '' : ` Menade du ${meant.join(' eller ')}?`;
}
