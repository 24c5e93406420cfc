/** `/granska/SHA256`: one file: what of it waits, all that was read in it, and that a person has gone through it. */
import { html } from 'hono/html';
import { isItemTyp, type Plats, settOf, textFalt, tingIn } from '../../../diarium/rattelser/index.ts';
import type { Record as FileRecord } from '../../../extraction/record.ts';
import type { Store } from '../../../store/store.ts';
import type { Html } from '../parts/html.ts';
import { amount, day } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { undoForm } from './gjort.ts';
import { history } from './historik.ts';
import { type Ko, type Kring, sakPath, withKo } from './ko.ts';
import { rowOf, withState } from './ko-vy.ts';
import { wayThrough } from './kovag.ts';
import { rutorOf, textOf } from './rutor.ts';
import { words } from './words.ts';
import { SAK } from './words-ord.ts';

export interface FilVy {
  sha256: string;
  sprak: Sprak;
  ko: Ko;
  /** What was done just now, and what was not kept. */
  above: Html;
  /** Where the file is in the queue, where one came from there. */
  kring: Kring | null;
  tangenter: boolean;
}

/** null: no such file. */
export async function filePage(
  store: Store,
  { sha256, sprak, ko, above, kring, tangenter }: FilVy,
): Promise<Html | null> {
  const say = words[sprak];
  const own = { ...ko, fil: sha256 };
  const [found, { rader, total }, lage, decisions, reminders] = await Promise.all([
    store.recordWithRattelser(sha256),
    store.granska({ sha256 }),
    store.granskningslage(sha256),
    store.rattelser(sha256),
    store.granskningspaminnelser(),
  ]);
  const [unread] = rader.filter(({ typ }) => typ === 'fil');
  const around = { sprak, ko, above, kring, tangenter };
  if (!found)
    return unread
      ? section(around, notRead(unread.fileName, sprak === 'sv' ? unread.reason : unread.reasonEn, sprak))
      : null;
  const { fileName } = found.record.source;
  const shown = await withState(store, rader);
  const left = rader.filter(({ typ, code }) => typ !== 'varning' && code !== 'diarienummer-missing').length;
  const by = left > 0 ? undefined : (await store.genomgangna()).find((one) => one.sha256 === sha256);
  const reminded = reminders.filter((one) => one.sha256 === sha256);
  const list = (rows: typeof shown) =>
    html`<ol class="granska-ko">${rows.map((rad) => rowOf(rad, shown.indexOf(rad), own, sprak))}</ol>`;
  const warnings = shown.filter(({ typ }) => typ === 'varning');
  const things = shown.filter(({ typ }) => typ !== 'varning');
  return section(
    around,
    html`<h1 id="rubrik">${fileName}</h1>
<p><a href="/handling/${sha256}">${say.open}</a>${lage.haller > 0 ? html` · <span class="granska-haller">${amount(lage.haller, say.holds, sprak)}</span>` : ''}${reminded[0] ? html` · ${say.reminded(reminded.length, day(reminded[0].at.slice(0, 10), sprak))}` : ''}</p>
<section aria-labelledby="vantar"><h2 id="vantar">${say.fileThings}</h2>
${total === 0 ? html`<p>${say.fileNothing}</p>` : list(things)}</section>
${warnings.length > 0 ? html`<section aria-labelledby="varningar"><h2 id="varningar">${say.warnings}</h2>${list(warnings)}</section>` : ''}
<section aria-labelledby="klar" class="card granska-klar"><h2 id="klar">${say.klarHead}</h2>
${
  by
    ? html`<p><span class="badge good">${by.av === null ? say.klarAll : say.klarBy(by.av)}</span></p>`
    : left > 0
      ? html`<p>${amount(left, say.klarLeft, sprak)}.</p>`
      : html`<p>${say.klarHow}</p><form method="post" action="${withKo(`/granska/${sha256}/klar`, ko)}"><button>${say.klar}</button></form>`
}</section>
<details class="granska-allt"><summary>${say.fileAll}</summary>${everything(found.record, own, sprak)}</details>
${history(decisions.toReversed(), sprak, (one) => undoForm(one, own, html`<button class="second">${say.undo}</button>`))}`,
  );
}

/** A file's page with the way through the queue, which its keys go too. */
function section({ sprak, ko, above, kring, tangenter }: Omit<FilVy, 'sha256'>, body: Html): Html {
  const say = words[sprak];
  return html`<section class="granska" id="granskning" tabindex="-1" aria-labelledby="rubrik" data-tangenter="${tangenter ? 'pa' : 'av'}" data-ej-sparat="${say.noAnswer}" data-utloggad="${say.loggedOut}">
${wayThrough(ko, kring, sprak)}
${above}
${body}</section>`;
}

function notRead(fileName: string, reason: string, sprak: Sprak): Html {
  const say = words[sprak];
  return html`<h1 id="rubrik">${fileName}</h1>
<div class="notice bad"><p><b>${say.notRead}.</b> ${reason}</p></div><p><a class="button" href="/las-in">${say.again}</a></p>`;
}

/** Every handling, ärende and item, each to be decided on also when it waits for nobody. */
function everything(record: FileRecord, ko: Ko, sprak: Sprak): Html {
  return html`<ul class="granska-traden">${tingIn(record).map((plats) => {
    const { ting, typ } = plats;
    const deep = typ === 'handling' ? 0 : typ === 'arende' ? 1 : 2;
    return html`<li class="granska-djup-${deep}"><a href="${withKo(sakPath(record.source.sha256, ting.id), ko)}">${SAK[sprak][typ]}</a> <span lang="sv">${saidBy(plats)}</span></li>`;
  })}</ul>`;
}

function saidBy({ typ, ting, arende }: Plats): string {
  const falt = settOf(typ, ting);
  if (typ === 'handling') return [falt.organ, falt.datum, falt.rubrik].filter(Boolean).join(' · ');
  if (typ === 'arende')
    return [arende?.paragraf && `§ ${arende.paragraf}`, falt.rubrik].filter(Boolean).join(' ');
  const field = isItemTyp(typ) ? textFalt(typ) : null;
  if (field !== null) return String(falt[field] ?? '');
  return rutorOf(typ)
    .filter(({ slag }) => slag === 'tal')
    .map((ruta) => textOf(ruta, falt))
    .filter(Boolean)
    .join('–');
}
