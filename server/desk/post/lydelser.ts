/** What an item said in earlier readings of its file. */
import { html } from 'hono/html';
import type { Lydelse } from '../../../store/postnamn.ts';
import type { Html } from '../parts/html.ts';
import { ETT, moment } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { words } from './words.ts';

/**
 * The latest first, each with when it was read otherwise.
 *
 * @param paragraf that it stands under now; undefined: it is there no more, and each tells whose it was
 */
export const lydelser = (all: readonly Lydelse[], paragraf: string | null | undefined, sprak: Sprak): Html =>
  html`<ul class="worded">${all.map((one) => html`<li>${facts(one, paragraf, sprak)}<blockquote class="clause" lang="sv">${one.text}</blockquote>${people(one)}</li>`)}</ul>`;

function facts(one: Lydelse, paragraf: string | null | undefined, sprak: Sprak): Html {
  const say = words[sprak];
  const other = one.paragraf !== null && one.paragraf !== paragraf ? html` · §&nbsp;${one.paragraf}` : '';
  return html`<p class="whose"><span class="badge">${ETT[sprak][one.typ]}</span> <span class="quiet">${say.until(moment(one.at, sprak))}${other}</span></p>`;
}

function people({ personer }: Lydelse): Html {
  const named = personer.map(({ namn, parti }) => [namn, parti && `(${parti})`].filter(Boolean).join(' '));
  return named.length === 0 ? '' : html`<p class="behind">${named.join(', ')}</p>`;
}
