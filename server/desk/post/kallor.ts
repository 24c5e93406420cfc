/** Where else the same stands: the same § in other files, by the matter's way, and the same clause put in other papers. */
import { html } from 'hono/html';
import { paragrafKey, plain } from '../../../diarium/way/text.ts';
import type { Handling } from '../../../extraction/record.ts';
import { itemsOf, type SearchItem } from '../../../store/items.ts';
import { type PermanentId, permanentIdIn } from '../../../store/postnamn.ts';
import type { Punkt } from '../../../store/search.ts';
import { isChoices, type Store } from '../../../store/store.ts';
import { handlingHref, postHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { day } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { words } from './words.ts';

/** Another place where it stands. */
interface Stalle {
  sha256: string;
  fileName: string;
  page: number;
  kind: Handling['kind'];
  datum: string | null;
  /** The item that says the same there; null: it is read otherwise there, or not at all. */
  permanentId: PermanentId | null;
  /** The version of the § that counts. */
  galler: boolean;
}

export interface Kallor {
  stallen: Stalle[];
  /** Of several versions of its § this one counts. */
  galler: boolean;
}

/** Asked of the visitor's own store. */
export async function kallorOf(store: Store, { hit, handling }: Punkt): Promise<Kallor> {
  const way = await store.arende(hit.arende);
  const isOwn = (one: Place): boolean => one.sha256 === hit.sha256 && one.handlingId === handling.id;
  const own = (way === null || isChoices(way) ? [] : way.steg).find(
    ({ paragraf, kallor = [] }) => isSameParagraf(paragraf, hit) && kallor.some(isOwn),
  );
  const kallor = own?.kallor ?? [];
  // a number that means nothing may gather thousands of handlingar, which are asked for only where there may be something
  if (kallor.length < 2 && hit.typ !== 'forslag') return { stallen: [], galler: false };
  const others = (await store.handlingar(hit.arende))
    .map((one) => ({ ...one, handlingId: one.handling.id }))
    .filter((one) => !isOwn(one))
    .map((one) => ({
      ...one,
      at: kallor.findIndex(
        ({ sha256, handlingId }) => sha256 === one.sha256 && handlingId === one.handlingId,
      ),
      same: sameIn(one.handling, hit),
    }))
    // a proposal is the same in whatever paper it is put
    .filter(({ at, same }) => at >= 0 || (hit.typ === 'forslag' && same !== undefined))
    .sort((a, b) => Number(a.at < 0) - Number(b.at < 0) || a.at - b.at);
  const names = await store.permanentIds(others.flatMap(({ same }) => same?.id ?? []));
  const stallen = others.map(({ sha256, fileName, handling: { kind, datum, pages }, at, same }): Stalle => {
    const page = same?.page ?? kallor[at]?.page ?? pages[0];
    const permanentId = same === undefined ? null : permanentIdIn(names, same.id);
    return { sha256, fileName, kind, datum, page, permanentId, galler: at === 0 };
  });
  return { stallen, galler: kallor.length > 1 && kallor[0] !== undefined && isOwn(kallor[0]) };
}

interface Place {
  sha256: string;
  handlingId: string;
}

const isSameParagraf = (paragraf: string | null, hit: Punkt['hit']): boolean =>
  paragrafKey(paragraf, hit.datum) === paragrafKey(hit.paragraf, hit.datum);

/** The item that says the same, by the same people; undefined: it is read otherwise there, or not at all. */
function sameIn(handling: Handling, hit: Punkt['hit']): SearchItem | undefined {
  const { typ, text, personer } = hit;
  const whose = (all: Punkt['hit']['personer']): string =>
    all.map(({ namn, parti }) => `${namn} ${parti}`).join();
  return handling.arenden
    .filter(({ paragraf }) => typ === 'forslag' || isSameParagraf(paragraf, hit))
    .flatMap((arende) => itemsOf(arende, handling))
    .find(
      (item) =>
        item.typ === typ && plain(item.text) === plain(text) && whose(item.persons) === whose(personer),
    );
}

export function alsoIn({ stallen, galler }: Kallor, sprak: Sprak): Html {
  if (stallen.length === 0) return '';
  const say = words[sprak];
  const row = (one: Stalle): Html => {
    const { sha256, fileName, page, kind, datum, permanentId } = one;
    const told = [say.kind[kind], datum === null ? null : day(datum, sprak)].filter((part) => part !== null);
    const name = html`${told.join(' ')}, ${fileName}, ${say.page(page)}`;
    return permanentId === null
      ? html`<a href="${handlingHref({ sha256, page })}">${name}</a> <span class="quiet">${say.otherwise}</span>`
      : html`<a href="${postHref(permanentId)}">${name}</a>`;
  };
  return html`<section><h2>${say.alsoIn}</h2>${galler ? html`<p class="quiet">${say.thisCounts}</p>` : ''}<ul class="also-in">${stallen.map(
    (one) =>
      html`<li>${row(one)}${one.galler ? html` <span class="badge accent">${say.counts}</span>` : ''}</li>`,
  )}</ul></section>`;
}
