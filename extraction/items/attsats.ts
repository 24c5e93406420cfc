/**
 * Attsatser: the clauses of a proposal or a decision, one an entry, each with the line that introduces it and
 * the chain of bodies that line names (contract, "Rules").
 */
import type { Line } from '../lines/line.ts';
import type { Measure } from '../lines/paragraphs.ts';
import { concatPassages, type Passage, passageOf, slicePassage } from '../lines/passage.ts';
import { isSignature, signedAt } from '../lines/signature.ts';
import { attClauses } from './att-clauses.ts';
import { type Clause, endsSentence } from './clause.ts';
import { isUnderSame, type Lead, leadOf, mergeBrokenLeads } from './clause-lead.ts';
import { belongsTo } from './clause-parts.ts';
import { announcesStatement, endsClauses, isNote, isTold } from './clauses-end.ts';
import { isLedtext, kedjaOf, splitInlineLedtext, withBodyProposedTo } from './ledtext.ts';
import type { Unit } from './unit.ts';
import { unitsOf } from './units.ts';

/**
 * The clauses of a section. A lead-in holds for all clauses until the next one. A numbered clause takes what
 * stands under it (bullets, letters, further sentences) into its own text, unless it is itself a lead-in
 * ("4. X föreslår Y" with a and b under it): then each entry is a clause with that number.
 */
export function clausesOf(lines: Line[], measure: Measure): Clause[] {
  const clauses: Clause[] = [];
  let lead: Lead | null = null;
  const units = mergeBrokenLeads(unitsOf(untilSignature(lines), measure));
  for (const [i, unit] of units.entries()) {
    const passage = passageOf(unit.lines);
    const { text } = passage;
    if (announcesStatement(text)) break;
    if (isNote(unit, text)) continue;
    const last = clauses.at(-1);
    const next = units[i + 1];
    if (last && unit.mark === 'plain') {
      if (endsClauses(unit, text, last, next)) break;
      if (isTold(text) && endsSentence(last.passage.text)) continue;
    }
    if (next && isLedtext(text) && unit.mark !== 'bullet') {
      lead = leadOf(passage, unit.nr, lead);
      continue;
    }
    if (last && belongsTo(last, unit, lead)) {
      last.listing ||= /:$/.test(last.passage.text);
      last.passage = concatPassages([last.passage, passage]);
      last.lettered ||= unit.mark === 'letter';
      continue;
    }
    const found = clauseOf(unit, passage, lead);
    for (const clause of found) clauses.push(clause);
    // "X beslutar att A," on one line holds for "att B" on the next, and for "Förvaltningen får i uppdrag att C"
    const [first] = found;
    if (first?.ledtext && first.ledtext !== (lead as Lead | null)?.passage && next && isUnderSame(next)) {
      lead = { passage: first.ledtext, kedja: first.kedja, nr: null };
    }
  }
  return clauses;
}

/** A proposal at a letter's end is followed by its signatures. */
function untilSignature(lines: Line[]): Line[] {
  const at = lines.findIndex((l, i) => isSignature(lines, i) || (i > 0 && signedAt(l.text) === 0));
  return at >= 0 ? lines.slice(0, at) : lines;
}

/** The chain that a clause's own lead-in names, with the body proposed to. */
const kedjaWithin = (ledtext: string, clause: string): string[] =>
  withBodyProposedTo(kedjaOf(ledtext), ledtext, clause);

/** The clause that a unit is, or the clauses of the row that it is. */
function clauseOf(unit: Unit, passage: Passage, lead: Lead | null): Clause[] {
  const nr = unit.nr ?? lead?.nr ?? null;
  const inline = splitInlineLedtext(passage);
  // a clause that a number or a bullet tells from its neighbours is printed whole: "2. Nämnden beslutar att …"
  const whole = unit.mark === 'number' || unit.mark === 'bullet';
  const led = lead ? withBodyProposedTo(lead.kedja, lead.passage.text, passage.text) : [];
  // "Arbetsutskottet beslutar att föreslå att:" / "Kommunstyrelsen föreslår att fullmäktige …": one chain
  const goesOn = led.length > (lead?.kedja.length ?? 0) + 1;
  if (inline && !whole && !goesOn) {
    const { ledtext, clause } = inline;
    return attClauses(clause, nr === null ? 'inline' : 'numbered').map((p) => ({
      nr,
      passage: p,
      ledtext,
      kedja: kedjaWithin(ledtext.text, p.text),
    }));
  }
  const own = inline && led.length === 0 ? kedjaWithin(inline.ledtext.text, inline.clause.text) : led;
  const base = { nr, ledtext: lead?.passage ?? null, kedja: own };
  if (unit.mark === 'att')
    return attClauses(passage, nr === null ? 'row' : 'numbered').map((p) => ({ ...base, passage: p }));
  const letter = unit.mark === 'letter' ? (/^\p{L}\s?[.)]\s+/u.exec(passage.text)?.[0].length ?? 0) : 0;
  return [
    {
      ...base,
      passage: slicePassage(passage, letter),
      bulleted: unit.mark === 'bullet',
      byLetter: unit.mark === 'letter',
    },
  ];
}
