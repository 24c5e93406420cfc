/** The inbox rows of a matter: who has what of it, and whether they have dealt with it. */
import type { Attsats } from '../../extraction/record.ts';
import { isOrganName, type OrganIndex, resolveGeneric } from '../../extraction/routing/organ.ts';
import { recipientName } from '../../extraction/routing/recipient.ts';
import { type Row, together } from './rows.ts';
import { dayOf, feeds, kallaOf, type StegWithParts } from './steg.ts';
import { plain } from './text.ts';
import type { Kalla, Post } from './types.ts';

const KIND_RANK: Readonly<{ [typ in Post['typ']]: number }> = { forslag: 0, beslut: 1, expediering: 2 };

/** All rows of one matter, from its steps in order. */
export function posterOf(steps: readonly StegWithParts[], index: OrganIndex): Post[] {
  const rows = steps.flatMap((step, at) => rowsOf(step, at, index));
  const epochOf = (row: Row) =>
    dayOfRow(row)
      ? steps.filter((s) => s.organKey === row.key && s.steg.kind === 'protokoll' && meetsBefore(s, row))
          .length
      : null;
  return together(rows, epochOf).map((group) =>
    merge(group, group.some((row) => isDealtWith(row, steps)) ? 'behandlad' : 'vantar'),
  );
}

function rowsOf(step: StegWithParts, at: number, index: OrganIndex): Row[] {
  const [part, ...others] = step.parts;
  const { arende, handling } = part;
  if (!arende) return [];
  const protokoll = handling.kind === 'protokoll';
  const typ = protokoll ? 'beslut' : 'forslag';
  const clauses = protokoll ? arende.beslut : arende.forslag;
  const base = {
    fran: (protokoll || handling.kind === 'kallelse' ? step.steg.organ : null) ?? handling.avsandare,
    datum: handling.datum,
    steg: step.steg.nyckel,
    medfoljer: step.steg.medfoljer,
    status: 'vantar' as const,
  };
  const day = handling.obekraftade.filter((field) => field === 'datum');
  const row = (
    mottagare: string,
    own: Pick<Post, 'id' | 'typ' | 'text'>,
    rest: { kallor: Kalla[]; later?: string[]; unsure: boolean },
  ): Row => ({
    post: {
      ...base,
      ...own,
      alias: [],
      mottagare: index.nameOf(mottagare),
      organ: isOrganName(mottagare),
      kallor: rest.kallor,
      obekraftade: rest.unsure ? [...day, 'text'] : day,
    },
    key: index.keyOf(mottagare),
    step,
    at,
    later: rest.later ?? [],
  });

  // Some clauses end here and others go on: only those that name a next body do, unless none does.
  const onward = clauses.some((c) => c.next) ? clauses.filter((c) => c.next) : arende.next ? clauses : [];
  const rows = onward.map((clause) => {
    const organ = resolveGeneric((clause.next ?? arende.next)?.organ ?? '', handling.organ);
    const kallor = [
      kallaOf(part, clause.id, clause.evidence[0]?.page),
      ...others.map((other) => kallaOf(other, sameClause(other.arende?.[typ] ?? [], clause)?.id ?? null)),
    ];
    return row(
      organ,
      { id: clause.id, typ, text: clause.text },
      { kallor, later: laterIn(clause, organ, index), unsure: isUnsure(clause) },
    );
  });
  if (rows.length === 0 && arende.next) {
    const organ = resolveGeneric(arende.next.organ, handling.organ);
    const text = arende.rubrik ?? handling.rubrik ?? '';
    const kallor = step.parts.map((p) => kallaOf(p, null));
    const unsure = arende.obekraftade.includes('rubrik');
    rows.push(row(organ, { id: arende.id, typ, text }, { kallor, unsure }));
  }

  const told = new Set(rows.map((r) => r.key));
  const decision = (clauses.length > 0 ? clauses.map((c) => c.text) : [arende.rubrik ?? '']).join('\n');
  for (const item of arende.expediering) {
    const name = recipientName(item.mottagare);
    // Whoever gets the matter itself is not told of it a second time.
    if (!name || told.has(index.keyOf(name))) continue;
    told.add(index.keyOf(name));
    const kallor = [
      kallaOf(part, item.id, item.evidence[0]?.page),
      ...others.map((o) =>
        kallaOf(o, o.arende?.expediering.find((e) => e.mottagare === item.mottagare)?.id ?? null),
      ),
    ];
    const unsure = clauses.some(isUnsure);
    rows.push(row(name, { id: item.id, typ: 'expediering', text: decision }, { kallor, unsure }));
  }
  return rows;
}

const isUnsure = (clause: Attsats): boolean => clause.obekraftade.includes('text');

/** The day the row came, where it is sure. */
const dayOfRow = ({ post }: Row): string | null => (post.obekraftade.includes('datum') ? null : post.datum);

function sameClause(clauses: readonly Attsats[], clause: Attsats): Attsats | undefined {
  return clauses.find((c) => plain(c.text) === plain(clause.text));
}

function laterIn(clause: Attsats, organ: string, index: OrganIndex): string[] {
  const keys = clause.kedja.map((name) => index.keyOf(name));
  const at = keys.indexOf(index.keyOf(organ));
  return at < 0 ? [] : keys.slice(at + 1);
}

/** The meeting was over before the row came: it cannot have dealt with it. */
function meetsBefore(meeting: StegWithParts, row: Row): boolean {
  const [met, came] = [dayOf(meeting), dayOfRow(row)];
  if (meeting === row.step) return true;
  if (!met || !came) return false;
  if (met !== came) return met < came;
  // The same day: a meeting that sent the matter to the one the row comes from was before it.
  return (
    feeds(meeting, row.step) || (row.step.steg.kind === 'protokoll' && meeting.organKey === row.step.organKey)
  );
}

/** A later meeting of the recipient, or of a body further on in the chain, took the matter up. */
function isDealtWith(row: Row, steps: readonly StegWithParts[]): boolean {
  return steps.some((s) => {
    if (s.steg.kind !== 'protokoll' || s === row.step) return false;
    const further = row.later.includes(s.organKey) && s.organKey !== row.step.organKey;
    if (s.organKey !== row.key && !further) return false;
    if (dayOf(s) && dayOfRow(row)) return !meetsBefore(s, row);
    // Without dates that are sure only the words tell: the meeting decided this very clause.
    const words = plain(row.post.text);
    return s.parts.some((p) =>
      [...(p.arende?.beslut ?? []), ...(p.arende?.forslag ?? [])].some((c) => plain(c.text) === words),
    );
  });
}

function merge(group: [Row, ...Row[]], status: Post['status']): Post {
  const [first, ...rest] = group.toSorted(
    (a, b) =>
      KIND_RANK[a.post.typ] - KIND_RANK[b.post.typ] ||
      Number(a.step.steg.kind === 'kallelse') - Number(b.step.steg.kind === 'kallelse') ||
      a.at - b.at ||
      (a.post.id < b.post.id ? -1 : 1),
  ) as [Row, ...Row[]];
  const kallor = [first, ...rest].flatMap((row) => row.post.kallor);
  const alias = kallor.map((k) => k.itemId).filter((id): id is string => id !== null && id !== first.post.id);
  return { ...first.post, status, kallor, alias: [...new Set(alias)].sort() };
}
