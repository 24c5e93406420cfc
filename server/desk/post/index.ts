/** `/post/ID`: one item for good, with a citation to copy, and what stands beside it. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { itemsOf } from '../../../store/items.ts';
import { permanentIdIn } from '../../../store/postnamn.ts';
import type { Hit, Punkt } from '../../../store/search.ts';
import type { DeskApp, DeskEnv } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { arendeHref, handlingHref, postHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { ETT, moment, TYP } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import { beslutRad } from '../sok/mot.ts';
import { rostning } from '../sok/rostning.ts';
import { behind, whose } from '../sok/traff.ts';
import { words as ofSearch } from '../sok/words.ts';
import type { Sprak } from '../sprak.ts';
import { showBorta } from './borta.ts';
import { hanvisning } from './hanvisning.ts';
import { alsoIn, kallorOf } from './kallor.ts';
import { lydelser } from './lydelser.ts';
import { words } from './words.ts';

/** Whoever is in a roll, all of them. */
const ALL = Number.POSITIVE_INFINITY;

export function addPost(app: DeskApp): void {
  app.get('/post/:id', async (context) => {
    const id = context.req.param('id');
    const { store } = context.var;
    const punkt = await store.punkt(id);
    if (punkt !== null) {
      const { permanentId } = punkt.hit;
      return permanentId === id ? showPunkt(context, punkt) : context.redirect(postHref(permanentId), 302);
    }
    const borta = await store.borta(id);
    return borta === null ? notThere(context) : showBorta(context, borta);
  });
}

async function showPunkt(context: Context<DeskEnv>, punkt: Punkt): Promise<Response> {
  const { sprak, store } = context.var;
  const { hit, handling } = punkt;
  const link = context.var.ursprung + postHref(hit.permanentId);
  const votes = (hit.voteringar ?? []).filter(({ id }) => hit.typ !== 'voteringar' || id === hit.id);
  const all = handling.arenden.flatMap((arende) => itemsOf(arende, handling));
  const names = await store.permanentIds(all.map(({ id }) => id));
  const body = html`<article class="post">
  ${whose(hit, sprak)}
  <h1>${hit.rubrik === null ? ofSearch[sprak].noHeading : svensk(hit.rubrik)}</h1>
  <blockquote class="clause" lang="sv">${hit.text}</blockquote>
  ${behind(hit, sprak, ALL)}
  ${beslutRad(hit, sprak)}
  ${votes.map((vote) => rostning(vote, sprak, hit.typ === 'voteringar'))}
  ${unsure(hit, sprak)}
  ${cite(hanvisning(punkt, link, sprak), sprak)}
  ${before(punkt, sprak)}
  ${place(punkt, sprak)}
  ${alsoIn(await kallorOf(store, punkt), sprak)}
  ${beside(punkt, all, (id) => postHref(permanentIdIn(names, id)), sprak)}
</article>`;
  const title = `${hit.rubrik ?? readable(hit.text)} – ${ETT[sprak][hit.typ]}`;
  return showPage(context, { title, part: '/sok', body, islands: ['kopiera'] });
}

/** Letters of a clause that stand for a heading. */
const TITLE = 60;
const readable = (text: string): string => (text.length > TITLE ? `${text.slice(0, TITLE)} …` : text);

function unsure({ obekraftade }: Hit, sprak: Sprak): Html {
  if (obekraftade.length === 0) return '';
  const fields = obekraftade.map((field) => ofSearch[sprak].fields[field] ?? field).join(', ');
  return html`<p class="notice unsure">${words[sprak].unsureText} <b>${fields}</b>.</p>`;
}

/** Can be selected without any script; with one a button copies it. */
function cite(text: Html, sprak: Sprak): Html {
  const say = words[sprak];
  return html`<section class="cite"><h2>${say.cite}</h2>
  <p id="hanvisning">${text}</p>
  <p class="no-print"><button type="button" class="second" hidden data-copy="hanvisning" data-done="${say.copied}" data-fault="${say.notCopied}">${say.copy}</button> <span role="status"></span></p></section>`;
}

/** What it said when somebody may have linked to it, and which other item has its id in today's reading. */
function before({ tidigare, annan, hit }: Punkt, sprak: Sprak): Html {
  const say = words[sprak];
  return html`${
    tidigare.length === 0
      ? ''
      : html`<section><h2>${say.before}</h2><p>${say.beforeText}</p>${lydelser(tidigare, hit.paragraf, sprak)}</section>`
  }${annan === null ? '' : html`<p class="quiet no-print">${say.otherCounted} <a href="${postHref(annan)}">${say.showOther}</a></p>`}`;
}

function place({ hit, handling, matter }: Punkt, sprak: Sprak): Html {
  const say = words[sprak];
  const at = handlingHref({ sha256: hit.sha256, page: hit.page ?? 1, itemId: hit.permanentId });
  const number = matter?.diarienummer ?? hit.diarienummer ?? say.withoutNumber;
  return html`<section><h2>${say.place}</h2><dl class="facts">
  <dt>${say.handling}</dt><dd>${say.kind[handling.kind]} · <a href="${at}">${say.open(hit.page)}</a></dd>
  <dt>${say.file}</dt><dd class="file-name">${hit.fileName}</dd>
  <dt>${say.arende}</dt><dd><a href="${arendeHref(hit.arende)}">${number}</a>${matter?.rubrik ? html` ${svensk(matter.rubrik)}` : ''}</dd>
  ${hit.inlast ? html`<dt>${say.taken}</dt><dd>${moment(hit.inlast, sprak)}</dd>` : ''}
</dl></section>`;
}

/** All items of its §, by kind, in the order of the record. */
function beside(
  { hit }: Punkt,
  all: ReturnType<typeof itemsOf>,
  hrefOf: (id: string) => string,
  sprak: Sprak,
): Html {
  const say = words[sprak];
  if (all.length < 2) return '';
  const kinds = [...Map.groupBy(all, ({ typ }) => typ)];
  return html`<section><h2>${hit.paragraf === null ? say.besideOther : say.beside}</h2>${kinds.map(
    ([typ, own]) =>
      html`<h3>${TYP[sprak][typ]}</h3><ul class="beside">${own.map(
        ({ id, text }) =>
          html`<li>${id === hit.id ? html`<span aria-current="true" lang="sv">${text}</span> <span class="badge accent">${say.this}</span>` : html`<a href="${hrefOf(id)}" lang="sv">${text}</a>`}</li>`,
      )}</ul>`,
  )}</section>`;
}
