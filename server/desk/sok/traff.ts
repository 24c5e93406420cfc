/** One hit: the clause with what was asked for marked, whose it is, what became of it, and where it stands. */

import { html } from 'hono/html';
import type { Question } from '../../../store/question.ts';
import type { Hit } from '../../../store/search.ts';
import { arendeHref, handlingHref, organHref, partiHref, personHref, postHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { day, ETT } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import type { Sprak } from '../sprak.ts';
import { markt, utdrag } from './markt.ts';
import { beslutRad } from './mot.ts';
import { rostning } from './rostning.ts';
import { words } from './words.ts';

/** Of a roll of names, so many; all of them stand on the item's own page. */
const PERSONS = 8;
/** Of the other files that say the same, so many. */
const SOURCES = 5;

/**
 * A list of hits.
 *
 * @param question what is marked in them
 * @param level of their headings
 */
export const traffar = (hits: readonly Hit[], question: Question, sprak: Sprak, level: 2 | 3 = 2): Html =>
  html`<ol class="hits">${withVotesOnce(hits).map((hit) => traff(hit, question, sprak, level))}</ol>`;

/** The votes of a § stand at the first hit of it; the others only say where. */
function withVotesOnce(hits: readonly Hit[]): (Hit & { votesAbove: boolean })[] {
  const told = new Set<string>();
  return hits.map((hit) => {
    const all = (hit.voteringar ?? []).filter(({ id }) => hit.typ !== 'voteringar' || id === hit.id);
    const voteringar = all.filter(({ id }) => !told.has(id) || hit.typ === 'voteringar');
    for (const { id } of all) told.add(id);
    return { ...hit, voteringar, votesAbove: voteringar.length < all.length };
  });
}

function traff(
  hit: ReturnType<typeof withVotesOnce>[number],
  question: Question,
  sprak: Sprak,
  level: 2 | 3,
): Html {
  const say = words[sprak];
  const { rubrik, text, page, fileName, arende, diarienummer } = hit;
  const place = handlingHref({ sha256: hit.sha256, page: page ?? 1, itemId: hit.permanentId });
  const heading = html`<a href="${place}">${rubrik === null ? say.noHeading : svensk(markt(rubrik, question))}</a>`;
  return html`<li class="hit">
  ${whose(hit, sprak)}
  ${level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`}
  <blockquote class="hit-clause" lang="sv">${utdrag(text, question)}</blockquote>
  ${behind(hit, sprak)}
  ${beslutRad(hit, sprak)}
  ${(hit.voteringar ?? []).map((votering) => rostning(votering, sprak, hit.typ === 'voteringar'))}
  ${hit.votesAbove ? html`<p class="quiet">${say.votesAbove}</p>` : ''}
  ${alsoIn(hit, sprak)}
  <p class="hit-links"><a href="${place}">${say.open(page, fileName)}</a> <a href="${arendeHref(arende)}">${say.arende}${diarienummer === null ? '' : html` ${diarienummer}`}</a> <a href="${postHref(hit.permanentId)}">${say.permanent}</a></p>
</li>`;
}

/** The other files that say the same, each a link to its place. */
function alsoIn({ kallor = [], organ, datum, sha256 }: Hit, sprak: Sprak): Html {
  const say = words[sprak];
  const others = kallor.slice(1);
  if (others.length === 0) return '';
  const links = others.slice(0, SOURCES).map((one, i) => {
    const at = handlingHref({ sha256: one.sha256, page: one.page ?? 1, itemId: one.permanentId });
    // of the same meeting and § nothing but the file is told
    const other = [
      one.organ === organ ? null : one.organ,
      one.datum === datum || one.datum === null ? null : day(one.datum, sprak),
      one.justerad === null ? null : say.approved(day(one.justerad, sprak)),
    ].filter((part) => part !== null);
    const told = [say.sourceKind[one.kind], ...other].join(', ');
    return html`${i > 0 ? '; ' : ''}<a href="${at}">${one.sha256 === sha256 ? say.samePlace(one.page) : one.fileName}</a> (${told})`;
  });
  const rest = others.length - links.length;
  return html`<p class="hit-decided"><b>${say.alsoIn}:</b> ${links}${rest > 0 ? ` ${say.andMore(rest)}` : ''}</p>`;
}

/** Kind, body, day, §, huvudman, outcome, and what of it is to be taken with care. */
export function whose(hit: Hit, sprak: Sprak): Html {
  const say = words[sprak];
  const { typ, organ, huvudman, datum, paragraf, obekraftade } = hit;
  const told = [
    organ === null ? null : html`<a href="${organHref(organ, huvudman)}">${organ}</a>`,
    datum === null ? null : html`<time datetime="${datum}">${day(datum, sprak)}</time>`,
    paragraf === null ? null : html`§&nbsp;${paragraf}`,
    huvudman === null ? null : html`${huvudman}`,
  ].filter((one) => one !== null);
  return html`<p class="whose"><span class="badge accent">${ETT[sprak][typ]}</span> ${utfall(hit, sprak)} ${hit.sekretess === null ? '' : html`<span class="badge bad">${say.secret}</span>`} ${obekraftade.length === 0 ? '' : html`<span class="badge unsure">${say.unsure}: ${obekraftade.map((field) => say.fields[field] ?? field).join(', ')}</span>`}
  <span class="whose-facts">${told.map((one, i) => html`${i > 0 ? ' · ' : ''}${one}`)}</span></p>`;
}

/** What became of it, in words: of a yrkande its own, else that of its ärende. */
function utfall({ typ, utfall }: Hit, sprak: Sprak): Html {
  if (utfall === null) return '';
  const say = words[sprak];
  const own = typ === 'yrkanden' ? say.yrkandeUtfall[utfall] : undefined;
  return html`<span class="badge">${own ?? `${say.arendetsUtfall}: ${say.utfall[utfall]}`}</span>`;
}

/** Who moved, reserved or voted, each a link to their own page. */
export function behind({ typ, personer, huvudman }: Hit, sprak: Sprak, most = PERSONS): Html {
  const say = words[sprak];
  if (personer.length === 0) return '';
  const shown = personer.length <= most + 1 ? personer : personer.slice(0, most);
  const rest = personer.length - shown.length;
  const names = shown.map((one, i) => html`${i > 0 ? ', ' : ''}${personLink(one, huvudman)}`);
  return html`<p class="behind">${say.by[typ] ?? ''}: ${names}${rest > 0 ? ` ${say.andMore(rest)}` : ''}</p>`;
}

/** "Anna Ek (S)", name and party each a link. @param huvudman where they are met: another's may be somebody else */
export function personLink({ namn, parti }: Hit['personer'][number], huvudman: string | null): Html {
  const party = parti === null ? '' : html`<a href="${partiHref(parti, huvudman)}">${parti}</a>`;
  if (namn === null) return party;
  return html`<a href="${personHref(namn, huvudman)}">${namn}</a>${parti === null ? '' : html` (${party})`}`;
}
