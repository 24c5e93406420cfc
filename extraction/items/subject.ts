/** Who reserves themselves, notes something or does not take part: the people of a sentence with such a verb. */
import { ord } from '../language/ord.ts';
import { parsePersons } from '../language/person.ts';
import type { Person } from '../record.ts';
import { findOrganer } from '../routing/organ.ts';

/** The members of a body as a group: they may have jäv together ("Nämndernas ledamöter"). */
const MEMBERS = ord(/^\p{Lu}.{3,90}s (?:ledamöter|ersättare|presidium|presidier)(?:na)?$/u);

/**
 * The people and groups that are the subject of `verb` in a sentence, or its agent ("anmäls av N"). None where a
 * body or an office is.
 */
export function subjectOf(text: string, verb: RegExp): Person[] {
  const at = verb.exec(text)?.index ?? 0;
  const agent = ord(
    /\b(?:anmäls|lämnas|inlämnas|avges|avgavs|anmäldes|lämnades|inlämnades|görs) av\s+(.+?)(?:,\s*bilaga.*)?\.?$/iu,
  ).exec(text);
  if (agent?.[1]) return parsePersons(untilNamesEnd(withoutAddress(agent[1])));
  const before = withoutAddress(text.slice(0, at))
    .replace(ord(/^(?:vidare|även|också|härefter|dessutom)\b/iu), '')
    .replace(/^[-–•\s]+/, '')
    // "På begäran av N antecknas": at whose wish it is done
    .replace(ord(/^(?:på|efter) (?:begäran|önskemål|anmodan|hemställan|yrkande) (?:av|från)\s+/iu), '')
    .trim();
  // "Mot punkt 2 reserverar sig N": the members stand after the verb
  const fronted = ord(/^(?:mot|på grund av|till förmån|med hänvisning)\b/iu).test(before);
  if (before && !fronted) {
    if (MEMBERS.test(before) && parsePersons(before).every((p) => !p.parti))
      return [{ namn: before, parti: null, roll: null }];
    // a body or an office that "lämnar yttrande" notes nothing to its own minutes
    return findOrganer(before).length > 0 && !/\(\p{L}{1,5}\)/u.test(before)
      ? []
      : parsePersons(untilLastParty(before));
  }
  const after = withoutAddress(text.slice(at))
    .replace(verb, '')
    .replace(/^\s*(?:sig|reserverar|mot beslutet|inte|ej|icke)\s*/giu, '')
    .replace(/^,?\s*(?:till förmån för|mot|skriftligt|muntligt)[^,()]{0,80},\s*(?=\p{Lu})/u, '');
  return parsePersons(
    untilNamesEnd(
      after.split(
        ord(/\b(?:mot|till förmån|skriftligt|muntligt|i beslutet|på grund|lokalen|rummet|salen|inte|ej)\b/iu),
      )[0] ?? '',
    ),
  );
}

/** What goes on with a list of names: the end, another bracket, or a joiner and a name, a role or a group. */
const JOINED = ord(
  /^\s*(?:(?:[.,;:]\s*)?$|\(|(?:[,;]\s*(?:och |samt )?|(?:och|samt|respektive|jämte|tillsammans med|med instämmande av|genom) )(?:\p{Lu}|\d:e|ledam|ersätt|ordför|vice|förste|andre|representant|samtliga|båda|bägge|hela))/u,
);

/** "Anna Berg (S) lokalen": a list of names ends at the party in brackets that no other name follows. */
function untilNamesEnd(text: string): string {
  for (const m of text.matchAll(/\([^()]{1,20}\)/g)) {
    const end = m.index + m[0].length;
    if (!JOINED.test(text.slice(end))) return text.slice(0, end);
  }
  return text;
}

/** "Bo Ek (M) och Anna Berg (S) vill att": what follows the last party in brackets is no name, unless it is joined on. */
function untilLastParty(text: string): string {
  const end = text.lastIndexOf(')') + 1;
  return end > 0 && !JOINED.test(text.slice(end)) ? text.slice(0, end) : text;
}

/** "Herr Berg (c)", "fru Ek (s)": forms of address are no part of a name. */
const withoutAddress = (text: string) => text.replace(/(^|[\s,])(?:herr|fru|fröken)\s+/giu, '$1');
