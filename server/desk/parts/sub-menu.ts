/** The pages of one part of the desk, beside each other. */
import { html } from 'hono/html';
import type { Html } from './html.ts';

/** @param here the address of the page that is shown */
export const subMenu = (
  name: string,
  pages: readonly (readonly [path: string, name: string])[],
  here: string,
): Html =>
  html`<nav class="sub-menu" aria-label="${name}"><ul>${pages.map(
    ([path, name]) =>
      html`<li><a href="${path}"${path === here ? html` aria-current="page"` : ''}>${name}</a></li>`,
  )}</ul></nav>`;
