/** Buttons of review, with the keys that press them; the keys are shown where client code makes them act. */
import { html } from 'hono/html';
import type { Html } from '../parts/html.ts';
import type { Sprak } from '../sprak.ts';
import { TANGENT, type Tangent } from './words.ts';

export const key = (what: Tangent, sprak: Sprak): Html =>
  html`<kbd aria-hidden="true">${TANGENT[sprak][what].toUpperCase()}</kbd>`;

/** Attributes of what a key presses. */
export const byKey = (what: Tangent, sprak: Sprak): Html => html` data-tangent="${TANGENT[sprak][what]}"`;

/** Names and values that a form sends along. */
export const hidden = (values: { readonly [name: string]: string | number }): Html =>
  html`${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;

/** What opens a form of its own below. @param id by which an address can name it */
export function opens(
  {
    id,
    name,
    tangent,
    open,
    sprak,
  }: { id: string; name: string; tangent: Tangent; open: boolean; sprak: Sprak },
  form: Html,
): Html {
  return html`<details class="granska-gor" name="gor" id="${id}"${open ? html` open` : ''}>
<summary${byKey(tangent, sprak)}>${name} ${key(tangent, sprak)}</summary>${form}</details>`;
}
