/** `/diarium/ID`: one line of the register, to be corrected, confirmed, or taken back what was said of it last. */

import type { Context } from 'hono';
import { html } from 'hono/html';
import { motpartField } from '../../../diarium/rader/ord.ts';
import { RIKTNINGAR, type Riktning } from '../../../diarium/rader/types.ts';
import type { Diarierad, Radrattelse, RadSvar } from '../../../store/diarium.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { DONE, doneNotice } from '../parts/gjort.ts';
import { onlyRegistrator } from '../parts/guard.ts';
import type { Html } from '../parts/html.ts';
import { officeMenu } from '../parts/office.ts';
import { moment } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import { linesFor } from './question.ts';
import { asideOf, marksOf, numberLink, partyText, radPageHref } from './rows.ts';
import { words } from './words.ts';

/** What stands in the form. */
interface Fields {
  datum: string;
  riktning: string;
  nummer: string;
  motpart: string;
  om: string;
}

export function addOne(app: DeskApp, deps: DeskDeps): void {
  const lineOf = async (context: Context<DeskEnv>): Promise<Diarierad | undefined> => {
    const { rader } = await linesFor(context, deps, {});
    const id = context.req.param('id');
    return rader.find((rad) => rad.id === id || rad.alias.includes(id ?? ''));
  };
  app.get('/diarium/:id', onlyRegistrator, async (context) => {
    const rad = await lineOf(context);
    return rad ? linePage(context, rad, fieldsOf(rad)) : notThere(context);
  });
  app.post('/diarium/:id', onlyRegistrator, async (context) => {
    const rad = await lineOf(context);
    if (!rad) return notThere(context);
    const given = await context.req.parseBody();
    const before = fieldsOf(rad);
    const names = Object.keys(before) as (keyof Fields)[];
    const fields = Object.fromEntries(
      names.map((name) => [name, String(given[name] ?? before[name]).trim()]),
    ) as unknown as Fields;
    const say = words[context.var.sprak];
    if (!/^(?:\d{4}-\d{2}-\d{2})?$/.test(fields.datum)) return linePage(context, rad, fields, say.badDay);
    const changed = Object.fromEntries(
      names.flatMap((name) => (fields[name] === before[name] ? [] : [[name, fields[name]]])),
    );
    if (Object.keys(changed).length === 0) return linePage(context, rad, fields, say.nothingChanged);
    const { riktning, ...rest } = changed;
    const rattelse: Radrattelse = {
      ...rest,
      riktning: RIKTNINGAR.find((one): one is Riktning => one === riktning),
    };
    return said(
      context,
      await deps.store.rattaDiarierad(rad.id, rattelse, context.var.besokare.namn),
      'sparad',
    );
  });
  app.post('/diarium/:id/angra', onlyRegistrator, async (context) => {
    const { namn } = context.var.besokare;
    return said(context, await deps.store.angraDiarierad(context.req.param('id'), namn), 'angrad');
  });
}

const said = (context: Context<DeskEnv>, svar: RadSvar, gjort: string): Response | Promise<Response> =>
  'rad' in svar
    ? context.redirect(`${radPageHref(svar.rad.id)}?gjort=${gjort}${DONE}`, 303)
    : notThere(context);

const fieldsOf = (rad: Diarierad): Fields => ({
  datum: rad.datum ?? '',
  riktning: rad.riktning ?? '',
  nummer: rad.nummer ?? '',
  motpart: rad[motpartField(rad.riktning)] ?? '',
  om: rad.om ?? '',
});

function linePage(
  context: Context<DeskEnv>,
  rad: Diarierad,
  fields: Fields,
  fault?: string,
): Promise<Response> {
  const { sprak } = context.var;
  const say = words[sprak];
  const title = rad.om ?? say.line;
  const { gjort } = context.req.query();
  const told = gjort === 'sparad' ? say.savedText : gjort === 'angrad' ? say.undoneText : null;
  const field = (name: keyof Fields, label: string, more: Html = ''): Html =>
    html`<p><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${fields[name]}"${name === 'om' || name === 'motpart' ? html` lang="sv"` : ''}${more}></p>`;
  const isSaid = rad.bekraftad !== null || rad.rattningar.length > 0;
  const body = html`${officeMenu('diarium', sprak)}<h1>${rad.om === null ? title : svensk(rad.om)}</h1>
${fault === undefined ? '' : html`<p class="notice bad" role="alert">${fault}</p>`}
${told === null || fault !== undefined ? '' : doneNotice(told)}
<p>${numberLink(rad, say)} <span class="quiet">${say.kinds[rad.kind]} ${partyText(rad, say)}</span></p>
<p>${marksOf(rad, sprak)}</p><p class="quiet">${asideOf(rad, sprak)}</p>
${rad.sekretess === null ? '' : html`<p><span class="badge bad">${say.ground}</span> ${svensk(rad.sekretess)}</p>`}
<form class="line-form printed" method="post" action="${radPageHref(rad.id)}"><h2>${say.correct}</h2><p class="quiet">${say.correctText}</p>
${field('datum', say.day, html` placeholder="${say.dayForm}" inputmode="numeric" autocomplete="off"${fault === undefined ? '' : html` autofocus`}`)}
<p><label for="riktning">${say.directionLabel}</label><select id="riktning" name="riktning">${rad.riktning === null ? html`<option value="">${say.unknown}</option>` : ''}${RIKTNINGAR.map((one) => html`<option value="${one}"${one === fields.riktning ? html` selected` : ''}>${say.direction[one]}</option>`)}</select></p>
${field('nummer', say.number)}${field('motpart', say.party)}${field('om', say.about)}
<p class="no-print"><button>${say.save}</button></p></form>
<div class="buttons no-print">${rad.status === 'foreslagen' ? html`<form method="post" action="/diarium/bekrafta"><input type="hidden" name="rad" value="${rad.id}"><button class="second">${say.confirm}</button></form>` : ''}${isSaid ? html`<form method="post" action="${radPageHref(rad.id)}/angra"><button class="second">${say.undo}</button></form>` : ''}</div>
${
  rad.rattningar.length === 0
    ? ''
    : html`<h2>${say.said}</h2><ul>${rad.rattningar.map(
        ({ uppgifter, av, at }) =>
          html`<li>${say.corrected(av, moment(at, sprak))}: ${svensk(Object.values(uppgifter).join(', '))}</li>`,
      )}</ul>`
}`;
  const status = fault === undefined ? 200 : 422;
  return showPage(context, { title, part: '/inkorg', body, status });
}
