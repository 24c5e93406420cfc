/**
 * What reading a file yields, whatever the file was: pages of lines with geometry. Everything after
 * `pages/` works on these and knows nothing of PDF, OCR or images.
 */

/** [x0, y0, x1, y1] in points (1/72 inch) from the top left of the page as a reader sees it. */
export type Box = [x0: number, y0: number, x1: number, y1: number];

/** One word of a line. `confidence` is the OCR engine's, 0–100; null for embedded text. */
export interface Word {
  text: string;
  bbox: Box;
  confidence: number | null;
  /** OCR only: a second reading, or what stands around it, says the same. */
  confirmed?: boolean;
}

/** One visual line of a page, as printed, left to right. Columns of one row are one line with wide gaps. */
export interface PageLine {
  /** Words joined by spaces; a gap wider than 1.5 em is written as two or more spaces. */
  text: string;
  /** null for text and Word files. */
  bbox: Box | null;
  /** Empty for text and Word files. */
  words: Word[];
  /** Height of the type in points; null where nothing tells it. */
  size: number | null;
  bold: boolean;
  /** 1-based line of the file, or of a Word document as it is set; else null. */
  lineNo: number | null;
  /** The first line of the second page on a sheet that holds two. */
  opensPage?: true;
  /** Part of a running head or foot, or a note, by the file's own word: furniture, whatever it says. */
  running?: true;
}

export type TextSource = 'embedded' | 'ocr' | 'none';

/** One page in reading order. */
export interface Page {
  /** 1-based. */
  page: number;
  /** Points; null for text input. */
  width: number | null;
  height: number | null;
  textSource: TextSource;
  /** Mean word confidence, 0–100; null unless read by OCR. */
  ocrConfidence: number | null;
  lines: PageLine[];
}
