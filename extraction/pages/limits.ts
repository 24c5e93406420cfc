/** How much of a file is read before it is refused. Each is generous for real records and fatal for made-up ones. */
export interface Limits {
  /** Bytes of the file. */
  maxBytes: number;
  /** Pages of the file. */
  maxPages: number;
  /** Longest side of a page, points. 14,400 is what PDF itself allows (ISO 32000-1, annex C.2). */
  maxPageSide: number;
  /** Pixels of an image given as a file of its own. */
  maxImagePixels: number;
  /** Bytes that one compressed stream of a PDF may grow to (images are not unpacked when text is read). */
  maxStreamBytes: number;
  /** Characters of text on one page of a PDF or Word file. */
  maxPageChars: number;
  /** Characters of one line. The longest of a record that is known has 847. */
  maxLineChars: number;
  /** Lines of the whole file. The longest record that is known has 13,537. */
  maxLines: number;
  /** Characters of text in the whole file. The longest record that is known has 560,000. */
  maxChars: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxBytes: 2_000_000_000,
  maxPages: 5_000,
  maxPageSide: 14_400,
  maxImagePixels: 400_000_000,
  maxStreamBytes: 200_000_000,
  maxPageChars: 1_000_000,
  maxLineChars: 1_000_000,
  maxLines: 1_000_000,
  maxChars: 100_000_000,
};
