/** How a delivery stands, in words and as a mark: on a matter's steps and in the list of deliveries. */
import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import type { Leveranslage } from '../../../diarium/bild/types.ts';
import type { KanalSlag, Leverans, LeveransStatus } from '../../../store/expediering.ts';
import type { Sprak } from '../sprak.ts';
import type { Words } from '../words.ts';
import { leveransHref } from './addresses.ts';
import type { Html } from './html.ts';
import { moment } from './said.ts';

/** What a person has to do about it decides the group; changed after it was delivered is one of its own. */
export type LeveransGrupp = LeveransStatus | 'andrad';

export const gruppOf = ({ status, andrad }: Leverans): LeveransGrupp =>
  andrad && status === 'levererad' ? 'andrad' : status;

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

/** What the receiver answered, where it was words. */
export function receiptText({ kvitto }: Leverans): string | null {
  const said = (kvitto as { vad?: unknown } | null)?.vad;
  return typeof said === 'string' ? said : null;
}

/**
 * To whom, how it stands, when and by which channel, in one line.
 *
 * @param inside it leads to all that happened, which is for the office
 */
export const leveransLine = (one: Leverans, sprak: Sprak, inside: boolean): Html =>
  html`${inside ? html`<a href="${leveransHref(one.nyckel)}">${shownName(one.mottagare)}</a>` : shownName(one.mottagare)} ${leveransMark(one, sprak)} <span class="quiet">${channelText(one, sprak)}${one.levererad === null ? '' : html`, ${moment(one.levererad, sprak)}`}</span>`;

const LAGE: { readonly [grupp in LeveransGrupp]: Leveranslage['lage'] } = {
  misslyckad: 'misslyckad',
  andrad: 'andrad',
  vantar_granskning: 'vantar',
  vantar_kanal: 'vantar',
  provkord: 'vantar',
  skickas: 'skickas',
  levererad: 'levererad',
};

/** How the picture of the way tells it. */
export const lageOf = (one: Leverans): Leveranslage => ({
  mottagare: one.mottagare,
  lage: LAGE[gruppOf(one)],
  pamind: one.paminnelser > 0 && one.status !== 'levererad',
});
