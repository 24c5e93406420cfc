/** What members move under the heading of the proposal. */
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { passageOf } from '../lines/passage.ts';
import type { SectionBlock } from './sections.ts';

/** "Anna Berg (S) …", "Ordföranden Anna Berg m.fl. (S) …" at a paragraph's head: a member speaks. */
const MEMBER = /^(?:\d{1,2}[.)]\s*)?(?:\p{L}+\s)?(?:\p{Lu}[\p{L}-]+\s){1,4}(?:m\.? ?fl\.? )?\(\S{1,6}\)/u;
const MOVES = ord(/\b(?:yrkar|yrkade|föreslår|föreslog|instämmer)\b/iu);

/**
 * Under one heading "Förslag till beslut" minutes print what was proposed to the meeting and then what members moved
 * against it: from the first member on it is yrkanden.
 */
export function withMotionsApart(blocks: SectionBlock[]): SectionBlock[] {
  return blocks.flatMap((block) => {
    if (block.section !== 'forslag') return [block];
    const at = block.lines.findIndex((line, n) =>
      opensMotion(line, block.lines[n - 1], block.lines.slice(n, n + 4)),
    );
    if (at < 1) return [block];
    return [
      { ...block, lines: block.lines.slice(0, at) },
      { section: 'yrkanden', heading: null, lines: block.lines.slice(at) },
    ];
  });
}

function opensMotion(line: Line, before: Line | undefined, paragraph: Line[]): boolean {
  if (before && line.gap < 0.6 && !/[.:;]$/.test(before.text)) return false;
  return MEMBER.test(line.text) && MOVES.test(passageOf(paragraph).text);
}
