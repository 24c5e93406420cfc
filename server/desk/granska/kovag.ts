/** The way through the queue: back to it, and to what stands beside a page there. */
import { html } from 'hono/html';
import type { Html } from '../parts/html.ts';
import { count } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { byKey, key } from './knappar.ts';
import { type Ko, type Kring, withKo } from './ko.ts';
import { words } from './words.ts';

/** @param kring null: one did not come from the queue */
export function wayThrough(ko: Ko, kring: Kring | null, sprak: Sprak): Html {
  const say = words[sprak];
  const place =
    kring === null || kring.plats === null
      ? ''
      : html` · ${say.place(count(kring.plats + 1, sprak), count(kring.total, sprak))}`;
  return html`<div class="granska-vag"><p><a href="${withKo('/granska', ko)}">${say.title}</a>${place}</p>
<p class="granska-steg">${step('previous', kring?.previous ?? null, sprak)}${step('next', kring?.next ?? null, sprak)}</p></div>`;
}

function step(what: 'previous' | 'next', address: string | null, sprak: Sprak): Html {
  const name = words[sprak][what];
  if (address === null) return '';
  const rel = what === 'next' ? 'next' : 'prev';
  return html`<a class="button second" href="${address}" rel="${rel}"${byKey(what, sprak)}>${name} ${key(what, sprak)}</a>`;
}
