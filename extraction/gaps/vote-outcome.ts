/**
 * What came of a vote against its counts: the side with the most votes wins. A finding before the vote is no fault (that
 * is why the vote was called for), nor is a tie, which the chair's vote decides, nor the minority's återremiss in
 * fullmäktige, for which a third of those present is enough (kommunallagen 5 kap. 50 §).
 */
import { sectionsOf } from '../arenden/sections.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { Arende, Votering } from '../record.ts';

export interface Fault {
  sv: string;
  en: string;
}

const SENT_BACK = ord(/\båterremi/iu);
const REJECTS = ord(/\bavslag|\bavslå/iu);
/** "Ja-sidan har vunnit", "Nej-förslaget vinner". */
const WON = ord(
  /\b(ja|nej)-?\s?(?:sidan|förslaget|alternativet|rösterna)\s+(?:har\s+)?(?:vunnit|vann|vinner|segrar)\b/iu,
);
/** The sentence in which the chair tells what was decided. */
const FOUND = ord(/\b(?:finner|konstaterar|förklarar)\b[^.]{0,40}\b(?:bifall|beslut|anta)[^.]{0,160}/iu);

/** What contradicts the counts of an ärende's only vote; null when nothing does, or when the words do not tell. */
export function outcomeAgainstCounts(arende: Arende, vote: Votering, lines: Line[]): Fault | null {
  if (!vote.utslag) return null;
  return sentBack(arende, vote) ?? foundFor(vote, vote.utslag, afterVotes(lines));
}

function sentBack({ utfall }: Arende, { ja, nej, proposition, utslag }: Votering): Fault | null {
  if (!proposition || utfall === null) return null;
  const [side, other] = (['ja', 'nej'] as const).filter((one) => SENT_BACK.test(proposition[one]));
  // where both sides speak of it, or one asks to turn it down, the words do not tell which is which
  if (!side || other || REJECTS.test(proposition[side])) return null;
  const votes = side === 'ja' ? ja : nej;
  if (utfall === 'aterremiss' && utslag !== side && votes * 3 < ja + nej)
    return {
      sv: 'ärendet återremitteras, fast färre än en tredjedel röstade för det',
      en: 'sent back with less than a third for it',
    };
  if (utfall !== 'aterremiss' && utslag === side)
    return {
      sv: 'återremiss fick flest röster, men ärendet avgjordes',
      en: 'decided, though most voted to send it back',
    };
  return null;
}

function foundFor({ proposition }: Votering, utslag: 'ja' | 'nej', text: string): Fault | null {
  const loser = utslag === 'ja' ? 'nej' : 'ja';
  const found = FOUND.exec(text)?.[0] ?? '';
  const named =
    proposition !== null &&
    isNamed(found, proposition[loser], proposition[utslag]) &&
    !isNamed(found, proposition[utslag], proposition[loser]);
  if (!named && WON.exec(text)?.[1]?.toLowerCase() !== loser) return null;
  return {
    sv: `beslutet följer ${loser}-sidan`,
    en: `the decision follows the side of ${loser === 'ja' ? 'yes' : 'no'}`,
  };
}

/** True when a text names what only this side's words name: a person or a party. */
function isNamed(text: string, side: string, other: string): boolean {
  const names = (side.match(/(?<=\s)\p{Lu}[\p{L}-]{2,}/gu) ?? []).map((name) => name.replace(/s$/u, ''));
  return names.some((name) => !other.includes(name) && text.includes(name));
}

/** What the sections on the vote say after the last line that tells of yes or no. */
function afterVotes(lines: Line[]): string {
  const told = sectionsOf(lines)
    .filter(({ section }) => section === 'votering' || section === 'beslutsgang')
    .flatMap((block) => block.lines);
  const last = told.findLastIndex(({ text }) => VOTE.test(text));
  const from = Math.max(0, last);
  const first = told[from]?.text ?? '';
  return last < 0
    ? ''
    : [first.slice(first.search(VOTE)), ...told.slice(from + 1).map((l) => l.text)].join(' ');
}

const VOTE = ord(/\b\d{1,3}\s+(?:ja|nej)\b|\b(?:ja|nej)(?:-?röster)?\s*[:(]|\bröstar?\b/iu);
