/** `/sent`: what is late in all matters, by how many days, and who is to do it. The same as `expediera bevaka`. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { listed, shownName } from '../../../diarium/bild/ord.ts';
import {
  type BevakningAnswer,
  type Bevakningsrad,
  mayBeDone,
  WATCHED_YEARS,
} from '../../../store/bevakning.ts';
import { LEVERANS_STATUS } from '../../../store/expediering.ts';
import type { PermanentId } from '../../../store/postnamn.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { leveransRow } from '../expediering/rows.ts';
import { showPage } from '../page.ts';
import { arendeHref, awaitedFromHref, kallaHref, query } from '../parts/addresses.ts';
import { awaitedText, fristText, lateMark } from '../parts/awaited.ts';
import type { Html } from '../parts/html.ts';
import { listaLankar } from '../parts/lista.ts';
import { officeMenu } from '../parts/office.ts';
import { pageOf, pager } from '../parts/pager.ts';
import { amount, count, day, moment } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import type { Sprak } from '../sprak.ts';
import { addFiler } from './filer.ts';
import { AHEAD, readAsked } from './fraga.ts';
import { words } from './words.ts';

const SIZE = 50;

export function addSent(app: DeskApp, deps: DeskDeps): void {
  addFiler(app, deps);
  app.get('/sent', async (context) => {
    const { sprak, store } = context.var;
    const say = words[sprak];
    const asked = context.req.query();
    const { question, within, alla } = readAsked(asked);
    const { idag, organ, inom } = question;
    const page = pageOf(asked.sida);
    const answer = await store.bevakning({ ...question, limit: page * SIZE });
    const { sena, kommande, utanFrist } = answer;
    const total = sena + kommande + utanFrist;
    const rader = answer.rader.slice((page - 1) * SIZE);
    const names = await store.permanentIds(rader.flatMap(({ kalla }) => kalla.itemId ?? []));
    const hrefOf = (over: { [name: string]: string | number | undefined }): string =>
      `/sent${query({ organ, huvudman: asked.huvudman, inom: within, alla: alla ? 'ja' : undefined, ...over })}`;
    const part = (title: string, all: number, own: readonly Bevakningsrad[]): Html =>
      own.length === 0
        ? ''
        : html`<h2>${title} <span class="quiet">(${count(all, sprak)})</span></h2><ol class="awaits">${own.map((rad) => row(rad, { names, idag, sprak }))}</ol>`;
    const has = (rad: Bevakningsrad, test: (days: number) => boolean): boolean =>
      rad.dagarKvar !== null && test(rad.dagarKvar);
    const horizon = inom === undefined ? null : amount(inom, say.days, sprak);
    const body = html`${officeMenu('sent', sprak)}<h1>${say.title}</h1><p class="quiet">${say.lead(day(idag, sprak))}</p>
<form class="narrow" action="/sent" role="search" aria-label="${say.narrow}"><p><label for="organ">${say.body}</label><input id="organ" name="organ" value="${organ ?? ''}"></p><p><label for="inom">${say.within}</label><input id="inom" name="inom" inputmode="numeric" pattern="[0-9]*" size="5" value="${within ?? ''}" placeholder="${alla ? '' : AHEAD}"></p><label class="tick"><input type="checkbox" name="alla" value="ja"${alla ? html` checked` : ''}> <span>${say.everything}</span></label><button>${say.show}</button></form>
${sena > 0 ? html`<p class="notice unsure">${say.archive}</p>` : total > 0 ? html`<p>${say.nothingLate}</p>` : html`<p><b>${say.nothing}.</b> ${say.nothingText}</p>`}
${page === 1 ? await slowDeliveries(context, { organ, huvudman: asked.huvudman }) : ''}
${part(
  say.late,
  sena,
  rader.filter((rad) => has(rad, (days) => days < 0)),
)}
${part(
  say.coming(horizon),
  kommande,
  rader.filter((rad) => has(rad, (days) => days >= 0)),
)}
${part(
  say.open,
  utanFrist,
  rader.filter(({ dagarKvar }) => dagarKvar === null),
)}
${pager({ page, size: SIZE, total }, (sida) => hrefOf({ sida }), sprak)}
${listaLankar((format) => hrefOf({}).replace('/sent', `/sent.${format}`), total, sprak)}
${leftOut(answer, hrefOf({ alla: 'ja' }), sprak)}`;
    return showPage(context, { title: say.title, part: '/inkorg', body });
  });
}

const MOST_DELIVERIES = 20;

/** Deliveries that were given up or that people have been reminded of, those of a body where one is asked for; '' where there are none. */
async function slowDeliveries(
  { var: { store, sprak, besokare } }: Context<DeskEnv>,
  of: { organ: string | undefined; huvudman: string | undefined },
): Promise<Html> {
  const say = words[sprak];
  const states = LEVERANS_STATUS.filter((status) => status !== 'levererad');
  const found = await Promise.all(states.map((status) => store.leveranser({ ...of, status })));
  const slow = found.flat().filter(({ status, paminnelser }) => status === 'misslyckad' || paminnelser > 0);
  if (slow.length === 0) return '';
  const inside = isRegistrator(besokare);
  return html`<section aria-labelledby="leveranser"><h2 id="leveranser">${say.deliveries} <span class="quiet">(${count(slow.length, sprak)})</span></h2><p class="quiet">${say.deliveriesText} <a href="/expediering${query(of)}">${say.allDeliveries}</a></p>
<ul class="deliveries">${slow.slice(0, MOST_DELIVERIES).map((one) => leveransRow(one, sprak, inside))}</ul></section>`;
}

interface Around {
  names: ReadonlyMap<string, PermanentId>;
  idag: string;
  sprak: Sprak;
}

function row(rad: Bevakningsrad, { names, idag, sprak }: Around): Html {
  const say = words[sprak];
  const { matterId, diarienummer, huvudman, rubrik, obekraftade, av, senast, frist, sedan, text, kalla } =
    rad;
  const when = [
    ...(senast === null ? [] : [say.latest(day(senast, sprak), fristText(frist, sprak))]),
    ...(sedan === null ? [] : [say.since(day(sedan, sprak))]),
  ].join(' · ');
  const unsure = obekraftade.includes('diarienummer')
    ? html` <span class="badge unsure">${say.unsure}</span>`
    : '';
  const last = rad.paminnelser.at(-1);
  const who =
    av === null ? say.nobody : html`<a href="${awaitedFromHref(av, huvudman)}">${shownName(av)}</a>`;
  return html`<li><p class="first">${senast === null ? '' : html`${lateMark(senast, idag, sprak)} `}<a href="${arendeHref(matterId)}">${diarienummer ?? say.without}</a>${unsure}${rubrik === null ? '' : html` ${svensk(rubrik)}`}</p>
<p>${say.waits(awaitedText(rad, rad.typ, sprak))}${when === '' ? '' : html` <span class="quiet">${when}</span>`}</p>
<p><span class="quiet">${say.who}</span> ${who} <span class="quiet">· ${huvudman ?? say.noHuvudman} · <a href="${kallaHref(kalla, names)}">${kalla.fileName}, ${say.page(kalla.page)}</a></span></p>
${av !== null && mayBeDone(rad) ? html`<p><span class="badge unsure">?</span> ${say.unknown(shownName(av), rad.inlagtTill === null ? null : day(rad.inlagtTill, sprak))}</p>` : ''}
${last === undefined ? '' : html`<p class="quiet">${say.reminded(rad.paminnelser.length, moment(last.at, sprak), last.till)}</p>`}
${text === null || text === '' ? '' : html`<details><summary>${say.asks}</summary><p class="asked" lang="sv">${text}</p></details>`}</li>`;
}

/** What the question left out, and where it is shown. */
function leftOut({ utelamnade }: BevakningAnswer, href: string, sprak: Sprak): Html {
  const say = words[sprak];
  const { aldre, senare, utanFrist } = utelamnade;
  const parts = [
    ...(aldre > 0 ? [say.older(count(aldre, sprak), WATCHED_YEARS)] : []),
    ...(senare > 0 ? [say.later(count(senare, sprak))] : []),
    ...(utanFrist > 0 ? [say.undated(count(utanFrist, sprak))] : []),
  ];
  if (parts.length === 0) return '';
  const said = sprak === 'sv' ? listed(parts) : parts.join(', ');
  return html`<p class="left-out">${say.leftOut} ${said}. <a href="${href}">${say.showAll}</a></p>`;
}
