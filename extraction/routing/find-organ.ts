/**
 * Finds the names of deciding bodies in running text: "Hälso- och sjukvårdsnämnden", "regionstyrelsens
 * serviceutskott", "nämnden för Teknikservice", "Socialnämnd Centrum". Offices and persons ("stadslednings-
 * kontoret", "regiondirektören") are none. A name is grown from its last word to the left and to the right.
 */
import {
  EFTER_GENITIV_INGET_ORGAN,
  EJ_GENITIV,
  EJ_PLATS,
  FOR_ANDAMAL,
  FORLED,
  LOKALA_FORLED,
  NAMN_SLUT,
  ORGAN_ADJEKTIV,
  ORGAN_FORKORTNINGAR,
} from '../vocabulary/organ.ts';
import { type OrganWord, organWord } from './organ-words.ts';

export interface FoundOrgan {
  /** As printed, on one line, without genitive -s: "kommunstyrelsens" gives "kommunstyrelsen". */
  name: string;
  /** Offsets of the name as printed, the genitive -s among it. */
  start: number;
  end: number;
  /** Printed as a genitive: "kommunstyrelsens förslag". */
  genitive: boolean;
  /** "nämnden", "styrelsen", "utskottet": means whichever body the handling is about. */
  generic: boolean;
}

interface Token {
  text: string;
  low: string;
  start: number;
  end: number;
  /** What stands between the token before and this one. */
  gap: string;
}

const CONJ = new Set(['och', 'samt', 'o']);
const FORLED_SET = new Set(FORLED);
const ADJ = new Set(ORGAN_ADJEKTIV);
const NO_BODY_AFTER_GENITIVE = new Set(EFTER_GENITIV_INGET_ORGAN);
const SUB_BODIES = new Set(['utskott', 'presidium', 'beredning', 'nämnd', 'kommitté', 'delegation', 'råd']);
const PROCEDURE = /^(?:föresl|beslut|godkän|tillstyrk|avstyrk|ställ|hemställ|anse)/iu;

/** All bodies named in a text, in order, none inside another. Linear in the length of the text. */
export function findOrganer(text: string): FoundOrgan[] {
  const tokens = tokenise(text);
  const found: (FoundOrgan & { last: number; slag: string })[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const word = organWord(token.text);
    if (!word) {
      const short = abbreviation(tokens, i);
      if (short) found.push({ ...short, last: i, slag: '' });
      continue;
    }
    const before = found.at(-1);
    const sub =
      before?.genitive && before.last === i - 1 && !token.gap.trim() && SUB_BODIES.has(word.slag.slag);
    const first = sub ? i : growLeft(tokens, i, word, before ? before.last + 1 : 0);
    const last = word.genitiv ? i : growRight(tokens, i, word);
    if (!isName(tokens, i, word, first, last, !!sub)) continue;
    const start = sub && before ? before.start : (tokens[first] as Token).start;
    const end = (tokens[last] as Token).end;
    const genitive = word.genitiv && last === i;
    if (sub) found.pop();
    const printed = text.slice(start, end).replace(/\s+/g, ' ');
    found.push({
      name: genitive ? printed.replace(/s$/i, '') : printed,
      start,
      end,
      genitive,
      generic: !sub && first === i && last === i && !word.forled && word.slag.slag !== 'fullmäktige',
      last,
      slag: word.slag.slag,
    });
    i = last;
  }
  return found.map(({ name, start, end, genitive, generic }) => ({ name, start, end, genitive, generic }));
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const m of text.matchAll(/[\p{L}\p{M}\d]+/gu)) {
    const end = m.index + m[0].length;
    tokens.push({ text: m[0], low: m[0].toLowerCase(), start: m.index, end, gap: text.slice(at, m.index) });
    at = end;
  }
  return tokens;
}

const hyphened = (gap: string) => /^\s?[-‐‑–—]\s*(?:,\s*)?$/u.test(gap);
const isCapital = (t: Token | undefined) => !!t && /^\p{Lu}/u.test(t.text);

/** Leftwards: "Hälso- och", "Äldre samt vård- och", "Kultur-, fritids- och", "Regionala", "Göteborgs". */
function growLeft(tokens: Token[], core: number, word: OrganWord, floor: number): number {
  let at = core;
  for (;;) {
    const token = tokens[at] as Token;
    const prev = tokens[at - 1];
    if (!prev || at <= floor) return at;
    const conj = CONJ.has(prev.low) && /^\s+$/.test(token.gap);
    const amp = /^\s*(?:[-‐–]\s*)?&\s*$/u.test(token.gap);
    if (conj || amp) {
      const left = at - (conj ? 2 : 1);
      const forled = tokens[left];
      const gap = conj ? prev.gap : token.gap;
      const joined = forled && (hyphened(gap) || (/-/.test(gap) && amp));
      // Without a hyphen only words that names are made of; "kommunen och socialnämnden" are two.
      const known = forled && /^\s*(?:&\s*)?$/.test(gap) && FORLED_SET.has(forled.low);
      if (!forled || left < floor || !(joined || known) || organWord(forled.text)) return at;
      at = left;
    } else if (at !== core && /^\s?[-‐–]\s*,\s*$/u.test(token.gap)) {
      at -= 1;
    } else if (at !== core && /^,\s*$/.test(token.gap) && FORLED_SET.has(prev.low)) {
      at -= 1;
    } else if (/^\s+$/.test(token.gap) && ADJ.has(prev.low)) {
      at -= 1;
    } else if (/^\s+$/.test(token.gap) && isPlaceGenitive(prev, word) && !/[.:;\n]/.test(token.gap)) {
      at -= 1;
      if (at <= floor) return at;
      return Math.max(floor, startOfPlace(tokens, at, word));
    } else return at;
  }
}

/** "Södra Granbygdens", "Mellersta Viklands": which part of it belongs to the place. */
const PART_OF_LAND = /^(?:(?:Nord|Syd)?(?:Västra|Östra|västra|östra)|Norra|Södra|Mellersta|Övre|Nedre)$/u;

/** "Göteborgs Stads", "Region Jämtland Härjedalens": the first word of a name whose last is a genitive. */
function startOfPlace(tokens: Token[], at: number, word: OrganWord): number {
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    if (!isCapital(tokens[k]) || tokens[k + 1]?.gap !== ' ') break;
    if (tokens[k]?.low === 'region') return k;
  }
  if (isCapital(tokens[at - 1]) && tokens[at]?.gap === '-') return at - 1;
  if (PART_OF_LAND.test(tokens[at - 1]?.text ?? '') && tokens[at]?.gap === ' ') return at - 1;
  return isPlaceGenitive(tokens[at - 1], word) && tokens[at]?.gap === ' ' ? at - 1 : at;
}

const DISTRICT = /^(?:stads|kommun)dels/iu;

function isPlaceGenitive(token: Token | undefined, word: OrganWord): boolean {
  if (!token || (word.bestamd && word.slag.slag !== 'fullmäktige')) return false;
  // "Ekby-Strandlunda stadsdelsnämnd": boards of a city's districts bear the place without a genitive, too
  const form = DISTRICT.test(word.forled) ? /^\p{Lu}\p{Ll}+$/u : /^\p{Lu}\p{Ll}+s$/u;
  return form.test(token.text) && !organWord(token.text) && !EJ_GENITIV.includes(token.low);
}

/** Rightwards: "för Teknikservice", "för arbetsmarknad och vuxenutbildning", "Centrum", "Ekby-Strandlunda". */
function growRight(tokens: Token[], core: number, word: OrganWord): number {
  const next = tokens[core + 1];
  if (!next || !/^[ \t]*(?:\n[ \t]*)?(?:[–-] )?$/.test(next.gap)) return core;
  const onSameLine = !next.gap.includes('\n');
  if (next.low === 'för' && word.slag.slag !== 'fullmäktige') {
    const bare = !word.forled || ADJ.has(word.forled);
    return bare ? growFor(tokens, core) : core;
  }
  const local = LOKALA_FORLED.some((f) => word.forled.endsWith(f)) || (!word.bestamd && word.forled !== '');
  return local && onSameLine ? growPlace(tokens, core) : core;
}

function growFor(tokens: Token[], core: number): number {
  const first = tokens[core + 2];
  if (!first || FOR_ANDAMAL.includes(first.low) || /^\d/.test(first.text)) return core;
  let last = core;
  let capitals = isCapital(first) && first.text === first.text.toUpperCase();
  for (let k = core + 2; k < Math.min(tokens.length, core + 11); k++) {
    const token = tokens[k] as Token;
    const listed = /^-?,\s+$/.test(token.gap) && CONJ.has(tokens[k + 1]?.low ?? tokens[k + 2]?.low ?? '');
    if (k > core + 2 && !/^(?:\s+|-|- ?)$/.test(token.gap) && !listed) break;
    // A capital after small letters begins something else: "Utskottet för ekonomi Svar på …".
    if (k > core + 2 && isCapital(token) && !capitals) break;
    if (token.gap.includes('\n') && isCapital(token) && k > core + 2) break;
    if (isCapital(token) && token.text !== token.text.toUpperCase()) capitals = true;
    if (NAMN_SLUT.test(token.low) || /^\d/.test(token.text) || organWord(token.text)) break;
    if (CONJ.has(token.low)) {
      const after = tokens[k + 1];
      if (!after || NAMN_SLUT.test(after.low) || organWord(after.text) || continuesElsewhere(tokens, k + 1))
        break;
      continue;
    }
    last = k;
  }
  return last;
}

/** After "och": another body ("och miljö- och byggnadsnämnden") or an office, not more of this name. */
function continuesElsewhere(tokens: Token[], at: number): boolean {
  for (let k = at; k < Math.min(tokens.length, at + 4); k++) {
    const token = tokens[k] as Token;
    if (k > at && /[.,;:]/.test(token.gap)) return false;
    if (organWord(token.text) || /(?:kontoret|förvaltningen|direktören|chefen)s?$/u.test(token.low))
      return true;
    if (!CONJ.has(token.low) && k > at && !hyphened(token.gap) && !CONJ.has((tokens[k - 1] as Token).low))
      return false;
  }
  return false;
}

function growPlace(tokens: Token[], core: number): number {
  let last = core;
  for (let k = core + 1; k < Math.min(tokens.length, core + 6); k++) {
    const token = tokens[k] as Token;
    const ok = k === core + 1 ? /^[ \t]+(?:[–-] )?$/.test(token.gap) : /^(?: |[-–/])$/.test(token.gap);
    if (!ok || !/^\p{Lu}\p{L}+$/u.test(token.text)) break;
    if (EJ_PLATS.includes(token.low) && !(k === core + 1 && isRegionName(tokens, k))) break;
    if (organWord(token.text) || NAMN_SLUT.test(token.low)) break;
    last = k;
  }
  // "Socialnämnden Anna Berg (S)": a person's name, no place.
  const after = tokens[last + 1];
  if (last > core && after && /^\s*\($/.test(after.gap) && after.text.length <= 3) return core;
  return last;
}

const isRegionName = (tokens: Token[], k: number) =>
  (tokens[k] as Token).low === 'region' && isCapital(tokens[k + 1]) && tokens[k + 1]?.gap === ' ';

function isName(
  tokens: Token[],
  core: number,
  word: OrganWord,
  first: number,
  last: number,
  sub: boolean,
): boolean {
  const token = tokens[core] as Token;
  const next = tokens[core + 1];
  const prev = tokens[core - 1];
  // "nämnd-", "utskotts-": half of another word.
  if (next && /^[-‐]/.test(next.gap) && !/^[-‐]\s/.test(next.gap) && last === core) return false;
  if (
    prev &&
    first === core &&
    /[\p{L}\d][-‐]$/u.test(prev.text + token.gap) &&
    /^[-‐]$/.test(token.gap) &&
    !isCapital(prev)
  )
    return false;
  if (word.genitiv && next && /^\s+$/.test(next.gap) && NO_BODY_AFTER_GENITIVE.has(next.low)) return false;
  if (word.slag.slag === 'beredning' && !word.forled && last === core) {
    if (!word.bestamd || next?.low === 'av' || next?.low === 'inför') return sub;
  }
  if (word.slag.slag === 'råd' && !word.forled && first === core && last === core) return false;
  if (word.slag.slag === 'revision' && !word.forled && next?.low === 'av') return false;
  if (word.bestamd || sub) return true;
  if (last > core) return !!word.forled || first < core || isCapital(token);
  // An indefinite name stands as a heading or after a place ("Regionstyrelse", "Ekbackens kommunstyrelse").
  return word.slag.slag === 'utskott' || word.forled || first < core
    ? isCapital(tokens[first]) &&
        (core === 0 || first === 0 || first < core || /\n|[.:;]\s*$/.test(token.gap))
    : false;
}

/** HSN, KSAU: the universal ones anywhere, others only beside a word of procedure; not the head of a number. */
function abbreviation(tokens: Token[], i: number): FoundOrgan | null {
  const { text, start, end } = tokens[i] as Token;
  const next = tokens[i + 1];
  const prev = tokens[i - 1];
  if (text.length < 2 || text.length > 6 || !/^\p{Lu}+$/u.test(text)) return null;
  if (next && (/^\s*[/:§.-]/u.test(next.gap) || (/^\d/.test(next.text) && /^\s*(?:§+\s*)?$/u.test(next.gap))))
    return null;
  // "KF Handling 2031 nr 7": a series of documents.
  if (next && /^ $/.test(next.gap) && /^\p{Lu}\p{Ll}/u.test(next.text)) return null;
  if (prev && /[/:-]$/.test((tokens[i] as Token).gap)) return null;
  const procedure =
    (next && /^\s+$/.test(next.gap) && PROCEDURE.test(next.low)) ||
    (prev && /^\s+$/.test((tokens[i] as Token).gap) && /^föreslå(?:r|s)?$/u.test(prev.low));
  if (!Object.hasOwn(ORGAN_FORKORTNINGAR, text) && !(procedure && /(?:N|AU)$/.test(text))) return null;
  return { name: text, start, end, genitive: false, generic: false };
}
