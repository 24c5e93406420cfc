/** How a delivery stands, in words and as a mark: on a matter's steps and in the list of deliveries. */
import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import type { KanalSlag, Leverans } from '../../../store/expediering.ts';
import { gruppOf, type LeveransGrupp } from '../../../store/leveranslage.ts';
import type { Sprak } from '../sprak.ts';
import type { Words } from '../words.ts';
import { leveransHref } from './addresses.ts';
import type { Html } from './html.ts';
import { moment } from './said.ts';

const sv = {
  grupp: {
    misslyckad: 'misslyckad',
    andrad: 'ändrad efter leverans',
    vantar_granskning: 'väntar på åtgärd',
    vantar_kanal: 'väntar på kanalen',
    provkord: 'provkörd',
    skickas: 'skickas',
    levererad: 'levererad',
  } satisfies { [grupp in LeveransGrupp]: string },
  slag: { inkorg: 'inkorg', mapp: 'mapp', epost: 'e-post', webhook: 'webhook' } satisfies {
    [slag in KanalSlag]: string;
  },
  here: 'inkorgen här',
  already: 'mottagaren hade det redan',
  foundBy: 'Meddelandets id',
};
export const leveransWords: Words<typeof sv> = {
  sv,
  en: {
    grupp: {
      misslyckad: 'failed',
      andrad: 'changed after delivery',
      vantar_granskning: 'waits for action',
      vantar_kanal: 'waits for the channel',
      provkord: 'tried out',
      skickas: 'being sent',
      levererad: 'delivered',
    },
    slag: { inkorg: 'inbox', mapp: 'folder', epost: 'e-mail', webhook: 'webhook' },
    here: 'the inbox here',
    already: 'the recipient had it already',
    foundBy: 'Id of the message',
  },
};

const MARK: { readonly [grupp in LeveransGrupp]: string } = {
  misslyckad: 'bad',
  andrad: 'unsure',
  vantar_granskning: 'unsure',
  vantar_kanal: 'unsure',
  provkord: 'unsure',
  skickas: 'accent',
  levererad: 'good',
};

/** The state as a mark. */
export const leveransMark = (one: Leverans, sprak: Sprak): Html =>
  html`<span class="badge ${MARK[gruppOf(one)]}">${leveransWords[sprak].grupp[gruppOf(one)]}</span>`;

/** By which channel: "e-post (hamnen)", or that it lies in the inbox that every recipient has. */
export function channelText({ kanal, slag }: Leverans, sprak: Sprak): string {
  const say = leveransWords[sprak];
  if (kanal !== null) return `${say.slag[slag]} (${kanal})`;
  // who may not see the channel's name is told its kind
  return slag === 'inkorg' ? say.here : say.slag[slag];
}

/** What came back from the receiver: words, a moment, what it can be asked by, whether it had it before. */
export function receiptOf({
  kvitto,
}: Leverans): { vad: string; at?: string; id?: string; redan: boolean } | null {
  const { vad, at, id, redan } = (kvitto ?? {}) as { [field: string]: unknown };
  if (typeof vad !== 'string') return null;
  return {
    ...{ vad, redan: redan === true },
    ...(typeof at === 'string' && { at }),
    ...(typeof id === 'string' && { id }),
  };
}

/**
 * The receipt: what the receiver answered, and when; null where there is none.
 *
 * @param whole also by what the receiver can find it, where that is neither the key nor said already: a Message-ID
 */
export function receipt(one: Leverans, sprak: Sprak, whole = false): Html | null {
  const kvitto = receiptOf(one);
  if (kvitto === null) return null;
  const say = leveransWords[sprak];
  const { vad, id } = kvitto;
  const isToldBy = whole && id !== undefined && id !== one.nyckel && !vad.includes(id);
  const rest = [
    ...(kvitto.at === undefined ? [] : [moment(kvitto.at, sprak)]),
    ...(kvitto.redan ? [say.already] : []),
  ];
  return html`<q lang="sv">${vad}</q>${rest.length === 0 ? '' : html` <span class="quiet">${rest.join(' · ')}</span>`}${isToldBy ? html`<br><span class="quiet">${say.foundBy} <code>${id}</code></span>` : ''}`;
}

/**
 * To whom, how it stands, when and by which channel, in one line.
 *
 * @param inside it leads to all that happened, which is for the office
 */
export const leveransLine = (one: Leverans, sprak: Sprak, inside: boolean): Html =>
  html`${inside ? html`<a href="${leveransHref(one.nyckel)}">${shownName(one.mottagare)}</a>` : shownName(one.mottagare)} ${leveransMark(one, sprak)} <span class="quiet">${channelText(one, sprak)}${one.levererad === null ? '' : html`, ${moment(one.levererad, sprak)}`}</span>`;
