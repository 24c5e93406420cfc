/** What was done, said where the page leads after it: in focus, so that the keyboard and the reading go on from there. */
import { html } from 'hono/html';
import type { Html } from './html.ts';

/** The end of an address that leads to what is said. */
export const DONE = '#gjort';

/** @param kind another class of it, for what was not quite done */
export const doneNotice = (text: Html, kind: '' | 'unsure' = ''): Html =>
  html`<p class="notice${kind === '' ? '' : ` ${kind}`}" role="status" id="${DONE.slice(1)}" tabindex="-1">${text}</p>`;
