/** What a person says of one body or recipient, or of two: the changes that are made by hand. */
import { organKey } from '../../extraction/routing/organ.ts';
import { type Organ, OrganFel } from './fil.ts';
import { type Underlag, uppslagOf } from './register.ts';
import { takeIn, throwIf } from './take-in.ts';
import type { OrganPost, RegisterOrgan } from './types.ts';

export interface Period {
  fran: string | null;
  till: string | null;
}

/** What to change; names and abbreviations are added to those that are there. */
export interface Rattning extends Pick<Organ, 'slag' | 'overordnat' | 'kanal'> {
  /** The name it goes by from now on; the one before stays one of its names. */
  namn?: string;
  tidigare?: readonly string[];
  forkortningar?: readonly string[];
  /** The days between which it was called by the names that are added. */
  period?: Period;
  /** It is not in the register yet. */
  ny?: boolean;
}

const UNKNOWN: Period = { fran: null, till: null };

/**
 * Changes one body or recipient, by any of its names.
 *
 * @throws OrganFel when it is not known (with `ny`: when it is), or the change cannot be made
 */
export function ratta(underlag: Underlag, namn: string, rattning: Rattning): OrganPost[] {
  const {
    ny = false,
    namn: goesBy,
    tidigare = [],
    forkortningar = [],
    period = UNKNOWN,
    ...fields
  } = rattning;
  const shown = uppslagOf(underlag).find(namn);
  if (ny && shown) throw new OrganFel([`${namn} finns redan i registret: ${shown.namn}.`]);
  if (!ny && !shown) throw new OrganFel([notKnown(namn)]);
  const before = shown ?? { namn, tidigareNamn: [], forkortningar: [] };
  const now = goesBy ?? before.namn;
  const key = (name: string) => organKey(name, { huvudman: underlag.huvudman });
  // another spelling of the same name is no earlier name
  const added = [...tidigare, ...(key(now) === key(before.namn) ? [] : [before.namn])];
  const kept = before.tidigareNamn.filter((one) => ![now, ...added].includes(one.namn));
  const names = [...kept, ...[...new Set(added)].map((one) => ({ namn: one, ...period }))];
  const short = [...new Set([...before.forkortningar, ...forkortningar])];
  return takeIn(underlag, [
    {
      namn: now,
      ...(added.length > 0 && { tidigareNamn: names }),
      ...(forkortningar.length > 0 && { forkortningar: short }),
      ...fields,
    },
  ]);
}

/**
 * Says that two names mean one body: it goes by the first of them, and the second is one that it went by before.
 *
 * @param period the days between which it was called by the second name, where they are known
 * @throws OrganFel when one of them is not known, or both are one already
 */
export function sammanfor(
  underlag: Underlag,
  [namn, annat]: readonly [string, string],
  period: Period = UNKNOWN,
): OrganPost[] {
  const { find } = uppslagOf(underlag);
  const [one, other] = [find(namn), find(annat)];
  const unknown = [one ? [] : [namn], other ? [] : [annat]].flat();
  throwIf(unknown.map(notKnown));
  if (!one || !other) return [...underlag.poster];
  if (one === other) throw new OrganFel([`${namn} och ${annat} är redan samma i registret: ${one.namn}.`]);
  const said = (organ: RegisterOrgan) => underlag.poster.find(({ id }) => id === organ.id);
  const people = [...(said(one)?.ledamoter ?? []), ...(said(other)?.ledamoter ?? [])];
  const short = [said(one)?.forkortningar, said(other)?.forkortningar].some(Boolean)
    ? [...new Set([...one.forkortningar, ...other.forkortningar])]
    : undefined;
  const kanal = one.kanal ?? other.kanal;
  return takeIn(underlag, [
    {
      namn: one.namn,
      tidigareNamn: [...one.tidigareNamn, { namn: other.namn, ...period }, ...other.tidigareNamn],
      ...(short && { forkortningar: short }),
      ...(people.length > 0 && { ledamoter: people }),
      ...(kanal !== null && { kanal }),
    },
  ]);
}

const notKnown = (namn: string): string => `Inget i registret heter ${namn}.`;
