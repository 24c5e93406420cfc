/** `/person/NAMN` and `/parti/BETECKNING`: what somebody moved, reserved against and voted for, and what became of it. */
import { html } from 'hono/html';
import type { Facetter, Personuppgift } from '../../../store/search.ts';
import type { Store } from '../../../store/store.ts';
import type { DeskApp } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { organHref, partiHref, personHref, postHref, query } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { listaLankar } from '../parts/lista.ts';
import { count, day } from '../parts/said.ts';
import { type Narrowed, sokAdress } from '../sok/fraga.ts';
import type { Sprak } from '../sprak.ts';
import { ofWhich } from './huvudman.ts';
import { reservationer } from './mot-vad.ts';
import { counted, type Fraga, fragor, others, recent, years } from './profil.ts';
import { rostIn } from './rost.ts';
import { words } from './words.ts';

/** Votes shown on a person's own page. */
const VOTES = 10;

export function addPersoner(app: DeskApp): void {
  app.get('/person/:namn', async (context) => {
    const { sprak, store } = context.var;
    const say = words[sprak];
    const asked = context.req.param('namn').trim();
    const huvudman = context.req.query('huvudman')?.trim() || undefined;
    const found = await store.person(asked, { huvudman });
    if (found === null) {
      // nobody has the whole name: it may be a part of some
      const like: Narrowed = { person: asked, ...(huvudman && { huvudman }) };
      const { total } = await store.search({ ...like, query: '', limit: 0 });
      return total > 0 ? context.redirect(sokAdress(like), 303) : notThere(context);
    }
    const of: Narrowed = { person: found.namn, ...(huvudman && { huvudman }) };
    const { facetter } = await counted(store, of);
    const body = html`<article class="profile">
  <p class="whose">${say.kindPerson}${found.huvudman.length === 1 ? ` · ${found.huvudman[0]}` : ''}</p>
  <h1>${found.namn}</h1>
  ${ofWhich(huvudman, found.huvudman, (one) => personHref(found.namn, one), sprak, say.several)}
  <div class="profile-parts"><div>
    ${await fragor(store, questions(of, sprak), sprak)}
    ${await years(store, of, sprak)}
  </div><div>
    ${overTime(found, huvudman, sprak)}
    ${others(say.bodies, facetter.organ, (organ) => inOrgan(of, organ), sprak)}
  </div></div>
  ${await votes(store, of, found.namn, sprak)}
  ${await reservationer(store, of, sprak)}
  ${await recent(store, of, sprak)}
  <p class="quiet">${say.sameName}</p>
</article>`;
    return showPage(context, { title: found.namn, part: '/sok', body, feed: sokAdress(of, '/sok.atom') });
  });

  app.get('/parti/:parti', async (context) => {
    const { sprak, store } = context.var;
    const say = words[sprak];
    const parti = context.req.param('parti').trim();
    const huvudman = context.req.query('huvudman')?.trim() || undefined;
    const of: Narrowed = { parti, ...(huvudman && { huvudman }) };
    const { total, facetter } = await counted(store, of);
    if (total === 0) return notThere(context);
    const body = html`<article class="profile">
  <p class="whose">${say.kindParti}${facetter.huvudman.length === 1 ? ` · ${facetter.huvudman[0]?.varde}` : ''}</p>
  <h1>${parti}</h1>
  ${ofWhich(
    huvudman,
    facetter.huvudman.map(({ varde }) => varde),
    (one) => partiHref(parti, one),
    sprak,
  )}
  <div class="profile-parts"><div>
    ${await fragor(store, questions(of, sprak), sprak)}
    ${await years(store, of, sprak)}
  </div><div>
    ${others(say.bodies, facetter.organ, (organ) => inOrgan(of, organ), sprak)}
  </div></div>
  ${await reservationer(store, of, sprak)}
  ${await recent(store, of, sprak)}
</article>`;
    return showPage(context, { title: parti, part: '/sok', body, feed: sokAdress(of, '/sok.atom') });
  });
}

/** What of it is of one body; of the same name there may be one at each huvudman. */
const inOrgan = (of: Narrowed, { varde, huvudman }: Facetter['organ'][number]): string =>
  sokAdress({ ...of, organ: varde, ...(huvudman !== null && { huvudman }) });

/** What people ask of a person or a party. */
function questions(of: Narrowed, sprak: Sprak): Fraga[] {
  const { q } = words[sprak];
  return [
    { name: q.avslagna, asked: { ...of, typ: ['yrkanden'], utfall: 'avslag' } },
    { name: q.bifallna, asked: { ...of, typ: ['yrkanden'], utfall: 'bifall' } },
    { name: q.yrkanden, asked: { ...of, typ: ['yrkanden'] } },
    { name: q.egnaReservationer, asked: { ...of, typ: ['reservationer'] } },
    { name: q.voteringar, asked: { ...of, typ: ['voteringar'] } },
    { name: q.anteckningar, asked: { ...of, typ: ['anteckningar'] } },
  ];
}

/** Under which parties, and when. Their numbers lead nowhere: a search for both finds also what others of the party are in. */
function overTime({ partier }: Personuppgift, huvudman: string | undefined, sprak: Sprak): Html {
  const say = words[sprak];
  if (partier.length === 0)
    return html`<section><h2>${say.partiesOverTime}</h2><p>${say.noParty}</p></section>`;
  const shown = (datum: string | null): Html =>
    datum === null ? '' : html`<time datetime="${datum}">${day(datum, sprak)}</time>`;
  return html`<section><h2>${say.partiesOverTime}</h2><div class="scroll"><table>
  <thead><tr><th scope="col">${say.party}</th><th scope="col">${say.from}</th><th scope="col">${say.to}</th><th scope="col" class="number">${say.times}</th></tr></thead>
  <tbody>${partier.map(
    ({ parti, forst, sist, antal }) =>
      html`<tr><th scope="row"><a href="${partiHref(parti, huvudman)}">${parti}</a></th><td>${shown(forst)}</td><td>${shown(sist)}</td><td class="number">${count(antal, sprak)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

/** The person's own votes, the latest first. */
async function votes(store: Store, of: Narrowed, namn: string, sprak: Sprak): Promise<Html> {
  const say = words[sprak];
  const asked: Narrowed = { ...of, typ: ['voteringar'] };
  const { total, hits } = await store.search({ ...asked, query: '', ordning: 'datum', limit: VOTES });
  const rows = await Promise.all(
    hits.map(async (hit) => {
      const { rost, utslag } = await rostIn(store, hit, namn);
      const { permanentId, datum, rubrik, organ, huvudman, text } = hit;
      const body = organ === null ? '' : html` · <a href="${organHref(organ, huvudman)}">${organ}</a>`;
      return html`<tr><td>${datum === null ? '' : html`<time datetime="${datum}">${day(datum, sprak)}</time>`}</td><td><a href="${postHref(permanentId)}" lang="sv">${rubrik ?? text}</a>${body}</td><td>${rost ? say.rost[rost] : ''}</td><td>${utslag ? say.won[utslag] : ''}</td></tr>`;
    }),
  );
  if (rows.length === 0) return '';
  return html`<section><h2>${say.votes} ${namn}</h2><div class="scroll"><table>
  <thead><tr><th scope="col">${say.day}</th><th scope="col">${say.matter}</th><th scope="col">${say.vote}</th><th scope="col">${say.outcome}</th></tr></thead>
  <tbody>${rows}</tbody></table></div>${listaLankar((format) => `${personHref(namn)}/voteringar.${format}${query({ huvudman: of.huvudman })}`, total, sprak)}${total > rows.length ? html`<p><a href="${sokAdress({ ...asked, ordning: 'datum' })}">${say.allVotes} (${count(total, sprak)})</a></p>` : ''}</section>`;
}
