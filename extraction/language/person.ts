/**
 * People and groups as records list them: "Anna Berg (S), Bo Ek (M) och ordföranden Eva Lind (C)",
 * "representanterna från M och L", "Socialdemokraterna", "Alliansen".
 */
import type { Person } from '../record.ts';
import { isPartyAbbreviation, partyByName, partyInBrackets } from './party.ts';
import { leadingRole, parseRole } from './role.ts';

/** Between people; not the "och" of "hälso- och sjukvårdsdirektör". */
const JOINER =
  /(?:(?<!\s)\s+)?[,;]\s*(?:(?:och|samt|jämte)\s+)?|(?<![-‐–\s])\s+(?:och|samt|jämte|respektive|&|tillsammans\s+med|med\s+instämmande\s+av)\s+/iu;
const GROUP_WORD =
  '(?:parti|fullmäktige|kommunfullmäktige|regionfullmäktige|landstings|nämnd)?(?:grupp(?:en|erna)?|ledamöter(?:na)?|ledamot(?:en)?|representant(?:en|er|erna)?|företrädare(?:n)?|företrädarna|ersättare|ersättarna|politiker(?:na)?|partierna|partiet)';
const GROUP_LEAD = new RegExp(
  `^(?:(?:samtliga|alla|båda|hela|de|den|övriga|närvarande)\\s+)*${GROUP_WORD}\\s+(?:(?:som\\s+)?(?:från|för|i|ur|av|representerar|tillhör)\\s+)`,
  'iu',
);
/** "S-ledamöterna Inga Ek och Bo Ås": the party of the names that follow. */
const PARTY_MEMBERS = new RegExp(
  `^\\s*(\\p{Lu}{1,4})-${GROUP_WORD}\\s+(?=\\p{Lu}[\\p{L}-]+\\s+\\p{Lu})`,
  'u',
);
/** "SD-gruppen genom Tor Ek (SD)", "Alliansen genom N (M)": the person acts. */
const THROUGH = /^\s*(?:\p{L}[\p{L}-]*\s+){1,4}genom\s+(?=\p{Lu}[\p{L}-]+\s+\p{Lu})/u;
const GROUP_TAIL = new RegExp(`(?:(?<!\\s)\\s+|-\\s?)${GROUP_WORD}$`, 'iu');
const GROUP_BARE = new RegExp(`^(?:hela\\s+)?-?${GROUP_WORD}$`, 'iu');
/** Whom a substitute stands in for: that person does not act. */
const STANDS_IN =
  /(?:^|\s)(?:tjg\.?|tj\.?|tjänstg\.?|tjänstgör(?:ande)?|ersätter|ersättare|ers\.?|tjg\.?\s+ers\.?|tj\.?\s+ers\.?|tjänstgörande\s+ersättare|i\s?stället|vikarierar)(?:\s+för|(?<=ersätter))(?:\s.*)?$/iu;
/** When or how somebody took part; nothing of it belongs to the name. */
const REMARK =
  /(?<!\s)\s+(?:[–—-]\s.*|(?:§|kl\.?\s|fr\.?\s?o\.?\s?m|(?-i:t\.?\s?o\.?\s?m)|från|till|via|på|ej|under|digitalt|distans|närvarande|deltar|deltog|för|punkt(?:en|erna)?|ärende|m\.?\s?fl|med\s+flera)(?:[\s.§].*)?)$/iu;
const PARTICLES = new Set(
  'af al auf av bin ben da dal de del della den der des di dos du el la le lo of och san st ten ter till van von y zu zum zur'.split(
    ' ',
  ),
);

interface Part {
  person: Person;
  /** The party stood in brackets, so it is no remark on the person before. */
  bracketed: boolean;
  /** "(båda S)": the party of those before too. */
  shared: string | null;
}

/**
 * The people and groups of a list. A party gives `namn` null and `parti` (by name: its abbreviation); a role
 * without a name `roll` alone, with a capital ("Ordförande"); any other group its name.
 */
export function parsePersons(text: string): Person[] {
  let rest = hideInBrackets(groupsApart(text.replace(/\s+/g, ' ').trim())).replace(/(?<![.:;])[.:;]+$/, '');
  const lead = GROUP_LEAD.exec(rest);
  if (lead) rest = rest.slice(lead[0].length);
  const out: Person[] = [];
  let afterComma = false;
  let ofGroup: string | null = null;
  for (const piece of splitKeeping(rest)) {
    if (piece.joiner) {
      afterComma = /^\s*[,;]\s*$/.test(piece.text);
      continue;
    }
    const text = showInBrackets(piece.text).replace(GROUP_LEAD, '');
    const members = PARTY_MEMBERS.exec(text);
    if (isPartyAbbreviation(members?.[1] ?? '')) ofGroup = members?.[1] ?? null;
    const part = parsePart(ofGroup && members ? text.slice(members[0].length) : text);
    if (!part) continue;
    const before = out.at(-1);
    if (part.bracketed) ofGroup = null;
    else if (ofGroup && part.person.namn) part.person.parti ??= ofGroup;
    if (part.shared) for (const p of out) if (p.namn && !p.parti) p.parti = part.shared;
    if (part.shared && before && !part.person.namn) continue;
    if (afterComma && !lead && before?.namn && !part.bracketed && completes(before, part.person)) continue;
    out.push(part.person);
  }
  // Beside a name a role is written small; only a chair without a name is called by it.
  for (const p of out)
    if (p.namn && p.roll && !/^\p{Lu}{2}/u.test(p.roll))
      p.roll = p.roll.charAt(0).toLowerCase() + p.roll.slice(1);
  return out;
}

/** "V- och SD-grupperna", "Samtliga (m)- och (kd)-ledamöter": the parties without the hyphens. */
function groupsApart(text: string): string {
  return text
    .replace(
      /(?<!\p{L})(?:\((\p{L}{1,4})\)|(\p{Lu}{1,4}))-(?=\s*(?:,|och\s|samt\s))/gu,
      (all, small, large) =>
        isPartyAbbreviation((small ?? large).toUpperCase()) ? (small ? `(${small})` : large) : all,
    )
    .replace(/^(?:samtliga|alla|övriga|närvarande)\s+(?=\(\p{L}{1,4}\))/iu, '');
}

/** "Anna Berg, S" and "Anna Berg (S), ordförande": a party or role after a comma belongs to the one before. */
function completes(before: Person, { namn, parti, roll }: Person): boolean {
  if (namn) return false;
  if (parti && !roll && !before.parti) {
    before.parti = parti;
    return true;
  }
  if (roll && !parti && !before.roll) {
    before.roll = roll;
    return true;
  }
  return false;
}

function hideInBrackets(text: string): string {
  return text.replace(/[([{][^()[\]{}]{0,60}[)\]}]/g, (m) =>
    m.replace(/,/g, '\u0001').replace(/ /g, '\u0002'),
  );
}

function showInBrackets(text: string): string {
  return text.replaceAll('\u0001', ',').replaceAll('\u0002', ' ');
}

function splitKeeping(text: string): { text: string; joiner: boolean }[] {
  return text.split(new RegExp(`(${JOINER.source})`, 'iu')).map((t, i) => ({ text: t, joiner: i % 2 === 1 }));
}

function parsePart(text: string): Part | null {
  const person: Person = { namn: null, parti: null, roll: null };
  let shared: string | null = null;
  let bracketed = false;
  const parties: string[] = [];
  let rest = text
    .replace(THROUGH, '')
    .replace(/(?:^\s*|(?<=\))\s+)för\s+\p{Lu}[\p{L}.-]+\s+\p{Lu}.*$/u, ' tjg för ')
    .replace(STANDS_IN, (m) => {
      person.roll = /vikar|stället/i.test(m) ? null : 'Tjänstgörande ersättare';
      return '';
    });
  rest = rest.replace(/(?:(?<!\s)\s+)?[([{]([^()[\]{}]{0,60})(?:[)\]}]|$)\.?/g, (_, inner: string) => {
    for (const piece of inner.split(/,|\/(?=\s)/)) {
      const all = /^\s*(?:båda|bägge|samtliga|alla)\s+(\S+)\s*$/i.exec(piece);
      const role = parseRole(piece);
      const party = role ? null : partyInBrackets(all?.[1] ?? piece);
      if (role) person.roll ??= role;
      if (party) parties.push(party);
      if (party && all) shared = party;
    }
    return ' ';
  });
  if (parties.length === 1) {
    person.parti = parties[0] ?? null;
    bracketed = true;
  }
  rest = ` ${rest.replace(/\s+/g, ' ')}`
    .replace(REMARK, '')
    .replace(/^[\s\d.•*–—-]+(?=\p{L}|$)/u, '')
    .replace(/(?<![\s,;:.])[\s,;:.]+$/, (m) => (/\p{Lu}\.$/u.test(rest.trim()) && m.includes('.') ? '.' : ''))
    .trim();
  if (GROUP_BARE.test(rest) && bracketed) rest = '';
  // "…, båda (M)": of those before
  if (bracketed && /^(?:båda|bägge|samtliga|alla)$/iu.test(rest)) {
    shared = person.parti;
    rest = '';
  }
  nameAndRole(rest, person);
  if (!person.namn && !person.parti && !person.roll) return null;
  return { person, bracketed, shared };
}

function nameAndRole(rest: string, person: Person): void {
  if (!rest) return;
  const group = rest
    .replace(GROUP_TAIL, '')
    .replace(/:s$/, '')
    .replace(/^(?:hela|samtliga|övriga|närvarande)\s+(?=\p{Lu})/u, '');
  const party = isPartyAbbreviation(group) ? group : (partyByName(rest) ?? partyByName(group));
  if (party && !person.parti) {
    person.parti = party;
    return;
  }
  const role = parseRole(rest);
  if (role) {
    person.roll ??= role;
    return;
  }
  let words = rest.split(' ');
  const n = leadingRole(words);
  if (n > 0 && n < words.length) {
    person.roll ??= parseRole(words.slice(0, n).join(' ')) ?? words.slice(0, n).join(' ');
    words = words.slice(n);
  }
  const low = words.findIndex((w, i) => i > 0 && /^\p{Ll}/u.test(w) && !PARTICLES.has(w));
  const tail = low > 1 ? parseRole(words.slice(low).join(' ')) : null;
  if (tail) {
    person.roll ??= tail;
    words = words.slice(0, low);
  }
  if (!person.parti && words.length >= 3) {
    if (isPartyAbbreviation(words[0] ?? '')) person.parti = words.shift() ?? null;
    else if (isPartyAbbreviation(words.at(-1) ?? '')) person.parti = words.pop() ?? null;
  }
  person.namn = words.join(' ');
}

/** True for two to six words that look like somebody's name: capitals, particles, initials, hyphens. */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 6) return false;
  const capital = words.filter((w) => /^\p{Lu}(?:\.|[\p{L}’'´`.-]*)$/u.test(w)).length;
  return (
    capital >= 2 &&
    !words.includes('OCH') &&
    words.every((w) => PARTICLES.has(w) || /^\p{Lu}[\p{L}’'´`.-]*$/u.test(w))
  );
}
