/** Which other matters this one may be, and how people have joined it and taken it apart. */

import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ArendeAnswer } from '../../../store/store.ts';
import type { DeskEnv } from '../deps.ts';
import { arendeHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { moment } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import { numberOf } from './head.ts';
import { joining, joinLink } from './joins.ts';
import { words } from './words.ts';

export async function related(context: Context<DeskEnv>, answer: ArendeAnswer): Promise<Html> {
  const { sprak } = context.var;
  const say = words[sprak];
  const maybe =
    answer.kanHoraIhop.length === 0
      ? ''
      : html`<section aria-labelledby="kanske"><h2 id="kanske">${say.maybe}</h2><p>${say.maybeText}</p><ul>${answer.kanHoraIhop.map(
          (other) =>
            html`<li><a href="${arendeHref(other.id)}">${numberOf(other, say)}</a>${other.obekraftade.length > 0 ? html` <span class="badge unsure" title="${say.unsureTip}">${say.unsure}</span>` : ''}${other.rubrik === null ? '' : html` ${svensk(other.rubrik)}`}${joinLink(context, answer.id, other.id)}</li>`,
        )}</ul></section>`;
  const known = new Map([[answer.id, numberOf(answer, say)]]);
  for (const id of new Set(answer.sammanforingar.flatMap(({ fran, till }) => [fran, till]))) {
    if (!known.has(id)) known.set(id, await nameOf(context, answer, id));
  }
  return html`${maybe}${joins(answer)}${await joining(context, answer)}`;

  function joins({ sammanforingar }: ArendeAnswer): Html {
    if (sammanforingar.length === 0) return '';
    return html`<section aria-labelledby="sammanfort"><h2 id="sammanfort">${say.joined}</h2><ul>${sammanforingar.map(
      ({ fran, till, vad, at, av }) =>
        html`<li>${(vad === 'sammanford' ? say.joinedRow : say.partedRow)(known.get(fran) ?? fran, known.get(till) ?? till)} <span class="quiet">${say.by(av, moment(at, sprak))}</span></li>`,
    )}</ul></section>`;
  }
}

/** What people call a matter that was joined or taken apart: its number, where it has one. */
async function nameOf(context: Context<DeskEnv>, { id: own }: ArendeAnswer, id: string): Promise<string> {
  const { store } = context.var;
  const joined = (await store.sammanforda(own)).find((one) => one.id === id);
  return (joined ?? (await store.matter(id)))?.diarienummer ?? id;
}
