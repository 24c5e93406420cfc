/** The page as it is, with the places that things were read from drawn on it. */
import { html } from 'hono/html';
import type { PageInfo } from '../../../extraction/record.ts';
import type { Html } from '../parts/html.ts';
import type { TextLine } from './page-text.ts';
import { originalPath, picturePath } from './paths.ts';
import { PDFJS } from './pdfjs-files.ts';
import type { Place } from './places.ts';
import { to, type View } from './view.ts';

export type Shown =
  /** By pdf.js in the browser; as a picture where no script runs. */
  | { as: 'pdf' }
  | { as: 'picture'; masked: boolean; onlyRead: boolean }
  | { as: 'text'; lines: readonly TextLine[] }
  /** Nothing of it may be seen, or nothing can be. */
  | { as: 'hidden' }
  | { as: 'nothing' };

/** What is drawn in the margin of the text, and what a box is drawn from, in points. */
const BOX_MARGIN = 2;

export function sheet(shown: Shown, info: PageInfo, places: readonly Place[], view: View): Html {
  const { say, record } = view;
  const { sha256, fileName, pageCount } = record.source;
  const label = say.pageLabel(String(info.page), String(pageCount));
  if (shown.as === 'hidden' || shown.as === 'nothing')
    return html`<div class="notice unsure"><p>${shown.as === 'hidden' ? say.notShown : say.noPicture}</p></div>`;
  if (shown.as === 'text')
    return html`<div class="page-scroll" role="region" tabindex="0" aria-label="${label}"><div class="sheet paper" data-lines>${textLines(shown.lines, places, view)}</div></div>`;
  const picture = picturePath(sha256, info.page);
  const alt = say.pictureOf(String(info.page), fileName);
  const image = html`<img class="picture" src="${picture}" alt="${alt}"${info.width && info.height ? html` width="${Math.round(info.width)}" height="${Math.round(info.height)}"` : ''}>`;
  const live =
    shown.as === 'pdf'
      ? html` data-pdf="${originalPath(sha256)}" data-pdfjs="${PDFJS}" data-picture="${picture}" data-alt="${alt}" data-drawing="${say.drawing}" data-failed="${say.noPicture}"`
      : '';
  return html`<div class="page-scroll" role="region" tabindex="0" aria-label="${label}"><div class="sheet" data-number="${info.page}"${live}>
${shown.as === 'pdf' ? html`<noscript>${image}</noscript>` : image}
${boxes(info, places, view)}</div></div>
${shown.as === 'picture' && shown.masked ? html`<p class="quiet">${say.masked}${shown.onlyRead ? ` ${say.maskedOnly}` : ''}</p>` : ''}`;
}

/**
 * Boxes as links to what was read there. They are for pointing at: who cannot point goes through the list, which says all that
 * they say and shows the place.
 */
function boxes({ page, width, height }: PageInfo, places: readonly Place[], view: View): Html {
  if (!width || !height) return '';
  return html`<svg class="places" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
<defs><pattern id="unsure-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" /></pattern></defs>
${places.map(({ post, kind, name, unsure, box }) => {
  if (!box) return '';
  const [x, y] = [box[0] - BOX_MARGIN, box[1] - BOX_MARGIN];
  const [wide, high] = [box[2] - box[0] + 2 * BOX_MARGIN, box[3] - box[1] + 2 * BOX_MARGIN];
  const classes = ['place', kind, unsure && 'is-unsure', post === view.post && 'is-current'].filter(Boolean);
  const rect = html`<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="2"${unsure ? html` fill="url(#unsure-hatch)"` : ''}><title>${name}</title></rect>`;
  return html`<a class="${classes.join(' ')}" data-post="${post}" tabindex="-1" href="${kind === 'punkt' ? `${to(view, page, post)}#post-${post}` : '#uppgifter'}">${rect}</a>`;
})}</svg>`;
}

function textLines(lines: readonly TextLine[], places: readonly Place[], view: View): Html {
  const page = view.page ?? 1;
  const at = (no: number | null): Place[] =>
    no === null ? [] : places.filter(({ lines: span }) => span && span[0] <= no && no <= span[1]);
  return html`<ol class="text-lines">${lines.map(({ no, text }) => {
    const here = at(no);
    const begins = here.filter(({ lines: span, kind }) => span?.[0] === no && kind === 'punkt');
    const classes = [
      here.length > 0 && 'has',
      here.some(({ unsure }) => unsure) && 'is-unsure',
      here.some(({ post }) => post === view.post) && 'is-current',
    ].filter(Boolean);
    return html`<li${no === null ? '' : html` value="${no}" id="rad-${no}"`}${classes.length > 0 ? html` class="${classes.join(' ')}"` : ''} data-posts="${here.map(({ post }) => post).join(' ')}"><span class="line" lang="sv">${text}</span>${begins.map(({ post, name }) => html` <a class="line-mark" tabindex="-1" aria-hidden="true" href="${to(view, page, post)}#post-${post}">${name}</a>`)}</li>`;
  })}</ol>`;
}
