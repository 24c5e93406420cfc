/** `/expediering/NYCKEL`: one delivery with all that happened to it, and what a registrator may do about it. */

import type { Context } from 'hono';
import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import {
  ExpedieringsFel,
  type Leverans,
  type LeveransHandelse,
  type LeveransStatus,
} from '../../../store/expediering.ts';
import { gruppOf } from '../../../store/leveranslage.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { arendeHref, inkorgHref, leveransHref } from '../parts/addresses.ts';
import { DONE, doneNotice } from '../parts/gjort.ts';
import { notTaken, onlyRegistrator } from '../parts/guard.ts';
import type { Html } from '../parts/html.ts';
import { channelText, leveransMark, receipt } from '../parts/leverans.ts';
import { officeMenu } from '../parts/office.ts';
import { count, moment } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import { decisionText, whyLines } from './rows.ts';
import { words } from './words.ts';

/** States in which something holds it up that is no fault. */
const WAITS: readonly LeveransStatus[] = ['vantar_granskning', 'vantar_kanal', 'provkord'];

export function addOne(app: DeskApp, deps: DeskDeps): void {
  app.get('/expediering/:nyckel', onlyRegistrator, async (context) => {
    const { store } = context.var;
    const one = await store.leverans(context.req.param('nyckel'));
    if (one === null) return notThere(context);
    return onePage(context, one, await store.leveransHandelser(one.nyckel));
  });
  app.get('/expediering/:nyckel/utdrag.pdf', onlyRegistrator, async (context) => {
    const one = await context.var.store.leverans(context.req.param('nyckel'));
    const { sentUtdrag } = await import('../../../engine/tell/utdrag.ts');
    const sent = one && (await sentUtdrag(deps.blobs, one));
    if (!sent) return notThere(context);
    return context.body(new Uint8Array(sent.utdrag), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(sent.fileName)}`,
    });
  });
  app.post('/expediering/:nyckel/slapp', onlyRegistrator, (context) =>
    change(context, deps, 'slappt', (nyckel, av) => deps.store.letGo(nyckel, av)),
  );
  app.post('/expediering/:nyckel/skicka-om', onlyRegistrator, async (context) => {
    const { paNytt } = await context.req.parseBody();
    return change(context, deps, 'skickad', (nyckel, av) =>
      deps.store.askResend(nyckel, av, { paNytt: paNytt === 'ja' }),
    );
  });
}

/** Kept first, then told to whoever delivers; one that starts later finds it in the store. */
async function change(
  context: Context<DeskEnv>,
  { store, engine }: DeskDeps,
  done: 'slappt' | 'skickad',
  work: (nyckel: string, av: string) => Promise<Leverans>,
): Promise<Response> {
  const known = await store.leverans(context.req.param('nyckel') ?? '');
  if (known === null) return notThere(context);
  let row: Leverans;
  try {
    row = await work(known.nyckel, context.var.besokare.namn);
  } catch (error) {
    if (!(error instanceof ExpedieringsFel)) throw error;
    return notTaken(context, error, { back: leveransHref(known.nyckel) });
  }
  const running = await engine();
  if (running) {
    // loaded where something runs that is told: a desk that only answers need not know the engine
    const { resendLeverans, wakeLeveranser } = await import('../../../engine/tell/leveranser.ts');
    if (done === 'skickad') await resendLeverans(running.client, row);
    else await wakeLeveranser(running.client, store);
  }
  return context.redirect(
    `${leveransHref(row.nyckel)}?gjort=${done}${running ? '' : '&senare=ja'}${DONE}`,
    303,
  );
}

function onePage(
  context: Context<DeskEnv>,
  one: Leverans,
  handelser: readonly LeveransHandelse[],
): Promise<Response> {
  const { sprak } = context.var;
  const say = words[sprak];
  const { gjort, senare } = context.req.query();
  const fact = (name: string, value: Html | null): Html =>
    value === null ? '' : html`<dt>${name}</dt><dd>${value}</dd>`;
  const at = (when: string | null): string | null => (when === null ? null : moment(when, sprak));
  const why = whyLines(one, sprak, true);
  const title = `${decisionText(one, say, sprak)} → ${shownName(one.mottagare)}`;
  const told = gjort === 'slappt' ? say.doneLetGo : gjort === 'skickad' ? say.doneResend : null;
  const body = html`${officeMenu('expediering', sprak)}<h1>${title}</h1>
${told === null ? '' : doneNotice(html`${told}${senare ? html` ${say.later}` : ''}`)}
<dl class="facts">
${fact(say.state, leveransMark(one, sprak))}
${fact(say.to, html`<a href="${inkorgHref(one.mottagare, one.huvudman)}">${shownName(one.mottagare)}</a>`)}
${fact(say.matter, html`<a href="${arendeHref(one.matter)}">${one.diarienummer ?? say.without}</a>${one.rubrik === null ? '' : html` ${svensk(one.rubrik)}`}`)}
${fact(say.channel, channelText(one, sprak))}
${fact(say.triesTitle, count(one.forsok, sprak))}
${fact(say.made, at(one.skapad))}${fact(say.begun, at(one.skickad))}${fact(say.arrived, at(one.levererad))}
${fact(say.receipt, receipt(one, sprak, true))}
${fact(say.fault, one.fel === null ? null : svensk(one.fel))}
${fact(say.key, html`<code>${one.nyckel}</code> <span class="quiet">${say.keyHelp}</span>`)}
</dl>
${why.length === 0 || !WAITS.includes(one.status) ? '' : html`<h2>${say.holds}</h2><ul>${why.map((line) => html`<li>${line}</li>`)}</ul>`}
${one.forsandelse === null ? '' : html`<p><a href="${leveransHref(one.nyckel)}/utdrag.pdf" download>${say.utdrag}</a></p>`}
${actions(one, context)}
<h2>${say.happened}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${say.happened}"><table><thead><tr><th scope="col">${say.when}</th><th scope="col">${say.what}</th><th scope="col">${say.who}</th><th scope="col">${say.how}</th></tr></thead><tbody>${handelser.map(
    (event) =>
      html`<tr><td>${moment(event.at, sprak)}</td><td>${say.events[event.vad]}</td><td>${event.av ?? say.program}</td><td lang="sv">${event.uppgift ?? ''}</td></tr>`,
  )}</tbody></table></div>`;
  return showPage(context, { title, part: '/inkorg', body });
}

/** What may be done: as the store would take it. */
function actions(one: Leverans, context: Context<DeskEnv>): Html {
  const say = words[context.var.sprak];
  const to = (what: string): string => `${leveransHref(one.nyckel)}/${what}`;
  const form = (what: string, button: string, text: string, more: Html = ''): Html =>
    html`<form method="post" action="${to(what)}" class="act">${more}<button class="second">${button}</button> <span class="quiet">${text}</span></form>`;
  const grupp = gruppOf(one);
  const isHeld = one.hinder.some(({ slappbar, kod }) => slappbar && !one.slappt.includes(kod));
  const all = [
    ...(isHeld ? [form('slapp', say.letGo, say.letGoText)] : []),
    ...(grupp === 'misslyckad' || grupp === 'skickas' ? [form('skicka-om', say.resend, say.resendText)] : []),
    ...(grupp === 'andrad' ? [form('skicka-om', say.resend, say.resendChanged)] : []),
    ...(grupp === 'levererad'
      ? [form('skicka-om', say.again, say.againText, html`<input type="hidden" name="paNytt" value="ja">`)]
      : []),
  ];
  return all.length === 0 ? '' : html`<section class="no-print"><h2>${say.act}</h2>${all}</section>`;
}
