/** The half of the view in which the page is, and what is to be said of how the page was read. */
import { html } from 'hono/html';
import type { PageInfo } from '../../../extraction/record.ts';
import type { Blobs } from '../../../store/blobs.ts';
import type { FileMask } from '../../mask/file.ts';
import type { Html } from '../parts/html.ts';
import { isTextPage, linesOfPage, type TextLine } from './page-text.ts';
import type { Place } from './places.ts';
import { type Shown, sheet } from './sheet.ts';
import type { View } from './view.ts';

interface Asked {
  page: number;
  /** null: nothing is hidden. */
  mask: FileMask | null;
  places: readonly Place[];
}

export async function pagePane(blobs: Blobs, view: View, { page, mask, places }: Asked): Promise<Html> {
  const { record, say } = view;
  const { mediaType } = record.source;
  const none: PageInfo = { page, width: null, height: null, textSource: 'none', ocrConfidence: null };
  const info = record.pages[page - 1] ?? none;
  const pageMask = mask && (await mask(page));
  const isText = isTextPage(record, page);
  const isPdf = mediaType === 'application/pdf';
  const isHidden = mask !== null && pageMask === null;
  const shownByBrowser = isPdf && mask === null;
  const lines = isHidden ? null : await linesOfPage(blobs, record, page, { mask: pageMask, shownByBrowser });
  const { hide, only } = pageMask ?? { hide: [], only: null };
  const isMasked = hide.length > 0 || only !== null;
  let shown: Shown = { as: 'picture', masked: isMasked, onlyRead: only !== null };
  if (isHidden) shown = { as: 'hidden' };
  else if (isText) shown = lines ? { as: 'text', lines } : { as: 'nothing' };
  else if (shownByBrowser) shown = { as: 'pdf' };
  const unsure = places.some((place) => place.unsure);
  return html`<section class="page-pane" id="sidan" aria-label="${say.page}">${sheet(shown, info, places, view)}
${unsure && shown.as !== 'hidden' ? html`<p class="legend quiet no-print">${say.legend}</p>` : ''}
${lines && !isText ? textBelow(lines, info, view) : ''}</section>`;
}

/** What stands in a picture, for those who cannot see it or want to copy it. */
function textBelow(lines: readonly TextLine[], { textSource }: PageInfo, { say }: View): Html {
  return html`<details class="page-text no-print"><summary>${textSource === 'ocr' ? say.textRead : say.text}</summary>${lines.map(({ text }) => html`<p lang="sv">${text}</p>`)}</details>`;
}

/** Part of sure words from which OCR is called sure, and fairly so: mean confidence of a page. */
const GOOD = 90;
const FAIR = 75;

/** How the page was read, and what went wrong there. */
export function pageNotes({ page, record, say, sprak }: View): Html {
  if (page === null) return '';
  const info = record.pages[page - 1];
  const warnings = record.warnings.filter((one) => (one.page ?? 1) === page && one.code !== 'not-read');
  const isUnread = record.warnings.some((one) => one.page === page && one.code === 'not-read');
  const how =
    (info?.ocrConfidence ?? 0) >= GOOD ? 'good' : (info?.ocrConfidence ?? 0) >= FAIR ? 'fair' : 'poor';
  return html`${info?.textSource === 'ocr' ? html`<p class="notice unsure">${say.readByOcr} ${say.ocrSure[how]}</p>` : ''}
${isUnread ? html`<p class="notice unsure">${say.notRead}</p>` : ''}
${warnings.map(({ message }) => html`<p class="notice unsure">${inLanguage(message, sprak)}</p>`)}`;
}

/** Warnings are kept as "Swedish. (English.)". */
function inLanguage(message: string, sprak: View['sprak']): string {
  const at = message.search(/\s\(/u);
  if (at < 0 || !message.endsWith(')')) return message;
  return sprak === 'sv' ? message.slice(0, at) : message.slice(at + 2, -1);
}
