/** Rows of one recipient that say the same are one: a kallelse puts the förslag of its tjänsteskrivelse again. */
import { comesAgain } from './behandlad.ts';
import type { Row, RowGroup } from './row.ts';
import { alikeAmong, plain } from './text.ts';

/**
 * Puts rows of the same words together while the recipient has not met on the matter in between.
 *
 * @param rows in the order of the steps, those without a date last: they join what is there
 * @param epochOf how many meetings of the recipient were over before the row came; null without a date
 */
export function together(rows: readonly Row[], epochOf: (row: Row) => number | null): RowGroup[] {
  const groups = new Map<string, RowGroup>();
  /** The group of these words that was begun last. */
  const latest = new Map<string, string>();
  for (const row of rows) {
    // What a body asks back it asks anew each time, in the same words as often as not.
    const asked = comesAgain(row) ? `${row.step.steg.nyckel} ` : '';
    const text = `${row.key}|${row.post.typ === 'expediering' ? row.post.id : asked + plain(row.post.text)}`;
    const epoch = epochOf(row);
    const key = epoch === null ? (latest.get(text) ?? `${text}|`) : `${text}|${epoch}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else {
      groups.set(key, [row]);
      latest.set(text, key);
    }
  }
  return withoutMisreadings(groups);
}

type Entry = [key: string, group: RowGroup];

/** A kallelse's clause that differs from a letter's only as a misprint or misreading does joins it. */
function withoutMisreadings(groups: Map<string, RowGroup>): RowGroup[] {
  const fromCall = ([, group]: Entry) => group.every((r) => r.step.steg.kind === 'kallelse');
  // within one recipient's time between two meetings
  const placeOf = ([key, [{ key: recipient }]]: Entry) => `${recipient}${key.slice(key.lastIndexOf('|'))}`;
  const byPlace = Map.groupBy(
    [...groups].filter((e) => !fromCall(e)),
    placeOf,
  );
  const likenesses = new Map(
    [...byPlace].map(([place, own]) => [place, alikeAmong(own.map(([, group]) => group[0].post.text))]),
  );
  const pairs = [...groups].filter(fromCall).flatMap((call) => {
    const [key, group] = call;
    const steps = new Set(group.map(({ step }) => step));
    const others = byPlace.get(placeOf(call)) ?? [];
    const found = likenesses.get(placeOf(call))?.(group[0].post.text) ?? [];
    return found.flatMap(({ at, score }) => {
      const [to, other] = others[at] as Entry;
      // A clause of the same kallelse is there already: the two differ on purpose.
      return other.some(({ step }) => steps.has(step)) ? [] : [{ key, to, score }];
    });
  });
  pairs.sort((a, b) => b.score - a.score || (a.key + a.to < b.key + b.to ? -1 : 1));
  const taken = new Set<string>();
  for (const { key, to } of pairs) {
    if (taken.has(key) || taken.has(to)) continue;
    taken.add(key).add(to);
    for (const row of groups.get(key) ?? []) groups.get(to)?.push(row);
    groups.delete(key);
  }
  return [...groups.values()];
}
