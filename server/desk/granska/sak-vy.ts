/** `/granska/SHA256/ID`: one thing: the page as it is, the reading, why it waits, and what one can say of it. */
import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import type { ItemTyp } from '../../../extraction/item-types.ts';
import type { Oppen } from '../../../store/oppna.ts';
import type { Html } from '../parts/html.ts';
import { clock, day } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { shownValue } from './formular.ts';
import type { Forsok, Gor } from './forsok.ts';
import { undoForm } from './gjort.ts';
import {
  acceptForm,
  addForm,
  correctForm,
  type Formular,
  mergeForm,
  rejectForm,
  splitForm,
  textOfItem,
} from './gor-formular.ts';
import { decided, history } from './historik.ts';
import { byKey, key, opens } from './knappar.ts';
import { type Ko, type Kring, sakPath, withKo } from './ko.ts';
import { wayThrough } from './kovag.ts';
import { rutorOf, textOf } from './rutor.ts';
import { lastOf, type Sak } from './sak.ts';
import { words } from './words.ts';
import { FALTNAMN, SAK } from './words-ord.ts';

export interface SakVy {
  sak: Sak;
  sprak: Sprak;
  ko: Ko;
  kring: Kring;
  /** About where in the queue one is. */
  plats: number;
  /** The page's own address, with the queue. */
  address: string;
  /** Who looks at it, and who else has it open. */
  namn: string;
  oppna: readonly Oppen[];
  /** Whether decisions can be kept. */
  motor: boolean;
  tangenter: boolean;
  gjort: Html;
  /** Which form is open, and of what is added the kind. */
  gor: Gor | null;
  punkt: ItemTyp | null;
  forsok: Forsok | null;
  /** The decision's id: the same when it is sent again. */
  beslut: string;
}

export const whoHasItOpen = (oppna: readonly Oppen[], namn: string, sprak: Sprak): string[] =>
  oppna.map(({ av, sedan }) =>
    av === namn ? words[sprak].openByYou(clock(sedan, sprak)) : words[sprak].openBy(av, clock(sedan, sprak)),
  );

export function sakPage(of: SakVy): Html {
  const { sak, sprak, ko, kring, gjort, oppna, namn, motor } = of;
  const { vy } = sak;
  const say = words[sprak];
  const marks = [vy.organ && shownName(vy.organ), vy.datum && day(vy.datum, sprak), vy.huvudman].filter(
    Boolean,
  );
  const reading = `/handling/${vy.sha256}?${new URLSearchParams({ sida: String(vy.page ?? 1), post: vy.id })}`;
  return html`<section class="granska" id="granskning" tabindex="-1" aria-labelledby="rubrik" data-tangenter="${of.tangenter ? 'pa' : 'av'}" data-oppen="${sakPath(vy.sha256, vy.id)}/oppen" data-revision="${vy.revision}" data-ej-sparat="${say.noAnswer}" data-utloggad="${say.loggedOut}">
${wayThrough(ko, kring, sprak)}
${gjort}
${attempt(of)}
${motor || of.forsok?.varfor === 'motor' ? '' : html`<div class="notice unsure"><p><b>${say.stopped}.</b> ${say.stoppedText}</p></div>`}
<div class="granska-oppna" id="oppna" role="status">${whoHasItOpen(oppna, namn, sprak).map((line) => html`<p>${line}</p>`)}</div>
<h1 id="rubrik">${shownName(SAK[sprak][vy.typ])}${vy.paragraf ? ` § ${vy.paragraf}` : ''}${sak.arende?.rubrik ? html` <span class="granska-under" lang="sv">${sak.arende.rubrik}</span>` : ''}</h1>
<p class="quiet">${[...marks, sak.arende?.diarienummer, ''].filter((mark) => mark !== null && mark !== undefined).join(' · ')}<span class="granska-plats"><a href="${withKo(`/granska/${vy.sha256}`, ko)}">${vy.fileName}</a>${vy.page === null ? '' : `, ${say.page(vy.page)}`} · <a href="${reading}">${say.open}</a></span></p>
<div class="granska-tva">
${crops(sak, reading, sprak)}
<div>
${
  vy.rader.length > 0
    ? html`<div class="notice unsure"><h2>${say.why}</h2>${vy.rader.map((rad) => html`<p>${sprak === 'sv' ? rad.reason : rad.reasonEn}</p>`)}</div>`
    : html`<p><span class="badge good">${say.settled}</span></p>`
}
<h2>${say.reading}</h2>
${fields(sak, sprak)}
<div class="granska-val">${choices(of)}</div>
</div></div>
${keysChoice(of)}
${history(vy.historik, sprak, (rattelse) => undoForm(rattelse, ko, html`<button class="second">${say.undo}</button>`))}
</section>`;
}

function crops({ vy, utsnitt, rader }: Sak, reading: string, sprak: Sprak): Html {
  const say = words[sprak];
  if (rader.length > 0)
    return html`<figure class="granska-bilder granska-rader"><figcaption class="quiet"><a href="${reading}">${say.lines(vy.fileName)}</a></figcaption>
${rader.map(({ text, own }) => html`<p lang="sv">${own ? html`<mark>${text}</mark>` : text}</p>`)}</figure>`;
  if (utsnitt.length === 0) return html`<p class="quiet granska-bilder">${say.noCrop}</p>`;
  return html`<div class="granska-bilder">${utsnitt.map(({ page, ruta }) => {
    const src = `/handling/${vy.sha256}/sida/${page}.png${ruta ? `?ruta=${ruta.join(',')}` : ''}`;
    const [x0, y0, x1, y1] = ruta ?? [0, 0, 595, 842];
    return html`<figure><a href="${reading}"><img src="${src}" alt="${say.crop(page, vy.fileName)}" width="${Math.round(x1 - x0)}" height="${Math.round(y1 - y0)}"></a>
<figcaption class="quiet">${vy.fileName}, ${say.page(page)}</figcaption></figure>`;
  })}</div>`;
}

/** The reading field by field; what nothing confirms is said to be so. */
function fields({ vy }: Sak, sprak: Sprak): Html {
  const say = words[sprak];
  const rows = rutorOf(vy.typ).map((ruta) => {
    const text = shownValue(ruta, textOf(ruta, vy.falt), sprak);
    // a part of what there is none of says nothing more
    if (text === '' && ruta.del !== undefined && ruta.name !== 'next.organ') return '';
    const unsure = vy.obekraftade.includes(ruta.falt);
    const lines = text.split('\n');
    return html`<dt>${FALTNAMN[sprak][ruta.name] ?? ruta.name}</dt>
<dd${ruta.slag === 'text' ? html` class="granska-ordagrant"` : ''}>${text === '' ? html`<span class="quiet">${say.none}</span>` : html`<span lang="sv">${lines.map((line, i) => html`${i > 0 ? html`<br>` : ''}${line}`)}</span>`}${unsure ? html` <span class="badge unsure">${say.unconfirmed}</span>` : ''}</dd>`;
  });
  const figure = vy.confidence === null ? null : Math.floor(vy.confidence * 100) / 100;
  return html`<dl class="facts granska-falt">${rows}${figure === null ? '' : html`<dt>${say.sure}</dt><dd>${figure.toLocaleString(sprak === 'sv' ? 'sv-SE' : 'en-GB')}</dd>`}</dl>`;
}

/** What came of what was tried, when it was not kept. */
function attempt({ sak, sprak, forsok, address }: SakVy): Html {
  if (forsok === null) return '';
  const say = words[sprak];
  const { varfor, text } = forsok;
  const notice = (heading: string, more: Html) =>
    html`<div class="notice bad" role="alert" id="nekat"><p><b>${heading}</b></p>${more}</div>`;
  if (varfor === 'motor') return notice(say.notKept, html`<p>${say.notKeptText}</p>`);
  if (varfor === 'fel') return notice(say.wrong, text === null ? '' : html`<p>${text}</p>`);
  const last = lastOf(sak.vy.historik);
  const drop = html`<p>${say.firstText} <a href="${address}">${say.drop}</a></p>`;
  if (varfor === 'omlast' || last === null) return notice(say.readAnew, drop);
  const { vad, sagt } = decided(last.rattelse, sprak);
  const undone = last.rattelse.angrad !== null;
  return notice(
    say.first(last.av, clock(last.at, sprak)),
    html`<p>${undone ? say.undone : html`${last.av} ${vad}${sagt.length > 0 ? ':' : '.'}`}</p>${undone || sagt.length === 0 ? '' : html`<ul lang="sv">${sagt.map((line) => html`<li>${line}</li>`)}</ul>`}${drop}`,
  );
}

function choices(of: SakVy): Html {
  const { sak, sprak, gor, punkt, address, ko, plats } = of;
  const say = words[sprak];
  const { vy } = sak;
  const sent = { beslut: of.beslut, avtryck: vy.avtryck, revision: sak.revision };
  const forms: Formular = { sak, sprak, action: address, sent, forsok: of.forsok };
  const open = (id: Gor, name: string, tangent: Parameters<typeof key>[0], body: Html) =>
    opens({ id, name, tangent, open: gor === id, sprak }, body);
  const hasText = textOfItem(sak) !== null;
  const add = (kind: ItemTyp) =>
    withKo(address.split('?')[0] ?? '', ko, { plats, gor: 'lagg-till', punkt: kind });
  return html`${acceptForm(forms)}
${open('ratta', say.correct, 'correct', correctForm(forms))}
${vy.typ === 'handling' ? '' : open('avvisa', say.reject, 'reject', rejectForm(forms))}
${hasText ? open('dela', say.split, 'split', splitForm(forms)) : ''}
${hasText && sak.grannar.length > 0 ? open('sla-ihop', say.merge, 'merge', mergeForm(forms)) : ''}
${vy.typ === 'arende' ? open('lagg-till', say.add, 'add', addForm(forms, punkt, add)) : ''}
${
  vy.arendeId !== null && vy.typ !== 'arende'
    ? html`<a class="button second" href="${withKo(sakPath(vy.sha256, vy.arendeId), ko, { plats, gor: 'lagg-till' })}#lagg-till"${byKey('add', sprak)}>${say.add} ${key('add', sprak)}</a>`
    : ''
}`;
}

function keysChoice({ tangenter, sprak, address }: SakVy): Html {
  const say = words[sprak];
  return html`<form method="post" action="/granska/tangenter" class="granska-tangenter no-print"><input type="hidden" name="till" value="${address}">
<p class="quiet">${tangenter ? say.keysWhat : `${say.keysOff}.`} <button class="granska-lank" name="tangenter" value="${tangenter ? 'av' : 'pa'}">${tangenter ? say.keysTurnOff : say.keysTurnOn}</button></p></form>`;
}
