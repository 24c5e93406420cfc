/** What a handling and an ärende are called in headings and lists. */
import { html } from 'hono/html';
import type { Arende, Handling } from '../../../extraction/record.ts';
import type { Html } from '../parts/html.ts';
import { day } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import type { Sprak } from '../sprak.ts';
import type { HandlingWords } from './words.ts';

/** "Protokoll, Kommunstyrelsen, 3 maj 2024"; a letter by its own title. */
export const handlingTitle = (handling: Handling, say: HandlingWords, sprak: Sprak): string =>
  partsOf(handling, say, sprak).filter(Boolean).join(', ');

/** The same on a page, where what the handling says itself is marked as Swedish. */
export function handlingHeading(handling: Handling, say: HandlingWords, sprak: Sprak): Html {
  const [kind, about, when] = partsOf(handling, say, sprak);
  return html`${kind}${about ? html`, ${svensk(about)}` : ''}${when ? `, ${when}` : ''}`;
}

function partsOf(handling: Handling, say: HandlingWords, sprak: Sprak) {
  const { kind, organ, avsandare, datum, rubrik } = handling;
  const about = kind === 'protokoll' || kind === 'kallelse' ? organ : (rubrik ?? avsandare);
  return [say.kind[kind], about, datum && day(datum, sprak)] as const;
}

/** "§ 142 Ny taxa för badhuset" */
export function arendeHeading({ paragraf, punkt, rubrik }: Arende, say: HandlingWords): Html {
  const number = paragraf !== null ? `§ ${paragraf}` : punkt !== null ? `${punkt}.` : null;
  if (rubrik === null) return number ?? say.untitled;
  return html`${number === null ? '' : `${number} `}${svensk(rubrik)}`;
}
