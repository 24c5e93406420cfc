/** Clauses of a proposal that stood one a line without any mark between them. */
import { ord } from '../../language/ord.ts';
import { CLAUSE, type Cuts, endsSentence, GOES_ON, wordBefore } from './split-line.ts';

/** How a sentence opens: "Förvaltningen får", "Utbildningsnämnden beställer". */
const OPENING = /(?<!\S)\p{Lu}[\p{L}-]{2,}\p{L}\s(?!och\s|samt\s)\p{Ll}{2,}(?=\s)/gu;
/** Words that open any sentence of prose. */
const SMALL = /^(?:Detta|Denna|Dessa|Vidare|Under|Inom|Enligt|Genom|Efter|Därför|Därefter|Samtidigt)\s/u;
/** What is decided with a matter, in the passive, or who is charged with it. */
const DECIDED = ord(
  /^(?:omedelbar justering|(?:beslutet|paragrafen|ärendet|punkten|protokollet)\s(?:justeras|förklaras)|(?:[^\s.]+\s){1,25}?(?:(?:får|ges) i uppdrag|uppdras|godkänns|fastställs|antas|noteras|avslås|bifalls|beviljas|avskrivs|överlämnas|upphävs|remitteras|anvisas|tilldelas|avsätts)(?!\p{L}))/iu,
);

/** Who is charged with something, be the stop before lost: "… i juni Kansliet och berörda nämnder får i uppdrag". */
const CHARGED =
  /(?<=(?:\p{Ll}|\d)[.]?\s)(?=\p{Lu}[\p{L}-]+(?:\s[\p{Ll}-]+){0,5}\s(?:får|ges)\si\suppdrag(?!\p{L}))/gu;

/**
 * Before each sentence that opens like another one of the section, be the stop between them lost, and before each
 * that says what is decided.
 */
export function plainClauseCuts(text: string, cuts: Cuts): void {
  const openings = Map.groupBy(
    [...text.matchAll(OPENING)].filter((m) => !SMALL.test(m[0])),
    (m) => m[0],
  );
  for (const [, found] of openings) {
    const [first, ...more] = found;
    const word = wordBefore(text, first?.index ?? 0);
    const opens = first && (/^\d?[.)]$/.test(word) || endsSentence(word));
    if (!opens || more.length === 0) continue;
    // what stood before a third one may have ended in a day that the conversion lost: "… med start under"
    for (const { index } of more)
      if (more.length > 1 || !GOES_ON.test(wordBefore(text, index))) cuts.set(index, CLAUSE);
    if (!/^\d/.test(word) && first.index > 0) cuts.set(first.index, CLAUSE);
  }
  for (const { index: at } of text.matchAll(CHARGED))
    if (!GOES_ON.test(wordBefore(text, at))) cuts.set(at, CLAUSE);
  for (const { index: at } of text.matchAll(/(?<=[.!]\s)(?=\p{Lu})/gu)) {
    if (endsSentence(wordBefore(text, at)) && DECIDED.test(text.slice(at, at + 300))) cuts.set(at, CLAUSE);
  }
}
