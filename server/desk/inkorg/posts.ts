/** What came to a recipient, matter by matter: as a list, and with what goes along. */
import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import type { Bevakningsrad } from '../../../store/bevakning.ts';
import type { Leverans } from '../../../store/expediering.ts';
import { type PermanentId, permanentIdIn } from '../../../store/postnamn.ts';
import type { InkorgPost } from '../../../store/store.ts';
import { leveransHere } from '../expediering/rows.ts';
import { arendeHref, kallaHref, organHref, postHref } from '../parts/addresses.ts';
import { fristText, lateMark } from '../parts/awaited.ts';
import type { Html } from '../parts/html.ts';
import { day, moment } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { alongText } from './along.ts';
import { type InkorgWords, words } from './words.ts';

/** Clauses shown of a decision that was sent; the others unfold. */
const SHOWN_CLAUSES = 5;

/** Posts by matter; matters in which something waits come first, else in the order they came. */
export function byMatter(poster: readonly InkorgPost[]): InkorgPost[][] {
  const all = [...Map.groupBy(poster, ({ arende }) => arende).values()];
  const waits = (group: InkorgPost[]) => group.some(({ status }) => status === 'vantar');
  return [...all.filter(waits), ...all.filter((group) => !waits(group))];
}

const TONE: { readonly [status in InkorgPost['status']]: string } = {
  vantar: 'accent',
  mottagen: 'good',
  behandlad: '',
  avvisad: 'bad',
};

type Names = ReadonlyMap<string, PermanentId>;

export interface Around {
  /** What is awaited from the recipient, of all matters. */
  vantar: readonly Bevakningsrad[];
  /** Titles of matters by their ids. */
  rubriker: ReadonlyMap<string, string | null>;
  /** What items are called for ever, where it is not their id. */
  names: Names;
  idag: string;
  sprak: Sprak;
  /** Deliveries to the recipient, by the matter that they are filed under. */
  leveranser: ReadonlyMap<string, readonly Leverans[]>;
  /** For the office: each leads to all that happened to it. */
  inside: boolean;
  /** What was just done about its posts; '' where nothing was. */
  done: Html;
  /** What a person may do about the posts of one matter; '' where they may do nothing. */
  marking(group: readonly InkorgPost[]): Html;
}

/** One matter with its posts. */
export function matterPosts(group: readonly InkorgPost[], around: Around): Html {
  const { sprak } = around;
  const say = words[sprak];
  const [first] = group;
  if (first === undefined) return '';
  const { arende, diarienummer, obekraftade } = first;
  const unsure = obekraftade.includes('diarienummer') ? unsureMark(say) : '';
  const rubrik = around.rubriker.get(arende) ?? null;
  return html`<section class="card matter"><h2><a href="${arendeHref(arende)}">${diarienummer ?? say.unnumbered}</a>${unsure}${rubrik === null ? '' : html` <span class="rubrik" lang="sv">${rubrik}</span>`}</h2>
${around.done}
${lastDay(arende, around)}
<ul class="inbox-posts">${alike(group).map((posts) => html`<li>${onePlace(posts, say, around)}</li>`)}</ul>
${along(group, say, around)}
${deliveredHere(around.leveranser.get(arende) ?? [], around)}
${around.marking(group)}</section>`;
}

/** What was sent to the recipient of the matter, with receipts; '' where nothing was. */
export const deliveredHere = (
  all: readonly Leverans[],
  { sprak, inside }: Pick<Around, 'sprak' | 'inside'>,
): Html =>
  all.length === 0
    ? ''
    : html`<section class="sent-here"><h3>${words[sprak].sentHere}</h3><ul>${all.map((one) => leveransHere(one, sprak, inside))}</ul></section>`;

const unsureMark = (say: InkorgWords): Html => html` <span class="badge unsure">${say.unsure}</span>`;

/** The earliest last day that the recipient has in the matter. */
function lastDay(arende: string, { vantar, idag, sprak }: Around): Html {
  const [first] = vantar.filter(({ matterId, senast }) => matterId === arende && senast !== null);
  if (!first?.senast) return '';
  return html`<p class="last-day">${words[sprak].latest(day(first.senast, sprak), fristText(first.frist, sprak))} ${lateMark(first.senast, idag, sprak)}</p>`;
}

/** Posts of one § that stand alike: clauses one after the other, and not each with all that holds for all of them. */
function alike(group: readonly InkorgPost[]): InkorgPost[][] {
  const keyOf = ({ typ, fran, datum, status, marke, kallor, obekraftade, sekretess }: InkorgPost): string =>
    JSON.stringify([typ, fran, datum, status, marke, obekraftade, sekretess, placesOf(kallor)]);
  return [...Map.groupBy(group, keyOf).values()];
}

const placesOf = (kallor: InkorgPost['kallor']): string[] =>
  kallor.map(({ sha256, fileName, page }) => `${sha256 ?? fileName} ${page}`);

function onePlace(posts: readonly InkorgPost[], say: InkorgWords, { sprak, names }: Around): Html {
  const [first] = posts;
  if (first === undefined) return '';
  const { typ, fran, datum, status, marke, kallor, obekraftade, sekretess, huvudman } = first;
  const when = datum === null ? '' : status === 'vantar' ? say.since(day(datum, sprak)) : day(datum, sprak);
  return html`<p class="marks"><span class="badge ${TONE[status]}">${say.status[status]}</span> <span class="badge">${say.typ[typ] ?? typ}</span>${
    sekretess === null ? '' : html` <span class="badge bad">${say.secrecy}</span>`
  } <span class="quiet">${
    fran === null ? '' : html`${say.from} <a href="${organHref(fran, huvudman)}">${shownName(fran)}</a> `
  }${when}</span>${obekraftade.includes('datum') ? unsureMark(say) : ''}</p>
${posts.map((post) => clauses(post, say, names))}
${marke === undefined ? '' : html`<p class="marked">${say.marked(say.status[status], marke.av, moment(marke.at, sprak))}${marke.skal === null ? '' : html`: <q>${marke.skal}</q>`}</p>`}
<p class="quiet from">${say.source} ${kallor.map((kalla, i) => html`${i > 0 ? '; ' : ''}${source(kalla, say, names)}`)}</p>`;
}

function source(kalla: InkorgPost['kallor'][number], say: InkorgWords, names: Names): Html {
  const { fileName, page, sha256, itemId } = kalla;
  const said = page === null ? fileName : `${fileName}, ${say.page(page)}`;
  if (sha256 === undefined || page === null) return said;
  return html`<a href="${kallaHref({ sha256, page, itemId: itemId ?? null }, names)}">${said}</a>`;
}

/** The ids of the items that a post is of: where it is of an ärende as a whole, none. */
export const itemsOf = ({ id, kallor }: Pick<InkorgPost, 'id' | 'kallor'>): string[] =>
  kallor.every(({ itemId }) => itemId === null) ? [] : [id.split('#', 1)[0] as string];

/** One clause, or of a decision that was sent all of it. */
function clauses({ text, ...post }: InkorgPost, say: InkorgWords, names: Names): Html {
  const all = text.split('\n').filter((one) => one !== '');
  const [only] = all;
  const [item] = itemsOf(post);
  if (all.length === 1)
    return item === undefined
      ? html`<p lang="sv">${only}</p>`
      : html`<p><a class="item" href="${postHref(permanentIdIn(names, item))}" lang="sv">${only}</a></p>`;
  const list = (some: readonly string[]): Html =>
    html`<ul class="clauses" lang="sv">${some.map((one) => html`<li>${one}</li>`)}</ul>`;
  const rest = all.slice(SHOWN_CLAUSES);
  return html`${list(all.slice(0, SHOWN_CLAUSES))}${rest.length === 0 ? '' : html`<details><summary>${say.more(rest.length)}</summary>${list(rest)}</details>`}`;
}

/** What goes along with what is still to be dealt with, each once. */
function along(group: readonly InkorgPost[], say: InkorgWords, { names, sprak }: Around): Html {
  const open = group.filter(({ status }) => status === 'vantar' || status === 'mottagen');
  const all = [...new Map(open.flatMap((post) => post.medfoljer).map((one) => [one.id, one])).values()];
  if (all.length === 0) return '';
  const more = open.some(({ flerMedfoljer }) => flerMedfoljer);
  return html`<details class="along"><summary>${say.along} (${all.length})</summary><ul>${all.map(
    (one) =>
      html`<li><a class="item" href="${postHref(permanentIdIn(names, one.id))}">${alongText(one, sprak)}</a></li>`,
  )}</ul>${more ? html`<p>${say.alongMore}</p>` : ''}</details>`;
}
