/**
 * The ways that the clauses of a document or § take from it. Extraction says where a clause goes first (`next`);
 * procedure adds what one name cannot hold: a remiss goes to several, a motion is handed over to be prepared, a
 * decision is left to somebody else to make.
 */
import { ord } from '../../extraction/language/ord.ts';
import type { Attsats } from '../../extraction/record.ts';
import {
  isGenericOrgan,
  isOrganName,
  type OrganIndex,
  resolveGeneric,
} from '../../extraction/routing/organ.ts';
import { delegatesOf } from './delegation.ts';
import { recipientsIn } from './mottagarlista.ts';
import {
  AVGER_SVAR,
  FOR_BEREDNING,
  FOR_KANNEDOM,
  FOR_YTTRANDE,
  HANSKJUTER,
  LAMNAR_OVER,
  LISTA_SLUT,
  REMITTERAR,
} from './ord.ts';
import type { ArendePart, Vidare } from './types.ts';

/** Where one clause goes. */
export interface Vag {
  /** As printed, a bare "nämnden" resolved. */
  organ: string;
  reason: Vidare['reason'];
}

/** One clause and where it goes; nowhere for a clause that ends here. */
export interface ClauseWays {
  clause: Attsats;
  vagar: Vag[];
}

/** The clauses that a part brings forward: what was decided in minutes, what is proposed elsewhere. */
export function clausesOf({ arende, handling }: ArendePart): Attsats[] {
  if (!arende) return [];
  return handling.kind === 'protokoll' ? arende.beslut : arende.forslag;
}

/**
 * Every clause with where it goes. Some clauses end here and others go on: only those that name a next body do,
 * unless none does and the ärende as a whole goes on.
 */
export function waysOf(part: ArendePart, index: OrganIndex): ClauseWays[] {
  const { arende, handling } = part;
  const ways = clausesOf(part).map((clause) => ({ clause, vagar: clauseWays(clause, part, index) }));
  if (!arende?.next || ways.some((w) => w.vagar.length > 0)) return ways;
  const vag: Vag = { ...arende.next, organ: resolveGeneric(arende.next.organ, handling.organ) };
  return ways.map((w) => ({ ...w, vagar: [vag] }));
}

function clauseWays(clause: Attsats, { handling }: ArendePart, index: OrganIndex): Vag[] {
  const first = clause.next && {
    organ: resolveGeneric(clause.next.organ, handling.organ),
    reason: clause.next.reason,
  };
  if (handling.kind !== 'protokoll') return first ? [first] : [];
  if (first && first.reason !== 'remiss' && first.reason !== 'aterremiss') return [first];
  const back = first?.reason === 'aterremiss';
  // A name that is no body's may be half of one; then the rest of the list is the other half.
  if (back && !isOrganName(first.organ)) return [first];
  const sent = back ? sentBackTo(clause.text, handling.organ) : sentTo(clause.text, handling.organ);
  const reason = back ? 'aterremiss' : (sent?.reason ?? first?.reason ?? 'remiss');
  const own = handling.organ ? index.keyOf(handling.organ) : '';
  const keys = new Set([own]);
  return [...(first ? [first.organ] : []), ...(sent?.till ?? [])].flatMap((organ) => {
    const key = index.keyOf(organ);
    if (keys.has(key)) return [];
    keys.add(key);
    return [{ organ, reason }];
  });
}

/** The bodies that a matter is sent back to together. */
function sentBackTo(text: string, organ: string | null): Sent | null {
  const list = ord(/\båterremitter\p{L}*\b.{0,60}?\btill\s+/iu).exec(text);
  if (!list) return null;
  const till = listAt(text.slice(list.index + list[0].length), organ).filter(isOrganName);
  return { till, reason: 'aterremiss' };
}

interface Sent {
  till: string[];
  reason: 'remiss' | 'beredning' | 'aterremiss';
}

/** Whom a clause hands the matter to, and what for; null where it does neither. */
function sentTo(
  text: string,
  organ: string | null,
): { till: string[]; reason: 'remiss' | 'beredning' } | null {
  if (ord(AVGER_SVAR).test(text)) return null;
  const remiss = ord(REMITTERAR).exec(text);
  const told = remiss ?? (purpose(text) ? ord(LAMNAR_OVER).exec(text) : null);
  const handed = told ?? (ord(FOR_KANNEDOM).test(text) ? null : ord(HANSKJUTER).exec(text));
  if (!handed) return null;
  const behind = text.slice(handed.index);
  const list = ord(/\b(?:till|från|av)\s+(?!handlingarna|protokollet|nästa|ett |en |det |följd)/iu).exec(
    behind,
  );
  if (!list) return null;
  const till = listAt(behind.slice(list.index + list[0].length), organ);
  // Without a word of what for, only a body takes the matter over; an office may just keep it.
  if (!told) return till.every(isOrganName) && till.length > 0 ? { till, reason: 'beredning' } : null;
  const reason = ord(FOR_BEREDNING).test(behind) && !ord(FOR_YTTRANDE).test(behind) ? 'beredning' : 'remiss';
  return till.length > 0 ? { till, reason } : null;
}

/** The recipients named from here on. */
function listAt(from: string, organ: string | null): string[] {
  const end = ord(LISTA_SLUT).exec(`${from} `)?.index ?? from.length;
  return recipientsIn(withoutName(from, end)).map((name) => resolveGeneric(name, organ));
}

/** The bodies that a clause of a decision hands the matter to or asks; not "nämnden", which means another in each. */
export const askedIn = (text: string): string[] =>
  (sentTo(text, null)?.till ?? []).filter((name) => isOrganName(name) && !isGenericOrgan(name));

/** "nämnden för Teknik": a list does not end inside a name. */
function withoutName(from: string, end: number): string {
  const name =
    /^\p{Ll}*nämnden för (?!beredning|yttrande|vidare|fortsatt|handläggning|beslut|svar|synpunkter)[\p{L} -]+?(?=\s(?:för|med|senast)\s|[.,;]|$)/iu.exec(
      from,
    );
  return name && name[0].length > end ? name[0] : from.slice(0, end);
}

const purpose = (text: string) => ord(FOR_BEREDNING).test(text) || ord(FOR_YTTRANDE).test(text);

/**
 * All ways out of a step, one an organ and reason: those that the matter itself takes first, in the order of the
 * clauses (the body that the contract calls `next` before all), then whom a decision was left to.
 */
export function vidareOf(part: ArendePart, index: OrganIndex): Vidare[] {
  const { arende, handling } = part;
  if (!arende) return [];
  const next = arende.next && { ...arende.next, organ: resolveGeneric(arende.next.organ, handling.organ) };
  const ways = waysOf(part, index);
  const found = new Map<string, Vidare>();
  const add = ({ organ, reason }: Vag, clause: Attsats | null) => {
    const key = `${index.keyOf(organ)}|${reason}`;
    const way = found.get(key) ?? { organ: index.nameOf(organ), reason, attsatser: [], nr: [], sedan: [] };
    if (clause) way.attsatser.push(clause.id);
    if (clause?.nr !== null && clause?.nr !== undefined) way.nr.push(clause.nr);
    const sedan = clause ? after(organ, clause.kedja, index) : [];
    if (sedan.length > way.sedan.length) way.sedan = sedan;
    found.set(key, way);
  };
  const going = ways.flatMap(({ clause, vagar }) => vagar.map((vag) => ({ vag, clause })));
  const isNext = (vag: Vag) => next !== null && index.keyOf(vag.organ) === index.keyOf(next.organ);
  for (const { vag, clause } of going.filter((g) => isNext(g.vag))) add(vag, clause);
  if (next && found.size === 0) add(next, null);
  for (const { vag, clause } of going) if (!isNext(vag)) add(vag, clause);
  for (const { clause, till } of delegatesOf(part)) add({ organ: till, reason: 'delegation' }, clause);
  return [...found.values()];
}

/** What stands behind a body in a chain. */
function after(organ: string, kedja: readonly string[], index: OrganIndex): string[] {
  const at = kedja.findIndex((name) => index.keyOf(name) === index.keyOf(organ));
  return at < 0 ? [] : kedja.slice(at + 1).map(index.nameOf);
}

/** An office prepares and comes back; only a body decides. */
export const decides = (organ: string): boolean => isOrganName(organ);
