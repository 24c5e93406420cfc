/** `/`: what one can ask, and what there is; with an empty store, what to do first. */
import { html } from 'hono/html';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { showPage } from '../page.ts';
import { empty } from '../parts/empty.ts';
import type { Html } from '../parts/html.ts';
import { amount, count, TYP } from '../parts/said.ts';
import { samplesOnly } from './samples.ts';
import { words } from './words.ts';

export function addHem(app: DeskApp, deps: DeskDeps): void {
  app.get('/', async (context) => {
    const { sprak, besokare, store } = context.var;
    const say = words[sprak];
    const { files, items, arenden } = await store.status();
    if (files.total === 0) {
      const todo = isRegistrator(besokare)
        ? html`<p>${say.emptyText}</p><p><a class="button" href="/las-in">${say.takeIn}</a></p>`
        : html`<p>${say.emptyReader}</p>`;
      return showPage(context, { title: say.title, body: empty(say.emptyTitle, todo) });
    }
    // it tells readers no more than that all are samples
    const samples = await samplesOnly(deps, deps.store, sprak);
    const found = (Object.entries(items) as [keyof typeof items, number][]).filter(([, n]) => n > 0);
    const mayTakeIn = isRegistrator(besokare);
    const toIntakes = (text: string): Html => (mayTakeIn ? html`<a href="/las-in">${text}</a>` : text);
    const body = html`
<section class="welcome">
  <h1>${say.lead}</h1>
  <form class="seek-big" action="/sok" role="search" aria-label="${say.search}">
    <label class="unseen" for="fraga">${say.search}</label>
    <input id="fraga" name="q" type="search" placeholder="${say.example}" autocomplete="off">
    <button>${say.submit}</button>
  </form>
  ${samples ?? ''}
  <p class="quiet">${amount(files.done, say.files, sprak)}, ${amount(arenden, say.arenden, sprak)}${files.running > 0 ? html` · ${toIntakes(amount(files.running, say.running, sprak))}` : ''}</p>
</section>
${
  found.length > 0
    ? html`<section aria-labelledby="slag">
  <h2 id="slag">${say.kinds}</h2>
  <ul class="kinds">${found.map(
    ([typ, n]) => html`<li><a href="/sok?typ=${typ}"><b>${count(n, sprak)}</b> ${TYP[sprak][typ]}</a></li>`,
  )}</ul>
</section>`
    : html`<div class="notice"><p>${files.running > 0 ? say.nothingYet : say.nothingFound}</p>${mayTakeIn ? html`<p><a class="button second" href="/las-in#inlasningar">${say.toIntakes}</a></p>` : ''}</div>`
}`;
    return showPage(context, { title: say.title, body });
  });
}
