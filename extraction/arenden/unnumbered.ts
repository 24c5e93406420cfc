/**
 * The matters of minutes that number nothing: web pages and extracts drop the §§, some with their titles. What is left is
 * the section that every matter opens with ("Direktionens beslut"): each time it comes again, a matter begins.
 */
import type { Line } from '../lines/line.ts';
import { headingOf } from '../vocabulary/headings.ts';
import type { Section } from '../vocabulary/section.ts';

export interface UnnumberedMatter {
  /** Where its title stands, or its first section when it has none. */
  index: number;
  title: Line | null;
}

/** What a front page holds, not a matter. */
const FRONT = new Set<Section | null>([null, 'narvaro', 'anslag', 'justering']);
/** A title's longest, in letters. */
const LONGEST = 120;

/** The matters in order; none where nothing is decided, or where the first section is met once and never again. */
export function unnumberedMatters(lines: readonly Line[]): UnnumberedMatter[] {
  const headed = lines.flatMap(({ text }, index) => {
    const section = headingOf(text);
    return FRONT.has(section)
      ? []
      : [{ index, section, text: text.replace(/(?<!\s)\s*:$/, '').toLowerCase() }];
  });
  const [first] = headed;
  if (!first || !headed.some((h) => h.section === 'beslut')) return [];
  const opening = headed.filter((h) => h.text === first.text);
  if (opening.length < 2) return [];
  return opening.map(({ index }) => {
    const above = lines[index - 1];
    const title = above && isTitle(above, lines[index - 2]) ? above : null;
    return { index: title ? index - 1 : index, title };
  });
}

/** A short line that ends no sentence, with room above it, and no value of a front page's label. */
function isTitle(line: Line, before: Line | undefined): boolean {
  const own = /^["”“]?\p{Lu}[^:]*[^.:,;]$/u.test(line.text) && line.text.length <= LONGEST;
  if (!own || headingOf(line.text) !== null || before?.text.endsWith(':')) return false;
  return !before || line.gap >= 0.5 || before.text.endsWith('.');
}
