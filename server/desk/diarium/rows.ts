/** Lines of the register: the four things that the law asks for, and what is to be done with them. */

import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import type { Diarierad } from '../../../store/diarium.ts';
import { query, radHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { moment } from '../parts/said.ts';
import { svensk } from '../parts/svensk.ts';
import type { Sprak } from '../sprak.ts';
import { type DiariumWords, words } from './words.ts';

export const radPageHref = (id: string): string => `/diarium/${encodeURIComponent(id)}`;

/** Whom it came from and went to. */
export function partyText({ riktning, avsandare, mottagare }: Diarierad, say: DiariumWords): string {
  const from = avsandare === null ? [] : [say.fromWhom(shownName(avsandare))];
  const to = mottagare === null ? [] : [say.toWhom(shownName(mottagare))];
  return (riktning === 'expedierad' ? [...to, ...from] : [...from, ...to]).join(' ');
}

/** Its number as a link to its matter, where it is that of one. */
export function numberLink({ nummer, huvudman, typ, kind }: Diarierad, say: DiariumWords): Html {
  if (nummer === null) return html`<span class="badge bad">${say.noNumber}</span>`;
  // minutes and notices have designations of their own, which no matter has
  if (typ === 'handling' && (kind === 'protokoll' || kind === 'kallelse')) return svensk(nummer);
  return html`<a href="/arende${query({ nummer, huvudman })}">${nummer}</a>`;
}

/** What is known of it, missing in it and to be done with it. */
export function marksOf(rad: Diarierad, sprak: Sprak): Html {
  const say = words[sprak];
  const { status, bekraftad, saknas, obekraftade, maskeras, avviker, datumEnligt } = rad;
  const names = (falt: Diarierad['saknas']): string[] => falt.map((one) => say.falt[one]);
  const state =
    status === 'foreslagen'
      ? html`<span class="badge">${say.proposed}</span>`
      : html`<span class="badge good">${bekraftad?.enligt === 'regel' ? say.byRule : say.confirmedMark}</span>`;
  const day = obekraftade.includes('datum') && datumEnligt !== null ? say.dayIs(say.enligt[datumEnligt]) : '';
  return html`${state}${saknas.length === 0 ? '' : html` <span class="badge bad">${say.missing(names(saknas))}</span>`}${
    obekraftade.length === 0 ? '' : html` <span class="badge unsure">${say.unsure(names(obekraftade))}</span>`
  }${maskeras ? html` <span class="badge unsure">${say.masked}</span>` : ''}${
    avviker.length === 0 ? '' : html` <span class="badge unsure">${say.differs(names(avviker))}</span>`
  }${day === '' ? '' : html` <span class="quiet">${day}</span>`}`;
}

/** Who confirmed and corrected it, and where it stands. */
export function asideOf(rad: Diarierad, sprak: Sprak): Html {
  const say = words[sprak];
  const { bekraftad, rattningar, kallor } = rad;
  const [kalla] = kallor;
  const last = rattningar.at(-1);
  const said = [
    ...(bekraftad?.enligt === 'person' ? [say.by(bekraftad.av, moment(bekraftad.at, sprak))] : []),
    ...(last === undefined ? [] : [say.corrected(last.av, moment(last.at, sprak))]),
  ].join(' · ');
  return html`${said}${said !== '' && kalla ? ' · ' : ''}${kalla ? html`<a href="${radHref(kalla)}">${kalla.fileName}, ${say.page(kalla.pages[0])}</a>` : ''}`;
}

/** @param choose with a box to choose it by, and a link to its own page */
export function radRow(rad: Diarierad, sprak: Sprak, choose: boolean): Html {
  const say = words[sprak];
  const { id, om, riktning, kind, status } = rad;
  const title = om === null ? say.noTitle : svensk(om);
  const party = partyText(rad, say);
  const name = choose ? html`<a href="${radPageHref(id)}">${title}</a>` : title;
  const box =
    choose && status === 'foreslagen'
      ? html`<input type="checkbox" name="rad" value="${id}" aria-label="${say.choose(om ?? say.noTitle)}">`
      : '';
  return html`<li><div class="box">${box}</div><div><p class="first">${name}</p>
<p>${numberLink(rad, say)} <span class="quiet">${say.kinds[kind]} · ${riktning === null ? say.directionUnknown : say.direction[riktning]}${party === '' ? '' : html` · ${party}`}</span></p>
<p>${marksOf(rad, sprak)} <span class="quiet aside">${asideOf(rad, sprak)}</span></p></div></li>`;
}
