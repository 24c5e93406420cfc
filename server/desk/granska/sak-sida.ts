/** `/granska/SHA256/ID`: shows one thing, and keeps what a person decides on it. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Beslut, isItemTyp } from '../../../diarium/rattelser/index.ts';
import { besluta } from '../../../engine/tell/granska.ts';
import type { ItemTyp } from '../../../extraction/item-types.ts';
import type { DeskDeps, DeskEnv } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { saidBy } from './atgard.ts';
import { goneOrLost } from './borta.ts';
import { type Forsok, GOR, type Gor, type Varfor } from './forsok.ts';
import { doneJustNow } from './gjort.ts';
import { around, koOf, sakPath, withKo } from './ko.ts';
import { browserOf, noteOpen } from './oppna.ts';
import { loadSak, type Sak } from './sak.ts';
import { sakPage } from './sak-vy.ts';
import { isRunning, keep } from './spara.ts';
import { words } from './words.ts';
import { SAK } from './words-ord.ts';

type Asked = Context<DeskEnv, '/granska/:sha256/:id'>;

const gorOf = (gor: string | undefined): Gor | null => GOR.find((one) => one === gor) ?? null;

/** What the address says, and where one is in the queue. */
function placeOf(context: Asked) {
  const { sha256, id } = context.req.param();
  const query = context.req.query();
  const ko = koOf(query);
  const plats = Math.max(0, Number.parseInt(query.plats ?? '0', 10) || 0);
  const more = { plats, ...(query.rad && { rad: query.rad }) };
  // a matter's row in the queue has the matter's id, and leads to its ärende
  const row = sakPath(sha256, query.rad ?? id);
  return { sha256, id, query, ko, plats, row, address: withKo(sakPath(sha256, id), ko, more) };
}

async function show(
  context: Asked,
  deps: DeskDeps,
  sak: Sak,
  forsok: Forsok | null,
  beslut: string = randomUUID(),
) {
  const { sprak, besokare, store } = context.var;
  const { ko, plats, query, address, row, sha256, id } = placeOf(context);
  const [kring, motor, oppna, gjort] = await Promise.all([
    around(store, ko, row, plats),
    isRunning(deps),
    noteOpen(context, deps, { sha256, id }),
    forsok === null ? doneJustNow(store, query, ko, sprak) : '',
  ]);
  const kind = forsok?.form.punkt ?? query.punkt;
  const punkt = kind !== undefined && isItemTyp(kind as ItemTyp) ? (kind as ItemTyp) : null;
  const gor = forsok?.gor ?? gorOf(query.gor);
  const tangenter = getCookie(context, 'tangenter') !== 'av';
  const body = sakPage({
    ...{ sak, sprak, ko, kring, plats: kring.plats ?? plats, address, namn: besokare.namn, oppna },
    ...{ motor, tangenter, gjort, gor, punkt, forsok, beslut },
  });
  const title = `${words[sprak].title}: ${SAK[sprak][sak.vy.typ]}${sak.vy.paragraf ? ` § ${sak.vy.paragraf}` : ''}`;
  const status = { fel: 422, fore: 409, omlast: 409, motor: 503 } as const;
  return showPage(context, {
    ...{ title, body, part: '/granska', islands: ['review'] },
    ...(forsok && { status: status[forsok.varfor] }),
  });
}

export async function showSak(context: Asked, deps: DeskDeps): Promise<Response> {
  const { store } = context.var;
  const { sha256, id, ko, plats } = placeOf(context);
  const sak = await loadSak({ store, blobs: deps.blobs }, sha256, id);
  if (sak !== null) return show(context, deps, sak, null);
  const matter = await store.matter(id);
  if (matter === null) return (await goneOrLost(context, null)) ?? notThere(context);
  const own = (await store.handlingar(id)).filter((one) => one.sha256 === sha256);
  const [to] = own.flatMap(({ handling }) => [...handling.arenden, handling]);
  return to
    ? context.redirect(withKo(sakPath(sha256, to.id), ko, { plats, rad: id }), 303)
    : notThere(context);
}

/** A form as it came: of each name the last value, and all of them. */
async function posted(context: Asked): Promise<Pick<Forsok, 'form' | 'alla'>> {
  const all = [...(await context.req.formData())].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const alla = Object.fromEntries(
    [...Map.groupBy(all, ([name]) => name)].map(([name, some]) => [name, some.map(([, value]) => value)]),
  );
  return { form: Object.fromEntries(all), alla };
}

export async function decideOnSak(context: Asked, deps: DeskDeps): Promise<Response> {
  const { store, besokare, sprak } = context.var;
  const { sha256, id, ko, plats, row, address } = placeOf(context);
  const came = await posted(context);
  const gor = gorOf(came.form.gor);
  const sak = await loadSak({ store, blobs: deps.blobs }, sha256, id);
  if (sak === null || gor === null) return (await goneOrLost(context, came)) ?? notThere(context);
  const { vy } = sak;
  const again = (varfor: Varfor, text: string | null = null, fel: Forsok['fel'] = {}, seen = sak) =>
    show(
      context,
      deps,
      seen,
      { gor, ...came, varfor, text, fel },
      // what was perhaps kept is sent again as the same decision
      varfor === 'motor' ? came.form.beslut : undefined,
    );
  const own = vy.historik.some((one) => one.id === came.form.beslut);
  const seen = Math.max(0, Number.parseInt(came.form.revision ?? '', 10) || 0);
  if (!own && vy.revision > seen) return again('fore');
  if (!own && vy.avtryck !== came.form.avtryck) return again('omlast');
  const said = saidBy({ gor, ...came }, sak, words[sprak] as (typeof words)['sv']);
  if (said.wrong) return again('fel', said.wrong.text, said.wrong.fel);
  const beslut: Beslut = {
    ...{ id: came.form.beslut || randomUUID(), sha256, mal: { typ: vy.typ, id, avtryck: vy.avtryck } },
    ...{ atgard: said.atgard, av: besokare.namn, at: new Date().toISOString(), revision: seen },
  };
  // what comes next is asked before this one leaves the queue
  const { next } = await around(store, ko, row, plats);
  const kept = own ? ({ ok: true } as const) : await keep(deps, (engine) => besluta(engine, beslut));
  if (!kept.ok) {
    const { avvisad } = kept;
    if (avvisad === null) return again('motor');
    if (avvisad.code === 'ogiltig' || avvisad.code === 'kvar')
      return again('fel', sprak === 'sv' ? avvisad.sv : avvisad.en);
    const now = await loadSak({ store, blobs: deps.blobs }, sha256, id);
    if (now === null) return (await goneOrLost(context, came)) ?? notThere(context);
    return again(avvisad.code === 'upptagen' ? 'fore' : 'omlast', null, {}, now);
  }
  await deps.store.noteStangd({ sha256, id }, browserOf(context));
  const done = new URLSearchParams({ gjort: beslut.id, i: sha256 });
  const left = await store.mal(sha256, id);
  const stays = gor === 'lagg-till' || (left !== null && left.rader.length > 0);
  const to = stays ? address : (next ?? withKo('/granska', ko));
  return context.redirect(`${to}${to.includes('?') ? '&' : '?'}${done}`, 303);
}
