/** What stands above the page: what it is, where the file lies, and how one gets to other pages. */

import { html } from 'hono/html';
import type { Handling } from '../../../extraction/record.ts';
import type { Html } from '../parts/html.ts';
import { amount, count } from '../parts/said.ts';
import { handlingPath, originalPath } from './paths.ts';
import { handlingHeading, handlingTitle } from './titles.ts';
import { to, type View } from './view.ts';

/** A file's size as people say it. */
export function size(bytes: number, sprak: View['sprak']): string {
  if (bytes < 1_000_000) return `${count(Math.max(1, Math.round(bytes / 1000)), sprak)} kB`;
  return `${count(Math.round(bytes / 100_000) / 10, sprak)} MB`;
}

/** The title of what stands on the page; of a file that is no record its name. */
export function titleOf(view: View): string {
  const own = titledBy(view);
  return own ? handlingTitle(own, view.say, view.sprak) : view.record.source.fileName;
}

function titledBy({ delar, record, page }: View): Handling | null {
  const own = page === null && record.handlingar.length > 1 ? undefined : delar[0]?.handling;
  return !own || (own.kind === 'annat' && own.rubrik === null) ? null : own;
}

export function head(view: View, mayFetch: boolean): Html {
  const { say, sprak, record, files, page } = view;
  const { sha256, fileName, bytes, pageCount } = record.source;
  const stale = files.some(({ ejOmlast }) => ejOmlast !== null);
  const own = titledBy(view);
  return html`<header class="handling-head"><h1>${own ? handlingHeading(own, say, sprak) : fileName}</h1>
<p class="quiet">${titleOf(view) === fileName ? '' : html`<span class="of-file">${fileName}</span> · `}${amount(pageCount, say.pages, sprak)} · ${size(bytes, sprak)}${page === null ? '' : html`<span class="on-paper"> · ${say.pageLabel(String(page), String(pageCount))}</span>`}${mayFetch ? html`<span class="no-print"> · <a href="${originalPath(sha256)}" download>${say.original}</a></span>` : ''}</p>
${pathsOf(view)}
${stale ? html`<p class="notice unsure">${say.rereadFailed}</p>` : ''}</header>`;
}

/** One file, handed in under several names or in several folders: which. */
export function pathsOf({ say, files }: Pick<View, 'say' | 'files'>): Html {
  if (files.length < 2) return '';
  return html`<details class="paths"><summary>${say.paths} (${files.length})</summary><ul>${files.map(({ path }) => html`<li>${path}</li>`)}</ul></details>`;
}

export function tools(view: View): Html {
  const { say, record, page } = view;
  const { sha256, pageCount } = record.source;
  const all = `${handlingPath(sha256)}?visa=alla`;
  if (page === null)
    return html`<div class="tools no-print"><a href="${to(view, 1)}">${say.backToPage}</a> <button type="button" class="second" data-print hidden>${say.print}</button></div>`;
  const step = (no: number, name: string, sign: string, rel: string): Html =>
    no < 1 || no > pageCount
      ? html`<span class="step is-off" aria-hidden="true">${sign}</span>`
      : html`<a class="step" rel="${rel}" href="${to(view, no)}" data-page="${no}" data-keep="${rel}" aria-label="${name}">${sign}</a>`;
  return html`<div class="tools no-print">
<nav class="pages" aria-label="${say.pageNav}">${step(page - 1, say.previous, '‹', 'prev')}
<form action="${handlingPath(sha256)}" data-pages><label for="sida">${say.page}</label> <input id="sida" name="sida" type="number" inputmode="numeric" min="1" max="${pageCount}" value="${page}" required> <span>${say.of(String(pageCount))}</span> <button class="second">${say.show}</button></form>
${step(page + 1, say.next, '›', 'next')}</nav>
<div class="zoom" role="group" aria-label="${say.zoom}" hidden data-zoom><button type="button" class="second" data-by="-1" aria-label="${say.smaller}">−</button><output aria-live="polite">100 %</output><button type="button" class="second" data-by="1" aria-label="${say.larger}">+</button><button type="button" class="second" data-by="0">${say.fit}</button></div>
<a class="all" href="${all}">${say.allItems}</a></div>`;
}
