/** The forms by which a person decides on one thing. */
import { html } from 'hono/html';
import { emptyFalt, type Falt, isItemTyp, textFalt } from '../../../diarium/rattelser/index.ts';
import { ITEM_TYPER, type ItemTyp } from '../../../extraction/item-types.ts';
import { fieldsAsked } from '../../../store/rattelse-fragat.ts';
import { compareWords, linesOf } from '../client/review-words.ts';
import type { Html } from '../parts/html.ts';
import { ETT } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { box, shownValue, touchedIn } from './formular.ts';
import type { Forsok } from './forsok.ts';
import { byKey, hidden, key } from './knappar.ts';
import { rutorOf, textOf } from './rutor.ts';
import type { Sak } from './sak.ts';
import { words } from './words.ts';
import { FALTNAMN } from './words-ord.ts';

export interface Formular {
  sak: Sak;
  sprak: Sprak;
  /** Where they are posted, with the queue. */
  action: string;
  /** What every one of them sends: which decision it is, and what the person saw. */
  sent: { readonly [name: string]: string | number };
  forsok: Forsok | null;
}

const form = ({ action, sent }: Formular, gor: string, body: Html): Html =>
  html`<form method="post" action="${action}" class="granska-form">${hidden({ ...sent, gor })}${body}</form>`;

const tried = ({ forsok }: Formular, gor: Forsok['gor']): Forsok | null =>
  forsok?.gor === gor ? forsok : null;

/** An item is accepted whole; of an ärende or a handling the fields that are asked about. */
export function acceptForm(of: Formular): Html {
  const { sak, sprak } = of;
  const say = words[sprak];
  const { vy } = sak;
  const button = (name: string) =>
    html`<button${byKey('accept', sprak)}>${name} ${key('accept', sprak)}</button>`;
  if (isItemTyp(vy.typ)) return form(of, 'godkann', button(say.accept));
  const asked = fieldsAsked(vy);
  if (asked.length === 0) return '';
  const chosen = tried(of, 'godkann')?.alla.falt ?? asked;
  const boxes = asked.map((name) => {
    const rutor = rutorOf(vy.typ).filter(({ falt }) => falt === name);
    const value = rutor.map((ruta) => shownValue(ruta, textOf(ruta, vy.falt), sprak)).filter(Boolean);
    return html`<label class="granska-kryss"><input type="checkbox" name="falt" value="${name}"${chosen.includes(name) ? html` checked` : ''}>
${FALTNAMN[sprak][name] ?? name}: <span lang="sv">${value.join(', ') || say.none}</span></label>`;
  });
  return form(of, 'godkann', html`<div class="granska-uppgifter">${boxes}</div>${button(say.acceptFields)}`);
}

export function correctForm(of: Formular): Html {
  const { sak, sprak } = of;
  const say = words[sprak];
  const { typ, falt } = sak.vy;
  const before = tried(of, 'ratta');
  const rutor = rutorOf(typ);
  const touched = before ? touchedIn(rutor, before.form) : {};
  const boxes = rutor.map((ruta) => {
    const typed = touched[ruta.name];
    const behind = before?.varfor === 'fore' || before?.varfor === 'omlast';
    const differs = behind && typed !== undefined && typed !== textOf(ruta, falt);
    return box(ruta, falt, { typed, fel: before?.fel[ruta.name], differs }, 'ratta', sprak);
  });
  return form(of, 'ratta', html`${boxes}<button>${say.save}</button>`);
}

export function rejectForm(of: Formular): Html {
  const say = words[of.sprak];
  const before = tried(of, 'avvisa');
  const fel = before?.fel.skal;
  return form(
    of,
    'avvisa',
    html`<p class="quiet" id="avvisa-rad">${say.rejectWhy}</p><div class="granska-ruta"><label for="avvisa-skal">${say.rejectField}</label>
${fel ? html`<p class="granska-fel" id="avvisa-fel">${before?.text}</p>` : ''}
<input id="avvisa-skal" name="skal" value="${before?.form.skal ?? ''}" autocomplete="off" aria-describedby="${fel ? 'avvisa-fel ' : ''}avvisa-rad"${fel ? html` aria-invalid="true"` : ''}></div>
<button class="danger">${say.rejectSave}</button>`,
  );
}

/** The text of an item that can be split; null of others. */
export function textOfItem({ vy }: Sak): string | null {
  const field = isItemTyp(vy.typ) ? textFalt(vy.typ) : null;
  return field === null ? null : String(vy.falt[field] ?? '');
}

/** What of the words is lost, and what is new. */
export const difference = (printed: string, typed: string, sprak: Sprak): Html =>
  html`${compareWords(printed, linesOf(typed).join(' ')).map(({ what, words: some }) => {
    if (what === 'same') return html`${some} `;
    const say = words[sprak][what];
    return what === 'lost'
      ? html`<del>${some}<span class="unseen"> (${say})</span></del> `
      : html`<ins>${some}<span class="unseen"> (${say})</span></ins> `;
  })}`;

export function splitForm(of: Formular): Html {
  const { sak, sprak } = of;
  const say = words[sprak];
  const before = tried(of, 'dela');
  const printed = textOfItem(sak) ?? '';
  const typed = before?.form.texter ?? printed;
  const differs = before?.fel.texter === 'val';
  const few = before?.fel.texter === 'annat';
  return form(
    of,
    'dela',
    html`<p class="quiet" id="dela-rad">${say.splitHow}</p><div class="granska-ruta"><label for="dela-texter">${say.splitField}</label>
${few ? html`<p class="granska-fel" id="dela-fel">${say.splitFew}</p>` : ''}
<textarea id="dela-texter" name="texter" rows="8" lang="sv" spellcheck="false" data-last="${printed}" aria-describedby="${few ? 'dela-fel ' : ''}dela-rad dela-skillnad"${few || differs ? html` aria-invalid="true"` : ''}>${typed}</textarea></div>
<div id="dela-skillnad" class="granska-skillnad" data-lost="${say.lost}" data-added="${say.added}"${differs ? '' : html` hidden`}><p>${say.splitDiffers}</p><p lang="sv" class="granska-ord">${differs ? difference(printed, typed, sprak) : ''}</p></div>
${differs ? html`<p><label class="granska-kryss"><input type="checkbox" name="anda" value="1"> ${say.splitAnyway}</label></p>` : ''}
<button>${say.splitSave}</button>`,
  );
}

export function mergeForm(of: Formular): Html {
  const { sak, sprak } = of;
  const say = words[sprak];
  const before = tried(of, 'sla-ihop');
  const chosen = before?.alla.med ?? [];
  return form(
    of,
    'sla-ihop',
    html`<fieldset${before?.fel.med ? html` aria-describedby="ihop-fel"` : ''}><legend>${say.mergeHow}</legend>
${before?.fel.med ? html`<p class="granska-fel" id="ihop-fel">${say.mergeNone}</p>` : ''}
${sak.grannar.map(
  ({ id, text }) =>
    html`<label class="granska-kryss"><input type="checkbox" name="med" value="${id}"${chosen.includes(id) ? html` checked` : ''}> <span lang="sv">${text}</span></label>`,
)}</fieldset>
<div class="granska-ruta"><label for="ihop-text">${say.mergeText}</label><textarea id="ihop-text" name="text" rows="3" lang="sv" spellcheck="false">${before?.form.text ?? ''}</textarea></div>
<button>${say.mergeSave}</button>`,
  );
}

/** First what it is, then what it says. @param address of this page with a kind chosen */
export function addForm(of: Formular, punkt: ItemTyp | null, address: (punkt: ItemTyp) => string): Html {
  const { sak, sprak } = of;
  const say = words[sprak];
  const before = tried(of, 'lagg-till');
  const kinds = html`<p>${say.addHow}</p><ul class="granska-sorter">${ITEM_TYPER.map(
    (typ) =>
      html`<li><a href="${address(typ)}#lagg-till"${typ === punkt ? html` aria-current="true"` : ''}>${ETT[sprak][typ]}</a></li>`,
  )}</ul>`;
  if (punkt === null) return kinds;
  const falt: Falt = emptyFalt(punkt);
  const boxes = rutorOf(punkt).map((ruta) =>
    box(ruta, falt, { typed: before?.form[ruta.name], fel: before?.fel[ruta.name] }, 'ny', sprak),
  );
  const page = before?.form.page ?? String(sak.vy.page ?? 1);
  return html`${kinds}${form(
    of,
    'lagg-till',
    html`${hidden({ punkt })}${boxes}<div class="granska-ruta"><label for="ny-page">${say.addPage}</label>
<input id="ny-page" name="page" type="number" min="1" max="${sak.pageCount}" value="${page}" class="granska-tal"></div>
<button>${say.addSave}</button>`,
  )}`;
}
