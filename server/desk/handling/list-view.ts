/** The list beside the page: what stands on it, by handling and ärende. */

import { html } from 'hono/html';
import { ITEM_TYPER } from '../../../extraction/item-types.ts';
import { arendeHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { count, TYP } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import { factsView, numbers } from './facts-view.ts';
import { titleOf } from './head.ts';
import { type Around, goesTo, itemView } from './item-view.ts';
import { type ArendeOnPage, type HandlingOnPage, pageWithItems } from './on-page.ts';
import { factId } from './places.ts';
import { decidedMark, unconfirmedMark } from './sureness.ts';
import { arendeHeading, handlingHeading, handlingTitle } from './titles.ts';
import { to, type View } from './view.ts';

export function listView(view: View): Html {
  const { say, page, delar } = view;
  const isEmpty = delar.every(({ arenden }) => arenden.every(({ punkter }) => punkter.length === 0));
  return html`<h2 id="uppgifter">${page === null ? say.itemsAll : say.items}</h2>
${isEmpty ? nothing(view) : ''}
${delar.map((del) => handlingView(del, view))}`;
}

function nothing(view: View): Html {
  const { say, record, page } = view;
  const other = pageWithItems(record, page ?? 0);
  if (other === null) return html`<p class="quiet">${say.noItemsAtAll}</p>`;
  return html`<p class="quiet">${say.noItemsText} <a href="${to(view, other)}" data-page="${other}">${say.nextWithItems(String(other))}</a></p>`;
}

function handlingView({ handling, begins, arenden }: HandlingOnPage, view: View): Html {
  const { say, sprak } = view;
  const facts = factsView(handling, view);
  // what the page is called already is not said twice
  const title = handlingTitle(handling, say, sprak);
  return html`<section class="of-handling" id="post-${handling.id}" aria-labelledby="h-${handling.id}">
<h3 id="h-${handling.id}"${title === titleOf(view) ? html` class="unseen"` : ''}>${handlingHeading(handling, say, sprak)}</h3>
<details class="about"${begins ? html` open` : ''}><summary>${say.facts}</summary>${facts}</details>
${arenden.map((one) => arendeView(one, handling, view))}
</section>`;
}

function arendeView(
  { arende, punkter, elsewhere }: ArendeOnPage,
  handling: HandlingOnPage['handling'],
  view: View,
): Html {
  const { say, post, page } = view;
  const matter = view.matters.get(arende.id);
  const others = elsewhere.map(
    ([no, n]) => html` <a href="${to(view, no)}" data-page="${no}">${say.onPage(String(no), String(n))}</a>`,
  );
  return html`<section class="of-arende${arende.id === post ? ' is-current' : ''}" id="post-${arende.id}" aria-labelledby="a-${arende.id}">
<h4 id="a-${arende.id}" data-post="${factId(arende, 'paragraf')}">${arendeHeading(arende, say)}</h4>
<p class="about-arende">${arende.diarienummer ? html`<span data-post="${factId(arende, 'diarienummer')}">${numbers(arende.diarienummer, arende.andraNummer)}</span>` : ''}
${arende.utfall ? html`<span>${say.outcome}: <b>${say.utfall[arende.utfall]}</b></span>` : ''}
${arende.next ? html`<span>${goesTo(arende.next, handling, say)}</span>` : ''}
${arende.omedelbartJusterad ? html`<span>${say.immediate}</span>` : ''}
${arende.sekretess ? html`<span class="badge bad">${say.secrecy}: ${svensk(arende.sekretess)}</span>` : ''}
${matter ? html`<a href="${arendeHref(matter)}">${say.matter}</a>` : ''}
${unconfirmedMark(arende.obekraftade, view)}${decidedMark(arende.id, view)}</p>
${ITEM_TYPER.map((typ) => group(typ, punkter, { handling, arende }, view))}
${page !== null && others.length > 0 ? html`<p class="quiet no-print">${say.elsewhere}: ${others}</p>` : ''}
</section>`;
}

function group(
  typ: (typeof ITEM_TYPER)[number],
  punkter: ArendeOnPage['punkter'],
  of: Omit<Around, 'before'>,
  view: View,
): Html {
  const own = punkter.filter((one) => one.typ === typ);
  if (own.length === 0) return '';
  const name = TYP[view.sprak][typ];
  return html`<p class="kind">${name}${own.length > 1 ? html` <span class="quiet">${count(own.length, view.sprak)}</span>` : ''}</p>
<ul class="read-items">${own.map((one, i) => itemView(one, { ...of, before: own[i - 1] }, view))}</ul>`;
}
