/** The chain of bodies of a clause: its lead-in's, completed by what the handling itself is. */
import type { Clause } from '../items/attsats.ts';
import { ord } from '../language/ord.ts';
import type { Handling } from '../record.ts';
import { findOrganer, sameOrgan } from '../routing/organ.ts';
import { BESLUTAR } from '../vocabulary/beslutsverb.ts';

const BODY = /nämnd|styrelse|fullmäktige|utskott|direktion|beredning/iu;
/** "Regionfullmäktige antar planen": who decides, in the clause itself. */
const DECIDER = ord(new RegExp(String.raw`^(.{4,80}?)\s+(?:föreslås|${BESLUTAR})\b`, 'iu'));
const PROPOSES = ord(/\b(?:föreslår?|hemställer?|rekommenderar?)\b/iu);

/**
 * That of the lead-in; a lead-in without a subject ("att föreslå kommunfullmäktige besluta") begins with the
 * body that meets. Without a lead-in: the body that meets, else the clause's own subject, else the only one
 * addressed.
 */
export function kedjaFor(handling: Pick<Handling, 'organ' | 'till'>, clause: Clause): string[] {
  const { organ } = handling;
  const [asked] = clause.kedja;
  if (asked !== undefined)
    return organ && !sameOrgan(organ, asked) && lacksSubject(clause)
      ? [organ, ...clause.kedja]
      : clause.kedja;
  if (organ) return [organ];
  const subject = DECIDER.exec(clause.passage.text)?.[1];
  if (subject && BODY.test(subject)) return [subject];
  return handling.till[0] && handling.till.length === 1 ? [handling.till[0]] : [];
}

/** An office, an official or a group: "Förvaltningen", "Teknisk chef", "Presidiet". */
const PROPOSER = ord(/\b(?!beslutet\b|ärendet\b)\p{L}{3,}(?:en|et|na|chef|kontor)\s/iu);

/** True when the lead-in's first body is the one proposed to. */
function lacksSubject(clause: Clause): boolean {
  const text = clause.ledtext?.text ?? '';
  const first = findOrganer(text).find((o) => !o.genitive);
  const verb = PROPOSES.exec(text.slice(0, first?.start ?? 0));
  return verb !== null && !PROPOSER.test(text.slice(0, verb.index));
}
