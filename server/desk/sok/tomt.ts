/** What stands where nothing was asked for, or nothing was found: what one can ask, and what there is. */
import { html } from 'hono/html';
import { readQuestion } from '../../../store/question.ts';
import type { Store } from '../../../store/store.ts';
import type { Html } from '../parts/html.ts';
import { amount, count, TYP } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { hitNames, shown, valuesOf } from './facetter.ts';
import { type Asked, FILTER, questionOf, sokAdress, without } from './fraga.ts';
import { words } from './words.ts';

/** Other questions that are tried for who found nothing. */
const TRIED = 8;

/** How one can ask, by examples that are links. */
export function howToAsk(sprak: Sprak): Html {
  const say = words[sprak];
  return html`<section class="how-to-ask"><h2>${say.howTitle}</h2><dl>${say.how.map(
    ([query, means]) =>
      html`<div><dt><a href="${sokAdress({ q: query })}">${query}</a></dt><dd>${means}</dd></div>`,
  )}</dl></section>`;
}

/** Where nothing was asked for yet. */
export async function toBegin(store: Store, sprak: Sprak): Promise<Html> {
  const say = words[sprak];
  const { items } = await store.status();
  const kinds = (Object.entries(items) as [keyof typeof items, number][]).filter(([, n]) => n > 0);
  if (kinds.length === 0)
    return html`<section class="empty"><h2>${say.emptyTitle}</h2><p>${say.emptyText}</p></section>`;
  return html`${howToAsk(sprak)}<section><h2>${say.browse}</h2><ul class="kinds">${kinds.map(
    ([typ, n]) =>
      html`<li><a href="${sokAdress({ typ: [typ] })}"><b>${count(n, sprak)}</b> ${TYP[sprak][typ]}</a></li>`,
  )}<li><a href="/organ">${say.bodies}</a></li></ul></section>`;
}

/** Where nothing was found: what less would find. */
export async function nothingFound(store: Store, asked: Asked, sprak: Sprak): Promise<Html> {
  const say = words[sprak];
  const tried = fewer(asked, sprak).slice(0, TRIED);
  const found = await Promise.all(
    tried.map(async ({ asked: less, name }) => {
      const { total } = await store.search({ ...questionOf(less), limit: 0 });
      return { less, name, total };
    }),
  );
  const some = found.filter(({ total }) => total > 0);
  const meant = await nearest(store, asked, sprak);
  return html`<p>${say.nothingText}</p>${meant}${some.length === 0 ? '' : html`<section><h2>${say.tryThese}</h2><ul>${some.map(({ less, name, total }) => html`<li><a href="${sokAdress(less)}">${amount(total, hitNames(less, sprak), sprak)} ${name}</a></li>`)}</ul></section>`}${howToAsk(sprak)}`;
}

/** The same question with another word for one that stands nowhere. */
async function nearest(store: Store, asked: Asked, sprak: Sprak): Promise<Html> {
  const say = words[sprak];
  const links = await Promise.all(
    singleWords(asked).map(async (word) => {
      const { total } = await store.search({ query: word, limit: 0 });
      const near = total > 0 ? [] : await store.liknande(word);
      return near.map((one) => ({ ...asked, sida: 1, q: asked.q.replace(new RegExp(word, 'iu'), one) }));
    }),
  );
  const all = links.flat();
  if (all.length === 0) return '';
  return html`<p class="notice">${say.didYouMean} ${all.map((one, i) => html`${i > 0 ? ', ' : ''}<a href="${sokAdress(one)}">${one.q}</a>`)}?</p>`;
}

/** Words that are asked for one by one; letters and digits only. */
const singleWords = ({ q }: Asked): string[] =>
  readQuestion(q)
    .all.flatMap((group) => (group.length === 1 && group[0]?.kind === 'word' ? group[0].word : []))
    .slice(0, TRIED);

/** The same question with less in it: without one of what narrows it, or of the words any, or one alone. */
function fewer(asked: Asked, sprak: Sprak): { asked: Asked; name: string }[] {
  const say = words[sprak];
  const filters = FILTER.flatMap((name) =>
    valuesOf(asked, name).map(([value, typ]) => ({
      asked: without(asked, name, typ),
      name: say.withoutFilter(shown(name, value, sprak)),
    })),
  );
  const single = singleWords(asked);
  if (single.length < 2) return filters;
  const ofWords = [
    { asked: { ...asked, q: single.join(' OR '), sida: 1 }, name: say.eitherWord },
    ...single.map((word) => ({ asked: { ...asked, q: word, sida: 1 }, name: say.onlyWord(word) })),
  ];
  return [...filters, ...ofWords];
}
