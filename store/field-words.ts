/** The names of unconfirmed fields as people read them, and several of anything. */

const WORDS: { readonly [field: string]: { sv: string; en: string } } = {
  paragraf: { sv: 'paragrafens nummer', en: 'the number of the §' },
  diarienummer: { sv: 'diarienumret', en: 'the diarienummer' },
  datum: { sv: 'dagen', en: 'the day' },
  organ: { sv: 'organet', en: 'the body' },
  text: { sv: 'textens tal', en: 'the numbers in the text' },
  mottagare: { sv: 'talen i mottagarens namn', en: 'the numbers in the recipient’s name' },
  ja: { sv: 'antalet ja', en: 'the number of yes' },
  nej: { sv: 'antalet nej', en: 'the number of no' },
  avstar: { sv: 'antalet som avstår', en: 'the number who abstain' },
};

/** "diarienumret och dagen". A field without a word of its own stays as it is. */
export const fieldsSv = (fields: readonly string[]): string =>
  listed(
    fields.map((field) => WORDS[field]?.sv ?? field),
    'och',
  );

export const fieldsEn = (fields: readonly string[]): string =>
  listed(
    fields.map((field) => WORDS[field]?.en ?? field),
    'and',
  );

/** "a, b och c". */
export function listed(parts: string[], and: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}
