/**
 * What the §§ decide that every meeting has and nobody sets headings in: who approves the minutes, the order of the day,
 * what is noted. "Mötet öppnas. Dagordningen godkänns. Till justerare utses N." decides twice in one paragraph.
 */
import { ord } from '../language/ord.ts';
import { sentencesOf } from '../language/sentences.ts';
import type { Line } from '../lines/line.ts';
import { passageOf, slicedLines } from '../lines/passage.ts';

/** A § of more letters tells of a matter; its decision stands last. */
const LONGEST = 700;

const NAME = String.raw`(?:\p{Lu}[\p{L}.-]+ ){1,4}(?:\(\p{L}{1,5}\),? )?`;
const CHOSEN = '(?:utses|utsågs|väljs|valdes|utsetts)';
const PASSED =
  '(?:godkän(?:ns|nes|des)|fastställ(?:s|es|des)|antecknas|antecknades|noteras|noterades|lägg(?:s|es)|lades|anmäls|anmäldes)';

/** Sentences that decide, by what stands first in them. */
const DECIDES = [
  // "Till att justera dagens protokoll utses Bo Ek (S)."
  ord(new RegExp(String.raw`^(?:Till|Som|Att|Jämte) .{3,160}\b${CHOSEN}\b`, 'u')),
  // "Bo Ek (S) och Eva Moberg (C) utses att jämte ordföranden justera protokollet."
  ord(
    new RegExp(
      String.raw`^${NAME}(?:(?:,|och|samt) ${NAME}){0,3}${CHOSEN} (?:till|att|som|jämte|tillsammans med)\b`,
      'u',
    ),
  ),
  // "Bo Ek (S) justerar protokollet."
  ord(new RegExp(String.raw`^${NAME}(?:(?:,|och|samt) ${NAME}){0,3}justerar (?:dagens )?protokollet\b`, 'u')),
  // "Fastighetsnämnden utser Bo Ek (S) att justera dagens protokoll."
  ord(
    /^(?:\p{L}+-? (?:och )?){0,5}\p{L}*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen|beredningen|rådet) (?:noterar|godkänner|tackar|lägger|antecknar|fastställer|utser|väljer|har tagit del|tar del)\b/iu,
  ),
  // "Dagordningen godkändes med tillägg av ett ärende."
  ord(
    new RegExp(
      String.raw`^(?:Den utsända |Dagens |Inkomna |Föregående (?:mötes )?)?(?:[Dd]agordning|[Ff]öredragningslista|[Äå]rendelista|[Kk]allelse|[Pp]rotokoll|[Ii]nformation|[Rr]apport|[Rr]edovisning|[Dd]elegationsbeslut|[Aa]nmälan|[Mm]eddelande|[Dd]elgivning|[Ss]krivelse)\p{L}* (?!.*\b(?:av (?:kommun|region)|den \d))(?:[\p{L}\d-]+ ){0,8}${PASSED}\b`,
      'u',
    ),
  ),
];

/** A short § without headings: the sentences that decide, and the others. */
export interface ShortDecision {
  decided: Line[];
  told: Line[];
}

/** Divides the text of a short § into what it decides and what it tells; null where nothing is decided. */
export function shortDecision(lines: Line[]): ShortDecision | null {
  const passage = passageOf(lines);
  if (passage.text.length > LONGEST) return null;
  const [decided, told] = [true, false].map((wanted) =>
    sentencesOf(passage)
      .filter(({ text }) => DECIDES.some((form) => form.test(text)) === wanted)
      .flatMap((sentence) => slicedLines(sentence).map((line, i) => ({ ...line, gap: i === 0 ? 1 : 0 }))),
  ) as [Line[], Line[]];
  return decided.length > 0 ? { decided, told } : null;
}
