/** The boxes of a form in which a person says what stands: one or two for each field, and what stands in them. */
import { FALT, type Falt, type MalTyp } from '../../../diarium/rattelser/index.ts';
import type { Person } from '../../../extraction/record.ts';

/** text: some lines; rad: one; rader: a list, one a line; tal: a figure or nothing; val: one of a few. */
export type Slag = 'text' | 'rad' | 'rader' | 'personer' | 'roster' | 'tal' | 'tallista' | 'val' | 'dag';

export interface Ruta {
  /** As the form sends it: the field, or its part after a point. */
  name: string;
  falt: string;
  del?: string;
  slag: Slag;
  /** Of choices. */
  val?: readonly string[];
  /** There may be none of it. */
  tom: boolean;
}

const of = (slag: Slag, more: Partial<Ruta> = {}) => ({ slag, tom: true, ...more });
const NEXT = FALT.arende.shape.next.unwrap().shape.reason.options;

const ATTSATS = {
  text: of('text', { tom: false }),
  nr: of('tal'),
  ledtext: of('rad'),
  kedja: of('rader'),
  'next.organ': of('rad'),
  'next.reason': of('val', { val: NEXT }),
};
const TEXT = of('text', { tom: false });

/** In the order that a person looks at them. */
const RUTOR: { readonly [typ in MalTyp]: { readonly [name: string]: Omit<Ruta, 'name' | 'falt' | 'del'> } } =
  {
    handling: {
      kind: of('val', { val: FALT.handling.shape.kind.options, tom: false }),
      organ: of('rad'),
      datum: of('dag'),
      diarienummer: of('rad'),
      rubrik: of('rad'),
      huvudman: of('rad'),
      avsandare: of('rad'),
      till: of('rader'),
    },
    arende: {
      paragraf: of('rad'),
      diarienummer: of('rad'),
      rubrik: of('rad'),
      utfall: of('val', { val: FALT.arende.shape.utfall.unwrap().options }),
      'next.organ': of('rad'),
      'next.reason': of('val', { val: NEXT }),
    },
    forslag: ATTSATS,
    beslut: ATTSATS,
    yrkanden: {
      av: of('personer'),
      typ: of('val', { val: FALT.yrkanden.shape.typ.options, tom: false }),
      text: TEXT,
      utfall: of('val', { val: FALT.yrkanden.shape.utfall.unwrap().options }),
    },
    reservationer: { av: of('personer'), text: TEXT, mot: of('tallista') },
    anteckningar: {
      av: of('personer'),
      typ: of('val', { val: FALT.anteckningar.shape.typ.options, tom: false }),
      text: TEXT,
    },
    voteringar: {
      ja: of('tal', { tom: false }),
      nej: of('tal', { tom: false }),
      avstar: of('tal'),
      'proposition.ja': of('rad'),
      'proposition.nej': of('rad'),
      utslag: of('val', { val: FALT.voteringar.shape.utslag.unwrap().options }),
      roster: of('roster'),
    },
    expediering: { mottagare: of('rad', { tom: false }) },
    underlag: { text: TEXT },
  };

export const rutorOf = (typ: MalTyp): Ruta[] =>
  Object.entries(RUTOR[typ]).map(([name, ruta]) => {
    const [falt = name, del] = name.split('.');
    return { name, falt, ...(del !== undefined && { del }), ...ruta };
  });

/** "Alva Strand (S)", "S", "Ordförande"; a role stands after the name. */
export function personText({ namn, parti, roll }: Person): string {
  if (namn === null) return [parti, roll].filter(Boolean).join(', ');
  return `${namn}${parti === null ? '' : ` (${parti})`}${roll === null ? '' : `, ${roll}`}`;
}

export const ROST = { ja: 'ja', nej: 'nej', avstar: 'avstår', franvarande: 'frånvarande' } as const;
export type Rost = { person: Person; rost: keyof typeof ROST };

const rostText = ({ person, rost }: Rost): string => `${personText(person)}: ${ROST[rost]}`;

/** What stands in a box for what the field says. */
export function textOf({ falt, del, slag }: Pick<Ruta, 'falt' | 'del' | 'slag'>, all: Falt): string {
  const whole = all[falt];
  const value = del === undefined ? whole : (whole as { [del: string]: unknown } | null)?.[del];
  if (value === null || value === undefined) return '';
  if (slag === 'personer') return (value as Person[]).map(personText).join('\n');
  if (slag === 'roster') return (value as Rost[]).map(rostText).join('\n');
  if (slag === 'rader') return (value as string[]).join('\n');
  if (slag === 'tallista') return (value as number[]).join(', ');
  return String(value);
}
