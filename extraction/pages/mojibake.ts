/** Text that was UTF-8, read as windows-1252 and saved again: "Ã¥" for å, "â€“" for –. */
import { TextDecoder } from 'node:util';

/** Fewer such letters may be what somebody wrote. */
const LEAST = 3;

/** The characters of windows-1252 for the bytes 0x80–0x9F; the others are their own code points. */
const HIGH = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i))].map(
    (char, i) => [char, 0x80 + i],
  ),
);
const CONTINUATION = `[\\u0080-\\u00BF${[...HIGH.keys()].filter((c) => c > '\u00FF').join('')}]`;
/** The bytes of one character of UTF-8, two or three, seen as windows-1252. */
const SEQUENCE = new RegExp(`[\\u00C2-\\u00DF]${CONTINUATION}|[\\u00E0-\\u00EF]${CONTINUATION}{2}`, 'gu');

/**
 * `text` as it was written. Only whole characters of UTF-8 are put back, and only where there are several: a lone
 * "Ã" or "â" is a letter of some language. The second value tells whether anything was.
 */
export function undoMojibake(text: string): { text: string; found: boolean } {
  let found = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const undone = text.replace(SEQUENCE, (sequence) => {
    const bytes = Uint8Array.from([...sequence], (c) => HIGH.get(c) ?? (c.codePointAt(0) as number));
    try {
      const char = decoder.decode(bytes);
      if (!/^[\p{Script=Latin}\p{P}\p{S}\u00A0\u00AD\uFB00-\uFB06]$/u.test(char)) return sequence;
      found++;
      return char;
    } catch {
      return sequence;
    }
  });
  return found >= LEAST ? { text: undone, found: true } : { text, found: false };
}
