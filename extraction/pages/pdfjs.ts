/** pdf.js, set up for Node: where its own data lies, and nothing printed. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
// The worker is loaded first so that pdf.js finds it in this thread and starts none of its own.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument, type PDFDocumentLoadingTask, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type {
  PDFDocumentLoadingTask,
  PDFDocumentProxy,
  PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** pdf.js joins these with file names, so each must end in a slash. */
const folder = (name: string) => join(home, name) + sep;

const SETUP = {
  standardFontDataUrl: folder('standard_fonts'),
  cMapUrl: folder('cmaps'),
  cMapPacked: true,
  wasmUrl: folder('wasm'),
  iccUrl: folder('iccs'),
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  useWorkerFetch: false,
  // Fonts are measured, never shown; their names tell which are bold.
  disableFontFace: true,
  fontExtraProperties: true,
  // Standard output is for answers: pdf.js prints its warnings there.
  verbosity: VerbosityLevel.ERRORS,
};

/**
 * Starts loading a PDF for its text. Images are left packed: text needs none, and a scan's cost most of the time.
 * `bytes` are copied, since pdf.js takes over what it is given.
 */
export function loadForText(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({ ...SETUP, data: new Uint8Array(bytes), maxImageSize: 0 });
}
