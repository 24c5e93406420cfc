/** Who and what, as templates name them. */
import type { Person } from '../../../samples/make/content.ts';
import type { Matter } from '../content/matter.ts';
import { FULL_NAMES } from '../content/people.ts';
import { genitive } from '../content/places.ts';
import type { Stil } from './stil.ts';

/** A body's name inside a sentence: "Kommunstyrelsen" with a small letter, "Storängens stadsdelsnämnd" as it is. */
export const lower = (text: string) =>
  /^\p{Lu}\p{Ll}+s \p{Ll}*(?:stads|kommun)del/u.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);

export const person = {
  brackets: (p: Person) => `${p.namn} (${p.parti})`,
  small: (p: Person) => `${p.namn} (${(p.parti ?? '').toLowerCase()})`,
  member: (p: Person) => `${p.roll === 'ordförande' ? 'ordföranden ' : ''}${p.namn} (${p.parti})`,
};

export const rada = {
  och: (names: string[]) =>
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`,
  samt: (names: string[]) =>
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} samt ${names.at(-1)}`,
  komma: (names: string[]) => names.join(', '),
};

/** What a proposal is called after who put it. */
export const forslaget = (m: Matter) =>
  m.fran.organ ? `${genitive(lower(m.fran.namn))} förslag` : 'förvaltningens förslag';

/** How a template names parties that act as such. */
export const grupp = {
  representanterna: (partier: string[], stil: Stil) => `representanterna från ${stil.rada(partier)}`,
  ledamoterna: (partier: string[], stil: Stil) => `ledamöterna från ${stil.rada(partier)}`,
  namn: (partier: string[], stil: Stil) => stil.rada(partier.map((short) => FULL_NAMES[short] ?? short)),
};

/** Movers as printed: people, or parties as such. */
export const vem = (av: Person[], stil: Stil): string =>
  av.every((p) => p.namn === null)
    ? stil.grupp(
        av.map((p) => p.parti ?? ''),
        stil,
      )
    : stil.rada(av.map(stil.person));
