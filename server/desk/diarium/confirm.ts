/** Confirming lines of the register: those chosen, or all complete ones of what is shown. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { isFullstandig } from '../../../diarium/rader/ord.ts';
import type { Bekraftelse } from '../../../store/diarium.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { showPage } from '../page.ts';
import { query } from '../parts/addresses.ts';
import { empty } from '../parts/empty.ts';
import { DONE, doneNotice } from '../parts/gjort.ts';
import { onlyRegistrator } from '../parts/guard.ts';
import type { Html } from '../parts/html.ts';
import { amount } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { asQuery, linesFor, urvalOf } from './question.ts';
import { words } from './words.ts';

export function addConfirm(app: DeskApp, deps: DeskDeps): void {
  app.post('/diarium/bekrafta', onlyRegistrator, async (context) => {
    const given = await context.req.parseBody({ all: true });
    const filters = urvalOf(context.req.query());
    const ids = [given.rad ?? []].flat().map(String);
    const all = given.alla === 'ja';
    const { sida } = context.req.query();
    const back = `/diarium${asQuery(filters, { sida })}`;
    if (ids.length === 0 && !all)
      return context.redirect(`/diarium${asQuery(filters, { sida, inga: 'ja' })}${DONE}`, 303);
    const { diarienummer, huvudman, organ, from, to } = filters;
    const done = await deps.store.bekraftaDiarierader(
      all ? { diarienummer, huvudman, organ, from, to } : ids,
      context.var.besokare.namn,
    );
    const said = query(countsOf(done)).slice(1);
    return context.redirect(`${back}${back.includes('?') ? '&' : '?'}${said}${DONE}`, 303);
  });
  app.get('/diarium/bekrafta-alla', onlyRegistrator, (context) => askAll(context, deps));
}

const countsOf = ({ bekraftade, redan, ofullstandiga, okanda, flertydiga }: Bekraftelse) => ({
  bekraftade: bekraftade.length,
  redan: redan.length || undefined,
  ofullstandiga: ofullstandiga.length || undefined,
  borta: okanda.length + flertydiga.length || undefined,
});

/** What came of it, as the address says after it was done; '' where nothing was. */
export function confirmedNotice(given: { readonly [name: string]: string | undefined }, sprak: Sprak): Html {
  const say = words[sprak];
  if (given.inga !== undefined) return doneNotice(say.noneChosen, 'unsure');
  if (given.bekraftade === undefined) return '';
  const of = (name: string, said: (n: string) => string): string[] => {
    const n = Number(given[name] ?? 0);
    return Number.isSafeInteger(n) && (n > 0 || name === 'bekraftade')
      ? [said(amount(n, say.lines, sprak))]
      : [];
  };
  const parts = [
    ...of('bekraftade', say.done),
    ...of('redan', say.already),
    ...of('ofullstandiga', say.incomplete),
    ...of('borta', say.gone),
  ];
  return doneNotice(parts.join(' '));
}

/** Asks once more, with how many they are: each would have to be taken back by itself. */
async function askAll(context: Context<DeskEnv>, deps: DeskDeps): Promise<Response> {
  const { sprak } = context.var;
  const say = words[sprak];
  // the same lines as are confirmed: of status and of what is missing the question says nothing
  const { status: _, saknas: __, ...filters } = urvalOf(context.req.query());
  const { rader } = await linesFor(context, deps, filters);
  const whole = rader.filter((rad) => rad.bekraftad?.enligt !== 'person' && isFullstandig(rad));
  const back = html`<a class="button second" href="/diarium${asQuery(filters)}">${say.back}</a>`;
  const n = amount(whole.length, say.lines, sprak);
  const title = whole.length === 0 ? say.confirmAllNone : say.confirmAllTitle(n);
  const form =
    whole.length === 0
      ? html`<p>${back}</p>`
      : html`<form method="post" action="/diarium/bekrafta${asQuery(filters)}"><input type="hidden" name="alla" value="ja"><p class="buttons center"><button>${say.confirmDo}</button> ${back}</p></form>`;
  const body = empty(title, html`<p>${say.confirmAllText}</p>${form}`);
  return showPage(context, { title, part: '/inkorg', body });
}
