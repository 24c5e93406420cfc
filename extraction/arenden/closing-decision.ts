/** What a § without any heading decides in its last words or in its first. */
import { anyOf, ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { type Measure, startsParagraph, usualGap } from '../lines/paragraphs.ts';
import { passageOf } from '../lines/passage.ts';
import { BESLUTSVERB } from '../vocabulary/beslutsverb.ts';
import { APPROVAL_TIME, DECIDES_ALONE } from '../vocabulary/opening-decision.ts';

/** What becomes of a matter, by the verb that closes its sentence. */
const PASSED = anyOf(
  ...['lägg(?:s|es)', 'lades', 'noteras', 'noterades', 'godkänns', 'godkännes', 'godkändes'],
  ...['fastställs', 'fastställes', 'fastställdes', 'antecknas', 'antecknades'],
  ...['utses', 'väljs', 'bifalles', 'avslås'],
);
/** The same with the verb first. */
const PASSED_FIRST = anyOf(
  ...['Godkänns', 'Godkändes', 'Fastställs', 'Fastställdes', 'Noteras', 'Noterades'],
  ...['Beviljas', 'Beviljades', 'Utses', 'Utsågs', 'Lades'],
);
const BODIES = anyOf(
  ...['nämnden', 'styrelsen', 'fullmäktige', 'utskottet', 'direktionen', 'beredningen', 'rådet'],
);
/** What a body does. */
const DOES = anyOf(
  ...['noterar', 'godkänner', 'tackar', 'lägger', 'antecknar', 'fastställer', 'utser', 'väljer'],
  ...['tillstyrker', 'avstyrker', 'avslår', 'bifaller', 'överlämnar', 'beslutar', 'beslutade', 'beslöt'],
);

/** What a § without any heading decides in its last words: "Till justerare utses N", "Informationen noteras". */
const CLOSING_DECISION = ord(
  new RegExp(
    [
      // whom the meeting chose: "Till justerare utses N", "N utses att jämte ordföranden justera"
      String.raw`^(?:Till|Som|Att jämte)\b.{3,160}\b(?:utses|väljs|utsågs|valdes)\b`,
      String.raw`\b(?:utses|utsågs|väljs|valdes) att\b(?: jämte| tillsammans med|.{0,60}\bjustera\b)`,
      // its order: "Dagordningen godkänns med följande tillägg", "fastställs enligt ordförandens förslag"
      String.raw`\b(?:godkänns|godkändes|fastställs|fastställdes),? med (?:\p{Ll}+ )?(?:tillägg|ändring)\p{Ll}*\b`,
      String.raw`\bfastställs (?:i enlighet med|enligt) .{3,120}förslag\.?$`,
      // what became of a matter, the last word: "Informationen läggs till handlingarna"
      String.raw`\b${PASSED}(?: till (?:protokollet|handlingarna)| som slutlig \p{L}+)?[.]?$`,
      // the verb first: "Godkändes upprättad föredragningslista"
      String.raw`^${PASSED_FIRST}\b`,
      // the body and what it does: "Nämnden noterar"
      String.raw`^(?:\p{L}+-? (?:och )?){0,5}\p{L}*${BODIES} ${DOES}\b`,
    ].join('|'),
    'iu',
  ),
);

/** Where the decision begins that closes a § without any heading; null where none does. */
export const closingDecision = (lines: Line[], measure: Measure): number | null =>
  loneClauses(lines) ?? lastParagraph(lines, measure);

/** "att notera informationen", "lägga rapporten till handlingarna.": a clause, and who decides stands nowhere. */
const LONE_CLAUSE = ord(new RegExp(String.raw`^(?:att\s\p{Ll}{2,}\b|${BESLUTSVERB}\s)`, 'u'));

/** Where the clauses begin that close a § without any lead-in: right under its title, or behind a sentence that ended. */
function loneClauses(lines: Line[]): number | null {
  let from = lines.length;
  while (from > 0 && LONE_CLAUSE.test(lines[from - 1]?.text ?? '')) from--;
  if (from === lines.length) return null;
  return from === 0 || /[.!?]$/.test(lines[from - 1]?.text ?? '') ? from : null;
}

/** Where the last paragraph that is no note begins, if it decides; else null. */
function lastParagraph(lines: Line[], measure: Measure): number | null {
  const usual = usualGap(lines);
  const starts = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    return !before || startsParagraph(before, line, usual, measure) ? [i] : [];
  });
  for (let k = starts.length - 1; k >= Math.max(0, starts.length - 2); k--) {
    const from = starts[k] as number;
    if (CLOSING_DECISION.test(passageOf(lines.slice(from, starts[k + 1])).text)) return from;
  }
  return null;
}

/** How many of the first lines decide by themselves, right under the title. */
export function openingDecision(lines: Line[], measure: Measure): number {
  const usual = usualGap(lines);
  let end = 0;
  while (end < lines.length) {
    let to = end + 1;
    while (to < lines.length && !startsParagraph(lines[to - 1] as Line, lines[to] as Line, usual, measure))
      to++;
    const { text } = passageOf(lines.slice(end, to));
    if (!DECIDES_ALONE.test(text) && !(end > 0 && APPROVAL_TIME.test(text))) break;
    end = to;
  }
  return end;
}
