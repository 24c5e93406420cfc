/** Several recipients named in one clause: "socialnämnden, barn- och utbildningsnämnden samt kommunledningskontoret". */
import { ord } from '../../extraction/language/ord.ts';
import { findOrganer } from '../../extraction/routing/organ.ts';
import { recipientName } from '../../extraction/routing/recipient.ts';

import { EFTER_NAMN, FORE_NAMN } from './ord.ts';

/** Longest text that can be a recipient's name: what is longer is a sentence. */
const NAME_LENGTH = 90;

/**
 * The recipients of a list, in order, each once. Names of bodies are kept whole; the rest is parted at commas, "och"
 * and "samt", but not inside "kultur- och fritidschefen".
 */
export function recipientsIn(list: string): string[] {
  const printed = list.replace(/\s+/g, ' ').trim();
  // "stadens nämnder och styrelser": no list of names.
  if (/(?:^|\s)(?:nämnder|styrelser|förvaltningar|bolag)(?:na)?(?=$|[\s,])/iu.test(printed))
    return parts(printed, false);
  const names: string[] = [];
  let at = 0;
  for (const organ of findOrganer(printed)) {
    if (organ.genitive) continue;
    const before = printed.slice(at, organ.start);
    // "kommunstyrelsens ordförande", "Anna Berg, ordförande i nämnden": the body is part of another name.
    if (/(?:^|\s)(?:i|för|vid|av|hos)\s*$/iu.test(before)) continue;
    names.push(...parts(before), organ.name);
    at = organ.end;
  }
  names.push(...parts(printed.slice(at)));
  return [...new Set(withPlaces(names))];
}

/** "Socialnämnd Norr, Söder och Väster" are three bodies: a place behind a body with a place is another of its kind. */
function withPlaces(names: readonly string[]): string[] {
  let kind = '';
  return names.map((name) => {
    const local = /^(.*nämnd(?:en)?) \p{Lu}\p{Ll}+$/u.exec(name)?.[1];
    if (local) kind = local;
    else if (kind && /^\p{Lu}\p{Ll}+$/u.test(name)) return `${kind} ${name}`;
    else kind = '';
    return name;
  });
}

function parts(text: string, apart = true): string[] {
  const raw = !apart
    ? [text]
    : text.split(/(?<![-–])\s{0,20}(?:[,;/]|(?<=\s|^)(?:och|samt|respektive|jämte)(?=\s|$))\s*/iu);
  const names: string[] = [];
  let held = '';
  for (const one of raw.map((p) => p.trim()).filter(Boolean)) {
    const whole = held ? `${held} och ${one}` : one;
    // "vård och omsorgsförvaltningen", "bygg, miljö- och …": half a name waits for its other half.
    if (/[-–]$/u.test(one) || (/^\p{Ll}{2,12}$/u.test(whole) && !isDefinite(whole))) held = whole;
    else {
      names.push(whole);
      held = '';
    }
  }
  return names
    .map((n) =>
      recipientName(
        n.replace(
          /^(?:till|åt|från|av|dels|även|också|(?:berörda?|samtliga)(?!\s(?:nämnder|styrelser|förvaltningar|bolag))|den|det|de)\s+(?=\p{L})/iu,
          '',
        ),
      ),
    )
    .filter((n) => n.length > 2 && n.length <= NAME_LENGTH && /\p{L}{2}/u.test(n));
}

/** "kansliet", "direktören", "revisorerna": a word that can stand alone as a recipient. */
const isDefinite = (word: string) => /(?:en|et|n|na|ar|er)$/u.test(word);

/** Whom a clause orders or empowers, by the words between its verbs: what stands around the names is left out. */
export function ordered(words: string): string[] {
  const printed = words.replace(/\s+/g, ' ').trim();
  return recipientsIn(printed.replace(ord(FORE_NAMN), '').replace(ord(EFTER_NAMN), ''));
}
