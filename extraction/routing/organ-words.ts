/** The last part of a body's name: which kind it is, and in which form it is printed. */
import { INGA_ORGAN, ORGAN_SLAG, type OrganSlag } from '../vocabulary/organ.ts';

export interface OrganWord {
  slag: OrganSlag;
  /** What stands before the kind in the same word, lower case: "social" of "socialnämnden"; "" if nothing. */
  forled: string;
  bestamd: boolean;
  genitiv: boolean;
}

interface Form {
  form: string;
  slag: OrganSlag;
  bestamd: boolean;
  genitiv: boolean;
}

const FORMS: Form[] = ORGAN_SLAG.flatMap((slag) =>
  [
    ...slag.obestamd.map((form) => ({ form, bestamd: false })),
    ...slag.bestamd.map((form) => ({ form, bestamd: true })),
  ].flatMap(({ form, bestamd }) => [
    { form, slag, bestamd, genitiv: form.endsWith('s') },
    { form: `${form}s`, slag, bestamd, genitiv: true },
  ]),
).sort((a, b) => b.form.length - a.form.length);

/** The forms by their last three letters, so that most words are told apart by one look. */
const BY_END = Map.groupBy(FORMS, (f) => f.form.slice(-3));
const NONE = new Set(INGA_ORGAN);

/** Reads one word as the last word of a body's name, or null. */
export function organWord(word: string): OrganWord | null {
  const w = word.toLowerCase();
  for (const { form, slag, bestamd, genitiv } of BY_END.get(w.slice(-3)) ?? []) {
    if (!w.endsWith(form)) continue;
    const forled = w.slice(0, w.length - form.length);
    if (!forled && slag.baraSammansatt) return null;
    if (forled.length === 1 || NONE.has(forled + slag.slag)) return null;
    if (slag.forled && forled && !slag.forled.includes(forled)) return null;
    return { slag, forled, bestamd, genitiv };
  }
  return null;
}
