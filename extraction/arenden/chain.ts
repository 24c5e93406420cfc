/** The chain of bodies of a clause: its lead-in's, completed by what the handling itself is. */
import type { Clause } from '../items/clause.ts';
import { ord } from '../language/ord.ts';
import type { Handling } from '../record.ts';
import { findOrganer, organKey, sameOrgan } from '../routing/organ.ts';
import { BESLUTAR } from '../vocabulary/beslutsverb.ts';

const BODY = /nämnd|styrelse|fullmäktige|utskott|direktion|beredning/iu;
/** "Regionfullmäktige antar planen": who decides, in the clause itself. */
const DECIDER = ord(new RegExp(String.raw`^(.{4,80}?)\s+(?:föreslås|förklarar|${BESLUTAR})\b`, 'iu'));
const PROPOSES = ord(/\b(?:föreslår?|hemställer?|rekommenderar?)\b/iu);

/**
 * That of the lead-in; a lead-in without a subject ("att föreslå kommunfullmäktige besluta") begins with the
 * body that meets. Without a lead-in: the body that meets, else the clause's own subject, else the only one
 * addressed. What a meeting decides that another body is asked to do ("Kommunstyrelsen föreslås") it proposes itself.
 */
export function kedjaFor(
  handling: Pick<Handling, 'organ' | 'till'>,
  clause: Clause,
  decided: boolean,
): string[] {
  const { organ } = handling;
  const [named] = clause.kedja;
  if (named !== undefined)
    return organ && !sameOrgan(organ, named) && (lacksSubject(clause) || (decided && isAsked(clause)))
      ? [organ, ...clause.kedja]
      : clause.kedja;
  const asked = askedOf(clause.passage.text);
  if (asked) {
    const first = organ ?? asked.by ?? handling.till[0];
    return first && !sameOrgan(first, asked.of) ? [first, asked.of] : [asked.of];
  }
  if (organ) return [organ];
  const subject = DECIDER.exec(clause.passage.text)?.[1];
  if (subject && BODY.test(subject)) return shortFor(subject, handling.till) ?? together(subject);
  return handling.till[0] && handling.till.length === 1 ? [handling.till[0]] : [];
}

/** "Stadsdelsnämnden" in a letter to Norra Hamnens stadsdelsnämnd alone is that body. */
function shortFor(subject: string, till: readonly string[]): string[] | null {
  const [only, ...more] = till;
  return only && more.length === 0 && organKey(only).endsWith(` ${organKey(subject)}`) ? [only] : null;
}

/** "Tekniska nämnden och byggnadsnämnden godkänner rapporten": two bodies, each with its name. */
function together(subject: string): string[] {
  const organer = findOrganer(subject);
  const [first, second] = organer;
  const joined =
    first && second && ord(/^,?\s+(?:och|samt)\s+$/u).test(subject.slice(first.end, second.start));
  return joined && organer.length === 2 ? [first.name, second.name] : [subject];
}

/** "Socialnämnden hemställer hos kommunfullmäktige om medel": it is for that body to grant, what the clause asks. */
const ASKS = ord(
  /^(?:(?<by>\p{Lu}.{3,80}?)\s+(?:beslutar att\s+)?|att\s+)(?:hemställ|begär|äsk|anhåll)\p{Ll}*\s+(?:hos|av)\s+/u,
);

function askedOf(text: string): { by: string | null; of: string } | null {
  const asks = ASKS.exec(text);
  const found = asks ? findOrganer(text.slice(asks[0].length, asks[0].length + 90))[0] : undefined;
  if (!asks || !found || found.start > 0 || found.genitive) return null;
  const by = asks.groups?.['by'] ?? null;
  return { by: by && BODY.test(by) ? by : null, of: found.name };
}

/** An office, an official or a group: "Förvaltningen", "Teknisk chef", "Presidiet". */
const PROPOSER = ord(/\b(?!beslutet\b|ärendet\b)\p{L}{3,}(?:en|et|na|chef|kontor)\s/iu);

const isAsked = (clause: Clause): boolean => ord(/\bföreslås\b/iu).test(clause.ledtext?.text ?? '');

/** True when the lead-in's first body is the one proposed to. */
function lacksSubject(clause: Clause): boolean {
  const text = clause.ledtext?.text ?? '';
  const first = findOrganer(text).find((o) => !o.genitive);
  const verb = PROPOSES.exec(text.slice(0, first?.start ?? 0));
  return verb !== null && !PROPOSER.test(text.slice(0, verb.index));
}
