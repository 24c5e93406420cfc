/** One item in the list beside the page. */
import { html } from 'hono/html';
import type { Attsats, Handling, Next, Votering } from '../../../extraction/record.ts';
import type { Html } from '../parts/html.ts';
import type { Punkt } from './on-page.ts';
import { joined, organ, people, person } from './people.ts';
import { isUnsure } from './places.ts';
import { confidenceWord, marksOf } from './sureness.ts';
import { to, type View } from './view.ts';

export function itemView(punkt: Punkt, handling: Handling, view: View): Html {
  const { say, page, post, record } = view;
  const { item, typ } = punkt;
  const isOcr = record.pages[punkt.page - 1]?.textSource === 'ocr';
  const hasPlace = item.evidence.some((place) => page === null || place.page === page);
  const current = item.id === post;
  const classes = ['post', typ, isUnsure(item) && 'is-unsure', current && 'is-current'].filter(Boolean);
  const foreign = page !== null && punkt.page !== page;
  return html`<li class="${classes.join(' ')}" id="post-${item.id}" data-post="${item.id}">
${contentOf(punkt, handling, view)}
<p class="post-foot">${hasPlace ? html`<a class="to-place" href="${to(view, page ?? punkt.page, item.id)}#post-${item.id}"${current ? html` aria-current="true"` : ''}>${say.showPlace}</a>` : ''}
<a href="/post/${item.id}">${say.permanent}</a>
${foreign ? html`<span class="quiet">${say.startsOn(String(punkt.page))}</span>` : ''}
<span class="marks">${marksOf(item, isOcr, view)}${isUnsure(item) ? '' : html` <span class="quiet">${confidenceWord(item.confidence, view)}</span>`}</span></p>
</li>`;
}

function contentOf(punkt: Punkt, handling: Handling, view: View): Html {
  const { say } = view;
  switch (punkt.typ) {
    case 'forslag':
    case 'beslut':
      return clause(punkt.item, handling, view);
    case 'yrkanden': {
      const { av, typ, text, utfall } = punkt.item;
      return html`<p class="post-by">${people(av)} · ${say.yrkande[typ]}${utfall ? html` · <b>${say.utfall[utfall]}</b>` : ''}</p><p class="post-text">${text}</p>`;
    }
    case 'reservationer': {
      const { av, text, mot } = punkt.item;
      const against = mot.length === 0 ? say.againstAll : say.against(mot.join(', '));
      return html`<p class="post-by">${people(av)} · ${against}</p><p class="post-text">${text}</p>`;
    }
    case 'anteckningar': {
      const { av, typ, text } = punkt.item;
      return html`<p class="post-by">${people(av)}${av.length > 0 ? ' · ' : ''}${say.anteckning[typ]}</p><p class="post-text">${text}</p>`;
    }
    case 'voteringar':
      return vote(punkt.item, view);
    case 'expediering':
      return html`<p class="post-text"><a href="/inkorg/${encodeURIComponent(punkt.item.mottagare)}${ofHuvudman(handling)}">${punkt.item.mottagare}</a></p>`;
    case 'underlag':
      return html`<p class="post-text">${punkt.item.text}</p>`;
  }
}

const ofHuvudman = ({ huvudman }: Handling): string =>
  huvudman === null ? '' : `?${new URLSearchParams({ huvudman })}`;

function clause({ nr, ledtext, text, kedja, next }: Attsats, handling: Handling, view: View): Html {
  const { say } = view;
  const chain =
    kedja.length > 1
      ? html`<p class="post-way quiet">${say.chain}: ${joined(
          kedja.map((name) => organ(name, handling.huvudman)),
          ' → ',
        )}</p>`
      : '';
  return html`${ledtext ? html`<p class="lead-in">${ledtext}</p>` : ''}<p class="post-text">${nr === null ? '' : html`<b>${nr}.</b> `}${text}</p>${chain}${next ? html`<p class="post-way">${goesTo(next, handling, say)}</p>` : ''}`;
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
