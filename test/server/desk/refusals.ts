/** Pages that people are shown where something is refused, not there or broken, each by a request that leads to it. */
import { createApp } from '../../../server/app.ts';
import { isChoices } from '../../../store/matter.ts';
import type { Store } from '../../../store/store.ts';
import type { Desk } from '../../browser/filled.ts';
import { BATPLATSER } from '../../browser/made-up-arende.ts';
import { guarded } from '../access/guarded.ts';

export interface Refusal {
  name: string;
  status: number;
  headers: Headers;
  html: string;
}

const ORIGIN = 'http://127.0.0.1';

/** @param desk with planned deliveries, and nothing that runs */
export async function refusals({ deps }: Desk, sprak: 'sv' | 'en', tema = 'ljust'): Promise<Refusal[]> {
  const { store } = deps;
  const app = createApp(deps);
  const broken = createApp({ ...deps, store: brokenStore(store) });
  const { ask, keys } = await guarded({ limits: { aMinute: 3, tries: 1 } });
  const own = { accept: 'text/html', cookie: `sprak=${sprak}; tema=${tema}` };
  const of = async (name: string, answer: Response | Promise<Response>): Promise<Refusal> => {
    const { status, headers } = await answer;
    return { name, status, headers, html: await (await answer).text() };
  };
  const at = (name: string, path: string, form?: Form, asked = app): Promise<Refusal> =>
    of(
      name,
      asked.request(ORIGIN + path, {
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
        headers: { ...own, host: '127.0.0.1', ...(form && { origin: ORIGIN }) },
      }),
    );
  const logIn = (): Promise<Response> =>
    ask('/logga-in', {
      ...{ method: 'POST', body: new URLSearchParams({ namn: 'Ingen Sådan', losenord: 'fel', till: '/' }) },
      headers: own,
    });
  const asLasare = (path: string): Promise<Response> =>
    ask(path, { headers: { ...own, authorization: `Bearer ${keys.lasare}` } });
  const [delivered] = await store.leveranser({ status: 'levererad' });
  const { rader } = await store.diarium({});
  const [item] = (await store.search({ query: '', typ: ['yrkanden'], limit: 1 })).hits;
  const vy = await store.mal(item?.sha256 ?? '', item?.id ?? '');
  const seen = { revision: String(vy?.revision ?? 0) };
  const sak = `/granska/${item?.sha256}/${item?.id}`;
  const inbox = await store.inkorg('Kommunstyrelsen', { huvudman: HUVUDMAN });
  const open =
    inbox !== null && !isChoices(inbox) ? inbox.poster.find(({ status }) => status === 'vantar') : null;
  const post = {
    mottagare: 'Kommunstyrelsen',
    huvudman: HUVUDMAN,
    arende: open?.arende ?? '',
    post: open?.id ?? '',
  };
  const arende = `/arende/${encodeURIComponent(BATPLATSER)}`;
  return [
    await at('404', '/finns-inte'),
    await at('404-inkorg', '/inkorg/Ingen'),
    await at('409-leverans', `/expediering/${delivered?.nyckel}/slapp`, {}),
    await at('422-diarium', `/diarium/${rader[0]?.id}`, { datum: 'i går' }),
    await at('422-inkorg', '/inkorg/marka', { ...post, status: 'avvisad' }),
    await at('409-granska', sak, { gor: 'avvisa', skal: 'ett citat', avtryck: 'annat' }),
    await at('422-granska', sak, { gor: 'avvisa', skal: ' ', avtryck: vy?.avtryck ?? '', ...seen }),
    await at('503-granska', sak, { gor: 'avvisa', skal: 'ett citat', avtryck: vy?.avtryck ?? '', ...seen }),
    await at('503-las-in', '/las-in', {}),
    await at('503-inkorg', '/inkorg/marka', { ...post, status: 'mottagen' }),
    await at('503-sammanfor', `${arende}/sammanfor`, { med: 'sjovik:KS-2024/40', galler: BATPLATSER }),
    await at('500', '/laget', undefined, broken),
    await at('413', '/inkorg/marka', { skal: 'x'.repeat(1_100_000) }),
    await of('401', logIn()),
    await of('429-logga-in', logIn()),
    await of('403', asLasare('/las-in')),
    await of(
      '429',
      tooOften(() => asLasare('/laget')),
    ),
  ];
}

type Form = { readonly [name: string]: string };
const HUVUDMAN = 'Sjöviks kommun';

/** A store of which every question fails. */
const brokenStore = (store: Store): Store =>
  new Proxy(store, {
    get: () => () => Promise.reject(new Error('the database is gone')),
  });

/** The answer to one who has asked too often. */
async function tooOften(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await ask();
    if (answer.status === 429) return answer;
    await answer.body?.cancel();
  }
}
