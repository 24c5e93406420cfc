/** Matters that are one, as only a person can know: joined after a look at both, and taken apart again. */

import type { Context } from 'hono';
import { html } from 'hono/html';
import { Problem } from '../../../engine/problem.ts';
import { type ArendeAnswer, isChoices } from '../../../store/store.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps, DeskEnv, Engine } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { arendeHref, query } from '../parts/addresses.ts';
import { empty } from '../parts/empty.ts';
import { DONE, doneNotice } from '../parts/gjort.ts';
import { notTaken, onlyRegistrator, withEngine } from '../parts/guard.ts';
import type { Html } from '../parts/html.ts';
import { amount } from '../parts/said.ts';
import { several } from '../parts/several.ts';
import { svensk } from '../parts/svensk.ts';
import { numberOf } from './head.ts';
import { joinsWords } from './joins-words.ts';
import { words } from './words.ts';

const joinHref = (id: string, med?: string): string => `${arendeHref(id)}/sammanfor${query({ med })}`;
const partHref = (id: string): string => `${arendeHref(id)}/skilj`;

/** A matter by its id alone; null where there is none. */
async function matterOf(context: Context<DeskEnv>, id: string | undefined): Promise<ArendeAnswer | null> {
  const found = await context.var.store.arende(id ?? '');
  return found === null || isChoices(found) ? null : found;
}

export function addJoins(app: DeskApp, deps: DeskDeps): void {
  app.get('/arende/:id/sammanfor', onlyRegistrator, async (context) => {
    const own = await matterOf(context, context.req.param('id'));
    if (own === null) return notThere(context);
    const { sprak, store } = context.var;
    const say = joinsWords[sprak];
    const med = context.req.query('med')?.trim() ?? '';
    const other = med === '' ? null : await store.arende(med, { huvudman: own.huvudman ?? '' });
    if (other !== null && isChoices(other)) {
      const body = several(
        say.several(med),
        other,
        (one) => joinHref(own.id, one.id ?? one.diarienummer ?? med),
        sprak,
      );
      return showPage(context, { title: say.title, body });
    }
    if (other === null) return again(context, own, med, say.none(med));
    if (other.id === own.id) return again(context, own, med, say.same);
    return confirmJoin(context, own, other);
  });
  app.post('/arende/:id/sammanfor', onlyRegistrator, async (context) => {
    const given = await context.req.parseBody();
    const [own, other] = await Promise.all([
      matterOf(context, context.req.param('id')),
      matterOf(context, String(given.med ?? '')),
    ]);
    if (own === null || other === null || own.id === other.id) return notThere(context);
    const [fran, till] = given.galler === own.id ? [other.id, own.id] : [own.id, other.id];
    return told(
      context,
      deps,
      { back: joinHref(own.id, other.id), to: till, gjort: 'sammanfort' },
      async (engine) => {
        const { joinMatters } = await import('../../../engine/tell/matters-by-people.ts');
        await joinMatters(engine.client, fran, till, context.var.besokare.namn);
      },
    );
  });
  app.get('/arende/:id/skilj', onlyRegistrator, async (context) => {
    const id = context.req.param('id');
    const root = await matterOf(context, id);
    const joined = root && (await context.var.store.sammanforda(root.id)).find((one) => one.id === id);
    if (!joined) return notThere(context);
    const say = joinsWords[context.var.sprak];
    const title = say.partTitle(joined.diarienummer ?? joined.id);
    const body = empty(
      title,
      html`<p>${say.partText}</p><form method="post" action="${partHref(id)}"><p class="buttons center"><button>${say.doPart}</button> <a class="button second" href="${arendeHref(root.id)}">${say.back}</a></p></form>`,
    );
    return showPage(context, { title, body });
  });
  app.post('/arende/:id/skilj', onlyRegistrator, (context) => {
    const id = context.req.param('id');
    return told(context, deps, { back: arendeHref(id), to: id, gjort: 'skilt' }, async (engine) => {
      const { partMatters } = await import('../../../engine/tell/matters-by-people.ts');
      await partMatters(engine.client, id, context.var.besokare.namn);
    });
  });
}

/** Told to the matter's process, and shown as it is then. */
const told = (
  context: Context<DeskEnv>,
  deps: DeskDeps,
  { back, to, gjort }: { back: string; to: string; gjort: 'sammanfort' | 'skilt' },
  work: (engine: Engine) => Promise<void>,
): Promise<Response> =>
  withEngine(context, deps, { back }, async (engine) => {
    try {
      await work(engine);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return notTaken(context, error, { back });
    }
    return context.redirect(`${arendeHref(to)}${query({ gjort })}${DONE}`, 303);
  });

function confirmJoin(context: Context<DeskEnv>, own: ArendeAnswer, other: ArendeAnswer): Promise<Response> {
  const { sprak } = context.var;
  const say = joinsWords[sprak];
  const choice = (one: ArendeAnswer, checked: boolean): Html =>
    html`<label class="tick"><input type="radio" name="galler" value="${one.id}"${checked ? html` checked` : ''}> <span>${say.keeps(numberOf(one, words[sprak]))}${one.rubrik === null ? '' : html` <span class="quiet">${svensk(one.rubrik)}, ${amount(one.steg.length, say.steps, sprak)}</span>`}</span></label>`;
  const body = html`<h1>${say.title}</h1><p>${say.text}</p>
<form class="printed" method="post" action="${joinHref(own.id)}"><input type="hidden" name="med" value="${other.id}"><fieldset><legend>${say.which}</legend>${choice(other, own.diarienummer === null || other.diarienummer !== null)}${choice(own, own.diarienummer !== null && other.diarienummer === null)}</fieldset>
<p class="buttons"><button>${say.doJoin}</button> <a class="button second" href="${arendeHref(own.id)}">${say.back}</a></p></form>`;
  return showPage(context, { title: say.title, body });
}

/** The form with what was written and why it was not taken. */
function again(context: Context<DeskEnv>, own: ArendeAnswer, med: string, fault: string): Promise<Response> {
  const say = joinsWords[context.var.sprak];
  const body = html`<h1>${say.join}</h1>${med === '' ? '' : html`<p class="notice bad" role="alert">${fault}</p>`}${joinForm(context, own, med)}<p><a href="${arendeHref(own.id)}">${say.back}</a></p>`;
  return showPage(context, { title: say.join, body, status: med === '' ? 200 : 422 });
}

const joinForm = (context: Context<DeskEnv>, own: ArendeAnswer, med = ''): Html => {
  const say = joinsWords[context.var.sprak];
  return html`<form class="narrow" action="${joinHref(own.id)}"><p><label for="med">${say.otherLabel}</label><input id="med" name="med" value="${med}" required autocomplete="off"${med === '' ? '' : html` autofocus`}></p><button class="second">${say.look}</button></form>`;
};

/** A link by which one of the matters that may be this one is joined to it; '' for a läsare. */
export const joinLink = (context: Context<DeskEnv>, own: string, other: string): Html =>
  isRegistrator(context.var.besokare)
    ? html` <a class="no-print" href="${joinHref(own, other)}">${joinsWords[context.var.sprak].joinWith}</a>`
    : '';

/** What was joined to the matter, each to be taken apart, and the form to join another; '' for a läsare. */
export async function joining(context: Context<DeskEnv>, own: ArendeAnswer): Promise<Html> {
  const { sprak, store, besokare } = context.var;
  if (!isRegistrator(besokare)) return '';
  const say = joinsWords[sprak];
  const joined = await store.sammanforda(own.id);
  const list =
    joined.length === 0
      ? ''
      : html`<p>${say.hasJoined}</p><ul>${joined.map(
          ({ id, diarienummer }) =>
            html`<li>${diarienummer ?? id} <a href="${partHref(id)}">${say.part}</a></li>`,
        )}</ul>`;
  return html`<section class="no-print" aria-labelledby="samman"><h2 id="samman">${say.join}</h2><p class="quiet">${say.joinText}</p>${list}${joinForm(context, own)}</section>`;
}

/** What was done, as the address says after it. */
export function joinNotice(context: Context<DeskEnv>): Html {
  const say = joinsWords[context.var.sprak];
  const gjort = context.req.query('gjort');
  const text = gjort === 'sammanfort' ? say.joined : gjort === 'skilt' ? say.parted : null;
  return text === null ? '' : doneNotice(text);
}
