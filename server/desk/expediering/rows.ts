/** Deliveries in the list: what was sent to whom, how it stands, and why. */

import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import type { Leverans } from '../../../store/expediering.ts';
import { gruppOf } from '../../../store/leveranslage.ts';
import { arendeHref, leveransHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { channelText, leveransMark, receipt } from '../parts/leverans.ts';
import { amount, day, moment } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import type { Sprak } from '../sprak.ts';
import { hinderText } from './hinder.ts';
import { type ExpedieringWords, words } from './words.ts';

/** "Tekniska nämnden § 32, 7 maj 2031". */
export function decisionText(
  { fran, paragraf, datum }: Leverans,
  say: ExpedieringWords,
  sprak: Sprak,
): string {
  const who = [
    fran === null ? say.unknownBody : shownName(fran),
    paragraf === null ? null : `§\u00a0${paragraf}`,
  ];
  return [who.filter((part) => part !== null).join(' '), datum === null ? null : day(datum, sprak)]
    .filter((part) => part !== null)
    .join(', ');
}

/** A delivery where its matter and its recipient stand already: the decision, how it went there, its receipt or why it waits. */
export function leveransHere(one: Leverans, sprak: Sprak, inside: boolean): Html {
  const title = decisionText(one, words[sprak], sprak);
  return html`<li>${inside ? html`<a href="${leveransHref(one.nyckel)}">${title}</a>` : title} ${leveransMark(one, sprak)} <span class="quiet">${channelText(one, sprak)}${one.levererad === null ? '' : html` · ${moment(one.levererad, sprak)}`}</span>${whyLines(one, sprak, inside).map((line) => html`<br>${line}`)}</li>`;
}

/** @param inside also what only the office needs to know: faults and paths */
export function leveransRow(one: Leverans, sprak: Sprak, inside: boolean): Html {
  const say = words[sprak];
  const title = `${decisionText(one, say, sprak)} → ${shownName(one.mottagare)}`;
  return html`<li><p class="first">${inside ? html`<a href="${leveransHref(one.nyckel)}">${title}</a>` : title} ${leveransMark(one, sprak)}</p>
<p class="quiet"><a href="${arendeHref(one.matter)}">${one.diarienummer ?? say.without}</a>${one.rubrik === null ? '' : html` ${svensk(one.rubrik)}`} · ${channelText(one, sprak)}${one.levererad === null ? '' : html` · ${moment(one.levererad, sprak)}`}</p>
${whyLines(one, sprak, inside).map((line) => html`<p>${line}</p>`)}</li>`;
}

/** Why it waits or failed, or what the receiver answered. */
export function whyLines(one: Leverans, sprak: Sprak, inside: boolean): Html[] {
  const say = words[sprak];
  const { status, hinder, slappt, fel, forsok, paminnelser, provkorning, kanal, version } = one;
  const kvitto = receipt(one, sprak);
  return [
    ...(version > 1 ? [say.version(version)] : []),
    ...(gruppOf(one) === 'andrad' ? [say.changedText] : []),
    ...hinder.map((one) => {
      const { slappbar, kod } = one;
      const mark = slappt.includes(kod) ? say.letGone : slappbar ? say.canLetGo : null;
      return html`${hinderText(one, sprak)}${mark === null ? '' : html` <span class="badge">${mark}</span>`}`;
    }),
    ...(status === 'vantar_kanal' && kanal !== null ? [say.channelWaits(kanal)] : []),
    ...(inside && status === 'provkord' && provkorning !== null ? [say.triedOut(provkorning)] : []),
    ...(inside && fel !== null ? [svensk(fel)] : []),
    ...(forsok > 1 || status === 'misslyckad' ? [amount(forsok, say.tries, sprak)] : []),
    ...(paminnelser > 0 && status !== 'levererad' ? [amount(paminnelser, say.reminders, sprak)] : []),
    ...(kvitto === null ? [] : [html`${say.receipt}: ${kvitto}`]),
  ];
}
