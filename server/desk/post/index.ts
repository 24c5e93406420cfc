/** `/post/ID`: one item for good, with a citation to copy, and what stands beside it. */
import { html } from 'hono/html';
import { itemsOf } from '../../../store/items.ts';
import type { Hit, Punkt } from '../../../store/search.ts';
import type { DeskApp } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { arendeHref, handlingHref, postHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { ETT, moment, TYP } from '../parts/said.ts';
import { beslutRad } from '../sok/mot.ts';
import { rostning } from '../sok/rostning.ts';
import { alsoIn, behind, whose } from '../sok/traff.ts';
import { words as ofSearch } from '../sok/words.ts';
import type { Sprak } from '../sprak.ts';
import { hanvisning } from './hanvisning.ts';
import { words } from './words.ts';

/** Whoever is in a roll, all of them. */
const ALL = Number.POSITIVE_INFINITY;

export function addPost(app: DeskApp): void {
  app.get('/post/:id', async (context) => {
    const { sprak, store } = context.var;
    const punkt = await store.punkt(context.req.param('id'));
    if (punkt === null) return notThere(context);
    const { hit } = punkt;
    const link = context.var.ursprung + postHref(hit.id);
    const votes = (hit.voteringar ?? []).filter(({ id }) => hit.typ !== 'voteringar' || id === hit.id);
    const body = html`<article class="post">
  ${whose(hit, sprak)}
  <h1>${hit.rubrik ?? ofSearch[sprak].noHeading}</h1>
  <blockquote class="clause">${hit.text}</blockquote>
  ${behind(hit, sprak, ALL)}
  ${beslutRad(hit, sprak)}
  ${votes.map((vote) => rostning(vote, sprak, hit.typ === 'voteringar'))}
  ${alsoIn(hit, sprak)}
  ${unsure(hit, sprak)}
  ${cite(hanvisning(punkt, link, sprak), sprak)}
  ${place(punkt, sprak)}
  ${beside(punkt, sprak)}
</article>`;
    const title = `${hit.rubrik ?? readable(hit.text)} – ${ETT[sprak][hit.typ]}`;
    return showPage(context, { title, part: '/sok', body, islands: ['kopiera'] });
  });
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
function cite(text: string, sprak: Sprak): Html {
  const say = words[sprak];
  return html`<section class="cite"><h2>${say.cite}</h2>
  <p id="hanvisning">${text}</p>
  <p class="no-print"><button type="button" class="second" hidden data-copy="hanvisning" data-done="${say.copied}" data-fault="${say.notCopied}">${say.copy}</button> <span role="status"></span></p></section>`;
}

function place({ hit, handling, matter }: Punkt, sprak: Sprak): Html {
  const say = words[sprak];
  const at = handlingHref({ sha256: hit.sha256, page: hit.page ?? 1, itemId: hit.id });
  const number = matter?.diarienummer ?? hit.diarienummer ?? say.withoutNumber;
  return html`<section><h2>${say.place}</h2><dl class="facts">
  <dt>${say.handling}</dt><dd>${say.kind[handling.kind]} · <a href="${at}">${say.open(hit.page)}</a></dd>
  <dt>${say.file}</dt><dd class="file-name">${hit.fileName}</dd>
  <dt>${say.arende}</dt><dd><a href="${arendeHref(hit.arende)}">${number}</a>${matter?.rubrik ? html` ${matter.rubrik}` : ''}</dd>
  ${hit.inlast ? html`<dt>${say.taken}</dt><dd>${moment(hit.inlast, sprak)}</dd>` : ''}
</dl></section>`;
}

/** All items of its §, by kind, in the order of the record. */
function beside({ hit, handling }: Punkt, sprak: Sprak): Html {
  const say = words[sprak];
  const items = handling.arenden.flatMap((arende) => itemsOf(arende, handling));
  if (items.length < 2) return '';
  const kinds = [...Map.groupBy(items, ({ typ }) => typ)];
  return html`<section><h2>${hit.paragraf === null ? say.besideOther : say.beside}</h2>${kinds.map(
    ([typ, own]) =>
      html`<h3>${TYP[sprak][typ]}</h3><ul class="beside">${own.map(
        ({ id, text }) =>
          html`<li>${id === hit.id ? html`<span aria-current="true">${text}</span> <span class="badge accent">${say.this}</span>` : html`<a href="${postHref(id)}">${text}</a>`}</li>`,
      )}</ul>`,
  )}</section>`;
}
