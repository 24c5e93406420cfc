/** `/diarium`: the register of handlingar by day, and what a registrator says of its lines. A läsare sees its public part. */
import { html } from 'hono/html';
import type { Urval } from '../../../diarium/rader/urval.ts';
import type { Diarierad } from '../../../store/diarium.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { showPage } from '../page.ts';
import { empty } from '../parts/empty.ts';
import type { Html } from '../parts/html.ts';
import { officeMenu } from '../parts/office.ts';
import { pageOf, pager } from '../parts/pager.ts';
import { amount, day } from '../parts/said.ts';
import { addConfirm, confirmedNotice } from './confirm.ts';
import { addExports } from './export.ts';
import { addOne } from './one.ts';
import { asQuery, linesFor, newestFirst, urvalOf } from './question.ts';
import { radRow } from './rows.ts';
import { type DiariumWords, words } from './words.ts';

const SIZE = 50;

export function addDiarium(app: DeskApp, deps: DeskDeps): void {
  addExports(app, deps);
  app.get('/diarium', async (context) => {
    const { sprak, besokare } = context.var;
    const say = words[sprak];
    const asked = context.req.query();
    const office = isRegistrator(besokare);
    const filters = urvalOf(asked);
    const { total, rader, losa } = await linesFor(context, deps, filters);
    const menu = officeMenu('diarium', sprak);
    if (total === 0 && Object.values(filters).every((one) => one === undefined)) {
      const [what, text] = office ? [say.none, say.noneText] : [say.nonePublic, say.nonePublicText];
      const body = html`${menu}${empty(what, html`<p>${text}</p>`)}`;
      return showPage(context, { title: say.title, part: '/inkorg', body });
    }
    const page = pageOf(asked.sida);
    const shown = newestFirst(rader).slice((page - 1) * SIZE, page * SIZE);
    const days = [...Map.groupBy(shown, ({ datum }) => datum)];
    const list = days.map(
      ([datum, own]) =>
        html`<section><h2>${datum === null ? say.noDay : html`<time datetime="${datum}">${day(datum, sprak)}</time>`}</h2><ul class="diary-lines">${own.map((rad) => radRow(rad, sprak, office))}</ul></section>`,
    );
    const body = html`${menu}<h1>${say.title}</h1><p class="quiet">${office ? say.lead : say.leadPublic}</p>
${confirmedNotice(asked, sprak)}
${narrowing(filters, say)}
${office ? kinds(filters, say) : ''}
<p class="quiet">${amount(total, say.lines, sprak)}</p>
${
  shown.length === 0
    ? html`<p>${say.noneLike} <a href="/diarium">${say.showAll}</a></p>`
    : office
      ? html`<form class="printed" method="post" action="/diarium/bekrafta${asQuery(filters, { sida: page > 1 ? page : undefined })}">${list}${confirming(shown, filters, say)}</form>`
      : list
}
${pager({ page, size: SIZE, total }, (sida) => `/diarium${asQuery(filters, { sida })}`, sprak)}
${losa.length > 0 ? html`<p class="quiet">${say.loose(losa.length)}</p>` : ''}
${total === 0 ? '' : exports(filters, say, office)}`;
    return showPage(context, { title: say.title, part: '/inkorg', body });
  });
  addConfirm(app, deps);
  addOne(app, deps);
}

const narrowing = (filters: Urval, say: DiariumWords): Html =>
  html`<form class="narrow" action="/diarium" role="search" aria-label="${say.narrow}">
<p><label for="from">${say.from}</label><input id="from" name="from" type="date" value="${filters.from ?? ''}"></p>
<p><label for="to">${say.to}</label><input id="to" name="to" type="date" value="${filters.to ?? ''}"></p>
<p><label for="organ">${say.body}</label><input id="organ" name="organ" value="${filters.organ ?? ''}"></p>
<p><label for="dnr">${say.number}</label><input id="dnr" name="diarienummer" value="${filters.diarienummer ?? ''}"></p>
${filters.status === undefined ? '' : html`<input type="hidden" name="status" value="${filters.status}">`}
${filters.saknas === undefined ? '' : html`<input type="hidden" name="saknas" value="ja">`}
<button>${say.show}</button></form>`;

/** All, those to confirm, those that lack something, those confirmed. */
function kinds(filters: Urval, say: DiariumWords): Html {
  const { status, saknas } = filters;
  const to = (over: Pick<Urval, 'status' | 'saknas'>, name: string, isHere: boolean): Html =>
    html`<li><a href="/diarium${asQuery({ ...filters, status: undefined, saknas: undefined, ...over })}"${isHere ? html` aria-current="true"` : ''}>${name}</a></li>`;
  return html`<ul class="counts" aria-label="${say.which}">${to({}, say.all, status === undefined && !saknas)}${to({ status: 'foreslagen' }, say.toConfirm, status === 'foreslagen')}${to({ saknas: true }, say.lacking, saknas === true)}${to({ status: 'bekraftad' }, say.confirmed, status === 'bekraftad')}</ul>`;
}

function confirming(shown: readonly Diarierad[], filters: Urval, say: DiariumWords): Html {
  if (shown.every(({ status }) => status === 'bekraftad')) return '';
  return html`<p class="buttons stay no-print"><button>${say.confirmChosen}</button> <a class="button second" href="/diarium/bekrafta-alla${asQuery(filters)}">${say.confirmAll}</a></p>`;
}

function exports(filters: Urval, say: DiariumWords, office: boolean): Html {
  const to = (format: string, name: string, over: { [name: string]: string } = {}): Html =>
    html`<li><a href="/diarium.${format}${asQuery(filters, over)}" download>${name}</a></li>`;
  return html`<section class="no-print"><h2>${say.exports}</h2><ul class="counts">${to('csv', say.csv)}${to('csv', say.excel, { skilj: 'semikolon', bom: 'ja' })}${to('jsonl', say.jsonl)}${office ? to('csv', say.publicCsv, { offentlig: 'ja' }) : ''}</ul></section>`;
}
