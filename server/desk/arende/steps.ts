/** The way in words, step by step: what the picture shows, and all that stands in each step. */
import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import type { StepDetails } from '../../../diarium/way/step-details.ts';
import type { Vidare } from '../../../diarium/way/types.ts';
import type { Leverans } from '../../../store/expediering.ts';
import type { PermanentId } from '../../../store/postnamn.ts';
import type { ArendeAnswer, Steg } from '../../../store/store.ts';
import { handlingHref, organHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { leveransLine } from '../parts/leverans.ts';
import { day } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { clausesOf, itemsOf } from './items.ts';
import { type ArendeWords, words } from './words.ts';

export interface Known {
  answer: ArendeAnswer;
  /** Of each step, in their order. */
  details: readonly StepDetails[];
  /** What items are called for ever, where it is not their id. */
  names: ReadonlyMap<string, PermanentId>;
  leveranser: readonly Leverans[];
  /** For the office: with what only it may look at. */
  inside: boolean;
}

/** Where a step is told of on the page. */
export const stepId = (at: number): string => `steg-${at + 1}`;

export function stepList({ answer, details, leveranser, inside }: Known, sprak: Sprak): Html {
  const say = words[sprak];
  if (answer.steg.length === 0) return html`<p>${say.noSteps}</p>`;
  const bySteg = Map.groupBy(leveranser, ({ steg }) => steg);
  return html`<ol class="steps">${answer.steg.map((steg, at) => {
    const own = details[at] as StepDetails;
    return html`<li id="${stepId(at)}"><article aria-labelledby="${stepId(at)}-h">
<h3 id="${stepId(at)}-h">${heading(steg, own, answer.huvudman, say, sprak)}</h3>
${marks(steg, own, say)}
${steg.rubrik !== null && steg.rubrik !== answer.rubrik ? html`<p class="titled" lang="sv">${steg.rubrik}</p>` : ''}
${clauses(details, at, answer.huvudman, say)}
${itemsOf(own.arenden, answer.huvudman, say)}
${onward(steg, answer.huvudman, say)}
${delivered(bySteg.get(steg.nyckel ?? '') ?? [], inside, say, sprak)}
${force(steg, say, sprak)}
${sources(steg, say)}
</article></li>`;
  })}</ol>`;
}

function heading(
  steg: Steg,
  { avsandare }: StepDetails,
  huvudman: string | null,
  say: ArendeWords,
  sprak: Sprak,
): Html {
  const { datum, organ, paragraf } = steg;
  const who = organ ?? steg.avsandare ?? avsandare;
  const name = who === null ? '' : html` <a href="${organHref(who, huvudman)}">${shownName(who)}</a>`;
  const when = datum === null ? say.noDay : html`<time datetime="${datum}">${day(datum, sprak)}</time>`;
  return html`<span class="when">${when}${mark(steg, 'datum', say)}</span>${name}${paragraf === null ? '' : html` <span class="par">§&nbsp;${paragraf}${mark(steg, 'paragraf', say)}</span>`}`;
}

const mark = ({ obekraftade }: Steg, field: string, say: ArendeWords): Html =>
  obekraftade.includes(field)
    ? html` <span class="badge unsure" title="${say.unsureTip}">${say.unsure}</span>`
    : '';

const TONE: { readonly [utfall: string]: string } = { bifall: 'good', avslag: 'bad' };

function marks(steg: Steg, { arenden }: StepDetails, say: ArendeWords): Html {
  const { kind, utfall, minoritet, sekretess } = steg;
  const immediate = arenden.some(({ omedelbartJusterad }) => omedelbartJusterad);
  return html`<p class="marks"><span class="badge">${say.kinds[kind]}</span>${
    utfall === null
      ? ''
      : html` <span class="badge ${TONE[utfall] ?? 'accent'}">${say.outcome[utfall]}${minoritet ? ` (${say.minority})` : ''}</span>`
  }${immediate ? html` <span class="badge">${say.immediate}</span>` : ''}${
    sekretess
      ? html` <span class="badge bad">${say.secrecy}</span> <span class="quiet" lang="sv">${sekretess}</span>`
      : ''
  }</p>`;
}

/** Several clauses that stand word for word at an earlier step are not said again. */
function clauses(
  details: readonly StepDetails[],
  at: number,
  huvudman: string | null,
  say: ArendeWords,
): Html {
  const own = details[at] as StepDetails;
  const texts = JSON.stringify(own.clauses);
  const earlier =
    own.clauses.length < 2
      ? -1
      : details.findIndex((other, i) => i < at && JSON.stringify(other.clauses) === texts);
  if (earlier < 0) return clausesOf(own, huvudman, say);
  return html`<section class="held"><h4>${own.beslutat ? say.decisions : say.proposals}</h4><p>${say.same(own.clauses.length)} <a href="#${stepId(earlier)}">${say.stepNr(earlier + 1)}</a>.</p></section>`;
}

function onward({ vidare = [], next }: Steg, huvudman: string | null, say: ArendeWords): Html {
  const ways: (Pick<Vidare, 'organ' | 'nr' | 'sedan'> & Partial<Vidare>)[] =
    vidare.length > 0 ? vidare : next === null ? [] : [{ organ: next, nr: [], sedan: [] }];
  const rows = ways.map((way) => {
    const why = [
      way.reason === undefined ? '' : say.reason[way.reason],
      way.nr.length === 0 ? '' : say.clauses(way.nr),
      way.sedan.length === 0 ? '' : say.after(way.sedan.map(shownName)),
    ].filter((part) => part !== '');
    return html`<li><a href="${organHref(way.organ, huvudman)}">${shownName(way.organ)}</a>${why.length === 0 ? '' : html` <span class="quiet">${why.join(', ')}</span>`}</li>`;
  });
  return rows.length === 0
    ? ''
    : html`<section class="held"><h4>${say.onward}</h4><ul>${rows}</ul></section>`;
}

const delivered = (own: readonly Leverans[], inside: boolean, say: ArendeWords, sprak: Sprak): Html =>
  own.length === 0
    ? ''
    : html`<section class="held"><h4>${say.deliveries}</h4><ul>${own.map((one) => html`<li>${leveransLine(one, sprak, inside)}</li>`)}</ul></section>`;

function force({ lagaKraft }: Steg, say: ArendeWords, sprak: Sprak): Html {
  if (!lagaKraft) return '';
  const [a, b, c] = [lagaKraft.anslaget, lagaKraft.overklagasTill, lagaKraft.tidigast].map((datum) =>
    day(datum, sprak),
  ) as [string, string, string];
  return html`<section class="held"><h4>${say.force}</h4><p>${say.forceText(a, b, c)}</p></section>`;
}

function sources({ kallor = [], fileName, page }: Steg, say: ArendeWords): Html {
  const all =
    kallor.length === 0
      ? html`<li>${fileName}, ${say.page(page)}</li>`
      : html`${kallor.map((kalla) => html`<li><a href="${handlingHref({ sha256: kalla.sha256, page: kalla.page })}">${kalla.fileName}, ${say.page(kalla.page)}</a></li>`)}`;
  return html`<section class="held from"><h4>${say.sources}</h4><ul>${all}</ul></section>`;
}
