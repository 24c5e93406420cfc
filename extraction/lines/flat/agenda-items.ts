/** The items of an agenda inside flat text: "4. Direktiv för bolaget … Förslag till beslut …", numbered on with a stop. */
import { heaviestChain } from '../heaviest-chain.ts';
import type { Line } from '../line.ts';
import { APART, type Cuts, GOES_ON, splitLine, wordBefore } from './split-line.ts';

/** What calls itself an agenda in the head of its first page. */
const AGENDA =
  /(?<!\p{L})(?:Kallelse|KALLELSE|[Ff]öredragningslista|FÖREDRAGNINGSLISTA|Dagordning|DAGORDNING)(?!\p{L})/u;
/** So far into the text it does, in letters. */
const HEAD = 500;
const ITEM = /(?<!\S)(\d{1,3})\.\s+(?=["”“]?\p{Lu})/gu;
/** What an item that is put to the meeting has before the next one begins. */
const PROPOSAL = /(?<!\p{L})(?:[Ff]örslag till beslut|(?:föreslår?|föreslås)\s.{0,60}?beslut)/u;
/** So many items make an agenda, and so many of them must put something to the meeting. */
const ITEMS = 4;
const PROPOSING = 2;

interface Item {
  line: number;
  at: number;
  number: number;
}

/** Cuts the flat lines of an agenda before its items. Clauses, which are numbered anew under each, stay where they are. */
export function cutAgendaItems(lines: Line[], isFlat: (line: Line) => boolean): Line[] {
  const head = lines
    .map((l) => l.text)
    .join('\n')
    .slice(0, HEAD);
  if (!AGENDA.test(head)) return lines;
  const items = lines.flatMap((line, i) =>
    isFlat(line)
      ? [...line.text.matchAll(ITEM)]
          .filter((m) => !GOES_ON.test(wordBefore(line.text, m.index)))
          .map((m) => ({ line: i, at: m.index, number: Number(m[1]) }))
      : [],
  );
  const row = heaviestChain<Item>(items, {
    weight: () => 1,
    link: (before, item) => (item.number === before.number + 1 ? 0 : null),
  });
  const proposing = row.filter((item, i) => PROPOSAL.test(between(lines, item, row[i + 1])));
  if (row.length < ITEMS || proposing.length < PROPOSING) return lines;
  return lines.flatMap((line, i) => {
    const own = row.filter((item) => item.line === i);
    const cuts: Cuts = new Map(own.map(({ at }) => [at, 2 * APART]));
    return own.length > 0 ? splitLine(line, cuts) : [line];
  });
}

/** The text from an item to the next, or for some way on behind the last. */
function between(lines: readonly Line[], item: Item, next: Item | undefined): string {
  const last = next?.line ?? Math.min(lines.length - 1, item.line + 1);
  return lines
    .slice(item.line, last + 1)
    .map(({ text }, k, all) =>
      text.slice(k === 0 ? item.at : 0, k === all.length - 1 && next ? next.at : text.length),
    )
    .join('\n');
}
