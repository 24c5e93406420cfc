/**
 * A page of a PDF drawn by pdf.js, with its text over it to be selected and read aloud. Of the file only what the page needs
 * is fetched. No script, form or action of the file is run: pages are drawn, and nothing else of the library is used.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

type Pdfjs = typeof import('pdfjs-dist');

/** A canvas larger than this is drawn coarser, pixels. */
const MAX_PIXELS = 12_000_000;
/** The window is no longer being dragged, milliseconds. */
const STILL_MS = 150;

let loading: { address: string; pdfjs: Promise<Pdfjs>; document: Promise<PDFDocumentProxy> } | undefined;

/** The library and the file, loaded once for all pages that are looked at. */
function load(file: string, home: string) {
  if (loading?.address === file) return loading;
  const pdfjs = import(`${home}legacy/build/pdf.min.mjs`) as Promise<Pdfjs>;
  const document = pdfjs.then(({ getDocument, GlobalWorkerOptions }) => {
    GlobalWorkerOptions.workerSrc = `${home}legacy/build/pdf.worker.min.mjs`;
    return getDocument({
      url: new URL(file, location.href).href,
      cMapUrl: `${home}cmaps/`,
      standardFontDataUrl: `${home}standard_fonts/`,
      wasmUrl: `${home}wasm/`,
      iccUrl: `${home}iccs/`,
      enableXfa: false,
      disableAutoFetch: true,
      disableStream: true,
      rangeChunkSize: 2 ** 18,
      verbosity: 0,
    }).promise;
  });
  loading = { address: file, pdfjs, document };
  return loading;
}

/** Draws the sheet's page. Where that cannot be, the server's picture of it is shown. */
export async function drawPdf(sheet: HTMLElement, signal: AbortSignal): Promise<void> {
  const { pdf = '', pdfjs: home = '', number = '1', drawing = '' } = sheet.dataset;
  const wait = Object.assign(document.createElement('p'), { className: 'wait', textContent: drawing });
  sheet.append(wait);
  try {
    const { pdfjs, document: file } = load(pdf, home);
    const page = await (await file).getPage(Number(number));
    if (signal.aborted) return;
    await show(await pdfjs, page, sheet, signal);
  } catch {
    if (signal.aborted) return;
    loading = undefined;
    showPicture(sheet);
  } finally {
    wait.remove();
  }
}

async function show(
  pdfjs: Pdfjs,
  page: PDFPageProxy,
  sheet: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const plain = page.getViewport({ scale: 1 });
  if (!sheet.querySelector('.places')) sheet.style.aspectRatio = `${plain.width} / ${plain.height}`;
  const text = document.createElement('div');
  text.className = 'textLayer';
  const scale = (): number => sheet.clientWidth / plain.width;
  const fit = (): void => sheet.style.setProperty('--total-scale-factor', String(scale()));
  fit();
  await draw(page, sheet, scale(), signal);
  const layer = new pdfjs.TextLayer({
    textContentSource: page.streamTextContent({ includeMarkedContent: true }),
    container: text,
    viewport: page.getViewport({ scale: scale() }),
  });
  await layer.render();
  if (signal.aborted) return;
  // text of a file stays text: what it names its parts by is no name in this page
  for (const named of text.querySelectorAll('[id]')) named.removeAttribute('id');
  sheet.append(text);
  sheet.classList.add('has-text');
  sheet.dataset.drawn = String(page.pageNumber);
  let width = sheet.clientWidth;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const watch = new ResizeObserver(() => {
    fit();
    if (sheet.clientWidth === width) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      width = sheet.clientWidth;
      draw(page, sheet, scale(), signal).catch(() => {});
    }, STILL_MS);
  });
  watch.observe(sheet);
  signal.addEventListener('abort', () => {
    clearTimeout(waiting);
    watch.disconnect();
    page.cleanup();
  });
}

/** Draws beside what is seen, and takes its place when it is done: nothing flickers. */
async function draw(
  page: PDFPageProxy,
  sheet: HTMLElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  const plain = page.getViewport({ scale: 1 });
  const most = Math.sqrt(MAX_PIXELS / (plain.width * plain.height));
  const viewport = page.getViewport({ scale: Math.min(most, scale * (devicePixelRatio || 1)) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  canvas.setAttribute('aria-hidden', 'true');
  const task = page.render({ canvas, viewport });
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop);
  await task.promise.finally(() => signal.removeEventListener('abort', stop));
  sheet.querySelector('canvas')?.remove();
  sheet.prepend(canvas);
}

function showPicture(sheet: HTMLElement): void {
  const { picture = '', alt = '', failed = '' } = sheet.dataset;
  const image = Object.assign(new Image(), { className: 'picture', alt, src: picture });
  image.addEventListener('error', () => {
    image.replaceWith(Object.assign(document.createElement('p'), { className: 'wait', textContent: failed }));
  });
  sheet.prepend(image);
}
