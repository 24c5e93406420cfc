/** Doubts about entries of lists: recipients, and the documents a decision rests on. */
import { ord } from '../language/ord.ts';
import type { Arende, Handling, Mottagare, Underlag } from '../record.ts';
import { isHeading } from '../vocabulary/headings.ts';
import { textDoubts, wordsIn } from './text.ts';
import type { Doubt } from './words.ts';

/** More entries than such a list usually has. */
const LONG_LIST = 12;
/** More words than a recipient usually has, and than a document's name has. */
const WORDY = { expediering: 6, underlag: 20 };

const LIKE_HEADING = ord(/^(?:Ärende|Dnr|Punkt|Sida|Paragraf)\b|^§|^\d+$|\b(?:till|för)$/u);
const VERB = ord(/\b(?:är|har|ska|kan|bedömer|innebär|föreslår|beslutar)\b/u);
/** What a document calls itself, or how it is told from others. */
const DOCUMENT =
  /\d{4}|bilag|tjänste|protokoll|skrivelse|utlåtande|yttrande|rapport|plan|motion|förslag|beslut|§/iu;
/** An office or a body, and nothing else. */
const RECIPIENT = ord(
  /^[\p{L}\s-]*\p{L}(?:avdelningen|kontoret|förvaltningen|enheten|nämnden|styrelsen|utskottet|kansliet|fullmäktige)$/iu,
);
const OFFICIAL = ord(/,\s\p{L}*(?:chef|direktör|sekreterare|handläggare|strateg)\b/u);

/** "Erik Lindell", "Identifierad med e-id": those who signed. */
const PERSON = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$|e-id\b|\bundertecknad\b/u;

/** The doubts about one recipient or document of `arende`. */
export function listedDoubts(
  handling: Handling,
  arende: Arende,
  item: Mottagare | Underlag,
  type: 'expediering' | 'underlag',
): Doubt[] {
  const text = 'mottagare' in item ? item.mottagare : item.text;
  const doubts = textDoubts(text, item.evidence, false);
  if (LIKE_HEADING.test(text) || isHeading(text)) doubts.push('likeHeading');
  if (VERB.test(text)) doubts.push('prose');
  if (/^\p{Ll}/u.test(text)) doubts.push('smallLetter');
  if (wordsIn(text) > WORDY[type]) doubts.push('wordy');
  if (/^att\s/iu.test(text)) doubts.push('likeClause');
  if (type === 'expediering') {
    if (/\d{2}/u.test(text)) doubts.push('figures');
    if (PERSON.test(text) || OFFICIAL.test(text)) doubts.push('person');
    if (DOCUMENT.test(text)) doubts.push('likeDocument');
  } else if (RECIPIENT.test(text)) doubts.push('likeRecipient');
  if (type === 'underlag' && (!DOCUMENT.test(text) || OFFICIAL.test(text))) doubts.push('nameless');
  if (arende[type].length > LONG_LIST) doubts.push('longList');
  if (handling.kind === 'kallelse') doubts.push('inSummons');
  return doubts;
}
