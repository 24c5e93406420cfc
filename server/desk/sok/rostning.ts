/** How a § was voted on: the figures, what a yes and a no meant, and where the parties stood. */
import { html } from 'hono/html';
import type { HitVotering } from '../../../store/search.ts';
import type { Html } from '../parts/html.ts';
import type { Sprak } from '../sprak.ts';
import { words } from './words.ts';

type Rost = 'ja' | 'nej' | 'avstar' | 'franvarande';

/** @param isTold its figures and what they meant stand above it already */
export function rostning(
  { ja, nej, avstar, utslag, proposition, partier }: HitVotering,
  sprak: Sprak,
  isTold = false,
): Html {
  const say = words[sprak];
  const name: { readonly [rost in Rost]: string } = {
    ...{ ja: say.yes, nej: say.no, avstar: say.abstained, franvarande: say.absent },
  };
  const figures = [
    `${ja} ${say.yes}`,
    `${nej} ${say.no}`,
    ...(avstar === null ? [] : [`${avstar} ${say.abstained}`]),
  ].join(', ');
  const sides = (['ja', 'nej', 'avstar', 'franvarande'] as const).flatMap((rost) => {
    const own = partier.filter((parti) => parti[rost] > 0);
    if (own.length === 0) return [];
    const counted = own.map((parti) => `${parti.parti ?? say.withoutParty} ${parti[rost]}`).join(', ');
    return html`<div><dt>${name[rost]}</dt><dd>${counted}</dd></div>`;
  });
  if (isTold) return sides.length === 0 ? '' : html`<div class="vote"><dl>${sides}</dl></div>`;
  return html`<div class="vote"><p><b>${say.vote}</b> ${figures}${utslag === null ? '' : html` · ${say.won[utslag]}`}</p>
  ${proposition === null ? '' : html`<p class="quiet">${say.yes}: ${proposition.ja} · ${say.no}: ${proposition.nej}</p>`}
  ${sides.length === 0 ? '' : html`<dl>${sides}</dl>`}</div>`;
}
