/** What one asks first of a matter: whose it is, its numbers, where it lies, what is awaited and how late that is. */

import { html } from 'hono/html';
import { shownName, slutWord } from '../../../diarium/bild/ord.ts';
import type { Vantan } from '../../../diarium/way/types.ts';
import type { PermanentId } from '../../../store/postnamn.ts';
import type { ArendeAnswer } from '../../../store/store.ts';
import { awaitedFromHref, kallaHref, organHref } from '../parts/addresses.ts';
import { awaitedText, fristText, lateMark } from '../parts/awaited.ts';
import type { Html } from '../parts/html.ts';
import { day } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import type { Sprak } from '../sprak.ts';
import { stepId } from './steps.ts';
import { type ArendeWords, words } from './words.ts';

/** The number as shown, or that there is none. */
export const numberOf = ({ diarienummer }: Pick<ArendeAnswer, 'diarienummer'>, say: ArendeWords): string =>
  diarienummer ?? say.without;

type Names = ReadonlyMap<string, PermanentId>;

/** @param names of the items that something is awaited by: see PostnamnStore.permanentIds */
export function head(answer: ArendeAnswer, names: Names, idag: string, sprak: Sprak): Html {
  const say = words[sprak];
  const { huvudman, rubrik, diarienummer, obekraftade, aven, typ } = answer;
  const unsure = obekraftade.includes('diarienummer')
    ? html` <span class="badge unsure" title="${say.unsureTip}">${say.unsure}</span>`
    : '';
  return html`<p class="over-title">${say.arende} ${diarienummer ?? say.without.toLocaleLowerCase('sv')}${unsure}</p>
<h1>${rubrik === null ? say.noTitle : svensk(rubrik)}</h1>
<dl class="facts">
<dt>${say.huvudman}</dt><dd>${huvudman ?? say.noHuvudman}</dd>
<dt>${say.number}</dt><dd>${diarienummer ?? say.without}${unsure}</dd>
${aven.length === 0 ? '' : html`<dt>${say.also}</dt><dd>${aven.join(', ')}</dd>`}
${say.typ[typ] === '' ? '' : html`<dt>${say.kind}</dt><dd>${say.typ[typ]}</dd>`}
<dt>${say.now}</dt><dd>${whereNow(answer, say)}</dd>
<dt>${say.awaited}</dt><dd>${
    answer.vantar.length === 0
      ? say.nothingAwaited
      : html`<ul class="awaited">${answer.vantar.map((one) => html`<li>${awaited(one, answer, { names, idag, sprak })}</li>`)}</ul>`
  }</dd>
</dl>`;
}

function whereNow(answer: ArendeAnswer, say: ArendeWords): Html {
  const { hos, avslutat, huvudman } = answer;
  if (avslutat) return slutWord(answer) === 'avslutat' ? say.over : say.decided;
  if (hos === null) return say.unknown;
  return html`${say.at} <a href="${organHref(hos, huvudman)}"><b>${shownName(hos)}</b></a>`;
}

/** One thing awaited: what, since when, until when and by what, how late, and the clause that asks for it. */
function awaited(
  one: Vantan,
  answer: ArendeAnswer,
  { names, idag, sprak }: { names: Names; idag: string; sprak: Sprak },
): Html {
  const say = words[sprak];
  const { sedan, senast, frist, av, text, kalla, steg } = one;
  const said = awaitedText(one, answer.typ, sprak);
  const when = [
    ...(sedan === null ? [] : [say.since(day(sedan, sprak))]),
    ...(senast === null ? [] : [say.latest(day(senast, sprak), fristText(frist, sprak))]),
  ].join(', ');
  const at = answer.steg.findIndex(({ nyckel }) => nyckel === steg);
  const who = av === null ? said : html`<a href="${awaitedFromHref(av, answer.huvudman)}">${said}</a>`;
  return html`${who}${when === '' ? '' : html` <span class="quiet">${when}</span>`}${senast === null ? '' : html` ${lateMark(senast, idag, sprak)}`}${
    text === null || text === ''
      ? ''
      : html`<details><summary>${say.asks}</summary><p class="asked" lang="sv">${text}</p></details>`
  } <span class="quiet">${at >= 0 ? html`<a href="#${stepId(at)}">${say.stepNr(at + 1)}</a> · ` : ''}<a href="${kallaHref(kalla, names)}">${kalla.fileName}, ${say.page(kalla.page)}</a></span>`;
}
