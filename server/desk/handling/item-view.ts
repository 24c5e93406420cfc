/** One item in the list beside the page. */

import { html } from 'hono/html';
import type { Arende, Attsats, Handling, Next, Votering } from '../../../extraction/record.ts';
import { permanentIdIn } from '../../../store/postnamn.ts';
import { sakPath } from '../granska/ko.ts';
import { postHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { svensk } from '../parts/svensk.ts';
import type { Punkt } from './on-page.ts';
import { joined, mottagare, organ, people, person } from './people.ts';
import { isUnsure } from './places.ts';
import { marksOf } from './sureness.ts';
import { to, type View } from './view.ts';

/** Where an item stands in the list: what was said right before it is not said again. */
export interface Around {
  handling: Handling;
  arende: Arende;
  before: Punkt | undefined;
}

export function itemView(punkt: Punkt, around: Around, view: View): Html {
  const { say, page, post, record } = view;
  const { item, typ } = punkt;
  const isOcr = record.pages[punkt.page - 1]?.textSource === 'ocr';
  const hasPlace = item.evidence.some((place) => page === null || place.page === page);
  const current = item.id === post;
  const classes = ['read-item', typ, isUnsure(item) && 'is-unsure', current && 'is-current'].filter(Boolean);
  const foreign = page !== null && punkt.page !== page;
  return html`<li class="${classes.join(' ')}" id="post-${item.id}" data-post="${item.id}">
${contentOf(punkt, around, view)}
<p class="post-foot">${hasPlace ? html`<a class="to-place" href="${to(view, page ?? punkt.page, item.id)}#post-${item.id}"${current ? html` aria-current="true"` : ''}>${say.showPlace}</a>` : ''}
<a href="${postHref(permanentIdIn(view.names, item.id))}">${say.permanent}</a>
${view.mayDecide ? html`<a href="${sakPath(record.source.sha256, item.id)}">${isUnsure(item) ? say.review : say.correct}</a>` : ''}
${foreign ? html`<span class="quiet">${say.startsOn(String(punkt.page))}</span>` : ''}
<span class="marks">${marksOf(item, isOcr, view)}</span></p>
</li>`;
}

function contentOf(punkt: Punkt, around: Around, view: View): Html {
  const { say } = view;
  switch (punkt.typ) {
    case 'forslag':
    case 'beslut':
      return clause(punkt.item, around, view);
    case 'yrkanden': {
      const { av, typ, text, utfall } = punkt.item;
      return html`<p class="post-by">${people(av)} · ${typ === 'annat' ? say.movesOther : say.moves(say.yrkande[typ])}${utfall ? html` · ${say.outcome.toLowerCase()}: <b>${say.utfall[utfall]}</b>` : ''}</p><p class="post-text" lang="sv">${text}</p>`;
    }
    case 'reservationer': {
      const { av, text, mot } = punkt.item;
      const against = mot.length === 0 ? say.againstAll : say.against(mot.join(', '));
      return html`<p class="post-by">${people(av)} · ${against}</p><p class="post-text" lang="sv">${text}</p>`;
    }
    case 'anteckningar': {
      const { av, typ, text } = punkt.item;
      return html`<p class="post-by">${people(av)}${av.length > 0 ? ' · ' : ''}${say.anteckning[typ]}</p><p class="post-text" lang="sv">${text}</p>`;
    }
    case 'voteringar':
      return vote(punkt.item, view);
    case 'expediering':
      return html`<p class="post-text">${mottagare(punkt.item.mottagare, around.handling.huvudman)}</p>`;
    case 'underlag':
      return html`<p class="post-text" lang="sv">${punkt.item.text}</p>`;
  }
}

function clause(
  { nr, ledtext, text, kedja, next }: Attsats,
  { handling, arende, before }: Around,
  view: View,
): Html {
  const { say } = view;
  const last = before && 'ledtext' in before.item ? before.item : undefined;
  const lead = ledtext && ledtext !== last?.ledtext ? html`<p class="lead-in" lang="sv">${ledtext}</p>` : '';
  const isNew = kedja.length > 1 && kedja.join('→') !== last?.kedja.join('→');
  const bodies = kedja.map((name) => organ(name, handling.huvudman));
  const chain = isNew ? html`<p class="post-way quiet">${say.chain}: ${joined(bodies, ' → ')}</p>` : '';
  const isOwn = next && !(next.organ === arende.next?.organ && next.reason === arende.next.reason);
  const way = isOwn ? html`<p class="post-way">${goesTo(next, handling, say)}</p>` : '';
  return html`${lead}<p class="post-text">${nr === null ? '' : html`<b>${nr}.</b> `}${svensk(text)}</p>${chain}${way}`;
}

/** "Går till Kommunstyrelsen för beredning" */
export const goesTo = (next: Next, handling: Handling, say: View['say']): Html =>
  html`${say.goesTo} ${organ(next.organ, handling.huvudman)} ${say.reason[next.reason]}`;

function vote({ ja, nej, avstar, proposition, utslag, roster }: Votering, { say }: View): Html {
  const counts = [`${ja} ${say.rost.ja}`, `${nej} ${say.rost.nej}`];
  if (avstar !== null) counts.push(`${avstar} ${say.rost.avstar}`);
  const meant = proposition && html`<p class="quiet">${say.means(proposition.ja, proposition.nej)}</p>`;
  const table =
    roster.length > 0
      ? html`<details><summary>${say.voters} (${roster.length})</summary><table>
<thead><tr><th scope="col">${say.name}</th><th scope="col">${say.vote}</th></tr></thead>
<tbody>${roster.map((one) => html`<tr><td>${person(one.person)}</td><td>${say.rost[one.rost]}</td></tr>`)}</tbody></table></details>`
      : '';
  return html`<p class="post-text"><b>${counts.join(', ')}</b>${utslag ? ` · ${say.won[utslag]}` : ''}</p>${meant ?? ''}${table}`;
}
