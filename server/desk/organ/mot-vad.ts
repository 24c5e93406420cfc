/** Who reserved themselves against what: the latest of a body, a party or a person. */
import { html } from 'hono/html';
import type { Store } from '../../../store/store.ts';
import { postHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { listaLankar } from '../parts/lista.ts';
import { count, day } from '../parts/said.ts';
import { type Narrowed, sokAdress } from '../sok/fraga.ts';
import { motVad } from '../sok/mot.ts';
import { personLink } from '../sok/traff.ts';
import type { Sprak } from '../sprak.ts';
import { words } from './words.ts';

/** Reservations that are shown; the rest is one click away. */
const SHOWN = 10;
/** Of those who reserved themselves together, so many. */
const PERSONS = 6;

/** Nothing where nobody did. */
export async function reservationer(store: Store, of: Narrowed, sprak: Sprak): Promise<Html> {
  const say = words[sprak];
  const asked: Narrowed = { ...of, typ: ['reservationer'] };
  const { total, hits } = await store.search({
    ...{ ...asked, query: '', ordning: 'datum', limit: SHOWN, med: ['beslut'] },
  });
  if (hits.length === 0) return '';
  const rows = hits.map(({ permanentId, datum, huvudman, rubrik, text, personer, beslut }) => {
    const who = personer
      .slice(0, PERSONS)
      .map((one, i) => html`${i > 0 ? ', ' : ''}${personLink(one, huvudman)}`);
    const rest = personer.length > PERSONS ? ` ${say.andMore(personer.length - PERSONS)}` : '';
    return html`<tr><td>${datum === null ? '' : html`<time datetime="${datum}">${day(datum, sprak)}</time>`}</td><td>${who}${rest}</td><td>${beslut ? motVad(beslut, sprak) : ''}</td><td><a href="${postHref(permanentId)}" lang="sv">${rubrik ?? text}</a></td></tr>`;
  });
  return html`<section><h2>${say.againstTitle}</h2><div class="scroll"><table>
  <thead><tr><th scope="col">${say.day}</th><th scope="col">${say.who}</th><th scope="col">${say.against}</th><th scope="col">${say.matter}</th></tr></thead>
  <tbody>${rows}</tbody></table></div>${listaLankar((format) => sokAdress({ ...asked, ordning: 'datum' }, `/sok.${format}`), total, sprak)}${total > hits.length ? html`<p><a href="${sokAdress({ ...asked, ordning: 'datum' })}">${say.allReservations} (${count(total, sprak)})</a></p>` : ''}</section>`;
}
