/**
 * Which names mean the same body. Inside one huvudman only: a body is never matched across huvudmän, so
 * callers compare `huvudmanKey` first (or use one index per huvudman).
 *
 * Order of evidence: the same key (inflection, "Hälso-och", HSN); an abbreviation that follows from the
 * name's parts (BUN); a misprint (one letter in a word of five, two in one of ten; never between words that
 * tell bodies apart, as Norra and Södra do). A bare "arbetsutskottet" or "fullmäktige" means the only one of
 * its kind among the bodies known in the same huvudman; where there are two, it stays a name of its own.
 * What a person has said of names (`NameGroups`) goes before all of it.
 */
import { findOrganer } from './find-organ.ts';
import { organWord } from './organ-words.ts';

export { type FoundOrgan, findOrganer } from './find-organ.ts';
export { type NameGroups, type OrganIndex, organIndex } from './organ-index.ts';
export { huvudmanKey, organKey } from './organ-key.ts';
export { sameOrgan } from './organ-same.ts';

/** True when the whole name is that of one deciding body: "HSN", "Socialnämnd Centrum"; not "Ekonomienheten". */
export function isOrganName(name: string): boolean {
  const printed = name.replace(/\s+/g, ' ').trim();
  const [first, ...rest] = findOrganer(printed);
  return !!first && rest.length === 0 && first.start === 0 && first.end === printed.length;
}

/** What stands behind the body whose name opens a text ("Nämnden beslutar" → " beslutar"); null where none does. */
export function behindOrgan(text: string): string | null {
  const organ = findOrganer(text)[0];
  return organ?.start === 0 && !organ.genitive ? text.slice(organ.end) : null;
}

/** True for "nämnden", "styrelsen", "utskottet", "beredningen": whichever body the handling is about. */
export function isGenericOrgan(name: string): boolean {
  const words = name.trim().split(/\s+/);
  const word = words.length === 1 ? organWord(words[0] ?? '') : null;
  return !!word && !word.forled && word.slag.slag !== 'fullmäktige';
}

/**
 * A name as the handling means it: "nämnden" in the minutes of Kulturnämnden is Kulturnämnden, "nämndens
 * arbetsutskott" is "Kulturnämndens arbetsutskott". Any other name comes back as it is.
 */
export function resolveGeneric(name: string, organ: string | null): string {
  if (!organ) return name;
  const own = organWord(
    organ
      .trim()
      .split(/\s+/)
      .findLast((w) => organWord(w)) ?? '',
  );
  const [first, ...rest] = name.trim().split(/\s+/);
  const word = organWord(first ?? '');
  if (!word || word.forled || !own || own.slag !== word.slag || word.slag.slag === 'fullmäktige') return name;
  if (rest.length === 0) return organ;
  return word.genitiv && rest.every((w) => organWord(w)) ? `${organ}s ${rest.join(' ')}` : name;
}
