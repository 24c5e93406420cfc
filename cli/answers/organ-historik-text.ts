import { SLAG, UPPDRAG } from '../../diarium/organ/index.ts';
import type { OrganHistorik, OrganVad } from '../../store/organ.ts';
import { wrap } from '../terminal/layout.ts';
import { moment } from './moment.ts';

const VAD: { readonly [vad in OrganVad]: string } = {
  laddat: 'laddade en fil',
  rattat: 'rättade',
  sammanfort: 'sammanförde',
  angrat: 'ångrade',
};

/** Entries shown of one change; a file's hundreds are better read in the register. */
const SHOWN = 10;

type Post = NonNullable<OrganHistorik['poster'][number]['efter']>;

/** Each change with its number, who made it, and what became of each entry. */
export function historikText(changes: OrganHistorik[], columns: number): string {
  if (changes.length === 0) return 'Registret är inte ändrat av någon.';
  return changes
    .map(({ andring, vad, angrar, at, av, huvudman, poster }) => {
      const what = angrar === null ? VAD[vad] : `${VAD[vad]} ändring ${angrar}`;
      const head = `${andring}. ${moment(at)} ${av} ${what} · ${huvudman ?? 'utan huvudman'}`;
      const rest = poster.length - SHOWN;
      return [
        head,
        ...poster
          .slice(0, SHOWN)
          .flatMap(({ fore, efter }) => wrap(changeOf(fore, efter), columns, '     ', '   ')),
        ...(rest > 0 ? [`   … och ${rest} till`] : []),
      ].join('\n');
    })
    .join('\n\n');
}

function changeOf(fore: Post | null, efter: Post | null): string {
  if (efter === null) return `${fore?.namn ?? ''}: inget sagt längre`;
  const before = fieldsOf(fore);
  const changed = fieldsOf(efter).filter(
    ([field, value]) =>
      // the name of a new one is told already
      before.find(([one]) => one === field)?.[1] !== value && !(fore === null && field === 'namn'),
  );
  const gone = before.flatMap(([field]) =>
    fieldsOf(efter).some(([one]) => one === field) ? [] : `${field}: inget sagt längre`,
  );
  const parts = [...changed.map(([field, value]) => `${field}: ${value}`), ...gone];
  return `${efter.namn}${parts.length === 0 ? '' : ` (${parts.join('; ')})`}`;
}

/** What is said of an entry, field by field, in words. */
function fieldsOf(post: Post | null): [string, string][] {
  if (post === null) return [];
  const { namn, tidigareNamn, forkortningar, slag, overordnat, ledamoter, kanal } = post;
  const days = (fran: string | null, till: string | null) =>
    fran || till ? ` ${fran ?? ''}–${till ?? ''}` : '';
  const list = (all: string[]) => all.join(', ') || 'inga';
  const all: [string, string | undefined][] = [
    ['namn', namn],
    ['tidigare namn', tidigareNamn && list(tidigareNamn.map((one) => one.namn + days(one.fran, one.till)))],
    ['förkortningar', forkortningar && list(forkortningar)],
    ['slag', slag && SLAG[slag]],
    ['överordnat', overordnat === undefined ? undefined : (overordnat ?? 'inget')],
    [
      'ledamöter',
      ledamoter &&
        list(ledamoter.map((one) => `${one.namn}, ${UPPDRAG[one.uppdrag]}${days(one.fran, one.till)}`)),
    ],
    ['kanal', kanal === undefined ? undefined : (kanal ?? 'ingen')],
  ];
  return all.flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as [string, string]]));
}
