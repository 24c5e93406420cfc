/** Several could be meant: the visitor says which. */
import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import type { Choice, Choices } from '../../../store/matter.ts';
import type { Sprak } from '../sprak.ts';
import type { Words } from '../words.ts';
import type { Html } from './html.ts';

const sv = { title: 'Vilken avses?', without: 'utan huvudman' };
const words: Words<typeof sv> = {
  sv,
  en: { title: 'Which one?', without: 'without an authority' },
};

/** @param hrefOf where a choice leads */
export function several(
  why: string,
  { choices }: Choices,
  hrefOf: (choice: Choice) => string,
  sprak: Sprak,
): Html {
  const say = words[sprak];
  return html`<h1>${say.title}</h1><p>${why}</p>
<ul class="choices">${choices.map(
    (one) =>
      html`<li><a href="${hrefOf(one)}">${one.huvudman ?? say.without}</a>${
        one.diarienummer === null ? '' : html` <span>${one.diarienummer}</span>`
      }${one.label === null ? '' : html` <span class="quiet" lang="sv">${shownName(one.label)}</span>`}</li>`,
  )}</ul>`;
}
