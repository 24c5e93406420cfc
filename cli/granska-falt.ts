/** What a person says by the flags of `granska ratta`, as the fields of the thing it is said of. */
import { emptyFalt, type Falt, type MalTyp } from '../diarium/rattelser/index.ts';
import type { ItemTyp } from '../extraction/item-types.ts';
import { parsePersons } from '../extraction/language/person.ts';
import type { MalVy } from '../store/rattelser.ts';
import { thing } from './answers/granska-visa-text.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { FLAGS, type FlagName, type Given } from './granska-flags.ts';

type Of = Pick<MalVy, 'typ' | 'kind' | 'falt'>;
type ToFalt = (values: string[], of: Of) => Falt;

/** "-" says that there is none. */
const none = (value: string): string | null => (value.trim() === '-' ? null : value);

const one =
  (field: string): ToFalt =>
  ([value = '']) => ({ [field]: none(value) });
const count =
  (field: string): ToFalt =>
  ([value = '']) => ({ [field]: none(value) === null ? null : toNumber(value) });
const list =
  (field: string): ToFalt =>
  (values) => ({ [field]: values.filter((value) => none(value) !== null) });

function toNumber(value: string): number {
  if (/^\d{1,6}$/.test(value.trim())) return Number(value);
  throw new CommandError(`"${value}" är inget antal.`, EXIT.wrongUsage);
}

/** Where it goes on to. Why it goes there stays, or is what it usually is. */
function nextFalt([value = '']: string[], { kind, falt }: Of): Falt {
  const organ = none(value);
  const before = falt.next as { reason: string } | null | undefined;
  const reason = before?.reason ?? (kind === 'protokoll' ? 'forslag' : 'beredning');
  return { next: organ === null ? null : { organ, reason } };
}

const TO_FALT: { readonly [name in FlagName]: ToFalt } = {
  text: ([value = ''], { typ }) => ({ [typ === 'expediering' ? 'mottagare' : 'text']: value }),
  typ: one('typ'),
  avPerson: (values) => ({
    av: values.flatMap((value) => (none(value) === null ? [] : parsePersons(value))),
  }),
  organ: (values, of) => (of.typ === 'handling' ? one('organ')(values, of) : nextFalt(values, of)),
  kedja: list('kedja'),
  ledtext: one('ledtext'),
  nr: count('nr'),
  utfall: one('utfall'),
  mot: (values) => ({ mot: values.filter((value) => none(value) !== null).map(toNumber) }),
  ja: count('ja'),
  nej: count('nej'),
  avstar: count('avstar'),
  utslag: one('utslag'),
  diarienummer: one('diarienummer'),
  paragraf: one('paragraf'),
  rubrik: one('rubrik'),
  datum: one('datum'),
  huvudman: one('huvudman'),
  slag: one('kind'),
  avsandare: one('avsandare'),
  till: list('till'),
};

const flag = (name: FlagName): string => FLAGS[name].option.split(' ')[0] ?? '';
const belongs = (name: FlagName, typ: MalTyp): boolean =>
  (FLAGS[name].typer as readonly MalTyp[]).includes(typ);

const flagsOf = (typ: MalTyp): string =>
  (Object.keys(FLAGS) as FlagName[])
    .filter((name) => belongs(name, typ))
    .map(flag)
    .join(', ');

/** The fields that the flags set. Throws CommandError when one of them belongs to another kind of thing. */
export function faltFrom(given: Given, of: Of): Falt {
  const falt: Falt = {};
  for (const name of Object.keys(FLAGS) as FlagName[]) {
    const value = given[name];
    if (value === undefined) continue;
    if (!belongs(name, of.typ)) {
      throw new CommandError(
        `${flag(name)} hör inte till ${thing(of.typ)}. Det gör ${flagsOf(of.typ)}.`,
        EXIT.wrongUsage,
      );
    }
    Object.assign(falt, TO_FALT[name](typeof value === 'string' ? [value] : value, of));
  }
  return falt;
}

/** The same, where something must be said. Throws CommandError with the flags that fit when nothing is. */
export function changedFalt(given: Given, of: Of): Falt {
  const falt = faltFrom(given, of);
  if (Object.keys(falt).length > 0) return falt;
  throw new CommandError(
    `Säg vad som ska rättas. Till ${thing(of.typ)} hör ${flagsOf(of.typ)}.`,
    EXIT.wrongUsage,
  );
}

/** All fields of a new item; what is not said is not there. */
export function newItem(typ: ItemTyp, given: Given, kind: MalVy['kind']): Falt {
  const empty = emptyFalt(typ);
  return { ...empty, ...faltFrom(given, { typ, kind, falt: empty }) };
}
