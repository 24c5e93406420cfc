/**
 * A heading for recipients with nothing under it. Who is told of a decision stands under "Beslutet skickas till" or
 * the like; an empty list is either an oversight of the minutes or a list that could not be read, and both leave a
 * decision that nobody gets.
 */
import { type SectionBlock, sectionsOf } from '../arenden/sections.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { Arende, Warning } from '../record.ts';
import { gap, linesOfArenden, type ReadHandling, signed } from './read-handling.ts';

/** Words that ask for recipients; "Utdrag" or "Delgivningar" alone may be the title of something else. */
const ASKS = ord(/\btill\s*:?$|^exped|^sändlista|^(?:besluts)?mottagare|^delges\b/iu);

/** At most one warning for a handling: a template that prints the heading in vain does so in every §. */
export function emptyExpediering(read: ReadHandling): Warning[] {
  const empty = linesOfArenden(read).flatMap(({ arende, lines }) => {
    if (arende.expediering.length > 0) return [];
    const block = sectionsOf(lines).find(asksInVain);
    return block?.heading ? [{ arende, heading: block.heading }] : [];
  });
  const [first] = empty;
  if (!first) return [];
  const title = first.heading.text.replace(/(?<!\s)\s*:$/, '');
  const where = placesOf(empty);
  return [
    gap(
      'expediering-empty',
      first.heading.page,
      `Under rubriken "${title}" står ingen mottagare${where === '' ? '' : ` i ${where}`}.`,
      `No recipient under the heading "${title}"${where === '' ? '' : ` in ${where}`}.`,
    ),
  ];
}

const asksInVain = ({ section, heading }: SectionBlock): boolean =>
  section === 'expediering' && heading !== null && ASKS.test(heading.text.trim());

/** "§ 4, § 7"; empty for a letter. */
const placesOf = (empty: { arende: Arende; heading: Line }[]): string =>
  empty
    .filter(({ arende }) => arende.paragraf !== null)
    .map(({ arende }) => signed(arende))
    .join(', ');
