/** `/las-in`: where files are dropped or chosen, and all intakes there were. */
import { html } from 'hono/html';
import { sizeText } from '../../../engine/intake/offer-stream.ts';
import { DEFAULT_LIMITS } from '../../../extraction/pages/limits.ts';
import type { Arkiv } from '../../../store/arkiv.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { samplesOnly } from '../hem/samples.ts';
import { showPage } from '../page.ts';
import { onlyRegistrator } from '../parts/guard.ts';
import type { Html } from '../parts/html.ts';
import { pageOf, pager } from '../parts/pager.ts';
import { amount, count, moment } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { addArkiv } from './arkiv.ts';
import { isAllKnown } from './arkiv-now.ts';
import { addReceive } from './receive.ts';
import { arkivWords, filled, LAGE, words } from './words.ts';

/** Intakes on a page. */
const INTAKES = 20;

export function addLasIn(app: DeskApp, deps: DeskDeps): void {
  app.use('/las-in/*', onlyRegistrator);
  addReceive(app, deps);
  addArkiv(app, deps);

  app.get('/las-in', async (context) => {
    const { sprak, store } = context.var;
    const say = words[sprak];
    const [engine, intakes, samples] = await Promise.all([
      deps.engine(),
      store.arkiv(),
      samplesOnly(deps, store, sprak),
    ]);
    const bytes = engine?.settings.maxFileBytes ?? DEFAULT_LIMITS.maxBytes;
    const largest = sizeText(bytes, sprak === 'sv' ? 'sv-SE' : 'en-GB');
    const huvudman = engine?.settings.huvudman;
    const page = pageOf(context.req.query('sida'));
    const body = html`<h1>${say.title}</h1>
    <p class="las-lead">${say.lead}</p>
    ${samples ?? ''}
    ${engine ? form(sprak, { largest, bytes, huvudman }) : noEngine(sprak)}
    ${list(intakes, page, sprak)}`;
    return showPage(context, {
      ...{ title: say.title, part: '/las-in', body },
      islands: engine ? ['upload'] : [],
    });
  });
}

function noEngine(sprak: Sprak): Html {
  const say = words[sprak];
  return html`<div class="notice bad"><h2 class="las-flush">${say.noEngine}</h2><p>${say.noEngineText}</p>
  <p><code>npm start</code></p><p>${say.noEngineThen}</p></div>`;
}

/** What client code says meanwhile, for it to read. */
function saidBy(sprak: Sprak, largest: string): string {
  const say = words[sprak];
  const { chosen, submitMany, leftOut, more, gathering, emptyDrop, sending, sent, follow } = say;
  const { broke, stopped, retry, notSent, unsent, unsentWhy, allSent, left } = say;
  return JSON.stringify({
    ...{ chosen, submitMany, leftOut, more, gathering, emptyDrop, sending, sent, follow },
    ...{ broke, stopped, retry, notSent, unsent, unsentWhy, allSent, left },
    ...{ tooLarge: filled(say.tooLarge, largest), locale: sprak === 'sv' ? 'sv-SE' : 'en-GB' },
  });
}

function form(
  sprak: Sprak,
  { largest, bytes, huvudman }: { largest: string; bytes: number; huvudman: string | undefined },
): Html {
  const say = words[sprak];
  return html`<form id="las-in" class="take-in" method="post" action="/las-in" enctype="multipart/form-data" data-max="${bytes}" data-sagt="${saidBy(sprak, largest)}">
  <fieldset class="slag"><legend>${say.what}</legend>
    <label class="las-choice"><input type="radio" name="slag" value="arkiv" checked> <span><b>${say.arkiv}</b> ${say.arkivText}</span></label>
    <label class="las-choice"><input type="radio" name="slag" value="lopande"> <span><b>${say.lopande}</b> ${say.lopandeText}</span></label>
  </fieldset>
  ${huvudman ? html`<p class="quiet">${filled(say.huvudman, huvudman)}</p>` : ''}
  <fieldset class="las-drop" id="slapp"><legend>${say.filesLegend}</legend>
    <p class="big" hidden id="slapp-har">${say.drop}<br><small>${say.or}</small></p>
    <p class="las-pick"><label>${say.files}<br><input type="file" name="filer" multiple></label>
    <label>${say.folder}<br><input type="file" name="filer" webkitdirectory multiple></label></p>
    <p class="quiet">${filled(say.kinds, largest)}</p>
    <div id="valda"></div>
  </fieldset>
  <p class="las-row"><button id="skicka">${say.submit}</button> <button type="button" class="second" id="rensa" hidden>${say.remove}</button></p>
  </form>
  <div id="sandning" class="las-sending" hidden></div>
  <p class="unseen" role="status" id="sagt"></p>`;
}

function list(intakes: Arkiv[], page: number, sprak: Sprak): Html {
  const say = words[sprak];
  const shown = intakes.slice((page - 1) * INTAKES, page * INTAKES);
  const row = (one: Arkiv): Html => {
    const { id, namn, lage, files, at, av } = one;
    const parts = [
      filled(arkivWords[sprak].ended, count(files.total - files.running, sprak), count(files.total, sprak)),
      ...(files.refused > 0 ? [amount(files.refused, arkivWords[sprak].refused, sprak)] : []),
      ...(files.failed > 0 ? [amount(files.failed, arkivWords[sprak].failed, sprak)] : []),
      ...(isAllKnown(one) ? [arkivWords[sprak].known] : []),
    ];
    return html`<tr><td class="number">${id}</td><th scope="row" class="las-path"><a href="/arkiv/${id}">${namn}</a></th>
    <td>${LAGE[sprak][lage]}<br><span class="quiet">${parts.join(' · ')}</span></td><td>${moment(at, sprak)}${av ? html`<br><span class="quiet">${av}</span>` : ''}</td></tr>`;
  };
  return html`<section aria-labelledby="inlasningar"><h2 id="inlasningar">${say.intakes}</h2>
  ${
    intakes.length === 0
      ? html`<p class="quiet">${say.noIntakes}</p>`
      : html`<table class="las-intakes"><thead><tr><th scope="col" class="number">${say.nr}</th><th scope="col">${say.name}</th><th scope="col">${say.state}</th><th scope="col">${say.began}</th></tr></thead>
  <tbody>${shown.map(row)}</tbody></table>`
  }
  ${pager({ page, size: INTAKES, total: intakes.length }, (n) => `/las-in?sida=${n}#inlasningar`, sprak)}</section>`;
}
