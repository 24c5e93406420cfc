/** A text as a reader sees it: without personal numbers, and under secrecy without what may be a name. Pure. */
import { UTELAMNAD } from '../../diarium/rader/masking.ts';
import { PERSONNUMMER, personnummerIn, type Span } from '../../diarium/rader/personnummer.ts';
import { nameSpans } from './names.ts';

export interface Under {
  /** The text stands in a § under secrecy. */
  sekretess?: boolean;
  /** Words that are names elsewhere in what is secret; see secretWords. */
  namn?: ReadonlySet<string>;
}

/** The same again changes nothing. */
export function maskText(text: string, { sekretess = false, namn }: Under = {}): string {
  const numbered = without(text, personnummerIn(text), PERSONNUMMER);
  return sekretess ? without(numbered, nameSpans(numbered, namn), UTELAMNAD) : numbered;
}

/** @param spans in order, none in another */
export function without(text: string, spans: readonly Span[], mark: string): string {
  return spans.reduceRight((rest, { from, to }) => rest.slice(0, from) + mark + rest.slice(to), text);
}
