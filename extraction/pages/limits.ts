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
  /** Characters of text on one page. */
  maxPageChars: number;
  /** Characters of text in the whole file. */
  maxChars: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxBytes: 2_000_000_000,
  maxPages: 5_000,
  maxPageSide: 14_400,
  maxImagePixels: 400_000_000,
  maxStreamBytes: 200_000_000,
  maxPageChars: 1_000_000,
  maxChars: 100_000_000,
};
