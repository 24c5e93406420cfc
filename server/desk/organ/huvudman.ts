/** Of which huvudman a portrait is: one name may be met at several, and their figures are never put together unsaid. */
import { html } from 'hono/html';
import type { Html } from '../parts/html.ts';
import type { Sprak } from '../sprak.ts';
import { words } from './words.ts';

/**
 * Where the figures are of several, that they are, and each of them to choose; where one was asked for, the way to all.
 *
 * @param asked the one that was asked for
 * @param met those whose the figures are
 * @param hrefOf the address of one of them; null: of all
 * @param why what it may mean that there are several
 */
export function ofWhich(
  asked: string | undefined,
  met: readonly string[],
  hrefOf: (huvudman: string | null) => string,
  sprak: Sprak,
  why: string = words[sprak].severalAlike,
): Html {
  const say = words[sprak];
  if (asked)
    return html`<p class="quiet">${say.onlyOf(met[0] ?? asked)} <a href="${hrefOf(null)}">${say.ofAll}</a></p>`;
  if (met.length < 2) return '';
  const links = met.map((one, i) => html`${i > 0 ? ' · ' : ''}<a href="${hrefOf(one)}">${one}</a>`);
  return html`<p class="notice">${say.together(met.length)} ${why} ${links}</p>`;
}
