/** What stands in the files and registers is Swedish, whatever the page is in, and is marked so: for who hears it read aloud (WCAG 3.1.2). */
import { html } from 'hono/html';
import type { Sprak } from '../sprak.ts';
import type { Html } from './html.ts';

export const svensk = (text: Html): Html => html`<span lang="sv">${text}</span>`;

/** An error that is told to people: its message is Swedish. */
export interface Refused {
  message: string;
  en?: string | undefined;
}

/** What was refused, in the page's language; where only Swedish words are kept for it they are marked. */
export const refused = ({ message, en }: Refused, sprak: Sprak): Html =>
  sprak === 'sv' ? message : (en ?? svensk(message));
