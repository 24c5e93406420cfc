/**
 * A matter's way through the bodies: steps, who has it now, and the rows of everybody's inbox. Pure, and
 * independent of the order in which files were taken in: a matter is computed anew from all its handlingar
 * whenever one is added.
 */
import { type NameGroups, organIndex } from '../../extraction/routing/organ.ts';
import { arendetypOf } from './arendetyp.ts';
import { posterOf } from './poster.ts';
import { stegOf } from './steg.ts';
import type { ArendePart, SourcedHandling, Way } from './types.ts';
import { vantarOf } from './vantar.ts';
import { askedIn } from './vidare.ts';
import { where } from './where.ts';

export { recipientName } from '../../extraction/routing/recipient.ts';
export type * from './types.ts';

/**
 * The way of one matter from everything that is known of it.
 *
 * @param handlingar all handlingar of the matter, of all files, each with the ärenden of this matter only
 * @param matter the huvudman that all of them are of; bodies are never matched across huvudmän
 * @param lika names that people have said mean one body of that huvudman; all else that is known of bodies is what
 *   the handlingar themselves name
 */
export function wayOf(
  handlingar: readonly SourcedHandling[],
  matter: { huvudman: string | null },
  lika: NameGroups = [],
): Way {
  const parts = once(handlingar.flatMap(partsOf));
  const known = organIndex(parts.flatMap(organNamesOf), { huvudman: matter.huvudman, lika });
  const steps = stegOf(parts, known);
  const all = { typ: arendetypOf(parts), steps, poster: posterOf(steps, known), index: known };
  const vantar = vantarOf(all);
  return {
    ...{ typ: all.typ, vantar, steg: steps.map((s) => s.steg), ...where(all, vantar) },
    poster: all.poster.map(({ post }) => post),
  };
}

/** The same ärende of the same file named twice is one. */
function once(parts: readonly ArendePart[]): ArendePart[] {
  const key = ({ arende, handling, source }: ArendePart) =>
    `${source.sha256}|${handling.id}|${arende?.id ?? ''}`;
  return [...new Map(parts.map((p) => [key(p), p])).values()];
}

/** Attachments are no steps; a remissvar is one although it has no ärende. */
function partsOf({ handling, sha256, fileName }: SourcedHandling): ArendePart[] {
  const source = { sha256, fileName };
  if (handling.arenden.length > 0) return handling.arenden.map((arende) => ({ arende, handling, source }));
  return handling.kind === 'remissvar' ? [{ arende: null, handling, source }] : [];
}

/** Every name of a body in a part: what an index is made from. */
function organNamesOf({ handling, arende }: ArendePart): string[] {
  const clauses = arende ? [...arende.forslag, ...arende.beslut] : [];
  return [
    ...(handling.organ ? [handling.organ] : []),
    ...handling.till,
    ...(arende?.next ? [arende.next.organ] : []),
    ...clauses.flatMap((a) => [...a.kedja, ...(a.next ? [a.next.organ] : [])]),
    // Those who are asked, and who answer, are named in running text or as senders only.
    ...(handling.kind === 'protokoll' ? clauses.flatMap((a) => askedIn(a.text)) : []),
    ...(handling.kind === 'remissvar' && handling.avsandare ? [handling.avsandare] : []),
  ];
}
