/** `/handling/SHA256?sida=N&post=ID`: the page beside its items; `?visa=alla`: all items, to be printed. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Record as FileRecord } from '../../../extraction/record.ts';
import type { Blobs } from '../../../store/blobs.ts';
import { matterKeys } from '../../../store/matter-key.ts';
import type { PermanentId } from '../../../store/postnamn.ts';
import type { Store } from '../../../store/store.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { postHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { amount, ETT } from '../parts/said.ts';
import { contentsView } from './contents.ts';
import { decidedOf } from './decided.ts';
import { head, titleOf, tools } from './head.ts';
import { listView } from './list-view.ts';
import { maskOf } from './mask.ts';
import { type HandlingOnPage, onPage, pageOfPost } from './on-page.ts';
import { pageNotes, pagePane } from './page-pane.ts';
import { placesOf } from './places.ts';
import { showUnread } from './unread.ts';
import type { View } from './view.ts';
import { type HandlingWords, words } from './words.ts';

export function addReader(app: DeskApp, { blobs }: DeskDeps): void {
  app.get('/handling/:sha256{[0-9a-f]{64}}', async (context) => {
    const { sha256 } = context.req.param();
    const { store, besokare } = context.var;
    const found = await store.recordWithRattelser(sha256);
    // where files lie is the house's own; a läsare's store does not tell
    const files = isRegistrator(besokare) ? await store.files(sha256) : [];
    if (found) return showRecord(context, blobs, found.record, files);
    const state = await store.content(sha256);
    if (!state) return notThere(context);
    const { status, code } = state;
    const mayFetch = isRegistrator(besokare) && (await blobs.has(sha256));
    return showUnread(context, { sha256, status, code, files, mayFetch });
  });
}

async function showRecord(
  context: Context<DeskEnv>,
  blobs: Blobs,
  record: FileRecord,
  files: View['files'],
): Promise<Response> {
  const { sprak, store, besokare } = context.var;
  const say = words[sprak];
  const { sida, post: link = null, visa } = context.req.query();
  const { sha256, pageCount } = record.source;
  const asked = /^\d{1,9}$/u.test(sida ?? '') ? Math.max(1, Number(sida)) : null;
  const post = link === null ? null : await store.itemId(link);
  const place = post === null ? null : pageOfPost(record, post);
  const page = visa === 'alla' ? null : Math.min(asked ?? place ?? 1, pageCount);
  const delar = onPage(record, page);
  const names = await store.permanentIds(idsOf(delar));
  const view: View = {
    ...{ say, sprak, record, files, page, delar, post },
    decided: isRegistrator(besokare) ? await decidedOf(store, sha256) : new Map(),
    matters: await mattersOf(store, delar, names),
    names,
    mayDecide: isRegistrator(besokare),
  };
  const mask = await maskOf(context.var, sha256);
  const notes = [
    asked !== null && asked > pageCount ? say.noSuchPage(amount(pageCount, say.pages, sprak)) : null,
    link !== null && place === null ? noSuchPost(link as PermanentId, post === null, say) : null,
  ].filter((note) => note !== null);
  const called = {
    punkt: (typ: keyof (typeof ETT)['sv']) => ETT[sprak][typ],
    fakta: (field: string) => say.fields[field] ?? field,
  };
  const pane =
    page === null ? '' : await pagePane(blobs, view, { page, mask, places: placesOf(delar, page, called) });
  const body = html`<div class="reader" id="reader"${post === null ? '' : html` data-current="${post}"`}>
${head(view, mask === null)}
${notes.map((note) => html`<p class="notice unsure">${note}</p>`)}
${tools(view)}
${contentsView(view)}
<div class="panes${page === null ? ' is-list' : ''}">${pane}
<section class="items-pane" aria-labelledby="uppgifter">${pageNotes(view)}${listView(view)}</section></div></div>
<p class="unseen" role="status" id="page-said"></p>`;
  const title =
    page === null ? titleOf(view) : `${titleOf(view)}, ${say.pageLabel(String(page), String(pageCount))}`;
  return showPage(context, { title, body, islands: ['page-view'] });
}

const idsOf = (delar: readonly HandlingOnPage[]): string[] =>
  delar.flatMap(({ arenden }) =>
    arenden.flatMap(({ arende, punkter }) => [arende.id, ...punkter.map(({ item }) => item.id)]),
  );

/** @param isKnown it was read once */
const noSuchPost = (link: PermanentId, isKnown: boolean, say: HandlingWords): Html =>
  html`${say.noSuchPost}${isKnown ? html` <a href="${postHref(link)}">${say.whatItSaid}</a>` : ''}`;

/** The matters of the ärenden that are shown: the store knows by which of its keys each is filed. */
async function mattersOf(
  store: Store,
  delar: readonly HandlingOnPage[],
  names: View['names'],
): Promise<Map<string, string>> {
  const matters = new Map<string, string>();
  for (const { handling, arenden } of delar)
    for (const { arende } of arenden) {
      const { byNumber, byParagraf, own } = matterKeys(handling, arende, names);
      for (const id of [byNumber, byParagraf, own]) {
        if (id === null || (await store.matter(id)) === null) continue;
        matters.set(arende.id, id);
        break;
      }
    }
  return matters;
}
