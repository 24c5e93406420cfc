/** Recipients of a decision: the name to file under, without the remarks that lists add. */

const REMARK =
  /\s?(?:\((?![A-ZÅÄÖ]{1,4}\))[^()]*\)$|[–—-]\s(?:minoritets)?(?:återremiss|för\s|kännedom|verkställighet|åtgärd|akt)[\s\S]*|,?\s(?:för\s(?:kännedom|verkställighet|åtgärd|vidare\s|yttrande|handläggning|beredning|information)[\s\S]*|f\.?\s?k\.?$))/iu;

/**
 * "Kulturnämnden (för kännedom)" → "Kulturnämnden", "Ekonomienheten – Återremiss" → "Ekonomienheten". A list of
 * places after a dash is part of the name. "" when nothing is left.
 */
export function recipientName(printed: string): string {
  let name = printed.replace(/\s+/g, ' ').trim();
  for (let n = 0; n < 3 && REMARK.test(name); n++) name = name.replace(REMARK, '');
  return name.replace(/^[•*–—-]\s*|(?<![.,;:])[.,;:]+$/gu, '').trim();
}
