/** Persons, parties and bodies as links to what they have done. */
import { html } from 'hono/html';
import type { Person } from '../../../extraction/record.ts';
import { awaitedFromHref, inkorgHref, partiHref, personHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { isLeftOut } from '../parts/left-out.ts';

/** "Alva Strand (S), ordförande" */
export function person({ namn, parti, roll }: Person): Html {
  const party = parti && html`<a href="${partiHref(parti)}">${parti}</a>`;
  // there is no page of somebody who is not named
  if (namn !== null && isLeftOut(namn)) return html`${namn}${party ? html` (${party})` : ''}`;
  if (namn === null) return html`${party ?? ''}${party && roll ? ', ' : ''}${roll ?? ''}`;
  return html`<a href="${personHref(namn)}">${namn}</a>${party ? html` (${party})` : ''}${roll ? `, ${roll.toLowerCase()}` : ''}`;
}

export const people = (all: readonly Person[]): Html => joined(all.map(person));

/** A body, or whoever else a matter goes to. */
export const organ = (name: string, huvudman: string | null): Html =>
  isLeftOut(name) ? name : html`<a href="${awaitedFromHref(name, huvudman)}">${name}</a>`;

/** A recipient, with what waits there. */
export const mottagare = (name: string, huvudman: string | null): Html =>
  isLeftOut(name) ? name : html`<a href="${inkorgHref(name, huvudman)}">${name}</a>`;

/** With commas between. */
export const joined = (parts: readonly Html[], between = ', '): Html =>
  html`${parts.map((part, i) => html`${i > 0 ? between : ''}${part}`)}`;
