/** What a recipient is, by its name. */
import { isPartyAbbreviation, partyByName } from '../../extraction/language/party.ts';
import { isPersonName } from '../../extraction/language/person.ts';
import { parseRole } from '../../extraction/language/role.ts';
import { isOrganName, organKey } from '../../extraction/routing/organ.ts';
import { fold, kindInKey } from '../../extraction/routing/organ-key.ts';
import { organWord } from '../../extraction/routing/organ-words.ts';
import {
  BOLAG_RE,
  FORVALTNING_SLUT,
  FUNKTIONER_RE,
  PARTER_RE,
  SANDS_RE,
  UTANFOR,
  UTANFOR_SLUT,
  VERKSAMHET_SLUT,
} from '../../extraction/vocabulary/mottagare.ts';
import { KONTOR_SLUT } from '../../extraction/vocabulary/organ.ts';
import type { Slag } from './ord.ts';

/** Kinds of deciding bodies as the vocabulary names them. */
const ORGAN: Readonly<{ [slag: string]: Slag }> = {
  nämnd: 'namnd',
  styrelse: 'styrelse',
  utskott: 'utskott',
  fullmäktige: 'fullmaktige',
  direktion: 'direktion',
  presidium: 'presidium',
  kommitté: 'kommitte',
  beredning: 'beredning',
  delegation: 'delegation',
  revision: 'revision',
  stämma: 'stamma',
  överförmyndare: 'overformyndare',
  råd: 'rad',
};

const whole = (parts: readonly string[]) => new RegExp(`^(?:${parts.join('|')})$`, 'iu');
const SENT = new RegExp(`^${SANDS_RE}`, 'iu');
const FUNKTION = whole(FUNKTIONER_RE);
const PART = whole(PARTER_RE);
const BOLAG = new RegExp(BOLAG_RE, 'u');
const OUTSIDE = new RegExp(`(?:^|[\\s-])(?:${UTANFOR.join('|')})s?(?=$|[\\s,])`, 'iu');
const APART = new RegExp(`(?:${UTANFOR_SLUT.join('|')})s?(?=$|[\\s,])`, 'iu');
/** Another municipality or region as a whole: "Granviks kommun", "Region Norrmark". */
const HUVUDMAN =
  /^(?:Region(?:en)?|Landstinget)\s+(?:i\s+)?\p{Lu}[\p{L} ]+$|^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?\s+(?:kommun|stad|läns landsting)s?$|^\p{L}+sregionen$/u;
const FORVALTNING = new RegExp(`(?:${FORVALTNING_SLUT.join('|')})(?:en|et|n|s)*$`, 'iu');
const UNITS = [...KONTOR_SLUT, ...VERKSAMHET_SLUT, 'område'];
const ENHET = new RegExp(`(?:${UNITS.join('|')})(?:en|et|n|er|erna|s)*$`, 'iu');

/**
 * What a name says that its bearer is; `okant` when it says nothing. Of a name with a post in it the post counts:
 * "Ekonomidirektör Anna Berg" is sent to as whoever holds the post.
 */
export function slagOf(namn: string, huvudman: string | null): Slag {
  const name = namn.replace(/\s+/gu, ' ').trim().replace(SENT, '');
  if (FUNKTION.test(name)) return 'funktion';
  if (PART.test(name)) return 'person';
  const body = isOrganName(name) && name.split(' ').findLast((word) => organWord(word));
  if (body) return ORGAN[organWord(body)?.slag.slag ?? ''] ?? 'okant';
  if (isOrganName(name)) return abbreviated(name);
  if (isParty(name)) return 'parti';
  if (BOLAG.test(name)) return 'bolag';
  // Its own name before or after a body's says nothing of where the body is.
  const own = organKey(name, { huvudman }) !== organKey(name);
  if (APART.test(name) || (!own && (HUVUDMAN.test(name) || OUTSIDE.test(name)))) return 'utanfor';
  const words = name.split(/[\s,/]+/u);
  if (words.some(isPost)) return 'befattning';
  if (isPersonName(name.replace(/(?<!\s)\s*\([^()]*\)$/u, ''))) return 'person';
  const ends = (end: RegExp) => words.some((word) => end.test(word));
  if (ends(FORVALTNING)) return 'forvaltning';
  if (ends(ENHET)) return 'enhet';
  const last = words.findLast((word) => organWord(word));
  return own && last ? (ORGAN[organWord(last)?.slag.slag ?? ''] ?? 'okant') : 'okant';
}

/** "chef", "ekonomidirektören", "kommunråd"; not "chefens" of "chefens stab", nor a council ("byrådet"). */
function isPost(word: string): boolean {
  const w = word.toLowerCase();
  if (/^chef(?:en)?$/u.test(w)) return true;
  if (/råd(?:et)?$/u.test(w))
    return /^(?:kommun|region|landstings|borgar|oppositions)\p{L}*råd(?:et)?$/u.test(w);
  return !/(?:en|et|n)s$/u.test(w) && parseRole(word) !== null;
}

function isParty(name: string): boolean {
  return isPartyAbbreviation(name) || partyByName(name) !== null || /^\p{L}{1,3}-gruppen$/u.test(name);
}

/** An abbreviation that stands for the same kind everywhere (KS, HSN), or one that ends as its kind does. */
function abbreviated(name: string): Slag {
  const kind = kindInKey(organKey(name).split(' ').at(-1) ?? '')?.kind;
  const slag = Object.entries(ORGAN).find(([word]) => fold(word) === kind)?.[1];
  if (slag) return slag;
  return name.endsWith('AU') ? 'utskott' : name.endsWith('N') ? 'namnd' : 'okant';
}
