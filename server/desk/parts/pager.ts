/** From one page of a long list to the next. */
import { html } from 'hono/html';
import type { Sprak } from '../sprak.ts';
import type { Words } from '../words.ts';
import type { Html } from './html.ts';
import { count } from './said.ts';

const sv = {
  pages: 'Sidor',
  earlier: 'Föregående',
  later: 'Nästa',
  shown: (from: string, to: string, of: string) => `${from}–${to} av ${of}`,
};
const words: Words<typeof sv> = {
  sv,
  en: {
    pages: 'Pages',
    earlier: 'Previous',
    later: 'Next',
    shown: (from, to, of) => `${from}–${to} of ${of}`,
  },
};

/** The page asked for, from 1. */
export const pageOf = (sida: string | undefined): number => {
  const page = Number(sida ?? 1);
  return Number.isSafeInteger(page) && page > 0 && page < 1_000_000 ? page : 1;
};

/** Nothing where all is on one page. @param last beyond it nobody turns pages; @param hrefOf the address of a page */
export function pager(
  { page, size, total, last: most }: { page: number; size: number; total: number; last?: number },
  hrefOf: (page: number) => string,
  sprak: Sprak,
): Html {
  if (total <= size && page === 1) return '';
  const say = words[sprak];
  const last = Math.min(Math.max(1, Math.ceil(total / size)), most ?? Number.POSITIVE_INFINITY);
  const from = Math.min((page - 1) * size + 1, total);
  const shown = say.shown(
    count(from, sprak),
    count(Math.min(page * size, total), sprak),
    count(total, sprak),
  );
  return html`<nav class="pager" aria-label="${say.pages}">${page > 1 ? html`<a rel="prev" href="${hrefOf(Math.min(page - 1, last))}">${say.earlier}</a>` : ''}<span>${shown}</span>${page < last ? html`<a rel="next" href="${hrefOf(page + 1)}">${say.later}</a>` : ''}</nav>`;
}
