/**
 * Rules that are numbered in §§ as minutes are: a reglemente, an arbetsordning, a taxa, the stadgar of an association, a law, an
 * agreement.
 * They begin with § 1 under a title that says what they are, and tell of no meeting.
 */
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { ParagrafHead } from './paragraf-head.ts';

/** What such rules are called, and what they are for: "Reglemente för socialnämnden", "Lag (2031:145) om …", "Avtal mellan …". */
const TITLE = ord(
  /\b(?:[Rr]eglemente|REGLEMENTE|(?:[Aa]rbets|[Bb]olags|[Ff]örbunds|[Dd]elegations)ordning|ARBETSORDNING|BOLAGSORDNING|FÖRBUNDSORDNING|Stadgar?|STADGAR?|Taxa|TAXA|Lag|LAG|Förordning|FÖRORDNING|(?:\p{L}{2,12} )?(?:[Oo]rdnings)?(?:[Ff]öreskrifter|FÖRESKRIFTER)|Instruktion|INSTRUKTION|(?:[Oo]rdningsr|R)egler|(?:\p{Lu}\p{Ll}+a|A)vtal|AVTAL)(?: \(\d{4}:\d{1,4}\))? (?:för|FÖR|om|OM|i|I|mellan|MELLAN)\s|\b(?:Reglemente|REGLEMENTE|Arbetsordning|ARBETSORDNING|Stadgar|STADGAR)\s(?:[Aa]ntag|[Ff]astställ)/u,
);
/** Letters from the first one on in which the title stands: above it are the huvudman and the collection at most. */
const TITLE_WITHIN = 120;
/** What minutes and agendas print above their first §. */
const MEETING = ord(
  /\b(?:närvarande|beslutande|plats och tid|sammanträdesdatum|mötesdatum|(?:sammanträdes)?protokoll|protokollsutdrag|justerare|utses? att justera|kallelse|dagordning|föredragningslista)\b/iu,
);
/** So many §§ from 1 on make rules. */
const LEAST = 3;

/** True where the §§ are those of rules, not of a meeting. `heads`: those that `lines` hold, in order. */
export function isStatute(heads: readonly ParagrafHead[], lines: readonly Line[]): boolean {
  const [first] = heads;
  if (!first || heads.length < LEAST || heads[LEAST - 1]?.number !== LEAST || first.paragraf !== '1')
    return false;
  // "KS § 1": minutes
  if (!/^(?:§{1,2}|Paragraf|1)\s?[1§]/u.test(lines[first.index]?.text ?? '')) return false;
  const above = lines
    .slice(0, first.index)
    .map((l) => l.text)
    .join(' ');
  const title = TITLE.exec(above);
  return title !== null && title.index < TITLE_WITHIN && !MEETING.test(above);
}
