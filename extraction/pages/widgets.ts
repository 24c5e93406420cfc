/** Filled-in form fields and typed notes of a PDF page: text that a reader sees though it is no page content. */

import type { TextItem } from './pdf-page.ts';
import type { PDFPageProxy } from './pdfjs.ts';

/** The fields of a pdf.js annotation used here. */
interface Annotation {
  subtype?: string;
  rect?: number[];
  hidden?: boolean;
  noView?: boolean;
  password?: boolean;
  fieldType?: string;
  fieldValue?: unknown;
  checkBox?: boolean;
  radioButton?: boolean;
  contentsObj?: { str?: string };
  defaultAppearanceData?: { fontSize?: number };
}

/** What the page's text fields, choice fields and free-text notes show, as items of text in PDF space. */
export async function widgetItems(page: PDFPageProxy): Promise<TextItem[]> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as Annotation[];
  return annotations.flatMap(itemsOf);
}

function itemsOf(annotation: Annotation): TextItem[] {
  const text = shownText(annotation);
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = annotation.rect ?? [];
  if (!text || annotation.hidden || annotation.noView || annotation.password) return [];
  if (!(x1 > x0) || !(y1 > y0)) return [];
  const lines = text.split(/\r\n|\r|\n/);
  const leading = (y1 - y0) / lines.length;
  const stated = annotation.defaultAppearanceData?.fontSize;
  const size = stated && stated > 0 ? stated : Math.min(12, leading * 0.75);
  return lines.map((str, i) => ({
    str,
    // The middle of the letters stands in the middle of its line of the field.
    transform: [size, 0, 0, size, x0 + 2, y1 - leading * (i + 0.5) - size * 0.35],
    width: Math.min(x1 - x0 - 2, str.length * size * 0.5),
    fontName: '',
  }));
}

function shownText({ subtype, fieldType, fieldValue, contentsObj }: Annotation): string | null {
  if (subtype === 'FreeText') return contentsObj?.str?.trim() || null;
  if (subtype !== 'Widget' || (fieldType !== 'Tx' && fieldType !== 'Ch')) return null;
  const value = Array.isArray(fieldValue) ? fieldValue.join(', ') : fieldValue;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
