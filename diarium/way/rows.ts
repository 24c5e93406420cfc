/** Rows of one recipient that say the same are one: a kallelse puts the förslag of its tjänsteskrivelse again. */
import { comesAgain } from './behandlad.ts';
import type { Row, RowGroup } from './row.ts';
import { alike, plain } from './text.ts';

/**
 * Puts rows of the same words together while the recipient has not met on the matter in between.
 *
 * @param rows in the order of the steps, those without a date last: they join what is there
 * @param epochOf how many meetings of the recipient were over before the row came; null without a date
 */
export function together(rows: readonly Row[], epochOf: (row: Row) => number | null): RowGroup[] {
  const groups = new Map<string, RowGroup>();
  for (const row of rows) {
    // What a body asks back it asks anew each time, in the same words as often as not.
    const asked = comesAgain(row) ? `${row.step.steg.nyckel} ` : '';
    const text = `${row.key}|${row.post.typ === 'expediering' ? row.post.id : asked + plain(row.post.text)}`;
    const epoch = epochOf(row);
    const key =
      epoch === null
        ? ([...groups.keys()].findLast((k) => k.startsWith(`${text}|`)) ?? `${text}|`)
        : `${text}|${epoch}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return withoutMisreadings(groups);
}

/** A kallelse's clause that differs from a letter's only as a misprint or misreading does joins it. */
function withoutMisreadings(groups: Map<string, RowGroup>): RowGroup[] {
  const entries = [...groups];
  const epoch = (key: string) => key.slice(key.lastIndexOf('|'));
  const fromCall = ([, group]: [string, RowGroup]) => group.every((r) => r.step.steg.kind === 'kallelse');
  const pairs = entries.filter(fromCall).flatMap(([key, group]) =>
    entries
      .filter((e) => !fromCall(e) && e[1][0].key === group[0].key && epoch(e[0]) === epoch(key))
      // A clause of the same kallelse is there already: the two differ on purpose.
      .filter(([, other]) => !other.some((r) => group.some((g) => g.step === r.step)))
      .map(([to, other]) => ({ key, to, score: alike(group[0].post.text, other[0].post.text) }))
      .filter((p) => p.score > 0),
  );
  pairs.sort((a, b) => b.score - a.score || (a.key + a.to < b.key + b.to ? -1 : 1));
  const taken = new Set<string>();
  for (const { key, to } of pairs) {
    if (taken.has(key) || taken.has(to)) continue;
    taken.add(key).add(to);
    groups.get(to)?.push(...(groups.get(key) ?? []));
    groups.delete(key);
  }
  return [...groups.values()];
}
