/** The boxes of a form: each with a fitting input, what is wrong with what was written, and what stands there now. */
import { html } from 'hono/html';
import type { Falt } from '../../../diarium/rattelser/index.ts';
import type { Html } from '../parts/html.ts';
import type { Sprak } from '../sprak.ts';
import { type Ruta, textOf } from './rutor.ts';
import type { Fel } from './skrivet.ts';
import { words } from './words.ts';
import { FALTNAMN, FELORD, RAD, VARDE } from './words-ord.ts';

export interface IRutan {
  /** What stands in the form; left out: what the field says. */
  typed?: string | undefined;
  fel?: Fel | undefined;
  /** What was written is told beside what the field says now, which is something else. */
  differs?: boolean;
}

/** @param form tells the boxes of several forms of a page apart */
export function box(
  ruta: Ruta,
  falt: Falt,
  { typed, fel, differs }: IRutan,
  form: string,
  sprak: Sprak,
): Html {
  const say = words[sprak];
  const id = `${form}-${ruta.name.replace('.', '-')}`;
  const now = textOf(ruta, falt);
  const value = typed ?? now;
  const how = RAD[sprak][ruta.slag];
  const told = [how && `${id}-rad`, fel && `${id}-fel`, differs && `${id}-nu`].filter(Boolean).join(' ');
  const attributes = html` id="${id}" name="${ruta.name}"${told ? html` aria-describedby="${told}"` : ''}${fel ? html` aria-invalid="true"` : ''}`;
  return html`<div class="granska-ruta"><label for="${id}">${FALTNAMN[sprak][ruta.name] ?? ruta.name}</label>
${how ? html`<p class="quiet" id="${id}-rad">${how}</p>` : ''}
${fel ? html`<p class="granska-fel" id="${id}-fel">${FELORD[sprak][fel]}</p>` : ''}
${differs ? html`<p class="granska-nu" id="${id}-nu">${say.nowStands} <span lang="sv">${shownValue(ruta, now, sprak) || say.none}</span></p>` : ''}
${input(ruta, value, attributes, sprak)}
<input type="hidden" name="fore.${ruta.name}" value="${now}"></div>`;
}

export const shownValue = ({ slag }: Pick<Ruta, 'slag'>, text: string, sprak: Sprak): string =>
  slag === 'val' ? (VARDE[sprak][text] ?? text) : text;

function input({ slag, val, tom }: Ruta, value: string, attributes: Html, sprak: Sprak): Html {
  switch (slag) {
    case 'text':
    case 'personer':
    case 'roster':
    case 'rader': {
      const lines = slag === 'text' ? Math.ceil(value.length / 60) : value.split('\n').length;
      const rows = Math.min(14, Math.max(slag === 'text' ? 3 : 2, lines + 1));
      // a line break that stands first would be taken for the markup's own
      return html`<textarea${attributes} rows="${rows}" lang="sv" spellcheck="false">${value}</textarea>`;
    }
    case 'val':
      return html`<select${attributes}>${tom ? html`<option value="">–</option>` : ''}${(val ?? []).map(
        (one) =>
          html`<option value="${one}"${one === value ? html` selected` : ''}>${VARDE[sprak][one] ?? one}</option>`,
      )}</select>`;
    case 'dag':
      return html`<input type="date"${attributes} value="${value}">`;
    case 'tal':
      return html`<input${attributes} value="${value}" inputmode="numeric" autocomplete="off" class="granska-tal">`;
    case 'tallista':
    case 'rad':
      return html`<input${attributes} value="${value}" autocomplete="off" lang="sv" spellcheck="false">`;
  }
}

/** What the boxes of a posted form say: those that were touched, and what they showed before. */
export function touchedIn(
  rutor: readonly Ruta[],
  form: { readonly [name: string]: string },
): { [name: string]: string } {
  const plain = (text: string | undefined) => (text ?? '').replaceAll('\r', '');
  // a field of one line has lost what is no line already
  const seen = (text: string | undefined, { slag }: Ruta) =>
    slag === 'rad' ? plain(text).replaceAll(/\s+/gu, ' ').trim() : plain(text);
  return Object.fromEntries(
    rutor.flatMap((ruta) => {
      const typed = form[ruta.name];
      if (typed === undefined || seen(typed, ruta) === seen(form[`fore.${ruta.name}`], ruta)) return [];
      return [[ruta.name, plain(typed)]];
    }),
  );
}
