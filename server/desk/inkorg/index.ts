/** `/inkorg`: every recipient and how much waits there; `/inkorg/MOTTAGARE`: what came, what waits, until when. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import { today } from '../../../engine/today.ts';
import { type InkorgAnswer, isChoices, type Mottagarrad } from '../../../store/store.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { showPage } from '../page.ts';
import { inkorgHref, organHref, query } from '../parts/addresses.ts';
import { empty } from '../parts/empty.ts';
import { doneNotice } from '../parts/gjort.ts';
import type { Html } from '../parts/html.ts';
import { listaLankar } from '../parts/lista.ts';
import { officeMenu } from '../parts/office.ts';
import { pageOf, pager } from '../parts/pager.ts';
import { amount, count } from '../parts/said.ts';
import { several } from '../parts/several.ts';
import { addFiler } from './filer.ts';
import { addMarks, marking } from './marks.ts';
import { byMatter, deliveredHere, itemsOf, matterPosts } from './posts.ts';
import { words } from './words.ts';

const SIZE = 50;

export function addInkorg(app: DeskApp, deps: DeskDeps): void {
  addMarks(app, deps);
  addFiler(app, deps);
  app.get('/inkorg', async (context) => {
    const { sprak, store } = context.var;
    const say = words[sprak];
    const { q = '', vantar, huvudman } = context.req.query();
    const all = await store.mottagare({ huvudman });
    if (all.length === 0) {
      const body = html`${officeMenu('inkorg', sprak)}${empty(say.none, html`<p>${say.noneText}</p>`)}`;
      return showPage(context, { title: say.title, part: '/inkorg', body });
    }
    const asked = q.trim().toLocaleLowerCase('sv');
    const shown = all.filter(
      (row) =>
        row.mottagare.toLocaleLowerCase('sv').includes(asked) && (vantar === undefined || row.vantar > 0),
    );
    const groups = [...Map.groupBy(shown, (row) => row.huvudman)];
    const body = html`${officeMenu('inkorg', sprak)}<h1>${say.title}</h1><p class="quiet">${say.lead}</p>
<form class="narrow" action="/inkorg" role="search" aria-label="${say.narrow}"><p><label for="namn">${say.nameHas}</label><input id="namn" name="q" type="search" value="${q}"></p><label class="tick"><input type="checkbox" name="vantar" value="ja"${vantar === undefined ? '' : html` checked`}> <span>${say.onlyWaiting}</span></label><button>${say.show}</button></form>
${groups.length === 0 ? html`<p>${say.noneLike} <a href="/inkorg">${say.all}</a></p>` : groups.map(([whose, rows]) => recipients(whose ?? say.without, rows, context))}`;
    return showPage(context, { title: say.title, part: '/inkorg', body });
  });
  app.get('/inkorg/:mottagare', async (context) => {
    const mottagare = context.req.param('mottagare');
    const { huvudman, sida } = context.req.query();
    const page = pageOf(sida);
    const of = { huvudman, limit: SIZE, offset: (page - 1) * SIZE };
    const found = await context.var.store.inkorg(mottagare, of);
    const { sprak } = context.var;
    const say = words[sprak];
    if (found === null) {
      const title = say.unknown(mottagare);
      const body = empty(
        title,
        html`<p>${say.unknownText}</p><p><a class="button" href="/inkorg">${say.all}</a></p>`,
      );
      return showPage(context, { title, part: '/inkorg', body, status: 404 });
    }
    if (!isChoices(found)) return oneInbox(context, found, { page, huvudman });
    const body = several(
      say.several(mottagare),
      found,
      (one) => inkorgHref(one.label ?? mottagare, one.huvudman),
      sprak,
    );
    return showPage(context, { title: mottagare, part: '/inkorg', body });
  });
}

function recipients(whose: string, rows: readonly Mottagarrad[], context: Context<DeskEnv>): Html {
  const { sprak } = context.var;
  const say = words[sprak];
  return html`<h2>${whose}</h2><table class="recipients"><thead><tr><th scope="col">${say.name}</th><th scope="col" class="number">${say.waits}</th><th scope="col" class="number">${say.posts}</th></tr></thead><tbody>${rows.map(
    ({ mottagare, huvudman, vantar, poster }) =>
      html`<tr><th scope="row"><a href="${inkorgHref(mottagare, huvudman)}">${shownName(mottagare)}</a></th><td class="number">${vantar > 0 ? html`<b>${count(vantar, sprak)}</b>` : count(vantar, sprak)}</td><td class="number">${count(poster, sprak)}</td></tr>`,
  )}</tbody></table>`;
}

async function oneInbox(
  context: Context<DeskEnv>,
  { mottagare, poster, totalt }: InkorgAnswer,
  { page, huvudman: asked }: { page: number; huvudman: string | undefined },
): Promise<Response> {
  const { sprak, store } = context.var;
  const say = words[sprak];
  const huvudman = poster[0]?.huvudman ?? (asked || null);
  const idag = today();
  const of = { huvudman: huvudman ?? '' };
  const ids = [...new Set(poster.map(({ arende }) => arende))];
  const inside = isRegistrator(context.var.besokare);
  const items = poster.flatMap(({ kallor, medfoljer, ...post }) => [
    ...itemsOf({ ...post, kallor }),
    ...kallor.flatMap(({ itemId }) => itemId ?? []),
    ...medfoljer.map(({ id }) => id),
  ]);
  const [{ rader: vantar }, known, leveranser, matters, names] = await Promise.all([
    store.bevakning({ idag, organ: mottagare, alla: true, ...of }),
    store.mottagare(of),
    store.leveranser({ mottagare, ...of }),
    Promise.all(ids.map((id) => store.matter(id))),
    store.permanentIds(items),
  ]);
  const rubriker = new Map(matters.flatMap((one) => (one === null ? [] : [[one.id, one.rubrik] as const])));
  const row = known.find((one) => one.mottagare === mottagare);
  const total = totalt ?? poster.length;
  const said = amount(total, say.postCount, sprak);
  const byMatterId = Map.groupBy(leveranser, ({ matter }) => matter);
  // of matters on other pages they stand there
  const others = total > SIZE ? [] : leveranser.filter(({ matter }) => !ids.includes(matter));
  const { gjort, arende: marked } = context.req.query();
  const done =
    gjort === 'mottagen' || gjort === 'avvisad' || gjort === 'vantar' ? doneNotice(say.done[gjort]) : '';
  const body = html`${officeMenu('inkorg', sprak)}<h1>${shownName(mottagare)}</h1>
<p class="quiet">${huvudman ?? say.without} · ${row === undefined ? said : say.head(said, count(row.vantar, sprak))} · <a href="${organHref(mottagare, huvudman)}">${say.organPage}</a>${leveranser.length === 0 ? '' : html` · <a href="/expediering${query({ mottagare, huvudman: huvudman ?? undefined })}">${amount(leveranser.length, say.deliveries, sprak)}</a>`}</p>
${ids.includes(marked ?? '') ? '' : done}
${byMatter(poster).map((group, nr) =>
  matterPosts(group, {
    ...{ vantar, rubriker, names, idag, sprak, inside, leveranser: byMatterId },
    done: group[0]?.arende === marked ? done : '',
    marking: (posts) => marking(context, { mottagare, huvudman, nr: nr + 1 }, posts),
  }),
)}
${deliveredHere(others, { sprak, inside })}
${pager({ page, size: SIZE, total }, (n) => `${inkorgHref(mottagare, huvudman)}&sida=${n}`, sprak)}
${listaLankar((format) => inkorgHref(mottagare, huvudman).replace('?', `.${format}?`), total, sprak)}`;
  return showPage(context, { title: shownName(mottagare), part: '/inkorg', body });
}
