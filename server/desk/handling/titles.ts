/** What a handling and an ärende are called in headings and lists. */
import type { Arende, Handling } from '../../../extraction/record.ts';
import { day } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import type { HandlingWords } from './words.ts';

/** "Protokoll, Kommunstyrelsen, 3 maj 2024"; a letter by its own title. */
export function handlingTitle(handling: Handling, say: HandlingWords, sprak: Sprak): string {
  const { kind, organ, avsandare, datum, rubrik } = handling;
  const when = datum && day(datum, sprak);
  const about = kind === 'protokoll' || kind === 'kallelse' ? organ : (rubrik ?? avsandare);
  return [say.kind[kind], about, when].filter(Boolean).join(', ');
}

/** "§ 142 Ny taxa för badhuset" */
export function arendeTitle({ paragraf, punkt, rubrik }: Arende, say: HandlingWords): string {
  const number = paragraf !== null ? `§ ${paragraf}` : punkt !== null ? `${punkt}.` : null;
  return [number, rubrik ?? (number === null ? say.untitled : null)].filter(Boolean).join(' ');
}
