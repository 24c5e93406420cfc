/** The inbox rows of a matter: who has what of it, and whether they have dealt with it. */
import type { Arende, Attsats } from '../../extraction/record.ts';
import { isOrganName, type OrganIndex, resolveGeneric } from '../../extraction/routing/organ.ts';
import { recipientName } from '../../extraction/routing/recipient.ts';
import { dayOfRow, isDealtWith, meetsBefore } from './behandlad.ts';
import { kallaOf } from './kalla.ts';
import { receivedOf, shownAlong, travelling, unique } from './medfoljer.ts';
import type { Row, RowGroup } from './row.ts';
import { together } from './rows.ts';
import type { StegWithParts } from './steg-with-parts.ts';
import { plain } from './text.ts';
import type { Kalla, Post } from './types.ts';
import { isVackare, vackareOf } from './vackare.ts';
import { clausesOf, waysOf } from './vidare.ts';

const KIND_RANK: Readonly<{ [typ in Post['typ']]: number }> = { forslag: 0, beslut: 1, expediering: 2 };

/** A post and the rows that say the same. */
export interface PostWithRows {
  post: Post;
  rows: RowGroup;
}

/** All rows of one matter, from its steps in order. */
export function posterOf(steps: readonly StegWithParts[], index: OrganIndex): PostWithRows[] {
  const received = receivedOf(steps);
  const vackare = vackareOf(steps.flatMap((step) => step.parts));
  const rows = steps.flatMap((step, at) => rowsOf(step, at, index, { received, vackare }));
  const meetings = Map.groupBy(
    steps.filter(({ steg }) => steg.kind === 'protokoll'),
    ({ organKey }) => organKey,
  );
  const epochOf = (row: Row) =>
    dayOfRow(row) ? (meetings.get(row.key) ?? []).filter((s) => meetsBefore(s, row)).length : null;
  const groups = together(rows, epochOf);
  return groups.map((group) => {
    // A row whose day is sure tells more than one that only its words place.
    const dated = group.filter(dayOfRow);
    const telling = dated.length > 0 ? dated : group;
    const { post, rows } = merge(
      group,
      telling.some((row) => isDealtWith(row, steps)) ? 'behandlad' : 'vantar',
    );
    return { post: { ...post, ...shownAlong(post.medfoljer, groups.length) }, rows };
  });
}

function rowsOf(
  step: StegWithParts,
  at: number,
  index: OrganIndex,
  { received, vackare }: { received: ReturnType<typeof receivedOf>; vackare: readonly string[] },
): Row[] {
  const [part, ...others] = step.parts;
  const { arende, handling } = part;
  if (!arende) return [];
  const protokoll = handling.kind === 'protokoll';
  const typ = protokoll ? 'beslut' : 'forslag';
  const clauses = clausesOf(part);
  const base = {
    fran: (protokoll || handling.kind === 'kallelse' ? step.steg.organ : null) ?? handling.avsandare,
    datum: handling.datum,
    steg: step.steg.nyckel,
    sekretess: step.steg.sekretess,
    status: 'vantar' as const,
  };
  const day = handling.obekraftade.filter((field) => field === 'datum');
  const row = (
    mottagare: string,
    own: Pick<Post, 'id' | 'typ' | 'text'>,
    rest: { kallor: Kalla[]; later?: string[]; unsure: boolean; reason: Row['reason']; suffix?: string },
  ): Row => ({
    post: {
      ...base,
      ...own,
      id: own.id + (rest.suffix ?? ''),
      medfoljer: rest.reason ? travelling(step, rest.reason, received) : step.steg.medfoljer,
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
    reason: rest.reason,
    suffix: rest.suffix ?? '',
  });

  const rows = waysOf(part, index).flatMap(({ clause, vagar }) =>
    vagar.map(({ organ, reason }, n) => {
      const kallor = [
        kallaOf(part, clause.id, clause.evidence[0]?.page),
        ...others.map((other) => kallaOf(other, sameClause(other.arende?.[typ] ?? [], clause)?.id ?? null)),
      ];
      const suffix = n === 0 ? '' : `#${index.keyOf(organ)}`;
      return row(
        organ,
        { id: clause.id, typ, text: clause.text },
        { kallor, later: laterIn(clause, organ, index), unsure: isUnsure(clause), reason, suffix },
      );
    }),
  );
  if (rows.length === 0 && arende.next) {
    const organ = resolveGeneric(arende.next.organ, handling.organ);
    const text = arende.rubrik ?? handling.rubrik ?? '';
    const kallor = step.parts.map((p) => kallaOf(p, null));
    const unsure = arende.obekraftade.includes('rubrik');
    const { reason } = arende.next;
    rows.push(row(organ, { id: arende.id, typ, text }, { kallor, unsure, reason }));
  }

  const told = new Set(rows.map((r) => r.key));
  const decision = (clauses.length > 0 ? clauses.map((c) => c.text) : [arende.rubrik ?? '']).join('\n');
  for (const { item, name, suffix } of recipients(arende, vackare)) {
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
    rows.push(
      row(
        name,
        { id: item.id, typ: 'expediering', text: decision },
        { kallor, unsure, reason: null, suffix },
      ),
    );
  }
  return rows;
}

/** Each recipient of the list; whoever put the matter by name, where its headings tell. */
function recipients({ expediering }: Arende, vackare: readonly string[]) {
  return expediering.flatMap((item) => {
    const name = recipientName(item.mottagare);
    if (vackare.length === 0 || !isVackare(name)) return [{ item, name, suffix: '' }];
    return vackare.map((one, n) => ({ item, name: one, suffix: n === 0 ? '' : `#${n + 1}` }));
  });
}

const isUnsure = (clause: Attsats): boolean => clause.obekraftade.includes('text');

function sameClause(clauses: readonly Attsats[], clause: Attsats): Attsats | undefined {
  return clauses.find((c) => plain(c.text) === plain(clause.text));
}

function laterIn(clause: Attsats, organ: string, index: OrganIndex): string[] {
  const keys = clause.kedja.map((name) => index.keyOf(name));
  const at = keys.indexOf(index.keyOf(organ));
  return at < 0 ? [] : keys.slice(at + 1);
}

function merge(group: RowGroup, status: Post['status']): PostWithRows {
  const [first, ...rest] = group.toSorted(
    (a, b) =>
      KIND_RANK[a.post.typ] - KIND_RANK[b.post.typ] ||
      Number(a.step.steg.kind === 'kallelse') - Number(b.step.steg.kind === 'kallelse') ||
      a.at - b.at ||
      (a.post.id < b.post.id ? -1 : 1),
  ) as RowGroup;
  const rows: RowGroup = [first, ...rest];
  const kallor = rows.flatMap((row) => row.post.kallor);
  const ids = rows.flatMap(({ post, suffix }) =>
    post.kallor.flatMap((k) => (k.itemId === null ? [] : [k.itemId + suffix])),
  );
  const alias = [...new Set(ids)].filter((id) => id !== first.post.id).sort();
  // The letter comes first, but what was moved and noted stands in the § that says the same.
  const medfoljer = unique(rows.flatMap((row) => row.post.medfoljer));
  // what stands in a secret § is secret, wherever else it stands
  const sekretess = rows.flatMap((row) => row.post.sekretess ?? [])[0] ?? null;
  return { post: { ...first.post, medfoljer, sekretess, status, kallor, alias }, rows };
}
