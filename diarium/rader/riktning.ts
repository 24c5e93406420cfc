/** Whether a handling came in, was drawn up or was sent out, as seen from the huvudman. */
import { ord } from '../../extraction/language/ord.ts';
import type { Handling } from '../../extraction/record.ts';
import { huvudmanKey, isGenericOrgan, isOrganName } from '../../extraction/routing/organ.ts';
import { OFFICE } from '../../extraction/vocabulary/handlingar.ts';
import type { Riktning } from './types.ts';

/** Authorities of the state, companies and societies: whoever bears such a name is somebody else. */
const OTHERS = ord(
  /(?:verket|inspektionen|länsstyrelsen?|departementet|domstolen|tingsrätten|kammarrätten|förvaltningsrätten|myndigheten|ombudsmannen|kanslern|ämbetet|socialstyrelsen|skolstyrelsen|polisen|högskolan|universitetet)\b|\b(?:stats|riks|kammar)\p{L}+|\b(?:AB|HB|KB|ek\.?\s?för)\b|\b(?:\p{L}*förening(?:en)?|\p{L}*stiftelsen?|\p{L}*klubb(?:en)?)$/iu,
);
/** Another municipality or region in a name: "Kommunstyrelsen i Ekbacka", "Region Norrvall", "Lundviks kommun". */
const MUNICIPALITY = ord(
  /(\p{Lu}[\p{L}-]{1,40}(?: \p{Lu}[\p{L}-]{1,40}){0,5}\s(?:kommun|stad)|Region \p{Lu}[\p{L}-]{1,40})s?\b/u,
);
/** What people outside the offices bring before a body, whoever they are. */
const BROUGHT = /^(?:motion|medborgarförslag|e-förslag|interpellation|enkel fråga)(?![\p{L}-])/iu;

/** A longer one is a sentence in which an office is spoken of. */
const LONGEST = 80;

/** true: a body, office or official of the huvudman's own; false: somebody else; null: the name does not tell. */
export function isOwn(name: string, huvudman: string | null): boolean | null {
  const key = huvudmanKey(huvudman);
  const named = MUNICIPALITY.exec(name)?.[1];
  if (named !== undefined) return key === '' ? null : huvudmanKey(named) === key;
  if (OTHERS.test(name)) return false;
  if (key !== '' && huvudmanKey(name) === key) return true;
  const isOffice = name.length <= LONGEST && OFFICE.test(name);
  return isOrganName(name) || isGenericOrgan(name) || isOffice ? true : null;
}

/**
 * Minutes, notices and memoranda are the huvudman's own; an answer to a remiss came in unless its own body or office
 * wrote it; what is the huvudman's own and goes to others only was sent out. null: it cannot be told.
 */
export function riktningOf(
  handling: Pick<Handling, 'kind' | 'huvudman' | 'avsandare' | 'till' | 'rubrik'>,
): Riktning | null {
  const { kind, huvudman, avsandare, till, rubrik } = handling;
  if (kind === 'protokoll' || kind === 'kallelse') return 'upprattad';
  if (kind === 'annat' && BROUGHT.test(rubrik ?? '')) return 'inkommen';
  const own = avsandare === null ? null : isOwn(avsandare, huvudman);
  if (own === false) return 'inkommen';
  if (own === null && kind === 'remissvar') return avsandare === null ? null : 'inkommen';
  if (own === null && kind === 'annat') return null;
  return till.length > 0 && till.every((name) => isOwn(name, huvudman) === false)
    ? 'expedierad'
    : 'upprattad';
}
