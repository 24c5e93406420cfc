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
};

/** Bullets that Symbol and Wingdings fonts put in the private use area, as Word writes them into PDFs. */
const BULLETS = /[\uF0B7\uF0A7\uF0A8\uF076\uF0D8\uF06E\uF02D\uF0FC]/g;

/** Zero-width characters, direction marks, word joiner and byte order mark: nothing a reader sees. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** Spaces of every width, and no-break ones; not tab. */
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
/** NUL and other control characters: what comes of a glyph that its font maps to no character; not tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const UNMAPPED = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g;

/**
 * Normalises `text`: ligatures to letters, private-use bullets to "•", every space to an ordinary one, invisible
 * characters removed, letters composed (NFC). A glyph that stands for no known character becomes U+FFFD: shown as
 * missing, since dropping it would make another word. A soft hyphen at the end of the line is a hyphen that was printed;
 * one inside a word was not, and goes.
 */
export function normaliseCharacters(text: string): string {
  // Most text needs nothing, and this is run on every piece of every page.
  if (!/[^\t\n\f\r\u0020-\u007E\u00A1-\u00AC\u00AE-\u00FF\u2010-\u2027\u2030-\u205E]/.test(text)) return text;
  return text
    .replace(/\u00AD(?=\s*$)/, '-')
    .replaceAll('\u00AD', '')
    .replace(/[\uFB00-\uFB06]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(BULLETS, '•')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(UNMAPPED, '\uFFFD')
    .normalize('NFC');
}
