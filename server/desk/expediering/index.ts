/** `/expediering`: all deliveries, those first that a person has to see to. The same as `expediera expediering`. */
import { html } from 'hono/html';
import { gruppOf, type LeveransGrupp } from '../../../store/leveranslage.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { showPage } from '../page.ts';
import { query } from '../parts/addresses.ts';
import { empty } from '../parts/empty.ts';
import { leveransWords } from '../parts/leverans.ts';
import { officeMenu } from '../parts/office.ts';
import { pageOf, pager } from '../parts/pager.ts';
import { count } from '../parts/said.ts';
import { addOne } from './one.ts';
import { leveransRow } from './rows.ts';
import { words } from './words.ts';

const SIZE = 50;

export function addExpediering(app: DeskApp, deps: DeskDeps): void {
  app.get('/expediering', async (context) => {
    const { sprak, store, besokare } = context.var;
    const say = words[sprak];
    const names = leveransWords[sprak].grupp;
    const order = Object.keys(names) as LeveransGrupp[];
    const asked = context.req.query();
    const given = (name: string): string | undefined => asked[name]?.trim() || undefined;
    const filters = {
      diarienummer: given('diarienummer'),
      mottagare: given('mottagare'),
      organ: given('organ'),
    };
    const found = await store.leveranser({ ...filters, huvudman: asked.huvudman });
    const menu = officeMenu('expediering', sprak);
    const lage = order.find((one) => one === asked.lage);
    if (found.length === 0 && Object.values(filters).every((one) => one === undefined)) {
      const body = html`${menu}${empty(say.none, html`<p>${say.noneText}</p>`)}`;
      return showPage(context, { title: say.title, part: '/inkorg', body });
    }
    const groups = Map.groupBy(found, gruppOf);
    const rows = order
      .filter((one) => lage === undefined || one === lage)
      .flatMap((one) => groups.get(one) ?? []);
    const page = pageOf(asked.sida);
    const shown = rows.slice((page - 1) * SIZE, page * SIZE);
    const hrefOf = (over: { [name: string]: string | number | undefined }): string =>
      `/expediering${query({ ...filters, huvudman: asked.huvudman, lage, ...over })}`;
    const counts = order.filter((one) => groups.has(one));
    const body = html`${menu}<h1>${say.title}</h1><p class="quiet">${say.lead}</p>
<form class="narrow" action="/expediering" role="search" aria-label="${say.narrow}"><p><label for="dnr">${say.number}</label><input id="dnr" name="diarienummer" value="${filters.diarienummer ?? ''}"></p><p><label for="till">${say.to}</label><input id="till" name="mottagare" value="${filters.mottagare ?? ''}"></p><p><label for="lage">${say.state}</label><select id="lage" name="lage"><option value="">${say.any}</option>${order.map(
      (one) => html`<option value="${one}"${one === lage ? html` selected` : ''}>${names[one]}</option>`,
    )}</select></p><button>${say.show}</button></form>
<ul class="counts">${counts.map((one) => html`<li><a href="${hrefOf({ lage: one })}"${one === lage ? html` aria-current="true"` : ''}>${count(groups.get(one)?.length ?? 0, sprak)} ${names[one]}</a></li>`)}</ul>
${shown.length === 0 ? html`<p>${say.noneLike} <a href="/expediering">${say.all}</a></p>` : html`<ul class="deliveries">${shown.map((one) => leveransRow(one, sprak, isRegistrator(besokare)))}</ul>`}
${pager({ page, size: SIZE, total: rows.length }, (sida) => hrefOf({ sida }), sprak)}`;
    return showPage(context, { title: say.title, part: '/inkorg', body });
  });
  addOne(app, deps);
}
