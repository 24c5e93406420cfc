import { shownName } from '../../diarium/bild/ord.ts';
import {
  type Ledamot,
  type OrganRegister,
  type RegisterOrgan,
  SLAG,
  UPPDRAG,
} from '../../diarium/organ/index.ts';
import type { OrganAnswer } from '../../store/organ.ts';
import type { Mottagarrad } from '../../store/store.ts';
import { amount, table, wrap } from '../terminal/layout.ts';
import { withoutHuvudman } from './without-huvudman.ts';

/** Members shown of one body; a region's fullmäktige through twenty years is better read by a program. */
const SHOWN_MEMBERS = 60;
const SHOWN_FORMS = 8;

/** One register after another: a line a body or recipient. */
export function registerText(registers: OrganRegister[], mottagare: Mottagarrad[]): string {
  if (registers.length === 0) return 'Registret är tomt.';
  const blocks = registers.map(({ huvudman, organ }) => {
    const waiting = new Map(
      mottagare.filter((rad) => rad.huvudman === huvudman).map((rad) => [rad.mottagare, rad.vantar]),
    );
    const lines = table(
      [
        { title: 'Namn', max: 48 },
        { title: 'Slag' },
        { title: 'Under', max: 32 },
        { title: 'Möten', align: 'right' },
        { title: 'År' },
        { title: 'Får beslut', align: 'right' },
        { title: 'Väntar', align: 'right' },
        { title: 'Kanal' },
      ],
      organ.map((one) => [
        `${shownName(one.namn)}${one.rattat.length > 0 ? ' *' : ''}`,
        SLAG[one.slag],
        one.overordnat === null ? '' : shownName(one.overordnat),
        one.sammantraden.antal || '',
        yearsOf(one),
        one.expedieringar || '',
        waitsAt(one, waiting) || '',
        one.kanal ?? '',
      ]),
    );
    return [huvudman ?? 'Utan huvudman (–)', ...lines.map((line) => `  ${line}`)].join('\n');
  });
  const corrected = registers.some(({ organ }) => organ.some((one) => one.rattat.length > 0));
  const notes = [
    ...registers.flatMap(sameHint),
    ...(corrected ? ['* = en människa har sagt något om det.'] : []),
    ...withoutHuvudman(registers),
  ];
  return [...blocks, ...(notes.length > 0 ? [notes.join('\n')] : [])].join('\n\n');
}

/** Pairs shown; the rest come when these are settled. */
const SHOWN_PAIRS = 5;

/** What a person may want to say is one. */
function sameHint({ huvudman, kanVaraSamma }: OrganRegister): string[] {
  return kanVaraSamma
    .slice(0, SHOWN_PAIRS)
    .map(
      ({ namn, tidigare }) =>
        `Kan vara samma; säg det i så fall med: expediera organ sammanfor "${shownName(namn)}" "${shownName(tidigare)}" --huvudman "${huvudman ?? ''}"`,
    );
}

/** The inbox goes by one of its names. */
function waitsAt({ namn, skrivs, tidigareNamn }: RegisterOrgan, waiting: Map<string, number>): number {
  const names = new Set([namn, ...[...skrivs, ...tidigareNamn].map((one) => one.namn)]);
  return [...names].reduce((sum, name) => sum + (waiting.get(name) ?? 0), 0);
}

/** The years in which the name was met. */
function yearsOf({ skrivs }: RegisterOrgan): string {
  const years = skrivs.flatMap(({ forst, sist }) => [forst, sist]).flatMap((day) => day?.slice(0, 4) ?? []);
  const [from, till] = [years.toSorted()[0], years.toSorted().at(-1)];
  return from === undefined ? '' : from === till ? from : `${from}–${till}`;
}

/** What the fields that a person has said something of are called. */
const FIELDS: readonly [field: string, word: string][] = [
  ['namn', 'namn'],
  ['tidigareNamn', 'tidigare namn'],
  ['forkortningar', 'förkortningar'],
  ['slag', 'slag'],
  ['overordnat', 'överordnat'],
  ['ledamoter', 'ledamöter'],
  ['kanal', 'kanal'],
];

export interface OrganShown extends OrganAnswer {
  underordnade: string[];
  inkorg: { poster: number; vantar: number };
}

/** One body or recipient with all that is known of it. */
export function organText(organ: OrganShown, columns: number): string {
  const { namn, huvudman, inkorg, sammantraden, skrivs, rattat } = organ;
  const forms = skrivs.slice(0, SHOWN_FORMS).map((one) => {
    const when = period(one.forst, one.sist);
    return `${one.namn} (${amount(one.antal, 'gång', 'gånger')}${when === '' ? '' : `, ${when}`})`;
  });
  const facts: [string, string][] = [
    ['slag', SLAG[organ.slag]],
    ['ligger under', shownName(organ.overordnat ?? '')],
    ['under sig', organ.underordnade.map(shownName).join(', ')],
    [
      'tidigare namn',
      organ.tidigareNamn
        .map((one) => [one.namn, period(one.fran, one.till)].filter(Boolean).join(' '))
        .join(', '),
    ],
    ['förkortas', organ.forkortningar.join(', ')],
    ['skrivs', [...forms, ...(skrivs.length > SHOWN_FORMS ? ['…'] : [])].join('; ')],
    [
      'sammanträden',
      sammantraden.antal === 0
        ? ''
        : `${sammantraden.antal}, ${period(sammantraden.forst, sammantraden.sist)}`,
    ],
    ['får beslut', organ.expedieringar === 0 ? '' : amount(organ.expedieringar, 'gång', 'gånger')],
    [
      'inkorg',
      inkorg.poster === 0 ? '' : `${amount(inkorg.poster, 'post', 'poster')}, ${inkorg.vantar} väntar`,
    ],
    ['kanal', organ.kanal ?? ''],
    ['rättat', FIELDS.flatMap(([field, word]) => (rattat.includes(field) ? word : [])).join(', ')],
  ];
  const shown = facts.filter(([, value]) => value !== '');
  const width = Math.max(...shown.map(([label]) => label.length));
  const indent = ' '.repeat(width + 4);
  return [
    `${shownName(namn)} · ${huvudman ?? 'utan huvudman'}`,
    ...shown.flatMap(([label, value]) => wrap(value, columns, indent, `  ${label.padEnd(width)}  `)),
    ...memberLines(organ.ledamoter),
  ].join('\n');
}

/** "2018-02-06–2018-11-27", with what is not known left out. */
function period(fran: string | null, till: string | null): string {
  if (fran === null && till === null) return '';
  return fran === till ? (fran ?? '') : `${fran ?? ''}–${till ?? ''}`;
}

function memberLines(ledamoter: Ledamot[]): string[] {
  if (ledamoter.length === 0) return [];
  const rows = ledamoter.slice(0, SHOWN_MEMBERS);
  const rest = ledamoter.length - rows.length;
  const lines = table(
    [
      { title: 'Ledamöter', max: 36 },
      { title: 'Parti' },
      { title: 'Uppdrag' },
      { title: 'Tid' },
      { title: 'Möten', align: 'right' },
    ],
    rows.map((one) => [
      one.namn,
      one.parti ?? '',
      UPPDRAG[one.uppdrag],
      period(one.fran, one.till),
      one.kalla === 'person' ? '*' : one.moten || '',
    ]),
  );
  return [
    '',
    ...lines.map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … och ${rest} till: visas med --json`] : []),
    '',
    `  Tid: första och sista protokoll som visar det${rows.some((one) => one.kalla === 'person') ? '; * = en människa har sagt det' : ''}.`,
  ];
}
