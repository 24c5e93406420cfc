/** What stands where there is nothing: what that means, and what to do. */
import { html } from 'hono/html';
import type { Html } from './html.ts';

/** @param what a heading; @param todo what one can do about it */
export const empty = (what: string, todo: Html): Html =>
  html`<section class="empty"><h1>${what}</h1>${todo}</section>`;
