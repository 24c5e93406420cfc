/**
 * Where an attsats goes next (contract, "Rules"): a tjänsteskrivelse to the first body of the chain, else the
 * first addressee; a kallelse to the body called; minutes to the second body of the chain; an återremiss to the
 * body it is sent back to; bordläggning to the same body; a final decision nowhere.
 */
import { ord } from '../language/ord.ts';
import type { Handling, Next } from '../record.ts';
import { findOrganer, sameOrgan } from './organ.ts';

const ATERREMISS = ord(/\båterremitter(?:as|a|ar|ade|at|ats)\b/iu);
const BORDLAGT = ord(/\bbord(?:läggs|lägga|lägger|lade|lades|lagt|lagd|läggas)\b/iu);
const REMISS = ord(
  /\b(?:remitter(?:as|a|ar)|(?:sänd[as]?|sänder|skicka[srn]?|översänd[as]?)\b.{0,80}\bpå remiss)\b/iu,
);

/** Who gets a matter back: "återremitteras till X", "genom att X får i uppdrag". Offices can, too. */
function sentBackTo(text: string): string | null {
  const named =
    ord(
      /\båterremitter\p{L}*\s+(?:(?:ärendet|ärende|frågan|motionen|förslaget|det)\s+)?(?:tillbaka\s+)?till\s+((?!nästa|samma|ett|en\s)(?:den\s+)?(?:\p{Ll}+a\s+)?[\p{L}][\p{L}-]*(?:\s+(?:och|för|i|o\.?|samt)\s+[\p{L}-]+)*)/iu,
    ).exec(text) ??
    ord(
      /\båterremitter\p{L}*\b.{0,80}?\bgenom att\s+([\p{L}-]+(?:\s+(?:och|för)\s+[\p{L}-]+)*)\s+(?:får|ges|ska)/iu,
    ).exec(text);
  if (!named?.[1]) return null;
  const from = named.index + named[0].length - named[1].length;
  const organ = findOrganer(text).find((o) => o.start <= from + 2 && o.end > from);
  if (organ) return withoutPurpose(text.slice(Math.max(organ.start, from), organ.end));
  return named[1].replace(/(?<![-–\s])\s+(?:för|med|som|att|och|i|samt)(?:\s.*)?$/iu, '').trim();
}

/** "nämnden för en ny beräkning": why it is sent back is no part of the body's name. */
const withoutPurpose = (name: string) =>
  name.replace(
    /(?<!\s)\s+för\s+(?:en|ett|att|vidare|fortsatt|ytterligare|ny|nya|förnyad|komplettering|utredning|beredning|redovisning)(?:\s.*)?$/iu,
    '',
  );

/** The governing councillors together: nobody writes to them, their proposals are letters of their own. */
const PREPARES = /(?:borgar|landstings|region|kommunal)r[åa]dsberedning(?:en)?$/iu;

/** "Ekby kommunstyrelse" signs for what the chain calls "Kommunstyrelsen": the place says only where. */
const withoutPlace = (name: string) => name.replace(/^\p{Lu}\p{Ll}+s?\s(?=(?:kommun|region)styrelse)/u, '');

export interface RoutedClause {
  text: string;
  kedja: string[];
}

/** Where one clause of a handling goes. `organ` is the meeting body, in the nominative. */
export function nextOf(
  handling: Pick<Handling, 'kind' | 'organ' | 'till' | 'avsandare'>,
  clause: RoutedClause,
  decided: boolean,
): Next | null {
  const { kedja } = clause;
  if (handling.kind === 'kallelse')
    return handling.organ ? { organ: handling.organ, reason: 'beredning' } : null;
  if (handling.kind === 'tjansteskrivelse') {
    const [first, second] = kedja;
    // a board that writes to fullmäktige has had its turn, and so have those who prepare what they sign
    const own =
      first &&
      second &&
      (PREPARES.test(first) ||
        (handling.avsandare !== null && sameOrgan(first, withoutPlace(handling.avsandare))));
    const organ = own ? second : (first ?? handling.till[0]);
    return organ ? { organ, reason: 'beredning' } : null;
  }
  if (!decided) return null;
  if (ATERREMISS.test(clause.text)) {
    const organ = sentBackTo(clause.text);
    return organ ? { organ, reason: 'aterremiss' } : null;
  }
  if (BORDLAGT.test(clause.text))
    return handling.organ ? { organ: handling.organ, reason: 'bordlaggning' } : null;
  const onward = kedja[1];
  if (onward) return { organ: onward, reason: 'forslag' };
  if (REMISS.test(clause.text)) {
    const organ = findOrganer(clause.text).find((o) => !handling.organ || !sameOrgan(o.name, handling.organ));
    if (organ) return { organ: clause.text.slice(organ.start, organ.end), reason: 'remiss' };
  }
  return null;
}
