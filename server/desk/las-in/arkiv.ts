/** `/arkiv/NR`: one intake, for ever: how it goes as it goes, what came of each file, and what can be done about it. */
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { streamSSE } from 'hono/streaming';
import { isUploaded } from '../../../engine/intake/is-uploaded.ts';
import { settleForLess } from '../../../engine/intake/settle-for-less.ts';
import { isCutOff, type Styrning, steer } from '../../../engine/intake/steer.ts';
import { Problem } from '../../../engine/problem.ts';
import type { Arkiv } from '../../../store/arkiv.ts';
import type { FileStatus } from '../../../store/files.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { onlyRegistrator } from '../parts/guard.ts';
import type { Html } from '../parts/html.ts';
import { pageOf } from '../parts/pager.ts';
import { count, moment } from '../parts/said.ts';
import { noEngine, say } from './answers.ts';
import { filesTable } from './arkiv-files.ts';
import { isOver, nowPart } from './arkiv-now.ts';
import { type ArkivState, filesShown, type Shown, stateReader } from './state.ts';
import { arkivWords, filled, LAGE } from './words.ts';

type DeskContext = Context<DeskEnv>;

const STATUSES: readonly FileStatus[] = ['running', 'done', 'refused', 'failed'];

/** How many pages may be told as it happens at a time; more ask now and then. And how often they are, milliseconds. */
const MOST_STREAMS = 40;
const EVERY_MS = 1_000;
const QUIET_MS = 15_000;
/** A stream ends then, and the browser begins another: who looks is asked for anew. */
const LONGEST_MS = 20 * 60_000;

function shownOf(context: DeskContext): Shown {
  const { visa, sida } = context.req.query();
  return { status: STATUSES.find((status) => status === visa), page: pageOf(sida) };
}

const idOf = (context: DeskContext): number | null => {
  const nr = context.req.param('nr') ?? '';
  return /^\d{1,9}$/u.test(nr) ? Number(nr) : null;
};

function headOf(arkiv: Arkiv, context: DeskContext): Html {
  const { sprak } = context.var;
  const words = arkivWords[sprak];
  const { id, namn, av, at, lopande, om, version } = arkiv;
  const began = av ? filled(words.beganBy, moment(at, sprak), av) : filled(words.began, moment(at, sprak));
  return html`<h1 class="las-title">${namn} <small>${words.arkiv} ${id}</small></h1>
  <p class="quiet">${began} · ${lopande ? words.lopande : words.archive}${
    om === null ? '' : html` · ${words.againOf} <a href="/arkiv/${om}">${words.arkiv.toLowerCase()} ${om}</a>`
  }${version === null ? '' : html` · ${words.rereads}`}</p>`;
}

export function addArkiv(app: DeskApp, deps: DeskDeps): void {
  const { read, forget } = stateReader(deps);
  let streams = 0;

  async function livePart(state: ArkivState, context: DeskContext): Promise<Html> {
    const { sprak, store } = context.var;
    const shown = shownOf(context);
    const files = await filesShown(store, state.arkiv.id, shown);
    return html`<div id="lage"${isOver(state.arkiv) ? html` data-klart` : ''}>${nowPart(state, sprak)}${filesTable(state, files, shown, sprak)}</div>`;
  }

  app.use('/arkiv/*', onlyRegistrator, bodyLimit({ maxSize: 10_000 }));

  app.get('/arkiv', (context) => context.redirect('/las-in#inlasningar', 302));

  app.get('/arkiv/:nr', async (context) => {
    const id = idOf(context);
    const state = id === null ? null : await read(id);
    if (!state) return notThere(context);
    const words = arkivWords[context.var.sprak];
    const { arkiv } = state;
    const body = html`${headOf(arkiv, context)}
    <p class="unseen" role="status" id="sagt"></p>
    ${isOver(arkiv) ? '' : html`<p class="quiet no-print" id="uppdatera"><a href="/arkiv/${arkiv.id}">${words.reload}</a></p>`}
    ${await livePart(state, context)}`;
    return showPage(context, {
      ...{ title: `${arkiv.namn}, ${words.arkiv.toLowerCase()} ${arkiv.id}`, part: '/las-in', body },
      islands: isOver(arkiv) ? [] : ['arkiv'],
    });
  });

  // each event is the whole of what changes: whoever missed some has lost nothing
  app.get('/arkiv/:nr/handelser', async (context) => {
    const id = idOf(context);
    if (id === null || !(await read(id))) return notThere(context);
    // the browser asks no more by itself then: the page is fetched now and then instead
    if (streams >= MOST_STREAMS) return context.body(null, 204);
    context.header('X-Accel-Buffering', 'no');
    streams += 1;
    return streamSSE(context, async (stream) => {
      const began = Date.now();
      let last = '';
      let lastAt = 0;
      try {
        while (!stream.aborted && !stream.closed && Date.now() - began < LONGEST_MS) {
          const state = await read(id).catch(() => null);
          if (state) {
            const data = String(await livePart(state, context));
            const over = isOver(state.arkiv);
            if (data !== last || over) {
              await stream.writeSSE({ event: over ? 'klart' : 'lage', data });
              [last, lastAt] = [data, Date.now()];
            }
            if (over) return;
          }
          if (Date.now() - lastAt > QUIET_MS) {
            // told only so that one who has gone is noticed
            await stream.write(':\n\n');
            lastAt = Date.now();
          }
          await stream.sleep(EVERY_MS);
        }
      } finally {
        streams -= 1;
      }
    });
  });

  app.get('/arkiv/:nr/avbryt', async (context) => {
    const id = idOf(context);
    const arkiv = id === null ? null : await deps.store.ettArkiv(id);
    if (!arkiv) return notThere(context);
    const { sprak } = context.var;
    const words = arkivWords[sprak];
    const title = filled(words.confirmTitle, `${arkiv.namn} (${words.arkiv.toLowerCase()} ${arkiv.id})`);
    const body = html`<h1>${title}</h1>
    <form method="post" action="/arkiv/${arkiv.id}/styr" class="card">
      <p>${filled(words.confirmText, count(arkiv.files.running, sprak))}</p>
      <p><label class="las-choice"><input type="checkbox" name="genast" value="ja"> ${words.atOnce}</label></p>
      <p class="las-row"><button class="danger" name="vad" value="avbryt">${words.confirm}</button>
      <a class="button second" href="/arkiv/${arkiv.id}">${words.keep}</a></p>
    </form>`;
    return showPage(context, { title, body, part: '/las-in' });
  });

  app.post('/arkiv/:nr/styr', async (context) => {
    const id = idOf(context);
    const arkiv = id === null ? null : await deps.store.ettArkiv(id);
    if (!arkiv) return notThere(context);
    const { vad, genast } = await context.req.parseBody();
    const what = (['pausa', 'fortsatt', 'avbryt'] as const).find((one) => one === vad);
    if (!what) return cannot(context, arkiv, 'fortsatt');
    try {
      await steered(arkiv, what, { av: context.var.besokare.namn, atOnce: genast === 'ja' });
      forget(arkiv.id);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'refused') throw error;
      return cannot(context, (await deps.store.ettArkiv(arkiv.id)) ?? arkiv, what);
    }
    return context.redirect(`/arkiv/${arkiv.id}`, 303);
  });

  app.post('/arkiv/:nr/om', async (context) => {
    const id = idOf(context);
    if (id === null || !(await deps.store.ettArkiv(id))) return notThere(context);
    const engine = await deps.engine();
    if (!engine) return noEngine(context);
    const { fil } = await context.req.parseBody();
    // what was refused is tried again one by one: it is to no avail unless something has changed
    const only = typeof fil === 'string' && fil !== '' ? { only: [fil], refused: true } : {};
    const question = { arkiv: id, failed: true, older: false, ...only };
    const report = await engine.again(question, { wait: false, av: context.var.besokare.namn });
    if (report) return context.redirect(`/arkiv/${report.arkiv}`, 303);
    const words = arkivWords[context.var.sprak];
    const back = { back: `/arkiv/${id}`, name: words.toArkiv };
    return say(context, words.cannot, words.nothingAgain, { status: 409, ...back });
  });

  async function steered(arkiv: Arkiv, what: Styrning, how: { av: string; atOnce: boolean }): Promise<void> {
    const engine = await deps.engine();
    const { id, paths, lopande } = arkiv;
    if (what !== 'fortsatt' || !isCutOff(arkiv)) {
      await steer({ store: deps.store, client: engine?.client ?? null }, id, what, how);
    } else if (paths.some(isUploaded)) {
      await settleForLess({ store: deps.store, engine }, id, how.av);
    } else if (engine) {
      await deps.store.setArkivLage(id, 'samlas', how.av, ['brutet', 'pausat']);
      // it may take long, and says in the store how it went
      engine.ingest(paths, { lopande, arkiv: id, av: how.av, wait: false }).catch(() => {});
    }
  }

  function cannot(context: DeskContext, arkiv: Arkiv, what: Styrning): Promise<Response> {
    const { sprak } = context.var;
    const words = arkivWords[sprak];
    const text = filled(words.cannotText[what], LAGE[sprak][arkiv.lage]);
    return say(context, words.cannot, text, { status: 409, back: `/arkiv/${arkiv.id}`, name: words.toArkiv });
  }
}
