/** The files of an intake as a table: some at a time, each with how it stands, what was in it, or why it did not come in. */
import { html } from 'hono/html';
import { isToBeHad } from '../../../engine/intake/again.ts';
import type { ArkivFil, ArkivSida } from '../../../store/arkiv.ts';
import type { FileStatus } from '../../../store/files.ts';
import type { Html } from '../parts/html.ts';
import { pager } from '../parts/pager.ts';
import { amount, count, ETT, FILSTATUS, TYP } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { stepText } from './arkiv-now.ts';
import { shortName } from './short-name.ts';
import { type ArkivState, PAGE, type Shown } from './state.ts';
import { arkivWords, filled } from './words.ts';

const BADGE: { readonly [status in FileStatus]: string } = {
  ...{ done: 'badge good', refused: 'badge bad', failed: 'badge bad', running: 'badge' },
};

/** "4 beslut, 1 yrkande". */
function found(poster: ArkivFil['poster'], sprak: Sprak): string {
  const one = { ...ETT[sprak], expediering: sprak === 'sv' ? 'expediering' : 'notice' };
  return (Object.keys(TYP[sprak]) as (keyof typeof poster)[])
    .flatMap((typ) => (poster[typ] ? amount(poster[typ], [one[typ], TYP[sprak][typ]], sprak) : []))
    .join(', ');
}

export function filesTable(
  { arkiv, running }: ArkivState,
  { filer, total }: ArkivSida,
  shown: Shown,
  sprak: Sprak,
): Html {
  const say = arkivWords[sprak];
  const filters: [status: FileStatus | undefined, name: string, n: number | null][] = [
    [undefined, say.all, null],
    ['running', say.running, arkiv.files.running],
    ['done', say.doneFilter, arkiv.files.done],
    ['refused', say.refusedFilter, arkiv.files.refused],
    ['failed', say.failedFilter, arkiv.files.failed],
  ];
  const address = (status: FileStatus | undefined, page = 1): string => {
    const query = new URLSearchParams({
      ...(status && { visa: status }),
      ...(page > 1 && { sida: String(page) }),
    });
    return `/arkiv/${arkiv.id}${query.size > 0 ? `?${query}` : ''}#filer`;
  };
  const row = (file: ArkivFil, next: ArkivFil | undefined): Html => {
    const name = shortName(file.path, arkiv);
    return html`<tr data-nyckel="${file.path} ${file.sha256 ?? ''}">
      <th scope="row" class="las-path">${
        file.sha256 && file.status === 'done' && !isZip(file, next)
          ? html`<a href="/handling/${file.sha256}">${name}</a>`
          : name
      }</th>
      <td>${standing(file, next)}</td></tr>`;
    function standing(one: ArkivFil, after: ArkivFil | undefined): Html {
      if (one.status === 'running') {
        const at = running.find(({ sha256 }) => sha256 === one.sha256);
        return html`<span class="badge${at ? ' accent' : ''}">${at ? stepText(at, sprak) : isZip(one, after) ? say.unpacking : say.waiting}</span>`;
      }
      const badge = html`<span class="${BADGE[one.status]}">${FILSTATUS[sprak][one.status]}</span>`;
      if (one.status === 'done') {
        const what = isZip(one, after) ? say.unpacked : found(one.poster, sprak) || say.nothingFound;
        return html`${badge} ${what}${one.ejOmlast ? html`<p class="quiet">${say.notAnew} (${sprak === 'sv' ? one.ejOmlast.reason : one.ejOmlast.reasonEn})</p>${again(one)}` : ''}`;
      }
      return html`${badge} ${sprak === 'sv' ? one.reason : one.reasonEn}${again(one)}`;
    }
    function again(one: ArkivFil): Html {
      if (!isToBeHad(one)) return html` <a href="/las-in">${say.sendOneAgain}</a>`;
      return html`<form method="post" action="/arkiv/${arkiv.id}/om"><input type="hidden" name="fil" value="${one.sha256 ?? one.path}">
        <button class="second" aria-label="${filled(say.againOne, name)}">${say.again}</button></form>`;
    }
  };
  return html`<section aria-labelledby="filer">
    <h2 id="filer">${say.files}</h2>
    <nav aria-label="${say.filter}"><ul class="las-filters">${filters.map(
      ([status, label, n]) =>
        html`<li><a href="${address(status)}"${status === shown.status ? html` aria-current="true"` : ''}>${label}${n === null ? '' : html` <span class="number">${count(n, sprak)}</span>`}</a></li>`,
    )}</ul></nav>
    ${
      filer.length === 0
        ? html`<p class="quiet">${shown.status ? say.none : say.noFiles}</p>`
        : html`<table class="las-files"><thead><tr><th scope="col">${say.file}</th><th scope="col">${say.state}</th></tr></thead>
      <tbody>${filer.map((file, n) => row(file, filer[n + 1]))}</tbody></table>`
    }
    ${pager({ page: shown.page, size: PAGE, total }, (n) => address(shown.status, n), sprak)}
  </section>`;
}

/** What it holds comes right after it. */
const isZip = ({ path, poster }: ArkivFil, next: ArkivFil | undefined): boolean =>
  Object.keys(poster).length === 0 && (next?.path.startsWith(`${path}!/`) || /\.zip$/iu.test(path));
