/** A text as a reader sees it: without personal numbers, and under secrecy without what may be a name. Pure. */
import { UTELAMNAD } from '../../diarium/rader/masking.ts';
import { without, withoutPersonnummer } from '../../diarium/rader/personnummer.ts';
import { nameSpans } from './names.ts';

export interface Under {
  /** The text stands in a § under secrecy. */
  sekretess?: boolean;
  /** Words that are names elsewhere in what is secret; see secretWords. */
  namn?: ReadonlySet<string>;
}

/** The same again changes nothing. */
export function maskText(text: string, { sekretess = false, namn }: Under = {}): string {
  const numbered = withoutPersonnummer(text);
  return sekretess ? without(numbered, nameSpans(numbered, namn), UTELAMNAD) : numbered;
}
