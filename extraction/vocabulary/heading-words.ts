/** The words that headings consist of, spelled out: what a misread one may have been. */
import { COMPILED } from './headings.ts';

/** A word of a pattern with its optional endings: "yrkanden?", "beslut(et)?", "reservation(er)?". */
const WORD = /[\p{L}/]+(?:\?|\([\p{L}|]+\)\??|[\p{L}/]+)*/gu;

/** Shorter words are too like others. */
const SHORTEST = 5;

/** In small letters. */
export const HEADING_WORDS: ReadonlySet<string> = new Set(
  COMPILED.flatMap(({ words }) => words)
    .flatMap((pattern) => pattern.replace(/\\p\{\w+\}|\\./g, ' ').match(WORD) ?? [])
    .flatMap(spelledOut)
    .filter((word) => word.length >= SHORTEST),
);

/** All words that a pattern of letters, groups and question marks stands for. */
function spelledOut(pattern: string): string[] {
  const m = /^(?:(.*)\(([\p{L}|]+)\)(\??)|(.*)(\p{L})\?)([\p{L}/]*)$/u.exec(pattern);
  if (!m) return [pattern];
  const [, before = m[4] ?? '', group = m[5] ?? '', optional = '?', , , after = ''] = m;
  const parts = [...group.split('|'), ...(optional === '?' ? [''] : [])];
  return spelledOut(before).flatMap((head) => parts.map((part) => head + part + after));
}
