import { medfoljandeText, shownField, shownName } from '../../diarium/bild/ord.ts';
import type { InkorgAnswer, InkorgPost, Mottagarrad } from '../../store/store.ts';
import { amount, shorten, table, widthOf, wrap } from '../terminal/layout.ts';
import { withoutHuvudman } from './without-huvudman.ts';
import { POST_STATUS, places, typOne, unconfirmedNote } from './words.ts';

/** Clauses shown of a decision that was sent; the whole stands in the file and in the matter's way. */
const SHOWN_CLAUSES = 8;

/** What goes along, and how much of each: the whole stands in the file. */
const SHOWN_ALONG = 12;
const ALONG_LETTERS = 240;

const waits = (post: InkorgPost): boolean => post.status === 'vantar';

/** Posts by matter; matters in which something waits come first, else in the order they came. */
function byMatter(poster: InkorgPost[]): InkorgPost[][] {
  const groups = new Map<string, InkorgPost[]>();
  for (const post of poster) {
    // A matter without a number, or with one that nothing confirms, is known by where it stands.
    const unsure = post.diarienummer === null || post.obekraftade.includes('diarienummer');
    const places = unsure ? post.kallor.map((k) => [k.fileName, k.page]) : [];
    const key = JSON.stringify([post.huvudman, post.diarienummer, places]);
    groups.set(key, [...(groups.get(key) ?? []), post]);
  }
  const all = [...groups.values()];
  return [...all.filter((group) => group.some(waits)), ...all.filter((group) => !group.some(waits))];
}

/** A post's clauses: one, or of a decision that was sent, all of it. */
function clauseLines(text: string, columns: number, indent: string, first: string): string[] {
  const clauses = text.split('\n');
  const shown = clauses.slice(0, SHOWN_CLAUSES);
  const rest = clauses.length - shown.length;
  if (clauses.length === 1) return wrap(text, columns, indent, first);
  return [
    ...shown.flatMap((clause, i) => wrap(clause, columns, `${indent}  `, `${i === 0 ? first : indent}• `)),
    ...(rest > 0 ? [`${indent}… och ${rest} till`] : []),
  ];
}

/** "återsänd av Siv Ek: hör till en annan nämnd". */
const markText = (status: InkorgPost['status'], { av, skal }: NonNullable<InkorgPost['marke']>): string =>
  `${POST_STATUS[status]} av ${av}${skal === null ? '' : `: ${skal}`}`;

function groupLines(group: InkorgPost[], columns: number): string[] {
  const [first] = group;
  const number = first?.diarienummer
    ? shownField(first.diarienummer, 'diarienummer', first.obekraftade)
    : 'utan diarienummer';
  const title = `${number} · ${first?.huvudman ?? 'utan huvudman'}`;
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
    const start = `  ${head}${' '.repeat(width - widthOf(head))}  `;
    const secret = post.sekretess === null ? [] : [`${start}SEKRETESS`];
    lines.push(...secret, ...clauseLines(post.text, columns, indent, secret.length > 0 ? indent : start));
    const day = post.datum === null ? null : shownField(post.datum, 'datum', post.obekraftade);
    const from = [post.fran === null ? null : `från ${post.fran}`, day].filter(Boolean).join(' ');
    lines.push(...wrap([from, places(post.kallor)].filter(Boolean).join(' · '), columns, indent));
    if (post.marke) lines.push(...wrap(markText(post.status, post.marke), columns, indent));
  });
  return [...lines, ...alongLines(group, columns)];
}

/** What goes along with what is still to be dealt with, each once. */
function alongLines(group: InkorgPost[], columns: number): string[] {
  const open = group.filter(({ status }) => status === 'vantar' || status === 'mottagen');
  const along = [...new Map(open.flatMap((post) => post.medfoljer).map((one) => [one.id, one])).values()];
  if (along.length === 0) return [];
  return [
    '  Med ärendet följer',
    ...along
      .slice(0, SHOWN_ALONG)
      .flatMap((one) => wrap(shorten(medfoljandeText(one), ALONG_LETTERS), columns, '      ', '    • ')),
    ...(along.length > SHOWN_ALONG ? [`    … och ${along.length - SHOWN_ALONG} till`] : []),
    ...(open.some((post) => post.flerMedfoljer) ? ['    … och mer, som står i ärendets steg'] : []),
  ];
}

/** What came to a recipient, matter by matter. */
export function inkorgText({ mottagare, poster, totalt }: InkorgAnswer, columns: number): string {
  const waiting = poster.filter(waits).length;
  const name = shownName(mottagare);
  const head =
    totalt === undefined
      ? `${name}: ${amount(poster.length, 'post', 'poster')}, ${waiting} väntar`
      : `${name}: ${amount(totalt, 'post', 'poster')}, här ${poster.length}, varav ${waiting} väntar; fler visas med --offset och --limit`;
  return [
    head,
    ...byMatter(poster).map((group) => groupLines(group, columns).join('\n')),
    ...unconfirmedNote(poster.flatMap((post) => post.obekraftade)),
  ].join('\n\n');
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
  const hint = withoutHuvudman(rows);
  return [
    ...table(
      columns,
      rows.map((row) => [shownName(row.mottagare), row.huvudman, row.vantar, row.poster]),
    ),
    ...(hint.length > 0 ? ['', ...hint] : []),
  ].join('\n');
}
