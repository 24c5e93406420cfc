/** How sure a reading is, in words, with a mark that is more than a colour; and what people have said of it. */
import { html } from 'hono/html';
import { fieldsEn, fieldsSv } from '../../../store/field-words.ts';
import { SURE_ENOUGH } from '../../../store/granska.ts';
import type { Html } from '../parts/html.ts';
import { day } from '../parts/said.ts';
import type { View } from './view.ts';

/** Below this more is wrong than right. */
const VERY_UNSURE = 0.6;

/** "Säker läsning" and its likes. */
export function confidenceWord(confidence: number, { say }: View): string {
  if (confidence >= SURE_ENOUGH) return say.sure;
  return confidence >= VERY_UNSURE ? say.unsure : say.veryUnsure;
}

/** What only OCR has read and nothing confirms; nothing where there is nothing. */
export function unconfirmedMark(obekraftade: readonly string[], { say, sprak }: View): Html {
  if (obekraftade.length === 0) return '';
  const what = sprak === 'sv' ? fieldsSv(obekraftade) : fieldsEn(obekraftade);
  return html` <span class="badge unsure unsure-mark">${say.unconfirmed(what)}</span>`;
}

/** That a person has said so, where one has. */
export function decidedMark(id: string, { decided, say, sprak, mayDecide }: View): Html {
  const found = decided.get(id);
  if (!found) return '';
  const when = day(found.at.slice(0, 10), sprak);
  return html` <span class="badge good">${say[found.how](mayDecide ? found.av : say.someone, when)}</span>`;
}

/** All marks of an item. Those that a person has decided on are as sure as can be. */
export function marksOf(
  item: { id: string; confidence: number; obekraftade: string[] },
  isOcr: boolean,
  view: View,
): Html {
  const { say, decided } = view;
  // what a person has said is not the machine's reading any more
  if (decided.has(item.id)) return decidedMark(item.id, view);
  const how = `${confidenceWord(item.confidence, view)}${isOcr ? say.ocrItem : ''}`;
  return html`${item.confidence < SURE_ENOUGH ? html`<span class="badge unsure unsure-mark">${how}</span>` : html`<span class="quiet">${how}</span>`}${unconfirmedMark(item.obekraftade, view)}`;
}
