/** What a file holds: its handlingar and their ärenden, with the pages that they begin on. */
import { html } from 'hono/html';
import type { Html } from '../parts/html.ts';
import { arendeHeading, handlingHeading } from './titles.ts';
import { to, type View } from './view.ts';

/** Nothing where there is but one thing in the file. */
export function contentsView(view: View): Html {
  const { say, sprak, record, page } = view;
  const { handlingar } = record;
  if (handlingar.length + handlingar.reduce((sum, { arenden }) => sum + arenden.length, 0) < 3) return '';
  const link = (first: number, [from, until]: readonly [number, number], name: Html, post?: string): Html => {
    const here = page !== null && from <= page && page <= until;
    return html`<a href="${to(view, first, post)}" data-page="${first}"${here ? html` aria-current="true"` : ''}><span>${name}</span> <span class="no">${first}</span></a>`;
  };
  return html`<details class="contents no-print"><summary>${say.contents}</summary><nav aria-label="${say.contents}"><ol>${handlingar.map(
    (handling) => html`<li>${link(handling.pages[0], handling.pages, handlingHeading(handling, say, sprak))}
${
  handling.arenden.length > 1
    ? html`<ol>${handling.arenden.map((arende) => html`<li>${link(arende.evidence.paragraf[0]?.page ?? arende.pages[0], arende.pages, arendeHeading(arende, say), arende.id)}</li>`)}</ol>`
    : ''
}</li>`,
  )}</ol></nav></details>`;
}
