/** What was done just now, said at the top of the page that comes next, with a way back. */
import { html } from 'hono/html';
import type { Rattelse } from '../../../diarium/rattelser/index.ts';
import type { Store } from '../../../store/store.ts';
import type { Html } from '../parts/html.ts';
import { shortened } from '../parts/shortened.ts';
import type { Sprak } from '../sprak.ts';
import { decided } from './historik.ts';
import { byKey, hidden, key } from './knappar.ts';
import { type Ko, withKo } from './ko.ts';
import { words } from './words.ts';
import { SAK } from './words-ord.ts';

/** A form that takes a decision back; of what is shown afterwards the queue stays. */
export function undoForm({ id, sha256 }: Pick<Rattelse, 'id' | 'sha256'>, ko: Ko, name: Html): Html {
  return html`<form method="post" action="${withKo(`/granska/${sha256}/angra`, ko)}" class="granska-angra">${hidden({ rattelse: id })}${name}</form>`;
}

/** @param query of the page: `gjort` and `angrat` are decisions of the file `i`; `klar` a file that was gone through */
export async function doneJustNow(
  store: Store,
  query: { readonly [name: string]: string | undefined },
  ko: Ko,
  sprak: Sprak,
): Promise<Html> {
  const say = words[sprak];
  const { gjort, angrat, i, klar } = query;
  if (klar !== undefined) return box(html`<p>${say.klarDone}.</p>`);
  const id = gjort ?? angrat;
  if (i === undefined || id === undefined) return '';
  const rattelse = (await store.rattelser(i)).find((one) => one.id === id);
  if (!rattelse) return '';
  const { mal, atgard } = rattelse;
  const where = [SAK[sprak][mal.typ], mal.ankare.paragraf && `§ ${mal.ankare.paragraf}`]
    .filter(Boolean)
    .join(' ');
  const what = html`<span lang="sv">${shortened(mal.ankare.text, SHOWN)}</span>`;
  if (rattelse.angrad) return box(html`<p>${say.undone}: ${where}, ${what}</p>`);
  const { vad } = decided(rattelse, sprak);
  const button = html`<button class="second"${byKey('undo', sprak)}>${say.undoLast} ${key('undo', sprak)}</button>`;
  return box(
    html`<p>${say.done}: ${vad}${atgard.typ === 'lagg_till' ? '' : html` ${where}`}, ${what}</p>${undoForm(rattelse, ko, button)}`,
  );
}

const box = (what: Html): Html =>
  html`<div class="notice granska-gjort" id="gjort" role="status">${what}</div>`;

/** Letters. */
const SHOWN = 80;
