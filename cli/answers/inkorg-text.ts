import type { InkorgAnswer, InkorgPost, Kalla, Mottagarrad } from '../../store/store.ts';
import { amount, table, widthOf, wrap } from '../terminal/layout.ts';
import { POST_STATUS, place, typOne } from './words.ts';

const waits = (post: InkorgPost): boolean => post.status === 'vantar';

/** Posts by matter; matters in which something waits come first, else in the order they came. */
function byMatter(poster: InkorgPost[]): InkorgPost[][] {
  const groups = new Map<string, InkorgPost[]>();
  for (const post of poster) {
    // A matter without a number is known by where it stands.
    const key = JSON.stringify([
      post.huvudman,
      post.diarienummer ?? post.kallor.map((k) => [k.fileName, k.page]),
    ]);
    groups.set(key, [...(groups.get(key) ?? []), post]);
  }
  const all = [...groups.values()];
  return [...all.filter((group) => group.some(waits)), ...all.filter((group) => !group.some(waits))];
}

const sources = (kallor: Kalla[]): string => kallor.map((one) => place(one.fileName, one.page)).join('; ');

function groupLines(group: InkorgPost[], columns: number): string[] {
  const [first] = group;
  const title = [first?.diarienummer ?? 'utan diarienummer', first?.huvudman].filter(Boolean).join(' · ');
  const heads = table(
    [{}, {}],
    group.map((post) => [POST_STATUS[post.status], typOne(post.typ)]),
  );
  // Status and type are padded to one width, so that the texts begin in one column.
  const width = Math.max(...heads.map(widthOf));
  const lines = [title];
  group.forEach((post, i) => {
    const indent = ' '.repeat(width + 4);
    const head = heads[i] as string;
    lines.push(...wrap(post.text, columns, indent, `  ${head}${' '.repeat(width - widthOf(head))}  `));
    const from = [post.fran === null ? null : `från ${post.fran}`, post.datum].filter(Boolean).join(' ');
    lines.push(...wrap([from, sources(post.kallor)].filter(Boolean).join(' · '), columns, indent));
  });
  return lines;
}

/** What came to a recipient, matter by matter. */
export function inkorgText({ mottagare, poster }: InkorgAnswer, columns: number): string {
  const waiting = poster.filter(waits).length;
  const head = `${mottagare}: ${amount(poster.length, 'post', 'poster')}, ${waiting} väntar`;
  return [head, ...byMatter(poster).map((group) => groupLines(group, columns).join('\n'))].join('\n\n');
}

/** All inboxes with what is in them. */
export function recipientsText(rows: Mottagarrad[]): string {
  if (rows.length === 0) return 'Inga inkorgar än.';
  const columns = [
    { title: 'Mottagare', max: 60 },
    { title: 'Huvudman' },
    { title: 'Väntar', align: 'right' as const },
    { title: 'Poster', align: 'right' as const },
  ];
  return table(
    columns,
    rows.map((row) => [row.mottagare, row.huvudman, row.vantar, row.poster]),
  ).join('\n');
}
