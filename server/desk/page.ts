/** The page around every view: head, menu, search field, and what people choose. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { clientAddress, STYLE } from './assets.ts';
import { isRegistrator } from './besokare.ts';
import type { DeskEnv } from './deps.ts';
import type { Html } from './parts/html.ts';
import { words } from './words.ts';

export interface Page {
  /** Of the tab, before the program's name. */
  title: string;
  body: Html;
  /** The part of the menu that it belongs to: its address. */
  part?: string;
  /** Files of client/ that make it come alive; without them it can be read all the same. */
  islands?: readonly string[];
  /** What stands in the search field. */
  query?: string;
  /** An Atom feed of what it shows. */
  feed?: string;
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;
}

/** Answers with a whole page. */
export async function showPage(context: Context<DeskEnv>, page: Page): Promise<Response> {
  const { sprak, tema, besokare } = context.var;
  const say = words[sprak];
  const here = context.req.path + new URL(context.req.url).search;
  const choose = (name: string, value: string): string =>
    `/val?${new URLSearchParams({ [name]: value, till: here })}`;
  const parts: [path: string, name: string][] = [
    ['/sok', say.sok],
    ['/organ', say.organ],
    ['/inkorg', say.inkorgar],
    ...(isRegistrator(besokare)
      ? ([
          ['/granska', say.granska],
          ['/las-in', say.lasIn],
        ] as [string, string][])
      : []),
    ['/laget', say.laget],
  ];
  const themes = [
    ['auto', say.auto],
    ['ljust', say.light],
    ['morkt', say.dark],
  ] as const;
  const document = html`<!doctype html>
<html lang="${sprak}" data-tema="${tema}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${tema === 'auto' ? 'light dark' : tema === 'ljust' ? 'light' : 'dark'}">
<title>${page.title} – Expediera</title>
<link rel="icon" href="/desk/ikon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STYLE}">
${page.feed ? html`<link rel="alternate" type="application/atom+xml" title="${page.title}" href="${page.feed}">` : ''}
${(page.islands ?? []).map((name) => html`<script type="module" src="${clientAddress(name)}"></script>`)}
</head>
<body>
<a class="skip" href="#innehall">${say.skip}</a>
<header class="top">
  <a class="brand" href="/">Expediera</a>
  ${
    besokare.namn === ''
      ? ''
      : html`<nav aria-label="${say.menu}">
    <ul>${parts.map(
      ([path, name]) =>
        html`<li><a href="${path}"${page.part === path ? html` aria-current="page"` : ''}>${name}</a></li>`,
    )}</ul>
  </nav>
  <form class="seek" action="/sok" role="search">
    <label class="unseen" for="sokfalt">${say.sokHela}</label>
    <input id="sokfalt" name="q" type="search" value="${page.query ?? ''}" placeholder="${say.sokExempel}" autocomplete="off">
    <button>${say.sok}</button>
  </form>`
  }
</header>
<main id="innehall" tabindex="-1">${page.body}</main>
<footer class="bottom">
  <p>${say.foot}</p>
  <ul>
    ${besokare.inloggad ? html`<li><a href="/konto">${besokare.namn}, ${say.roll[besokare.roll]}</a></li><li><form class="log-out" method="post" action="/logga-ut"><button class="button second">${say.loggaUt}</button></form></li>` : ''}
    <li><a href="${choose('sprak', say.languageCode)}" lang="${say.languageCode}" hreflang="${say.languageCode}">${say.language}</a></li>
    <li>${say.theme}: ${themes.map(([value, name], i) => html`${i > 0 ? ' · ' : ''}${value === tema ? html`<b>${name}</b>` : html`<a href="${choose('tema', value)}">${name}</a>`}`)}</li>
  </ul>
</footer>
</body>
</html>`;
  return context.html(document, page.status ?? 200);
}
