/** What was decided beside a reservation or a yrkande: what it is against, or what came instead. */
import { html } from 'hono/html';
import type { Hit, HitBeslut } from '../../../store/search.ts';
import { postHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { shortened } from '../parts/shortened.ts';
import type { Sprak } from '../sprak.ts';
import { words } from './words.ts';

/** Letters of a clause that are shown beside another one; all of it stands behind its link. */
const SHOWN = 220;

/** A line below a hit; nothing where nothing is known. */
export function beslutRad({ typ, beslut }: Hit, sprak: Sprak): Html {
  if (beslut === undefined) return '';
  const say = words[sprak];
  if (typ === 'reservationer')
    return html`<p class="hit-decided"><b>${say.against}:</b> ${motVad(beslut, sprak)}</p>`;
  return beslut.satser.length === 0
    ? ''
    : html`<p class="hit-decided"><b>${say.decided}:</b> ${satser(beslut, sprak)}${more(beslut, sprak)}</p>`;
}

/** What a reservation is against: the att-satser that it names, or the whole decision by its first one. */
export function motVad(beslut: HitBeslut, sprak: Sprak): Html {
  const say = words[sprak];
  const { satser: own, mot } = beslut;
  if (mot.length === 0)
    return own.length === 0
      ? say.wholeDecision
      : html`${satser(beslut, sprak)} (${say.wholeDecision}${more(beslut, sprak)})`;
  const missing = mot.filter((nr) => own.every((one) => one.nr !== nr));
  const unknown = missing.length === 0 ? '' : say.clauses(missing);
  return html`${satser(beslut, sprak)}${own.length > 0 && missing.length > 0 ? '; ' : ''}${unknown}`;
}

/** The same in a cell of a table, in Swedish as its headings are. */
export function beslutText({ typ, beslut }: Hit): string | null {
  if (beslut === undefined) return null;
  const { satser: own, mot } = beslut;
  const say = words.sv;
  const texts = own.map(({ nr, text }) =>
    mot.length > 0 && nr !== null ? `${say.clauses([nr])}: ${text}` : text,
  );
  const whole = typ === 'reservationer' && mot.length === 0 ? [say.wholeDecision] : [];
  const unknown = mot.length > 0 && own.length === 0 ? [say.clauses(mot)] : [];
  return [...whole, ...unknown, ...texts].join('; ') || null;
}

function satser({ satser: own, mot }: HitBeslut, sprak: Sprak): Html {
  const say = words[sprak];
  return html`${own.map(
    ({ permanentId, nr, text }, i) =>
      html`${i > 0 ? '; ' : ''}${mot.length > 0 && nr !== null ? `${say.clauses([nr])}: ` : ''}<a href="${postHref(permanentId)}" lang="sv">${shortened(text, SHOWN)}</a>`,
  )}`;
}

const more = ({ satser: own, antal }: HitBeslut, sprak: Sprak): string =>
  antal > own.length && own.length > 0 ? words[sprak].moreClauses(antal - own.length) : '';
