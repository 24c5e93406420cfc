/** `/sok`: one field, what it finds with the words marked, and what it can be narrowed by. */
import { html } from 'hono/html';
import { beyondBounds, readQuestion } from '../../../store/question.ts';
import { ORDNING } from '../../../store/search.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { showPage } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { listaLankar } from '../parts/lista.ts';
import { pager } from '../parts/pager.ts';
import { amount } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { chosen, facettlistor, hitNames, valuesOf } from './facetter.ts';
import { addFiler } from './filer.ts';
import { addFlode } from './flode.ts';
import {
  type Asked,
  FILTER,
  isNarrowed,
  LAST_PAGE,
  PAGE_SIZE,
  questionOf,
  readAsked,
  sokAdress,
} from './fraga.ts';
import { nothingFound, toBegin } from './tomt.ts';
import { traffar } from './traff.ts';
import { words } from './words.ts';

export function addSok(app: DeskApp, deps: DeskDeps): void {
  addFiler(app, deps);
  addFlode(app);
  app.get('/sok', async (context) => {
    const { sprak, store } = context.var;
    const say = words[sprak];
    const asked = readAsked(context);
    const page = { part: '/sok', query: asked.q };
    if (asked.q === '' && !isNarrowed(asked)) {
      const body = html`<h1>${say.lead}</h1>${field(asked, sprak)}${await toBegin(store, sprak)}`;
      return showPage(context, { ...page, title: say.title, body });
    }
    const answer = await store.search({
      ...questionOf(asked),
      ...{
        facetter: true,
        med: ['voteringar', 'beslut', 'kallor'],
        limit: PAGE_SIZE,
        offset: (asked.sida - 1) * PAGE_SIZE,
      },
    });
    const { total, hits, facetter } = answer;
    const counted = amount(total, hitNames(asked, sprak), sprak);
    const on = asked.q === '' ? '' : ` ${say.on} ”${asked.q}”`;
    const body = html`<div class="sok">
  ${field(asked, sprak)}
  ${chosen(asked, sprak)}
  ${beyondBounds(asked.q) === null ? '' : html`<p class="notice unsure">${say.tooLong}</p>`}
  <h1>${total === 0 ? say.nothing : counted}${on}</h1>
  ${total === 0 ? await nothingFound(store, asked, sprak) : html`<div class="arranged">${orders(asked, sprak)}${countedBy(asked, sprak)}</div><div class="found">${facetter ? facettlistor(asked, facetter, total, sprak) : ''}<div>${traffar(hits, readQuestion(asked.q), sprak)}${pager({ page: asked.sida, size: PAGE_SIZE, total, last: LAST_PAGE }, (sida) => sokAdress({ ...asked, sida }), sprak)}${files(asked, total, sprak)}</div></div>`}
</div>`;
    const title = `${asked.q === '' ? say.title : asked.q} – ${counted}`;
    return showPage(context, { ...page, title, body, feed: sokAdress({ ...asked, sida: 1 }, '/sok.atom') });
  });
}

/** New words keep what the search is narrowed by. */
function field(asked: Asked, sprak: Sprak): Html {
  const say = words[sprak];
  const kept = FILTER.flatMap((name) => valuesOf(asked, name).map(([value]) => [name, value] as const));
  return html`<form class="seek-big" action="/sok" role="search" aria-label="${say.lead}">
  <label class="unseen" for="fraga">${say.label}</label>
  <input id="fraga" name="q" type="search" value="${asked.q}" placeholder="${say.label}" autocomplete="off" maxlength="4000">
  ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
  ${asked.per === undefined ? '' : html`<input type="hidden" name="per" value="${asked.per}">`}
  ${asked.ordning === 'relevans' ? '' : html`<input type="hidden" name="ordning" value="${asked.ordning}">`}
  <button>${say.submit}</button>
</form>`;
}

function orders(asked: Asked, sprak: Sprak): Html {
  const say = words[sprak];
  return html`<nav class="orders" aria-label="${say.order}"><ul>${ORDNING.map(
    (ordning) =>
      html`<li><a href="${sokAdress({ ...asked, ordning, sida: 1 })}"${asked.ordning === ordning ? html` aria-current="true"` : ''}>${say.ordning[ordning]}</a></li>`,
  )}</ul></nav>`;
}

/** Whether each hit is one, or each §. */
function countedBy(asked: Asked, sprak: Sprak): Html {
  const say = words[sprak];
  const { per, ...each } = asked;
  const choice = (name: string, to: Asked, isHere: boolean): Html =>
    html`<li><a href="${sokAdress({ ...to, sida: 1 })}"${isHere ? html` aria-current="true"` : ''}>${name}</a></li>`;
  return html`<nav class="orders" aria-label="${say.counted}"><ul>${choice(say.countedBy.traff, each, per === undefined)}${choice(say.countedBy.paragraf, { ...each, per: 'paragraf' }, per === 'paragraf')}</ul></nav>`;
}

/** The same list as files, and as a feed that tells when there is more. */
function files(asked: Asked, total: number, sprak: Sprak): Html {
  const whole = { ...asked, sida: 1 };
  const feed = html`<li><a href="${sokAdress({ ...whole, ordning: 'relevans' }, '/sok.atom')}" type="application/atom+xml">${words[sprak].feed}</a></li>`;
  return listaLankar((format) => sokAdress(whole, `/sok.${format}`), total, sprak, feed);
}
