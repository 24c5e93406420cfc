/** What a number of a record looks like, and which marks the Swedish model takes § for. Pure. */

/**
 * "§" is not among the characters the Swedish model knows; it comes out as one or two of those that look like it:
 * "8", "$", "&", "£", "8&", "S", "5", "83" …
 */
export const SECTION_LIKE = /^(?:[§$&£€8SsB3569]|[§$&8S35]{2}|8[&$83])$/;

/** Of these, what no record has before a number but for a §. */
export const SECTION_CERTAIN = /[§$&£€]/;

/** A paragraph's number as it stands after its §: "12", "142/19", "12." */
export const SECTION_NUMBER = /^\d{1,4}(?:\s?\/\s?\d{2,4})?[.:,;)]?$/;

/** Without the punctuation around it, and with one kind of dash. */
export function bare(text: string): string {
  return text.replace(/[–—]/g, '-').replace(/^[^\p{L}\p{N}§]+|[^\p{L}\p{N}§%]+$/gu, '');
}

/** How much a text is like the numbers of a record: 2 a form that checks out, 1 figures only, 0 neither. */
export function plausibility(text: string): 0 | 1 | 2 {
  const number = bare(text);
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(number);
  if (date) return isDate(Number(date[1]), Number(date[2]), Number(date[3])) ? 2 : 0;
  if (/^(?:\p{Lu}{2,6}[-/ ]?)?(?:19|20)\d{2}[-/:]\d{2,6}(?:-\d{1,4})?$/u.test(number)) return 2;
  if (/^\d{1,4}\/\d{2}$/.test(number)) return 2;
  return /^\d+(?:[.,:]\d+)*%?$/.test(number) ? 1 : 0;
}

function isDate(year: number, month: number, day: number): boolean {
  return year >= 1800 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
