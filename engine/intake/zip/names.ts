/** What the files of a ZIP are called. Nothing is ever written to disk under such a name: it is only shown and kept. */
import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import iconv from 'iconv-lite';
import type { Entry } from 'yauzl';

/** What is needed of an entry to tell its name. */
export type NamedEntry = Pick<Entry, 'fileNameRaw' | 'generalPurposeBitFlag' | 'extraFields'>;

/** Encodings of names that are not marked as UTF-8: DOS and Windows in western Europe and the old Mac. */
const CODE_PAGES = ['cp850', 'cp437', 'win1252', 'macintosh'] as const;
export type CodePage = (typeof CODE_PAGES)[number];

const UTF8_FLAG = 0x800;
/** Info-ZIP Unicode Path (APPNOTE.TXT 4.6.9): version, CRC-32 of the name as it stands, the name in UTF-8. */
const UNICODE_PATH = 0x7075;

/** Longest part of a path that is kept, in characters: file systems stop at 255 bytes. */
const LONGEST_PART = 200;
const LONGEST_PATH = 1_000;

/** The name in UTF-8, where the ZIP says so or the bytes can hardly be anything else. */
function asUtf8({ fileNameRaw: raw, generalPurposeBitFlag, extraFields }: NamedEntry): string | null {
  if ((generalPurposeBitFlag & UTF8_FLAG) !== 0 && isUtf8(raw)) return raw.toString();
  for (const { id, data } of extraFields) {
    if (id !== UNICODE_PATH || data.length < 6 || data[0] !== 1) continue;
    const name = data.subarray(5);
    if (data.readUInt32LE(1) === crc32(raw) && isUtf8(name)) return name.toString();
  }
  // Macs write UTF-8 without saying so; text in another encoding is all but never valid UTF-8.
  return isAscii(raw) || isUtf8(raw) ? raw.toString() : null;
}

/** How likely a letter is in the name of a Swedish file. */
function likelihood(letter: string): number {
  if (/[åäö]/u.test(letter)) return 4;
  if (/[ÅÄÖéüÉ§–—’”´ ]/u.test(letter)) return 2;
  if (/[æøØÆèáàóôêëßñçÜ½°]/u.test(letter)) return 1;
  return /\p{L}/u.test(letter) ? -2 : -4;
}

/** Gathers the bytes of a ZIP's names and tells by which code page they are most like Swedish: one for all of it. */
export function codePageGuess(): { add(entry: NamedEntry): void; guess(): CodePage } {
  const seen = new Map<number, number>();
  return {
    add(entry) {
      if (asUtf8(entry) !== null) return;
      for (const byte of entry.fileNameRaw) if (byte >= 0x80) seen.set(byte, (seen.get(byte) ?? 0) + 1);
    },
    guess() {
      const points = (page: CodePage): number =>
        [...seen].reduce(
          (sum, [byte, count]) => sum + count * likelihood(iconv.decode(Buffer.of(byte), page)),
          0,
        );
      return CODE_PAGES.reduce((best, page) => (points(page) > points(best) ? page : best));
    },
  };
}

export interface EntryName {
  /** Parts joined by `/`, composed (NFC), without control characters; never empty. */
  path: string;
  isFolder: boolean;
  /** It means a place outside the ZIP: absolute, on a drive, or up and out of it. */
  leadsOut: boolean;
}

/** The entry's name as people are to see it. */
export function nameOf(entry: NamedEntry, page: CodePage): EntryName {
  const whole = asUtf8(entry) ?? iconv.decode(entry.fileNameRaw, page);
  return { ...shownName(whole), isFolder: /[/\\]$/u.test(whole) };
}

/** A name that others have given, as people are to see it. */
export function shownName(whole: string): Omit<EntryName, 'isFolder'> {
  const separated = whole.normalize('NFC').replaceAll('\\', '/');
  const parts: string[] = [];
  let leadsOut = /^(?:\/|[A-Za-z]:)/u.test(separated);
  for (const part of separated.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) leadsOut = true;
  }
  const shown = leadsOut ? separated.split('/').filter(Boolean) : parts;
  return { path: shortened(shown.map(withoutControls).map(shortPart).join('/')) || '(utan namn)', leadsOut };
}

/** Control characters as their pictures (␀ … ␡): no terminal obeys them and no database refuses them. */
const withoutControls = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]/gu, (sign) => {
    const code = sign.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : '�';
  });

/** A part that is too long keeps its start and its end, where the kind of file stands. */
function shortPart(part: string): string {
  const letters = [...part];
  if (letters.length <= LONGEST_PART) return part;
  return `${letters.slice(0, LONGEST_PART - 60).join('')}…${letters.slice(-50).join('')}`;
}

/** A path that is too long keeps its last part; a hash of the others stands for them. */
function shortened(path: string): string {
  if (path.length <= LONGEST_PATH) return path;
  const at = path.lastIndexOf('/');
  const folder = createHash('sha256').update(path.slice(0, at)).digest('hex').slice(0, 12);
  return `${path.slice(0, 400)}…${folder}/${path.slice(at + 1)}`;
}
