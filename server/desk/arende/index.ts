/** `/arende/MATTERID`: a matter's way as a picture and in words; `/arende?nummer=` finds it by its number. */
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { svgForPage } from '../../../diarium/bild/pa-sida.ts';
import { svgOf } from '../../../diarium/bild/svg.ts';
import type { Vag } from '../../../diarium/bild/types.ts';
import { vagWith } from '../../../diarium/bild/vid.ts';
import { type StepDetails, stepDetails } from '../../../diarium/way/step-details.ts';
import { today } from '../../../engine/today.ts';
import { ITEM_TYPER, type Item } from '../../../extraction/item-types.ts';
import { lagenBySteg } from '../../../store/leveranslage.ts';
import { permanentIdIn } from '../../../store/postnamn.ts';
import { type ArendeAnswer, isChoices } from '../../../store/store.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { showPage } from '../page.ts';
import { arendeHref, postHref, query } from '../parts/addresses.ts';
import { empty } from '../parts/empty.ts';
import type { Html } from '../parts/html.ts';
import { listaLankar } from '../parts/lista.ts';
import { several } from '../parts/several.ts';
import type { Sprak } from '../sprak.ts';
import { addFiler } from './filer.ts';
import { head, numberOf } from './head.ts';
import { addJoins, joinNotice } from './joins.ts';
import { related } from './related.ts';
import { type Known, stepId, stepList } from './steps.ts';
import { words } from './words.ts';

export function addArende(app: DeskApp, deps: DeskDeps): void {
  addJoins(app, deps);
  addFiler(app, deps);
  app.get('/arende', async (context) => {
    const { nummer = '', huvudman } = context.req.query();
    if (nummer.trim() === '') return findPage(context);
    const found = await context.var.store.arende(nummer, { huvudman });
    if (found === null) return nothing(context, nummer);
    if (!isChoices(found)) return context.redirect(arendeHref(found.id), 303);
    const say = words[context.var.sprak];
    const body = several(
      say.severalText(nummer),
      found,
      (one) =>
        one.id === undefined
          ? `/arende${query({ nummer: one.diarienummer ?? nummer })}&huvudman=${encodeURIComponent(one.huvudman ?? '')}`
          : arendeHref(one.id),
      context.var.sprak,
    );
    return showPage(context, { title: say.arende, body });
  });
  app.get('/arende/:id{.+\\.svg}', async (context) => {
    const known = await knownOf(context, context.req.param('id').slice(0, -'.svg'.length));
    if (known === null) return context.notFound();
    const name = (known.answer.diarienummer ?? 'arende').replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    return context.body(svgOf(drawnOf(known), today(), context.var.sprak), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}.svg`,
    });
  });
  app.get('/arende/:id', async (context) => {
    const id = context.req.param('id');
    const known = await knownOf(context, id);
    if (known === null) {
      const moved = await context.var.store.matterId(id);
      return moved === null ? nothing(context, id) : context.redirect(arendeHref(moved), 302);
    }
    if (known.answer.id !== id) return context.redirect(arendeHref(known.answer.id), 303);
    const { sprak } = context.var;
    const say = words[sprak];
    const { answer } = known;
    const idag = today();
    const body = html`<div class="arende">
${joinNotice(context)}
${head(answer, known.names, idag, sprak)}
<div class="way">
${picture(known, idag, sprak)}
<section class="told" aria-labelledby="stegen"><h2 id="stegen">${say.steps}</h2>
${older(answer, sprak)}${stepList(known, sprak)}${listaLankar((format) => `${arendeHref(answer.id)}.${format}`, answer.steg.length, sprak)}</section>
</div>
${await related(context, answer)}
</div>`;
    return showPage(context, { title: `${numberOf(answer, say)} ${answer.rubrik ?? ''}`.trim(), body });
  });
}

/** A matter with what stands in its steps and what was sent of them; null where there is none of that id. */
async function knownOf(context: Context<DeskEnv>, id: string): Promise<Known | null> {
  const { store, besokare } = context.var;
  const answer = await store.arende(id);
  if (answer === null || isChoices(answer)) return null;
  const recordOf = async (sha256: string) => (await store.recordWithRattelser(sha256))?.record ?? null;
  const [details, leveranser] = await Promise.all([
    stepDetails(answer.steg, recordOf),
    store.leveranser({ matter: answer.id }),
  ]);
  const names = await store.permanentIds([
    ...details.flatMap(itemsIn).map(({ id }) => id),
    ...answer.vantar.flatMap(({ kalla }) => kalla.itemId ?? []),
  ]);
  return { answer, details: linked(details, names), names, leveranser, inside: isRegistrator(besokare) };
}

const itemsIn = ({ attsatser, arenden }: StepDetails): Item[] => [
  ...attsatser,
  ...arenden.flatMap((arende) => ITEM_TYPER.flatMap((typ): Item[] => arende[typ])),
];

/** The details with the permanent ids of items in place of their own: what is made of them here is links. */
function linked(details: readonly StepDetails[], names: Known['names']): StepDetails[] {
  const called = <T extends Item>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, id: permanentIdIn(names, item.id) }));
  return details.map((one) => ({
    ...one,
    attsatser: called(one.attsatser),
    arenden: one.arenden.map((arende) => ({
      ...arende,
      ...Object.fromEntries(ITEM_TYPER.map((typ) => [typ, called<Item>(arende[typ])])),
    })),
  }));
}

/** The way with what the picture shows beside it. */
const drawnOf = ({ answer, details, leveranser }: Known): ArendeAnswer & Vag =>
  vagWith<ArendeAnswer & Vag>(answer, details, lagenBySteg(leveranser));

function picture(known: Known, idag: string, sprak: Sprak): Html {
  const say = words[sprak];
  const { answer } = known;
  if (answer.steg.length === 0) return '';
  const namn = say.pictureName(numberOf(answer, say));
  const drawn = svgForPage(drawnOf(known), idag, {
    namn,
    hrefOf: (at) => `#${stepId(at)}`,
    postHref,
    sprak,
  });
  const blad = drawn.blad.map((sheet) => raw(sheet));
  const secret = answer.steg.some(({ sekretess }) => sekretess);
  return html`<section class="drawn"><h2>${say.picture}</h2>
<p class="quiet no-print">${say.pictureHelp}${drawn.bild === null ? ` ${say.sheetsHelp(blad.length)}` : ''} <a href="${arendeHref(answer.id)}.svg" download>${say.download}</a></p>
${secret ? html`<p class="notice unsure">${say.secret}</p>` : ''}
${
  drawn.bild === null
    ? html`<div class="scroll way-sheets" tabindex="0" role="region" aria-label="${say.picture}">${blad}</div>`
    : html`<div class="scroll way-picture${drawn.blad.length > 0 ? ' in-sheets' : ''}" tabindex="0" role="region" aria-label="${say.picture}"><div class="names">${raw(drawn.namn)}</div><div class="whole">${raw(drawn.bild)}</div></div>
${drawn.blad.length === 0 ? '' : html`<div class="sheets">${blad}</div>`}`
}</section>`;
}

function older({ utelamnade = 0, diarienummer }: ArendeAnswer, sprak: Sprak): Html {
  if (utelamnade === 0) return '';
  const say = words[sprak];
  return html`<p class="notice">${say.older(utelamnade)}${diarienummer === null ? '' : html` <a href="/sok${query({ diarienummer })}">${say.olderLink}</a>`}</p>`;
}

function findForm(sprak: Sprak, nummer = ''): Html {
  const say = words[sprak];
  return html`<form action="/arende" class="find-matter"><label for="nummer">${say.findLabel}</label> <input id="nummer" name="nummer" value="${nummer}" placeholder="KS 2024/17" required autocomplete="off"> <button>${say.findButton}</button></form>`;
}

function findPage(context: Context<DeskEnv>): Promise<Response> {
  const say = words[context.var.sprak];
  const body = empty(say.find, html`<p>${say.findText}</p>${findForm(context.var.sprak)}`);
  return showPage(context, { title: say.find, body });
}

function nothing(context: Context<DeskEnv>, nummer: string): Promise<Response> {
  const say = words[context.var.sprak];
  const body = empty(
    say.none,
    html`<p>${say.noneText(nummer)}</p>${findForm(context.var.sprak, nummer)}<p><a href="/sok${query({ q: nummer })}">${say.noneTodo}</a></p>`,
  );
  return showPage(context, { title: say.none, body, status: 404 });
}
