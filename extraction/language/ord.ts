/**
 * Word bounds that know å, ä and ö. JavaScript's `\b` counts only a–z, 0–9 and _ as letters, even with the u
 * flag: `\båter` never matches, `\bbesl\b` matches inside "beslå".
 */
const LETTER = '[\\p{L}\\p{N}_]';
const BOUND = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;

/** Under the i flag `\p{Lu}` matches small letters too: where an expression says capital it means capital. */
const CASE_OUTSIDE_CLASS = /\[(?:\\.|[^\]\\]){0,1000}\]|\\p\{L[ul]\}/g;

const made = new Map<string, RegExp>();

/** The same expression with every `\b` meaning the edge of a Swedish word, and capitals meaning capitals. */
export function ord(re: RegExp): RegExp {
  const key = `${re.flags}/${re.source}`;
  const known = made.get(key);
  if (known) {
    known.lastIndex = 0;
    return known;
  }
  const flags = re.flags.includes('u') ? re.flags : `${re.flags}u`;
  const cased = flags.includes('i')
    ? re.source.replace(CASE_OUTSIDE_CLASS, (m) => (m.startsWith('[') ? m : `(?-i:${m})`))
    : re.source;
  const swedish = new RegExp(cased.replaceAll('\\b', BOUND), flags);
  made.set(key, swedish);
  return swedish;
}

/** An expression for any of some forms, for use inside another. */
export const anyOf = (...forms: string[]): string => `(?:${forms.join('|')})`;
