import { GRANSKA_CODES } from '../../store/granska.ts';
import { markdownTable } from './markdown.ts';

/** Why something needs a person, in the order of the answer. */
export function granskaBlock(): string {
  return markdownTable(
    ['code', 'meaning'],
    Object.entries(GRANSKA_CODES).map(([code, meaning]) => [`\`${code}\``, meaning]),
  );
}
