/** What a person has written in the boxes of a form, as the fields of the thing it is said of. */
import { FALT, type Falt, type MalTyp } from '../../../diarium/rattelser/index.ts';
import { parsePersons } from '../../../extraction/language/person.ts';
import type { Person } from '../../../extraction/record.ts';
import { personText, ROST, type Rost, type Ruta, rutorOf, textOf } from './rutor.ts';

/** Why a box cannot be meant. */
export type Fel = 'tomt' | 'tal' | 'dag' | 'person' | 'rost' | 'organ' | 'val' | 'annat';

class Felskrivet extends Error {
  readonly fel: Fel;
  constructor(fel: Fel) {
    super(fel);
    this.fel = fel;
  }
}

/** People on lines; whom the field has already stay as they are. */
function personsFrom(lines: string[], before: readonly Person[]): Person[] {
  return lines.flatMap((line) => {
    const known = before.find((person) => personText(person) === line);
    const found = known ? [known] : parsePersons(line);
    if (found.length === 0) throw new Felskrivet('person');
    return found;
  });
}

function rosterFrom(lines: string[], before: readonly Rost[]): Rost[] {
  const persons = before.map(({ person }) => person);
  return lines.map((line) => {
    const [, who = '', how = ''] = /^(.*):\s*([\p{L}]+)$/u.exec(line) ?? [];
    const rost = (Object.keys(ROST) as (keyof typeof ROST)[]).find((one) => ROST[one] === how.toLowerCase());
    const [person] = rost ? personsFrom([who.trim()], persons) : [];
    if (!rost || !person) throw new Felskrivet('rost');
    return { person, rost };
  });
}

function figure(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Felskrivet('tal');
  return Number(text);
}

/** The value that is written in a box; throws Felskrivet. */
function meantBy({ slag, tom, val }: Ruta, written: string, before: unknown): unknown {
  const text = written.trim();
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  if (slag === 'personer') return personsFrom(lines, (before ?? []) as Person[]);
  if (slag === 'roster') return rosterFrom(lines, (before ?? []) as Rost[]);
  if (slag === 'rader') return lines;
  if (slag === 'tallista') return text.split(/[\s,]+/u).flatMap((one) => (one ? figure(one) : []));
  if (text === '') {
    if (!tom) throw new Felskrivet('tomt');
    return null;
  }
  if (slag === 'tal') return figure(text);
  if (slag === 'dag' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Felskrivet('dag');
  if (slag === 'val' && !val?.includes(text)) throw new Felskrivet('val');
  return slag === 'text' ? lines.join(' ') : text;
}

/** Where a matter goes, and what a yes and a no meant, are said as a whole or not at all. */
function wholeOf(falt: string, parts: { [del: string]: unknown }, kind: string): unknown {
  if (falt === 'next') {
    if (parts.organ === null) return null;
    return { organ: parts.organ, reason: parts.reason ?? (kind === 'protokoll' ? 'forslag' : 'beredning') };
  }
  if (Object.values(parts).every((part) => part === null)) return null;
  return Object.fromEntries(Object.entries(parts).map(([del, part]) => [del, part ?? '']));
}

export interface Skrivet {
  falt: Falt;
  /** By box. */
  fel: { [name: string]: Fel };
}

/**
 * The fields that a person has changed, by what is written in the boxes that were touched.
 *
 * @param before the fields as they are; @param kind of the handling that it stands in
 */
export function faltFrom(
  typ: MalTyp,
  touched: { readonly [name: string]: string },
  before: Falt,
  kind: string,
): Skrivet {
  const fel: Skrivet['fel'] = {};
  const falt: Falt = {};
  const rutor = rutorOf(typ);
  for (const name of new Set(rutor.flatMap((one) => (one.name in touched ? one.falt : [])))) {
    const parts: { [del: string]: unknown } = {};
    for (const ruta of rutor.filter((one) => one.falt === name)) {
      try {
        const written = touched[ruta.name] ?? textOf(ruta, before);
        parts[ruta.del ?? ''] = meantBy(ruta, written.replaceAll('\r', ''), before[name]);
      } catch (error) {
        if (!(error instanceof Felskrivet)) throw error;
        fel[ruta.name] = error.fel;
      }
    }
    falt[name] = '' in parts ? parts[''] : wholeOf(name, parts, kind);
  }
  if (Object.keys(fel).length === 0) {
    const schema = FALT[typ].partial() as {
      safeParse(value: unknown): { error?: { issues: { path: PropertyKey[] }[] } };
    };
    for (const { path } of schema.safeParse(falt).error?.issues ?? []) {
      const ruta = rutor.find((one) => one.falt === String(path[0]));
      if (ruta) fel[ruta.name] = ruta.slag === 'dag' ? 'dag' : 'annat';
    }
  }
  return { falt, fel };
}
