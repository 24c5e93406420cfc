/** Characters as a reader means them: what typesetting and fonts do to letters is undone. Letters are never changed. */

/** Presentation forms of Latin ligatures (Unicode block FB00–FB06). */
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  // where older fonts keep them in the private use area
  '\uF001': 'fi',
  '\uF002': 'fl',
};

/** Bullets that Symbol and Wingdings fonts put in the private use area, as Word writes them into PDFs. */
const BULLETS = /[\uF0B7\uF0A7\uF0A8\uF076\uF0D8\uF06E\uF06C\uF0B2\uF02D\uF0FC]/g;

/** Zero-width characters, direction marks, word joiner and byte order mark: nothing a reader sees. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** Spaces of every width, and no-break ones; not tab. */
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
/** Hyphens that no line may break at, and the hyphen proper. */
const HYPHENS = /[\u2010\u2011]/g;
/** An accent set as a glyph of its own before its letter, as TeX does: "f\u00A8orslag". */
const ACCENTS = /([\u00A8\u02DA\u00B4])\s?([aouAOUeE])/g;
const COMBINING: Readonly<Record<string, string>> = {
  '\u00A8': '\u0308',
  '\u02DA': '\u030A',
  '\u00B4': '\u0301',
};
/** NUL and other control characters: what comes of a glyph that its font maps to no character; not tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const UNMAPPED = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g;

/**
 * Normalises `text`: ligatures to letters, private-use bullets to "•", every space to an ordinary one, invisible
 * characters removed, no-break hyphens to hyphens, letters composed (NFC). A glyph that stands for no known character becomes U+FFFD: shown as
 * missing, since dropping it would make another word. A soft hyphen at the end of the line is a hyphen that was printed;
 * one inside a word was not, and goes.
 */
export function normaliseCharacters(text: string): string {
  // Most text needs nothing, and this is run on every piece of every page.
  if (
    !/[^\t\n\f\r\u0020-\u007E\u00A1-\u00A7\u00A9-\u00AC\u00AE-\u00B3\u00B5-\u00FF\u2012-\u2027\u2030-\u205E]/.test(
      text,
    )
  )
    return text;
  return text
    .replace(/\u00AD(?=\s*$)/, '-')
    .replaceAll('\u00AD', '')
    .replace(/[\uFB00-\uFB06\uF001\uF002]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(BULLETS, '•')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(HYPHENS, '-')
    .replace(ACCENTS, (_, accent: string, letter: string) => letter + (COMBINING[accent] ?? ''))
    .replace(UNMAPPED, '\uFFFD')
    .normalize('NFC');
}
