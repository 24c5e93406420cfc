/** `/expediering`: all deliveries, those first that a person has to see to. The same as `expediera expediering`. */
import { html } from 'hono/html';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { showPage } from '../page.ts';
import { query } from '../parts/addresses.ts';
import { empty } from '../parts/empty.ts';
import { leveransWords } from '../parts/leverans.ts';
import { listaLankar } from '../parts/lista.ts';
import { officeMenu } from '../parts/office.ts';
import { pageOf, pager } from '../parts/pager.ts';
import { count } from '../parts/said.ts';
import { addFiler } from './filer.ts';
import { leveranserOf, ORDER, urvalOf } from './fraga.ts';
import { addOne } from './one.ts';
import { leveransRow } from './rows.ts';
import { words } from './words.ts';

const SIZE = 50;

export function addExpediering(app: DeskApp, deps: DeskDeps): void {
  addFiler(app, deps);
  app.get('/expediering', async (context) => {
    const { sprak, store, besokare } = context.var;
    const say = words[sprak];
    const names = leveransWords[sprak].grupp;
    const asked = context.req.query();
    const { filters, lage } = urvalOf(asked);
    const { rows, groups } = await leveranserOf(store, asked);
    const menu = officeMenu('expediering', sprak);
    if (groups.size === 0 && Object.values(filters).every((one) => one === undefined)) {
      const body = html`${menu}${empty(say.none, html`<p>${say.noneText}</p>`)}`;
      return showPage(context, { title: say.title, part: '/inkorg', body });
    }
    const page = pageOf(asked.sida);
    const shown = rows.slice((page - 1) * SIZE, page * SIZE);
    const hrefOf = (over: { [name: string]: string | number | undefined }): string =>
      `/expediering${query({ ...filters, huvudman: asked.huvudman, lage, ...over })}`;
    const counts = ORDER.filter((one) => groups.has(one));
    const body = html`${menu}<h1>${say.title}</h1><p class="quiet">${say.lead}</p>
<form class="narrow" action="/expediering" role="search" aria-label="${say.narrow}"><p><label for="dnr">${say.number}</label><input id="dnr" name="diarienummer" value="${filters.diarienummer ?? ''}"></p><p><label for="till">${say.to}</label><input id="till" name="mottagare" value="${filters.mottagare ?? ''}"></p><p><label for="lage">${say.state}</label><select id="lage" name="lage"><option value="">${say.any}</option>${ORDER.map(
      (one) => html`<option value="${one}"${one === lage ? html` selected` : ''}>${names[one]}</option>`,
    )}</select></p><button>${say.show}</button></form>
<ul class="counts">${counts.map((one) => html`<li><a href="${hrefOf({ lage: one })}"${one === lage ? html` aria-current="true"` : ''}>${count(groups.get(one)?.length ?? 0, sprak)} ${names[one]}</a></li>`)}</ul>
${shown.length === 0 ? html`<p>${say.noneLike} <a href="/expediering">${say.all}</a></p>` : html`<ul class="deliveries">${shown.map((one) => leveransRow(one, sprak, isRegistrator(besokare)))}</ul>`}
${pager({ page, size: SIZE, total: rows.length }, (sida) => hrefOf({ sida }), sprak)}
${listaLankar((format) => hrefOf({}).replace('/expediering', `/expediering.${format}`), rows.length, sprak)}`;
    return showPage(context, { title: say.title, part: '/inkorg', body });
  });
  addOne(app, deps);
}
