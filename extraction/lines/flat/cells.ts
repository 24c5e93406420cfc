/** The cells of running heads and feet inside flat text: what is printed side by side there, or one under the other. */
import { findOrganer } from '../../routing/organ.ts';
import { type Cuts, RUNNING } from './split-line.ts';

const WEEKDAY = String.raw`(?:[Mm]ån|[Tt]is|[Oo]ns|[Tt]ors|[Ff]re)dagen (?:den )?`;
const DATE = String.raw`(?:${WEEKDAY})?(?:\d{4}-\d{2}-\d{2}(?:--?\d{2})?|\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) \d{4})`;
const PAGE_NUMBER = String.raw`(?:(?:Sida|Sidan|Sid|SIDA|SID|Blad)\.?:?\s*\d{1,3}(?![\d-])(?:\s?\(\d{1,3}\)|\s?\[\d{1,3}\]|\s?/\s?\d{1,3}|\s+av\s+\d{1,3})?|\d{1,3}(?:\s?\(\d{1,3}\)|\s?\[\d{1,3}\]|\sav\s\d{1,3})(?!\S)|\d{1,3}\s?/\s?\d{1,3}(?![\d-]))`;
/** Signing lines at the foot of minutes, as part of an expression. */
export const SIGNING = String.raw`(?:(?:Justerandes?|Justerares?|Ordf(?:örandens?|örandes?|\.)?|Justeringspersonens|Justeringsmännens|Protokolljusterares)\s?sign(?:atur(?:er)?|\.)?|Justerarsignaturer|Justeras sign\.?|Utdragsbestyrkande(?: Datum(?=\s*$))?|Utdraget bestyrke?s|Rätt utdraget|Sign:(?:\s*_{3,})+)(?![\p{L}])`;
/** What heads and feet consist of, one alternative a cell. */
const CELL = new RegExp(
  [
    PAGE_NUMBER,
    String.raw`(?:Sammanträdes|Mötes)?(?:[Dd]atum|[Dd]ag):?\s*${DATE}`,
    DATE,
    String.raw`(?:Sammanträdes|SAMMANTRÄDES|Mötes)?(?:[Pp]rotokoll(?:sutdrag)?|PROTOKOLL(?:SUTDRAG)?)(?:\s+(?:nr\.?\s*)?\d{1,3}(?:/\d{2,4})?(?!\d|\s?\())?(?=\s|$)`,
    String.raw`(?:Kallelse|KALLELSE|Föredragningslista|Missiv|MISSIV|Tjänsteskrivelse|TJÄNSTESKRIVELSE|Tjänsteutlåtande|TJÄNSTEUTLÅTANDE|SKRIVELSE|UTLÅTANDE|YTTRANDE)(?=\s|$)`,
    // a paper's own number, and the letters of a diary whose number was lost
    String.raw`(?:Förslag|FÖRSLAG|Utlåtande|UTLÅTANDE|PM)\s\d{4}(?::\s?\d{1,4}(?!\d)|:?(?=\s\p{Lu}))(?:\s[IVXR+]+(?=\s))?(?:\s\(Dnr [^)]{1,20}\))?`,
    String.raw`Bilaga \d{1,3}(?::\d{1,3})? till \p{L}+s protokoll den \d{1,2} \p{L}+ \d{4}(?:, (?:§ )?\d{1,3})?(?=\s)`,
    String.raw`(?:Ärende|ÄRENDE)\s\d{1,3}(?=\s(?:Förslag|FÖRSLAG)\s\d)`,
    String.raw`\d{1,3}(?=\s\p{Lu}\p{L}+(?:styrelsen|nämnden|fullmäktige|utskottet)\s(?:PROTOKOLL|Protokoll)\s)`,
    String.raw`Rotel:?\s[IVX]+(?=\s)`,
    String.raw`Föredragande \p{Ll}+: (?:\p{Lu}[\p{L}-]+ ){1,4}\(\p{Lu}{1,3}\)`,
    String.raw`(?<=\S\s)(?!AB|VD)\p{Lu}{2,3}(?=\s\p{Lu}\p{Ll})`,
    String.raw`(?:\p{Lu}[\p{L}-]+ ){1,2}(?:läns )?(?:kommun|stad|landsting|KOMMUN|STAD)(?![\p{L}])`,
    String.raw`${WEEKDAY}\d{1,2} \p{Ll}{3,9}(?![\p{L}])`,
    String.raw`Region \p{Lu}\p{L}+(?: (?!Ärende\s)\p{Lu}\p{L}+(?= \p{Lu}|\s\d))?(?![\p{L}])`,
    // labels whose value was lost
    String.raw`(?:Sammanträdes(?:datum|dag)|SAMMANTRÄDESDATUM)(?=\s\p{L})(?:\sParagrafer(?=\s))?`,
    SIGNING,
  ].join('|'),
  'uy',
);

/** Cuts what stands between `from` and `to` into cells; `beyond`: cells that go on behind `to` are cut off too. */
export function cellsFrom(text: string, from: number, to: number, beyond: boolean, cuts: Cuts): void {
  let at = from;
  let crossed = false;
  while (at < text.length) {
    while (text[at] === ' ') at++;
    const end = cellEnd(text, at);
    if (end === null) {
      if (at >= to) break;
      // a word of the head that is no known cell: it stays with its like
      const space = text.indexOf(' ', at);
      at = space < 0 ? text.length : space;
      continue;
    }
    if (!beyond && at >= to) break;
    cuts.set(at, RUNNING);
    cuts.set(end, RUNNING);
    crossed ||= at < to && end > to;
    at = end;
  }
  if (to > from && !crossed) cuts.set(to, RUNNING);
}

/** Where the cell that begins at `at` ends; null when none does. */
export function cellEnd(text: string, at: number): number | null {
  CELL.lastIndex = at;
  if (CELL.test(text)) return CELL.lastIndex;
  if (!/\p{Lu}/u.test(text[at] ?? '')) return null;
  const organ = findOrganer(text.slice(at, at + 90))[0];
  if (organ?.start !== 0 || organ.genitive) return null;
  const end = at + organ.end;
  if (/^\s+(?:BESLUTAR|FÖRESLÅR)/u.test(text.slice(end))) return null;
  // "Kulturnämnden 2031-02-14" is one line of a running head
  const day = new RegExp(String.raw`\s+(?:den )?${DATE}`, 'uy');
  day.lastIndex = end;
  return day.test(text)
    ? day.lastIndex
    : /^\s*(?:\p{Ll}|$|[,;.])/u.test(text.slice(end, end + 3))
      ? null
      : end;
}

/** Signing lines are furniture wherever they stand. */
export function signingCuts(text: string, cuts: Cuts): Cuts {
  for (const m of text.matchAll(new RegExp(SIGNING, 'gu'))) {
    if (!cuts.has(m.index)) cuts.set(m.index, RUNNING);
    const end = m.index + m[0].length;
    if (!cuts.has(end)) cuts.set(end, RUNNING);
  }
  return cuts;
}
