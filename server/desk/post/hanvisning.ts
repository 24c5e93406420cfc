/** How one item is cited: body, day, §, page, number, the words themselves and where they are kept. */
import { html } from 'hono/html';
import type { Punkt } from '../../../store/search.ts';
import type { Html } from '../parts/html.ts';
import { svensk } from '../parts/svensk.ts';
import type { Sprak } from '../sprak.ts';
import { words } from './words.ts';

/** @param link the permanent address, whole */
export function hanvisning({ hit, handling }: Punkt, link: string, sprak: Sprak): Html {
  const say = words[sprak];
  const { organ, huvudman, datum, paragraf, page, diarienummer, obekraftade, text } = hit;
  const known = (value: string, field: string): string =>
    obekraftade.includes(field) ? `${value} (${say.unsure})` : value;
  const whose = organ ?? handling.avsandare;
  const body = whose !== null && huvudman !== null ? `${whose} ${say.in} ${huvudman}` : (whose ?? huvudman);
  const kind = say.kind[handling.kind];
  const parts = [
    body,
    datum === null ? kind : `${kind} ${known(datum, 'datum')}`,
    paragraf === null ? null : known(`§ ${paragraf}`, 'paragraf'),
    page === null ? null : say.page(page),
    diarienummer === null ? null : known(diarienummer, 'diarienummer'),
  ].filter((part) => part !== null);
  const unsure = obekraftade.includes('text') ? ` (${say.unsure})` : '';
  return html`${parts.join(', ')}: ”${svensk(text)}${unsure}” ${link}`;
}
