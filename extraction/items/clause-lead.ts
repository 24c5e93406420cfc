/** The lead-in that clauses stand under: "Kommunstyrelsen föreslår kommunfullmäktige besluta". */
import { ord } from '../language/ord.ts';
import { concatPassages, type Passage } from '../lines/passage.ts';
import { endsSentence } from './clause.ts';
import { isLedtext, kedjaOf } from './ledtext.ts';
import type { Unit } from './unit.ts';

/** What holds for all clauses until the next lead-in. */
export interface Lead {
  passage: Passage;
  kedja: string[];
  /** Of a numbered lead-in: the clauses under it have that number. */
  nr: number | null;
}

/** The lead-in that a passage is, with the chain of the one `above` it where it goes on with that. */
export function leadOf(passage: Passage, nr: number | null, above: Lead | null): Lead {
  const own = kedjaOf(passage.text);
  if (!above) return { passage, kedja: own, nr };
  // "för egen del": the body that began the chain decides the rest itself
  if (own.length === 0 && ord(/^för (?:egen|sin)/iu).test(passage.text)) {
    return { passage, kedja: above.kedja.slice(0, 1), nr };
  }
  if (ord(/^att\b/i).test(passage.text)) {
    return { passage: concatPassages([above.passage, passage]), kedja: [...above.kedja, ...own], nr };
  }
  return { passage, kedja: own.length > 0 ? own : above.kedja, nr };
}

/** Who is charged, in a clause that says not by whom. */
const CHARGED = ord(/^\p{Lu}[\p{L}\s-]{3,80}\b(?:får|ges) i uppdrag\b/u);

/** True for a clause that takes over the lead-in of the clause before it: "att B", "Förvaltningen får i uppdrag att C". */
export const isUnderSame = (unit: Unit): boolean =>
  unit.mark === 'att' || (unit.mark === 'plain' && CHARGED.test(unit.lines[0]?.text ?? ''));

/** A lead-in broken by blank lines ("… att föreslå regionstyrelsen föreslå" / "regionfullmäktige besluta") is one. */
export function mergeBrokenLeads(units: Unit[]): Unit[] {
  const out: Unit[] = [];
  for (const unit of units) {
    const last = out.at(-1);
    if (last && goesOn(last, unit)) for (const line of unit.lines) last.lines.push(line);
    else out.push({ ...unit, lines: [...unit.lines] });
  }
  return out;
}

function goesOn(last: Unit, unit: Unit): boolean {
  const text = unit.lines[0]?.text ?? '';
  return (
    last.mark === 'plain' &&
    unit.mark === 'plain' &&
    /^\p{Ll}/u.test(text) &&
    !endsSentence(last.lines.at(-1)?.text ?? '') &&
    !isLedtext(text)
  );
}
