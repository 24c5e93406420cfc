/** `/granska`: what needs a person, the most consequential first, narrowed as one likes. */
import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import { type GranskaAntal, type GranskaRad, holdsUp } from '../../../store/granska.ts';
import type { Oppen } from '../../../store/oppna.ts';
import type { Store } from '../../../store/store.ts';
import { empty } from '../parts/empty.ts';
import type { Html } from '../parts/html.ts';
import { listaLankar } from '../parts/lista.ts';
import { pager } from '../parts/pager.ts';
import { amount, clock, count, day } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { type Ko, pathOf, questionOf, withKo } from './ko.ts';
import { words } from './words.ts';
import { ORSAK, SAK } from './words-ord.ts';

export const PER_PAGE = 50;
/** So many bodies or files can be chosen among; the others by what stands at a row of theirs. */
const MOST_CHOICES = 200;

export interface Rad extends GranskaRad {
  haller: boolean;
  oppen: Pick<Oppen, 'av' | 'sedan'>[];
}

/** Rows with what holds up something that is to be sent, and who has them open. */
export async function withState(store: Store, rader: GranskaRad[]): Promise<Rad[]> {
  const files = [...new Set(rader.flatMap(({ sha256 }) => sha256 ?? []))];
  const [lopande, open] = await Promise.all([store.lopandeOf(files), store.oppna()]);
  return rader.map((rad) => ({
    ...rad,
    haller: rad.sha256 !== null && lopande.includes(rad.sha256) && holdsUp(rad.code, rad.typ),
    oppen: open.filter(({ sha256, id }) => sha256 === rad.sha256 && id === rad.id),
  }));
}

/** One row of the queue. @param plats its place there, from 0 */
export function rowOf(rad: Rad, plats: number, ko: Ko, sprak: Sprak): Html {
  const say = words[sprak];
  const { typ, code, reason, reasonEn, text, organ, datum, paragraf, diarienummer, rubrik, fileName, page } =
    rad;
  const marks = [
    organ && shownName(organ),
    datum && day(datum, sprak),
    paragraf && `§ ${paragraf}`,
    diarienummer,
  ].filter(Boolean);
  const where = page === null ? fileName : `${fileName}, ${say.page(page)}`;
  const path = pathOf(rad);
  const name = html`${[shownName(SAK[sprak][typ]), ...(marks.length > 0 ? marks : [fileName])].join(' · ')}`;
  const title = rubrik === text ? null : rubrik;
  return html`<li>
<p class="granska-rubrik">${path === null ? name : html`<a href="${withKo(path, ko, { plats })}">${name}</a>`}
${rad.haller ? html`<span class="badge bad">${say.holdsBadge}</span>` : ''}
<span class="badge unsure">${(ORSAK[sprak] as { [code: string]: string })[code] ?? code}</span></p>
${text ? html`<p class="granska-text" lang="sv">${text}</p>` : ''}
<p class="quiet">${sprak === 'sv' ? reason : reasonEn}</p>
<p class="quiet">${title ? html`<span lang="sv">${title}</span> · ` : ''}${where}</p>
${rad.oppen.map(({ av, sedan }) => html`<p class="granska-oppen">${say.openBy(av, clock(sedan, sprak))}</p>`)}</li>`;
}

function choices(
  name: string,
  label: string,
  options: { value: string; shown: string; antal: number }[],
  chosen: string | undefined,
  sprak: Sprak,
): Html {
  const some = options.filter(({ value }, i) => i < MOST_CHOICES || value === chosen);
  const missing = chosen !== undefined && !some.some(({ value }) => value === chosen);
  return html`<p><label for="ko-${name}">${label}</label><select id="ko-${name}" name="${name}">
<option value="">${words[sprak].any}</option>
${missing ? html`<option value="${chosen}" selected>${chosen}</option>` : ''}
${some.map(
  ({ value, shown, antal }) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ''}>${shown} (${count(antal, sprak)})</option>`,
)}</select></p>`;
}

function filters(ko: Ko, antal: GranskaAntal, sprak: Sprak): Html {
  const say = words[sprak];
  const reasons = antal.orsaker.map(({ orsak, antal: n }) => ({
    ...{ value: orsak, shown: (ORSAK[sprak] as { [code: string]: string })[orsak] ?? orsak, antal: n },
  }));
  const kinds = antal.typer.map(({ typ, antal: n }) => ({ value: typ, shown: SAK[sprak][typ], antal: n }));
  const several = antal.huvudman.length > 1;
  const bodies = antal.organ.map(({ organ, huvudman, antal: n }) => ({
    ...{ value: organ, shown: shownName(organ) + (several && huvudman ? `, ${huvudman}` : ''), antal: n },
  }));
  // one body of a name in each of several authorities is one choice here: the authority is chosen beside it
  const once = [...Map.groupBy(bodies, ({ value }) => value).values()].map(([first, ...more]) => ({
    ...(first as (typeof bodies)[number]),
    ...(more.length > 0 && { shown: shownName(first?.value ?? '') }),
    antal: [first, ...more].reduce((n, one) => n + (one?.antal ?? 0), 0),
  }));
  const authorities = antal.huvudman.map(({ huvudman, antal: n }) => ({
    value: huvudman,
    shown: huvudman,
    antal: n,
  }));
  const files = antal.filer.map(({ sha256, fileName, antal: n }) => ({
    value: sha256,
    shown: fileName,
    antal: n,
  }));
  return html`<details class="granska-filtren"${Object.keys(ko).length > 0 ? html` open` : ''}><summary>${say.filter}</summary>
<form class="granska-filter" action="/granska" aria-label="${say.filter}">
${choices('orsak', say.reason, reasons, ko.orsak, sprak)}
${choices('slag', say.kind, kinds, ko.slag, sprak)}
${choices('organ', say.organ, once, ko.organ, sprak)}
${several || ko.huvudman ? choices('huvudman', say.huvudman, authorities, ko.huvudman, sprak) : ''}
${choices('fil', say.file, files, ko.fil, sprak)}
<p class="granska-kryss"><label><input type="checkbox" name="haller" value="1"${ko.haller ? html` checked` : ''}> ${say.onlyHolds}</label></p>
<p><button class="second">${say.show}</button>${Object.keys(ko).length > 0 ? html` <a href="/granska">${say.showAll}</a>` : ''}</p>
</form></details>`;
}

/** @param above what was done just now */
export async function queuePage(
  store: Store,
  ko: Ko,
  sida: number,
  sprak: Sprak,
  above: Html,
): Promise<Html> {
  const say = words[sprak];
  const antal = await store.granskaAntal(questionOf(ko));
  const pages = Math.max(1, Math.ceil(antal.total / PER_PAGE));
  const nr = Math.min(Math.max(1, sida), pages);
  const offset = (nr - 1) * PER_PAGE;
  const { rader } = await store.granska({ ...questionOf(ko), offset, limit: PER_PAGE });
  if (antal.total === 0 && Object.keys(ko).length === 0)
    return html`${above}${empty(say.allDone, html`<p>${say.allDoneText}</p>`)}`;
  const shown = await withState(store, rader);
  const first = shown.findIndex((rad) => pathOf(rad) !== null);
  const start = shown[first];
  const startPath = start && pathOf(start);
  return html`${above}<h1>${say.title}</h1>
<p class="quiet">${say.lead}</p>
${filters(ko, antal, sprak)}
${
  antal.total === 0
    ? html`<section class="empty"><h2>${say.noneSuch}</h2><p>${say.noneSuchText}</p><p><a class="button" href="/granska">${say.showAll}</a></p></section>`
    : html`<div class="granska-antal"><p><b>${amount(antal.total, say.waits, sprak)}</b>${antal.haller > 0 ? html`, <span class="granska-haller">${amount(antal.haller, say.holds, sprak)}</span>` : ''}</p>
${startPath ? html`<a class="button" href="${withKo(startPath, ko, { plats: offset + first })}">${say.start}</a>` : ''}</div>
<ol class="granska-ko" start="${offset + 1}">${shown.map((rad, i) => rowOf(rad, offset + i, ko, sprak))}</ol>
${pager({ page: nr, size: PER_PAGE, total: antal.total }, (n) => withKo('/granska', ko, { sida: n }), sprak)}
${listaLankar((format) => withKo(`/granska.${format}`, ko), antal.total, sprak)}`
}`;
}
