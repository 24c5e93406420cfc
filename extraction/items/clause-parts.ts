/** What stands under a clause and is part of it: bullets, letters, further sentences. */
import { ord } from '../language/ord.ts';
import { type Clause, endsSentence, lacksBody } from './clause.ts';
import type { Lead } from './clause-lead.ts';
import type { Unit } from './unit.ts';

/** A decision that says itself that a list is part of it. */
const WITH_LIST = ord(/\b(?:godkänns|antas|fastställs|bifalls|beviljas)\b.{0,60}\bföljande\b[^.:]{0,40}:$/iu);

/** True when a unit is part of the clause before it rather than a clause of its own. */
export function belongsTo(last: Clause, unit: Unit, lead: Lead | null): boolean {
  if (lead && last.ledtext !== lead.passage) return false;
  const text = unit.lines[0]?.text ?? '';
  const open = !endsSentence(last.passage.text);
  const colon = /:$/.test(last.passage.text);
  switch (unit.mark) {
    case 'number':
      // "Ramarna godkänns, med följande tillägg:" over 1. and 2.
      return last.nr === null && !last.bulleted && (last.listing || WITH_LIST.test(last.passage.text));
    case 'att':
      return false;
    case 'letter':
      return lead?.nr == null && !last.byLetter && (last.nr !== null || last.lettered === true || open);
    case 'bullet':
      return lead?.nr == null && (last.nr !== null || last.listing || colon || listsOn(last, text));
    case 'plain':
      if (colon) return true;
      if (/^\p{Ll}/u.test(text)) return open || !lacksBody(text);
      return (last.nr !== null || (last.listing === true && open)) && !unit.apart;
  }
}

/** "att förvaltningen årligen ska rapportera" with "- utfall", "- svarstider" under it. */
function listsOn(last: Clause, entry: string): boolean {
  const att = ord(/^att\b/i);
  const bare = entry.replace(/^[^\p{L}]+/u, '');
  return (
    att.test(last.passage.text) &&
    /\p{L}$/u.test(last.passage.text) &&
    /^\p{Ll}/u.test(bare) &&
    !att.test(bare)
  );
}
