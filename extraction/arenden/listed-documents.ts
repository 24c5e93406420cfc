/**
 * Documents listed right under a matter's title, with no heading: "- Motion 2031-03-19", "- Tekniska nämnden
 * 2031-05-18, § 90". Some templates of minutes print what the matter rests on so, before the text.
 */
import type { Line } from '../lines/line.ts';
import type { SectionBlock } from './sections.ts';

const BULLET = /^[-–•]\s+\S/u;
/** A document by its day, or a body's decision by its day and §. */
const DOCUMENT = /\d{4}-\d{2}-\d{2}(?:,? §§? ?\d{1,4})?\)?[.,]?$/u;

/** The block before the first heading with such a list taken out as underlag; other blocks as they are. */
export function withListedDocuments(blocks: SectionBlock[]): SectionBlock[] {
  const [first, ...rest] = blocks;
  if (!first || first.section !== null) return blocks;
  const count = lengthOfList(first.lines);
  if (count === 0) return blocks;
  const text = { ...first, lines: first.lines.slice(count) };
  return [{ section: 'underlag', heading: null, lines: first.lines.slice(0, count) }, text, ...rest];
}

/** How many of the first lines are the list; 0 where they are none, or where most name no day. */
function lengthOfList(lines: Line[]): number {
  const end = lines.findIndex((l) => !BULLET.test(l.text));
  const list = lines.slice(0, end < 0 ? lines.length : end);
  const dated = list.filter((l) => DOCUMENT.test(l.text)).length;
  return dated > 0 && dated >= list.length / 2 ? list.length : 0;
}
