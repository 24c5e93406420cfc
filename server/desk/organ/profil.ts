/** What a body, a person or a party has to do with, as questions that are one click away, each with its number. */
import { html } from 'hono/html';
import type { ItemTyp } from '../../../extraction/item-types.ts';
import { readQuestion } from '../../../store/question.ts';
import type { Facetter, Facettvarde } from '../../../store/search.ts';
import type { Store } from '../../../store/store.ts';
import type { Html } from '../parts/html.ts';
import { count, TYP } from '../parts/said.ts';
import { type Asked, type Narrowed, sokAdress } from '../sok/fraga.ts';
import { traffar } from '../sok/traff.ts';
import type { Sprak } from '../sprak.ts';
import { words } from './words.ts';

/** A question about whom it is. */
export interface Fraga {
  name: string;
  asked: Narrowed & Pick<Partial<Asked>, 'per'>;
}

/** Columns of the table of years: what people ask for by year. */
const BY_YEAR = ['beslut', 'yrkanden', 'reservationer', 'voteringar'] as const satisfies readonly ItemTyp[];
/** Of the latest so many. */
const RECENT = 5;

/** All hits of it, counted; none are fetched. */
export async function counted(store: Store, asked: Narrowed): Promise<{ total: number; facetter: Facetter }> {
  const { total, facetter } = await store.search({ ...asked, query: '', limit: 0, facetter: true });
  if (!facetter) throw new Error('counts were asked for');
  return { total, facetter };
}

/** Each question with its number; what there is none of is said so. */
export async function fragor(store: Store, all: readonly Fraga[], sprak: Sprak): Promise<Html> {
  const told = await Promise.all(
    all.map(async ({ name, asked }) => {
      const { total } = await store.search({ ...asked, query: '', limit: 0 });
      const number = html`<span class="number">${count(total, sprak)}</span>`;
      return total === 0
        ? html`<li><span>${name}</span> ${number}</li>`
        : html`<li><a href="${sokAdress({ ...asked, ordning: 'datum' })}">${name}</a> ${number}</li>`;
    }),
  );
  return html`<section><h2>${words[sprak].questions}</h2><ul class="questions">${told}</ul></section>`;
}

/** Year by year, each figure a question. */
export async function years(store: Store, of: Narrowed, sprak: Sprak): Promise<Html> {
  const say = words[sprak];
  const counts = await Promise.all(
    BY_YEAR.map(async (typ) => {
      const { facetter } = await counted(store, { ...of, typ: [typ] });
      return { typ, by: new Map(facetter.ar.map(({ varde, antal }) => [varde, antal])) };
    }),
  );
  // what a party never does (decide) has no column
  const columns = counts.filter(({ by }) => by.size > 0);
  const all = [...new Set(columns.flatMap(({ by }) => [...by.keys()]))].sort().reverse();
  if (all.length === 0) return '';
  const cell = (ar: string, typ: ItemTyp, n: number | undefined): Html =>
    html`<td class="number">${n === undefined ? '0' : html`<a href="${sokAdress({ ...of, typ: [typ], ar, ordning: 'datum' })}"><span class="unseen">${say.inYear(TYP[sprak][typ], ar)}: </span>${count(n, sprak)}</a>`}</td>`;
  return html`<section><h2>${say.years}</h2><div class="scroll"><table class="years">
  <thead><tr><th scope="col">${say.year}</th>${columns.map(({ typ }) => html`<th scope="col" class="number">${TYP[sprak][typ]}</th>`)}</tr></thead>
  <tbody>${all.map((ar) => html`<tr><th scope="row">${ar}</th>${columns.map(({ typ, by }) => cell(ar, typ, by.get(ar)))}</tr>`)}</tbody>
</table></div></section>`;
}

/** Who or what else is in it, each with its number. @param hrefOf where a value leads */
export function others<V extends Facettvarde>(
  heading: string,
  values: readonly V[],
  hrefOf: (value: V) => string,
  sprak: Sprak,
): Html {
  if (values.length === 0) return '';
  return html`<section><h2>${heading}</h2><ul class="others">${values.map(
    (value) =>
      html`<li><a href="${hrefOf(value)}">${value.varde}</a> <span class="number">${count(value.antal, sprak)}</span></li>`,
  )}</ul></section>`;
}

/** The latest of it, and the way to all and to be told of more. */
export async function recent(store: Store, of: Narrowed, sprak: Sprak): Promise<Html> {
  const say = words[sprak];
  const { hits } = await store.search({
    ...{
      ...of,
      query: '',
      ordning: 'datum',
      limit: RECENT,
      per: 'paragraf',
      med: ['beslut', 'voteringar', 'kallor'],
    },
  });
  return html`<section><h2>${say.recent}</h2>${traffar(hits, readQuestion(''), sprak, 3)}
  <p class="hit-links"><a href="${sokAdress({ ...of, ordning: 'datum' })}">${say.all}</a> <a href="${sokAdress(of, '/sok.atom')}" type="application/atom+xml">${say.feed}</a></p></section>`;
}
