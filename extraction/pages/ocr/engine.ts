/** What an OCR engine is to the rest: a grey image in, lines of words with boxes and confidences out. */

/** A grey image, one byte a pixel, row by row; 0 is black. */
export interface OcrImage {
  width: number;
  height: number;
  grey: Uint8Array;
  /** Pixels an inch. */
  dpi: number;
}

/** [x0, y0, x1, y1] in pixels from the top left. */
export type PixelBox = [x0: number, y0: number, x1: number, y1: number];

export interface OcrWord {
  text: string;
  box: PixelBox;
  /** 0–100. */
  confidence: number;
  /** Read as a strip in the first place: reading it so again would confirm nothing. */
  confirmed?: false;
}

/** One line of one block, as the engine sees it: what stands in another column is another line. */
export interface OcrLine {
  words: OcrWord[];
  /** From the left end to the right end of the line. */
  baseline: PixelBox;
  /** From the deepest descender to the highest ascender, pixels. */
  height: number;
}

/**
 * `page`: a whole page, by the engine's best means for Swedish. `strip`: some lines cut out of a page, read a
 * second time by other means (another language model, which also knows §), so that its errors are others.
 */
export type ReadingMode = 'page' | 'strip';

export interface OcrEngine {
  /** Name and language for the record, e.g. "tesseract swe". */
  name: string;
  /** Images read at a time. */
  concurrency: number;
  /** Gets ready for so many pages while the first is being drawn. What fails in it is thrown by `recognise`. */
  prepare?(pages: number): void;
  /** Throws OcrTimeout when the image takes too long, OcrBroken, the signal's reason when aborted. */
  recognise(image: OcrImage, mode: ReadingMode, signal?: AbortSignal): Promise<OcrLine[]>;
  /** Ends all threads. Images under way are rejected. */
  terminate(): Promise<void>;
}

/** An image took longer than the engine allows. The engine goes on with others. */
export class OcrTimeout extends Error {
  override name = 'OcrTimeout';
}

/** The engine broke on an image, or needed too much memory for it. It goes on with others. */
export class OcrBroken extends Error {
  override name = 'OcrBroken';
}

/** Reads nothing: for those who want the pages without their scans. */
export function nullEngine(): OcrEngine {
  return { name: 'none', concurrency: 1, recognise: async () => [], terminate: async () => {} };
}

/** Answers from `reading`: tests say what an engine would have read. */
export function recordedEngine(
  reading: (image: OcrImage, mode: ReadingMode) => OcrLine[] | Promise<OcrLine[]>,
  concurrency = 1,
): OcrEngine {
  return {
    name: 'recorded',
    concurrency,
    recognise: async (image, mode, signal) => {
      signal?.throwIfAborted();
      return reading(image, mode);
    },
    terminate: async () => {},
  };
}
