/** An item that no reading has any more: what it said, where, and how to go on. Never another one in its place. */

import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Borta, Lydelse } from '../../../store/postnamn.ts';
import type { DeskEnv } from '../deps.ts';
import { showPage } from '../page.ts';
import { arendeHref, handlingHref } from '../parts/addresses.ts';
import { day, moment } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import { sokAdress } from '../sok/fraga.ts';
import { words as ofSearch } from '../sok/words.ts';
import { lydelser } from './lydelser.ts';
import { words } from './words.ts';

export async function showBorta(context: Context<DeskEnv>, borta: Borta): Promise<Response> {
  const { sprak, store } = context.var;
  const say = words[sprak];
  const [last] = borta.lydelser as [Lydelse, ...Lydelse[]];
  const { organ, avsandare, huvudman, datum, paragraf, diarienummer, page, sha256 } = last;
  const matter = await store.matter(last.arende);
  const told = [
    organ ?? avsandare,
    datum === null ? null : day(datum, sprak),
    paragraf === null ? null : `§ ${paragraf}`,
    huvudman,
  ].filter((part) => part !== null);
  const body = html`<article class="post">
  <h1>${say.gone}</h1>
  <p>${say.goneText(moment(last.at, sprak))}</p>
  ${lydelser(borta.lydelser, undefined, sprak)}
  <section><h2>${say.wherePlace}</h2><dl class="facts">
  <dt>${say.handling}</dt><dd>${say.kind[last.kind]}${told.length === 0 ? '' : html`, ${told.join(' · ')}`}</dd>
  <dt>${say.heading}</dt><dd>${last.rubrik === null ? ofSearch[sprak].noHeading : svensk(last.rubrik)}</dd>
  ${diarienummer === null ? '' : html`<dt>${say.number}</dt><dd>${diarienummer}</dd>`}
  <dt>${say.file}</dt><dd class="file-name">${last.fileName}, ${say.page(page)}</dd>
  </dl></section>
  <section class="no-print"><h2>${say.goOn}</h2><ul>
  <li><a href="${handlingHref({ sha256, page })}">${say.openPage(page)}</a></li>
  ${matter === null ? '' : html`<li><a href="${arendeHref(matter.id)}">${say.openMatter}</a>${matter.rubrik === null ? '' : html` ${svensk(matter.rubrik)}`}</li>`}
  <li><a href="${sokAdress({ q: `"${beginning(last.text)}"` })}">${say.seek}</a></li>
  </ul></section>
</article>`;
  return showPage(context, { title: say.gone, part: '/sok', body, status: 410 });
}

/** Words of a clause that a search for it asks by. */
const WORDS = 6;
const beginning = (text: string): string =>
  text.replaceAll('"', ' ').trim().split(/\s+/u).slice(0, WORDS).join(' ');
