/** `/organ`: all bodies; `/organ/NAMN`: one of them, with what it decided, referred back and voted on. */
import { html } from 'hono/html';
import { ITEM_TYPER } from '../../../extraction/item-types.ts';
import type { Facetter } from '../../../store/search.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { inkorgHref, organHref } from '../parts/addresses.ts';
import { empty } from '../parts/empty.ts';
import type { Html } from '../parts/html.ts';
import { listaLankar } from '../parts/lista.ts';
import { count, TYP } from '../parts/said.ts';
import { type Narrowed, sokAdress } from '../sok/fraga.ts';
import type { Sprak } from '../sprak.ts';
import { addFiler } from './filer.ts';
import { ofWhich } from './huvudman.ts';
import { reservationer } from './mot-vad.ts';
import { counted, type Fraga, fragor, others, recent, years } from './profil.ts';
import { words } from './words.ts';

export function addOrgan(app: DeskApp, deps: DeskDeps): void {
  addFiler(app, deps);
  app.get('/organ', async (context) => {
    const { sprak, store } = context.var;
    const say = words[sprak];
    const { facetter } = await counted(store, {});
    const body =
      facetter.organ.length === 0
        ? empty(say.none, html`<p>${say.noneText}</p>`)
        : html`<h1>${say.lead}</h1><p class="quiet">${say.intro}</p>${lists(facetter.organ, sprak)}${listaLankar((format) => `/organ.${format}`, facetter.organ.length, sprak)}`;
    return showPage(context, { title: say.title, part: '/organ', body });
  });

  app.get('/organ/:namn', async (context) => {
    const { sprak, store } = context.var;
    const say = words[sprak];
    const asked = context.req.param('namn').trim();
    const huvudman = context.req.query('huvudman')?.trim();
    const of: Narrowed = { organ: asked, ...(huvudman && { huvudman }) };
    const { total, facetter } = await counted(store, of);
    if (total === 0) return notThere(context);
    const namn = facetter.organ.length === 1 ? (facetter.organ[0]?.varde ?? asked) : asked;
    const only = facetter.huvudman.length === 1 ? (facetter.huvudman[0]?.varde ?? null) : null;
    const hasInbox = (await store.inkorg(namn, { huvudman: only ?? undefined, limit: 1 })) !== null;
    const body = html`<article class="profile">
  <p class="whose">${say.kindOrgan}${only === null ? '' : html` · ${only}`}</p>
  <h1>${namn}</h1>
  ${ofWhich(
    huvudman,
    facetter.huvudman.map(({ varde }) => varde),
    (one) => organHref(namn, one),
    sprak,
  )}
  ${hasInbox ? html`<p class="hit-links"><a href="${inkorgHref(namn, only)}">${say.inkorg}</a></p>` : ''}
  <div class="profile-parts"><div>
    ${await fragor(store, questions(of, facetter, sprak), sprak)}
    ${await years(store, of, sprak)}
  </div><div>
    ${others(say.parties, facetter.parti, ({ varde }) => sokAdress({ ...of, parti: varde }), sprak)}
    ${others(say.people, facetter.person, ({ varde }) => sokAdress({ ...of, person: varde }), sprak)}
  </div></div>
  ${await reservationer(store, of, sprak)}
  ${await recent(store, of, sprak)}
</article>`;
    return showPage(context, { title: namn, part: '/organ', body, feed: sokAdress(of, '/sok.atom') });
  });
}

/** One list for each huvudman. */
function lists(organ: Facetter['organ'], sprak: Sprak): Html[] {
  const say = words[sprak];
  const byHuvudman = [...Map.groupBy(organ, ({ huvudman }) => huvudman ?? '')].sort(([a], [b]) =>
    a.localeCompare(b, 'sv'),
  );
  return byHuvudman.map(
    ([huvudman, own]) => html`<section><h2>${huvudman || say.withoutHuvudman}</h2>
  <table class="bodies"><thead><tr><th scope="col">${say.body}</th><th scope="col" class="number">${say.items}</th></tr></thead>
  <tbody>${own
    .toSorted((a, b) => a.varde.localeCompare(b.varde, 'sv'))
    .map(
      ({ varde, antal }) =>
        html`<tr><th scope="row"><a href="${organHref(varde, huvudman || null)}">${varde}</a></th><td class="number">${count(antal, sprak)}</td></tr>`,
    )}</tbody></table></section>`,
  );
}

/** What people ask of a body; then every kind that there is. */
function questions(of: Narrowed, { typ }: Facetter, sprak: Sprak): Fraga[] {
  const { q } = words[sprak];
  const rest = ITEM_TYPER.filter(
    (one) =>
      !['yrkanden', 'reservationer', 'voteringar'].includes(one) && typ.some(({ varde }) => varde === one),
  );
  return [
    { name: q.reservationer, asked: { ...of, typ: ['reservationer'] } },
    { name: q.aterremisser, asked: { ...of, typ: ['beslut'], utfall: 'aterremiss', per: 'paragraf' } },
    { name: q.bordlagda, asked: { ...of, typ: ['beslut'], utfall: 'bordlagt', per: 'paragraf' } },
    { name: q.voteringar, asked: { ...of, typ: ['voteringar'] } },
    { name: q.avslagna, asked: { ...of, typ: ['yrkanden'], utfall: 'avslag' } },
    { name: q.bifallna, asked: { ...of, typ: ['yrkanden'], utfall: 'bifall' } },
    { name: q.yrkanden, asked: { ...of, typ: ['yrkanden'] } },
    ...rest.map((one) => ({ name: first(TYP[sprak][one]), asked: { ...of, typ: [one] } })),
  ];
}

const first = (text: string): string => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
