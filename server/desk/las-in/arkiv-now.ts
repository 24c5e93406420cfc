/** What happens with an intake just now, and what can be done about it. */
import { html } from 'hono/html';
import { isUploaded } from '../../../engine/intake/is-uploaded.ts';
import type { NamedRunningFile } from '../../../engine/intake/work.ts';
import type { Arkiv } from '../../../store/arkiv.ts';
import type { Html } from '../parts/html.ts';
import { amount, count } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { shortName } from './short-name.ts';
import type { ArkivState } from './state.ts';
import { arkivWords, filled, LAGE } from './words.ts';

/** Pages that are read of those that there are to read, where that is known. */
function pagesOf({ step, ocrRead, ocrPages, opening }: NamedRunningFile): [read: number, of: number] | null {
  if (step === 'ocr') return [ocrRead, ocrPages];
  return step === 'open' && opening ? [opening.page, opening.pageCount] : null;
}

export function stepText(file: NamedRunningFile, sprak: Sprak): string {
  const say = arkivWords[sprak];
  const { step, pages, waits } = file;
  const read = pagesOf(file)?.map((n) => count(n, sprak));
  const at = read
    ? filled(step === 'ocr' ? say.step.ocr : say.pageOf, ...read)
    : step !== 'open' && pages > 0
      ? `${amount(pages, say.pages, sprak)}, ${say.step[step]}`
      : say.step[step];
  return waits ? `${at} – ${filled(say.waits, waits)}` : at;
}

/** A time as long as people would say that it is. */
function lasting(seconds: number, sprak: Sprak): string {
  const say = arkivWords[sprak];
  if (seconds < 90) return filled(say.seconds, Math.max(5, Math.round(seconds / 5) * 5));
  if (seconds < 5_400) return filled(say.minutes, Math.round(seconds / 60));
  return filled(
    say.hours,
    (seconds / 3600).toLocaleString(sprak === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 1 }),
  );
}

const perMinute = (value: number, sprak: Sprak): string =>
  value.toLocaleString(sprak === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 });

/** Nothing more happens with it by itself. */
export const isOver = ({ lage, files }: Arkiv): boolean =>
  lage === 'klart' || (files.running === 0 && (lage === 'avbrutet' || lage === 'brutet'));

/** All of it was known when it was offered: nobody had to read anything for it. */
export const isAllKnown = ({ lage, workflowId, version, files }: Arkiv): boolean =>
  lage === 'klart' &&
  workflowId === null &&
  version === null &&
  files.total > 0 &&
  files.done === files.total;

/** What is told to those who do not see it: little, and only what is new. */
export function saidOf({ files }: Arkiv, over: boolean, sprak: Sprak): string {
  const say = arkivWords[sprak];
  const n = (value: number): string => count(value, sprak);
  return over
    ? filled(say.saidDone, n(files.done), n(files.refused), n(files.failed))
    : filled(say.saidGoing, n(files.total - files.running), n(files.total));
}

export function nowPart(state: ArkivState, sprak: Sprak): Html {
  const { arkiv, work, running } = state;
  const { files, lage, id } = arkiv;
  const say = arkivWords[sprak];
  const ended = files.total - files.running;
  const badge =
    lage === 'klart'
      ? 'good'
      : lage === 'brutet' || lage === 'avbrutet'
        ? 'bad'
        : lage === 'pausat'
          ? 'unsure'
          : 'accent';
  const parts = [
    filled(say.ended, count(ended, sprak), count(files.total, sprak)),
    amount(files.done, say.done, sprak),
    ...(files.refused > 0 ? [amount(files.refused, say.refused, sprak)] : []),
    ...(files.failed > 0 ? [amount(files.failed, say.failed, sprak)] : []),
    ...(isAllKnown(arkiv) ? [say.known] : []),
  ];
  const pace = work?.pace && files.running > 0 ? work.pace : null;
  return html`<div class="las-how">
  <p><span class="badge ${badge}">${LAGE[sprak][lage]}</span> ${parts.join(' · ')}</p>
  ${files.total > 0 ? html`<progress max="${files.total}" value="${ended}" aria-label="${say.progress}">${ended} / ${files.total}</progress>` : ''}
  ${
    pace
      ? html`<p class="quiet">${filled(say.pace, perMinute(pace.filesPerMinute, sprak), perMinute(pace.pagesPerMinute, sprak))}${
          work?.secondsLeft != null ? html` · ${filled(say.timeLeft, lasting(work.secondsLeft, sprak))}` : ''
        }</p>`
      : ''
  }
  </div>
  ${notices(state, sprak)}
  ${buttons(arkiv, sprak)}
  ${
    running.length > 0
      ? html`<section aria-labelledby="nu"><h2 id="nu">${say.now}</h2><ul class="las-now">${running.map((file) => nowRow(file, arkiv, sprak))}</ul></section>`
      : ''
  }
  ${lage === 'klart' ? html`<p class="las-row"><a class="button second" href="/sok">${say.search}</a> <a class="button second" href="/granska">${say.review}</a> <a class="button second" href="/inkorg">${say.inboxes}</a> <a class="button second" href="/las-in">${say.takeMore}</a></p>` : ''}
  ${why(state, sprak)}
  <p class="unseen" data-sagt="${id}">${saidOf(arkiv, isOver(arkiv), sprak)}</p>`;
}

function nowRow(file: NamedRunningFile, arkiv: Arkiv, sprak: Sprak): Html {
  const [text, pages] = [stepText(file, sprak), pagesOf(file)];
  return html`<li data-nyckel="${file.sha256}"><span class="las-path">${shortName(file.path ?? file.sha256.slice(0, 12), arkiv)}</span>
    <span class="quiet">${text}</span>${pages ? html`<progress max="${pages[1]}" value="${pages[0]}" aria-label="${text}"></progress>` : ''}</li>`;
}

function notices({ arkiv, engine, work, delade }: ArkivState, sprak: Sprak): Html {
  const say = arkivWords[sprak];
  const { lage, files, id, paths } = arkiv;
  const uploaded = paths.some(isUploaded);
  const one = (text: string, kind = '', more: Html = ''): Html =>
    html`<div class="notice ${kind}"><p>${text}</p>${more}</div>`;
  const command = (text: string): Html => html`<p><code>${text}</code></p>`;
  const waits = files.running > 0;
  return html`${lage === 'samlas' ? one(uploaded ? say.receiving : say.finding) : ''}
  ${lage === 'brutet' ? one(uploaded ? say.cutUpload : say.cutPaths, 'unsure') : ''}
  ${lage === 'pausat' ? one(say.pausedSaid, 'unsure') : ''}
  ${lage === 'avbrutet' ? one(say.calledOff, 'unsure') : ''}
  ${waits && engine === 'none' ? one(say.noEngine, 'bad', command('npm start')) : ''}
  ${waits && engine === 'no-worker' ? one(say.noWorker, 'bad', command('npm run -s expediera -- worker')) : ''}
  ${engine === 'silent' ? one(say.unknown, 'unsure') : ''}
  ${work?.waitsForOcr ? one(say.noOcr, 'bad', command('npm run -s expediera -- worker --queues ocr')) : ''}
  ${delade
    .filter(({ genom, kvar }) => genom !== id && kvar > 0)
    .map(({ genom, namn, kvar }) =>
      one(
        filled(say.shared, count(kvar, sprak)),
        '',
        html`<p><a href="/arkiv/${genom}">${say.arkiv} ${genom}: ${namn}</a></p>`,
      ),
    )}`;
}

function buttons(arkiv: Arkiv, sprak: Sprak): Html {
  const say = arkivWords[sprak];
  const { lage, id, files, paths, version } = arkiv;
  const steer = (vad: string, text: string, kind = 'second'): Html =>
    html`<form method="post" action="/arkiv/${id}/styr"><button class="${kind}" name="vad" value="${vad}">${text}</button></form>`;
  const uploaded = paths.some(isUploaded);
  const isOpen = lage === 'samlas' || lage === 'pagar';
  const all = [
    ...(isOpen && files.running > 0 ? [steer('pausa', say.pausa)] : []),
    ...(lage === 'pausat' ? [steer('fortsatt', say.fortsatt, '')] : []),
    ...(lage === 'brutet' && uploaded
      ? [html`<a class="button" href="/las-in">${say.sendAgain}</a>`, steer('fortsatt', say.settle)]
      : []),
    ...(lage === 'brutet' && !uploaded ? [steer('fortsatt', say.goOnPaths, '')] : []),
    ...(isOpen || lage === 'pausat' || lage === 'brutet'
      ? [html`<a class="button second" href="/arkiv/${id}/avbryt">${say.avbryt}</a>`]
      : []),
    ...(files.failed > 0 && version === null
      ? [
          html`<form method="post" action="/arkiv/${id}/om"><button class="second">${say.againAll}</button></form>`,
        ]
      : []),
  ];
  return all.length > 0 ? html`<div class="las-row no-print">${all}</div>` : '';
}

function why({ reasons, arkiv }: ArkivState, sprak: Sprak): Html {
  const say = arkivWords[sprak];
  if (reasons.length === 0) return '';
  return html`<section aria-labelledby="varfor"><h2 id="varfor">${say.why}</h2>
  <table><thead><tr><th scope="col">${say.reason}</th><th scope="col" class="number">${say.number}</th></tr></thead>
  <tbody>${reasons.map(
    ({ status, code, reason, ejOmlast, files }) =>
      html`<tr data-nyckel="${status} ${code}"><td><a href="/arkiv/${arkiv.id}?visa=${ejOmlast ? 'done' : status}#filer">${reason}</a>${ejOmlast ? html` <span class="quiet">(${say.notAnew})</span>` : ''}</td><td class="number">${count(files, sprak)}</td></tr>`,
  )}</tbody></table>
  ${reasons.some(({ status }) => status === 'refused') ? html`<p class="quiet">${say.refusedHint} ${say.refusedAgain}</p>` : ''}
  ${reasons.some(({ status, ejOmlast }) => status === 'failed' || ejOmlast) ? html`<p class="quiet">${say.failedHint}</p>` : ''}
  </section>`;
}
