/** A vote told under two headings, one right after the other, put together. */
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { SectionBlock } from './sections.ts';

/** What a vote for one side means: "Ja-röst för bifall till förslaget." */
const MEANING = ord(/^["”“]?(?:ja|nej)["”“]?(?:-röst|\s+röst)?\s+(?:innebär|betyder|för)\b/iu);
const COUNT = ord(
  /\b\d{1,3}\s*(?:st\.?\s*)?(?:ja|nej)\b|\b(?:ja|nej)(?:-röster)?\s*(?:[:=–-]\s*)?\d{1,3}\b/iu,
);

/**
 * Two headings of votes are one section. What ja and nej mean is told at the end of the beslutsgång as often as not, and
 * the counts under a heading of their own: then the meaning goes with the counts.
 */
export function withVotesWhole(blocks: readonly SectionBlock[]): SectionBlock[] {
  const out: SectionBlock[] = [];
  for (const block of blocks) {
    const before = out.at(-1);
    if (!before || block.section !== 'votering') out.push(block);
    else if (before.section === 'votering')
      out[out.length - 1] = { ...before, lines: [...before.lines, ...block.lines] };
    else if (before.section === 'beslutsgang') {
      const at = meaningAt(before.lines);
      out[out.length - 1] = { ...before, lines: before.lines.slice(0, at) };
      out.push({ ...block, lines: [...before.lines.slice(at), ...block.lines] });
    } else out.push(block);
  }
  return out;
}

/** Where the meaning of a vote begins that has not been counted yet; the end where there is none. */
function meaningAt(lines: readonly Line[]): number {
  const at = lines.findIndex(({ text }) => MEANING.test(text));
  return at < 0 || lines.slice(at).some(({ text }) => COUNT.test(text)) ? lines.length : at;
}
