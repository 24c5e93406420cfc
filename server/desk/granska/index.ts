/** `/granska`: the queue, one file, one thing; what is decided there goes to the engine as from the commands. */
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { angra, markeraKlar } from '../../../engine/tell/granska.ts';
import { isOwnPath } from '../choices.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { onlyRegistrator } from '../parts/guard.ts';
import type { Html } from '../parts/html.ts';
import { clock } from '../parts/said.ts';
import { filePage } from './fil-vy.ts';
import { addFiler } from './filer.ts';
import { doneJustNow } from './gjort.ts';
import { decided } from './historik.ts';
import { around, koOf, sakPath, withKo } from './ko.ts';
import { queuePage } from './ko-vy.ts';
import { browserOf, noteOpen } from './oppna.ts';
import { lastOf } from './sak.ts';
import { decideOnSak, showSak } from './sak-sida.ts';
import { whoHasItOpen } from './sak-vy.ts';
import { keep, type Utfall } from './spara.ts';
import { words } from './words.ts';

export function addGranska(app: DeskApp, deps: DeskDeps): void {
  addFiler(app, deps);
  const granska = new Hono<DeskEnv>();
  granska.use(onlyRegistrator);

  granska.get('/', async (context) => {
    const { sprak, store } = context.var;
    const query = context.req.query();
    const ko = koOf(query);
    const above = await doneJustNow(store, query, ko, sprak);
    const body = await queuePage(store, ko, Number.parseInt(query.sida ?? '1', 10) || 1, sprak, above);
    return showPage(context, { title: words[sprak].title, body, part: '/granska', islands: ['review'] });
  });

  granska.post('/tangenter', async (context) => {
    const form = await context.req.formData();
    const till = String(form.get('till') ?? '');
    const value = form.get('tangenter') === 'av' ? 'av' : 'pa';
    setCookie(context, 'tangenter', value, {
      path: '/granska',
      maxAge: A_YEAR,
      sameSite: 'Lax',
      httpOnly: true,
    });
    return context.redirect(isOwnPath(till) ? till : '/granska', 303);
  });

  granska.get('/:sha256', async (context) => showFile(context, ''));

  granska.post('/:sha256/klar', async (context) => {
    const { sha256 } = context.req.param();
    const { namn: av } = context.var.besokare;
    const at = new Date().toISOString();
    const kept = await keep(deps, (engine) => markeraKlar(engine, { sha256, av, at }));
    if (!kept.ok) return showFile(context, notKept(context, kept));
    const ko = koOf(context.req.query());
    return context.redirect(withKo(`/granska/${sha256}`, ko, { klar: '1' }), 303);
  });

  granska.post('/:sha256/angra', async (context) => {
    const { sha256 } = context.req.param();
    const { namn: av } = context.var.besokare;
    const rattelse = String((await context.req.formData()).get('rattelse') ?? '');
    const kept = await keep(deps, (engine) =>
      angra(engine, { sha256, rattelse, av, at: new Date().toISOString() }),
    );
    if (!kept.ok) return showFile(context, notKept(context, kept));
    const { store } = context.var;
    const known = (await store.rattelser(sha256)).find(({ id }) => id === rattelse);
    const back =
      known && (await store.mal(sha256, known.mal.id)) ? sakPath(sha256, known.mal.id) : `/granska/${sha256}`;
    return context.redirect(withKo(back, koOf(context.req.query()), { angrat: rattelse, i: sha256 }), 303);
  });

  granska.get('/:sha256/:id', (context) => showSak(context, deps));
  granska.post('/:sha256/:id', (context) => decideOnSak(context, deps));

  // said again by the page while it is open; answers who else has it, and what was decided meanwhile
  granska.post('/:sha256/:id/oppen', async (context) => {
    const { sprak, store, besokare } = context.var;
    const sak = context.req.param();
    const [oppna, vy] = await Promise.all([noteOpen(context, deps, sak), store.mal(sak.sha256, sak.id)]);
    const last = lastOf(vy?.historik ?? []);
    const said = last && `${last.av} ${decided(last.rattelse, sprak).vad} (${clock(last.at, sprak)}).`;
    return context.json({
      oppna: whoHasItOpen(oppna, besokare.namn, sprak),
      revision: vy?.revision ?? null,
      senast: vy === null ? words[sprak].gone : said,
    });
  });
  granska.post('/:sha256/:id/stangd', async (context) => {
    await deps.store.noteStangd(context.req.param(), browserOf(context));
    return context.body(null, 204);
  });

  app.route('/granska', granska);
}

const A_YEAR = 365 * 24 * 60 * 60;

async function showFile(context: Context<DeskEnv>, wrong: Html): Promise<Response> {
  const { sprak, store } = context.var;
  const sha256 = context.req.param('sha256') ?? '';
  const query = context.req.query();
  const ko = koOf(query);
  const above = wrong || (await doneJustNow(store, query, ko, sprak));
  const kring =
    query.plats === undefined
      ? null
      : await around(store, ko, `/granska/${sha256}`, Number.parseInt(query.plats, 10) || 0);
  const tangenter = getCookie(context, 'tangenter') !== 'av';
  const body = await filePage(store, { sha256, sprak, ko, above, kring, tangenter });
  if (body === null) return notThere(context);
  const title = `${words[sprak].title}: ${words[sprak].file}`;
  return showPage(context, {
    ...{ title, body, part: '/granska', islands: ['review'] },
    ...(wrong !== '' && { status: 503 as const }),
  });
}

function notKept(context: Context<DeskEnv>, { avvisad }: Extract<Utfall, { ok: false }>): Html {
  const { sprak } = context.var;
  const say = words[sprak];
  const why = avvisad === null ? say.notKept : sprak === 'sv' ? avvisad.sv : avvisad.en;
  return html`<div class="notice bad" role="alert" id="nekat"><p><b>${why}</b></p><p>${say.notKeptBack}</p></div>`;
}
