/** Doubts about what members moved, reserved themselves against or had noted. */
import { ord } from '../language/ord.ts';
import type { Anteckning, Inlaga, Person, Yrkande } from '../record.ts';
import { textDoubts } from './text.ts';
import type { Doubt } from './words.ts';

/** Words that say what a yrkande asks for. */
const ASKS = /bifall|avslag|avslå|återremi|bordlägg|tillägg|ändr/iu;

/** Words of headings and labels, which no name has. */
const LABEL = /[:\d]|anteckning|reservation|yrkande|yttrande|^(?:jäv|beslut|deltar|omröstning|protokoll)\b/iu;

/** A name of many words, of words without capitals, or that begins with a small letter. */
function isOddName({ namn }: Person): boolean {
  if (!namn) return false;
  if (LABEL.test(namn)) return true;
  return /\p{Ll}{3} \p{Ll}{3}/u.test(namn) || namn.split(' ').length > 3 || /^\p{Ll}/u.test(namn);
}

/** The doubts about an entry of `av`. `typ`: of a yrkande. */
export function movedDoubts(item: Yrkande | Inlaga | Anteckning, yrkande: boolean): Doubt[] {
  const { av, text } = item;
  const doubts = textDoubts(text, item.evidence, true);
  if (av.length === 0) doubts.push('noMover');
  if (av.some(isOddName)) doubts.push('oddMover');
  if (av.some((p) => p.namn && (!p.parti || p.parti.length > 4))) doubts.push('noParty');
  if ([...text.matchAll(/\(\p{L}{1,4}\)/gu)].length > av.length) doubts.push('moreParties');
  if (ord(/\bm\. ?fl\b|\bmed flera\b/iu).test(text)) doubts.push('andOthers');
  if (!yrkande || !('typ' in item)) return doubts;
  if (item.typ === 'annat' || !ASKS.test(text)) doubts.push('openKind');
  if (item.typ === 'tillagg') doubts.push('addition');
  if ((text.match(/\byrkar/giu)?.length ?? 0) > 1) doubts.push('manyMotions');
  if (ord(/\bi (?:första|andra|tredje) hand\b/iu).test(text)) doubts.push('inTurn');
  if (!/yrka/iu.test(text)) doubts.push('noMotionVerb');
  return doubts;
}
