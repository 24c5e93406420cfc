/** The sections of a document: how large their pages are, and what stands at their heads and feet. */
import { type Block, isBlank } from './blocks.ts';
import { pageSide, type Section } from './lay-out.ts';
import type { SetLine } from './set-line.ts';
import { setLines } from './set-lines.ts';
import { child, elements, isOn, type Node, toNumber, valueIn } from './xml.ts';

/** A4, points. */
const A4 = { width: 595.3, height: 841.9 };

/**
 * Divides blocks into sections, each with the heads and feet that it refers to or goes on with from the one before it.
 * @param furniture blocks of heads and feet by the ids that sections refer to them by
 * @param evenToo whether pages with even numbers have heads of their own
 */
export function sectionsOf(
  blocks: readonly Block[],
  furniture: ReadonlyMap<string, Block[]>,
  evenToo: boolean,
): Section[] {
  const parts: { blocks: Block[]; properties: Node | undefined }[] = [{ blocks: [], properties: undefined }];
  for (const block of blocks) {
    const last = parts.at(-1) as (typeof parts)[number];
    if (block.kind === 'section') {
      last.properties = block.properties;
      parts.push({ blocks: [], properties: undefined });
    } else last.blocks.push(block);
  }
  // After the properties of the last section nothing follows.
  if (parts.length > 1 && parts.at(-1)?.blocks.every(isBlank)) parts.pop();
  const carried = new Map<string, string>();
  return parts.map(({ blocks: own, properties }, i) => {
    for (const { name, attributes } of elements(properties)) {
      const id = attributes['r:id'];
      if (id && (name === 'w:headerReference' || name === 'w:footerReference'))
        carried.set(`${name} ${attributes['w:type'] ?? 'default'}`, id);
    }
    const isTitled = isOn(properties, 'w:titlePg') === true;
    const size = child(properties, 'w:pgSz')?.attributes ?? {};
    return {
      width: pageSide(toNumber(size['w:w']), A4.width),
      height: pageSide(toNumber(size['w:h']), A4.height),
      newPage: i === 0 || !['continuous', 'nextColumn'].includes(valueIn(properties, 'w:type') ?? 'nextPage'),
      start: toNumber(child(properties, 'w:pgNumType')?.attributes['w:start']),
      lines: setLines(own),
      head: said('w:headerReference', isTitled),
      foot: said('w:footerReference', isTitled),
    };
  });

  /** All that stands there on one page or another, each line once: what a page of its own kind says is said for all. */
  function said(name: string, isTitled: boolean): SetLine[] {
    const kinds = [...(isTitled ? ['first'] : []), 'default', ...(evenToo ? ['even'] : [])];
    const seen = new Set<string>();
    return kinds
      .flatMap((kind) => furniture.get(carried.get(`${name} ${kind}`) ?? '') ?? [])
      .filter((block) => !isBlank(block))
      .flatMap((block) => setLines([block]))
      .filter(({ text }) => {
        const key = text.replace(/\s+/g, ' ').trim();
        return text === '' || !(seen.has(key) || !seen.add(key));
      });
  }
}
