/** A thing that is not there (any more): who took it away and how, with what was typed; or a decision that has lost its target. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { DeskEnv } from '../deps.ts';
import { showPage } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { clock, moment } from '../parts/said.ts';
import type { Forsok } from './forsok.ts';
import { undoForm } from './gjort.ts';
import { decided } from './historik.ts';
import { around, koOf, sakPath, withKo } from './ko.ts';
import { wayThrough } from './kovag.ts';
import { words } from './words.ts';
import { FALTNAMN, SAK } from './words-ord.ts';

const NOT_TYPED = new Set(['gor', 'beslut', 'avtryck', 'revision', 'punkt', 'page', 'falt', 'med', 'anda']);

/** null: nobody has decided anything of that id. @param came the form that was sent for it */
export async function goneOrLost(
  context: Context<DeskEnv, '/granska/:sha256/:id'>,
  came: Pick<Forsok, 'form'> | null,
): Promise<Response | null> {
  const { store, sprak } = context.var;
  const { sha256, id } = context.req.param();
  const say = words[sprak];
  const ko = koOf(context.req.query());
  const all = await store.rattelser(sha256);
  const lost = all.find((one) => one.id === id);
  const by = all.findLast(
    ({ mal, med, angrad }) => angrad === null && [mal, ...med].some((one) => one.id === id),
  );
  const rattelse = lost ?? by;
  if (!rattelse) return null;
  const { vad, sagt } = decided(rattelse, sprak);
  const { av, at, mal } = rattelse;
  const said = html`<p><b>${av}</b> ${vad} ${SAK[sprak][mal.typ]} <span class="quiet">${moment(at, sprak)}</span></p>
<p lang="sv">${mal.ankare.text}</p>${sagt.length > 0 ? html`<ul lang="sv">${sagt.map((line) => html`<li>${line}</li>`)}</ul>` : ''}`;
  const undo =
    rattelse.angrad === null ? undoForm(rattelse, ko, html`<button class="second">${say.undo}</button>`) : '';
  const toFile = html`<p><a href="${withKo(`/granska/${sha256}`, ko)}">${say.toFile}</a></p>`;
  const about = Number.parseInt(context.req.query('plats') ?? '', 10) || 0;
  const kring = await around(store, ko, sakPath(sha256, id), about);
  const tangenter = getCookie(context, 'tangenter') === 'av' ? 'av' : 'pa';
  const heading = lost ? say.fixLost : say.gone;
  const first =
    came === null
      ? ''
      : html`<div class="notice bad" role="alert" id="nekat"><p><b>${say.first(av, clock(at, sprak))}</b></p><p>${say.goneText}</p></div>`;
  const body = html`<section class="granska" id="granskning" tabindex="-1" aria-labelledby="rubrik" data-tangenter="${tangenter}">${wayThrough(ko, kring, sprak)}${first}<h1 id="rubrik">${heading}</h1>
${lost ? html`<p>${say.fixLostText}</p>` : ''}${said}${undo}${came === null ? '' : typed(came.form, context)}${toFile}</section>`;
  return showPage(context, {
    ...{ title: heading, body, part: '/granska', islands: ['review'] },
    ...(came && { status: 409 as const }),
  });
}

/** What a person had typed, to be copied. */
function typed(form: Forsok['form'], context: Context<DeskEnv>): Html {
  const names = FALTNAMN[context.var.sprak];
  const all = Object.entries(form).filter(
    ([name, value]) =>
      !NOT_TYPED.has(name) && !name.startsWith('fore.') && value !== (form[`fore.${name}`] ?? ''),
  );
  return html`${all.map(
    ([name, value]) =>
      html`<div class="granska-ruta"><label for="kvar-${name.replace('.', '-')}">${names[name] ?? words[context.var.sprak].correct}</label><textarea id="kvar-${name.replace('.', '-')}" rows="4" readonly lang="sv">${value}</textarea></div>`,
  )}`;
}
