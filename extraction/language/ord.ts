/**
 * Word bounds that know å, ä and ö. JavaScript's `\b` counts only a–z, 0–9 and _ as letters, even with the u
 * flag: `\båter` never matches, `\bbesl\b` matches inside "beslå".
 */
const LETTER = '[\\p{L}\\p{N}_]';
const BOUND = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;

const made = new Map<string, RegExp>();

/** The same expression with every `\b` meaning the edge of a Swedish word. */
export function ord(re: RegExp): RegExp {
  const key = `${re.flags}/${re.source}`;
  const known = made.get(key);
  if (known) {
    known.lastIndex = 0;
    return known;
  }
  const flags = re.flags.includes('u') ? re.flags : `${re.flags}u`;
  const swedish = new RegExp(re.source.replaceAll('\\b', BOUND), flags);
  made.set(key, swedish);
  return swedish;
}
