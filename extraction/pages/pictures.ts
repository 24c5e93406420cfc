/** How much of a PDF page is covered by pictures, by PDFium: it lists what a page draws without unpacking it. */
import { readFile } from 'node:fs/promises';
import { type Pdfium, withDocument, withPage } from './pdfium.ts';

/** What a page draws besides text. */
export interface Pictures {
  /** Share of the page that images cover, 0–1. */
  cover: number;
  /** Number of drawn shapes; text turned into outlines is hundreds of them. */
  shapes: number;
  /** Pixels an inch of the finest image on the page; 0 when it has none. */
  dpi: number;
}

/** Kinds of page objects (fpdf_edit.h, FPDF_PAGEOBJ_*). */
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
/** The page is looked at as a grid of this many cells a side: overlapping strips of a scan count once. */
const GRID = 24;
/** Forms within forms, and objects of one page: a bound on made-up files. */
const MAX_DEPTH = 6;
const MAX_OBJECTS = 20_000;

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * Looks at the pages `pageNos` (1-based). Pages that PDFium cannot load are missing from the answer; so is every
 * page when it cannot open the file.
 */
export async function picturesOf(
  bytes: Uint8Array,
  pageNos: readonly number[],
): Promise<Map<number, Pictures>> {
  const found = new Map<number, Pictures>();
  if (pageNos.length === 0) return found;
  await withDocument(bytes, (module, document) => {
    for (const no of pageNos) {
      const pictures = withPage(module, document, no, (page) => lookAt(module, page));
      if (pictures) found.set(no, pictures);
    }
  });
  return found;
}

/** Share of page `no` of the PDF at `path` that images cover; null: not known. Called in a thread of its own. */
export async function coverOf(path: string, no: number): Promise<number | null> {
  const found = await picturesOf(await readFile(path), [no]);
  return found.get(no)?.cover ?? null;
}

/** Whether a page has text or a picture that lies wholly beyond its edges, where nobody sees it; also when that is not known. */
export async function hasMoreThanPages(bytes: Uint8Array): Promise<boolean> {
  const found = await withDocument(bytes, (module, document) => {
    for (let no = 1; no <= module.FPDF_GetPageCount(document); no++)
      if (withPage(module, document, no, (page) => hasMoreThanPage(module, page)) !== false) return true;
    return false;
  });
  return found !== false;
}

function hasMoreThanPage(module: Pdfium, page: number): boolean {
  const { pdfium: wasm } = module;
  const room = wasm.wasmExports.malloc(16);
  const float = (i: number) => wasm.getValue(room + i * 4, 'float');
  try {
    module.FPDF_GetPageBoundingBox(page, room);
    const [left, top, right, bottom] = [float(0), float(1), float(2), float(3)];
    const count = module.FPDFPage_CountObjects(page);
    for (let i = 0; i < count; i++) {
      const object = module.FPDFPage_GetObject(page, i);
      if (module.FPDFPageObj_GetType(object) === PATH) continue;
      if (!module.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12)) continue;
      if (float(2) < left || float(0) > right || float(3) < bottom || float(1) > top) return true;
    }
    return false;
  } finally {
    wasm.wasmExports.free(room);
  }
}

/** What the loaded page draws besides text. */
export function lookAt(module: Pdfium, page: number): Pictures {
  const { pdfium: wasm } = module;
  // Room for six floats: a box, then a matrix.
  const room = wasm.wasmExports.malloc(24);
  const cells = new Uint8Array(GRID * GRID);
  let shapes = 0;
  let dpi = 0;
  let seen = 0;
  const float = (i: number) => wasm.getValue(room + i * 4, 'float');
  try {
    module.FPDF_GetPageBoundingBox(page, room);
    const [left, top, right, bottom] = [float(0), float(1), float(2), float(3)];
    const frame = { left, bottom, width: right - left, height: top - bottom };

    const visit = (object: number, matrix: Matrix, depth: number) => {
      if (++seen > MAX_OBJECTS) return;
      const type = module.FPDFPageObj_GetType(object);
      if (type === PATH) shapes++;
      if (type === IMAGE && module.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12)) {
        const box = onPage(matrix, [float(0), float(1), float(2), float(3)]);
        cover(cells, frame, box);
        if (module.FPDFImageObj_GetImagePixelSize(object, room, room + 4)) {
          dpi = Math.max(dpi, dotsOf(wasm.getValue(room, 'i32') * wasm.getValue(room + 4, 'i32'), box));
        }
      }
      if (type === FORM && depth < MAX_DEPTH) {
        const own: Matrix = module.FPDFPageObj_GetMatrix(object, room)
          ? [float(0), float(1), float(2), float(3), float(4), float(5)]
          : [1, 0, 0, 1, 0, 0];
        const inner = multiply(matrix, own);
        const count = module.FPDFFormObj_CountObjects(object);
        for (let i = 0; i < count && seen <= MAX_OBJECTS; i++) {
          visit(module.FPDFFormObj_GetObject(object, i), inner, depth + 1);
        }
      }
    };
    const count = module.FPDFPage_CountObjects(page);
    for (let i = 0; i < count && seen <= MAX_OBJECTS; i++) {
      visit(module.FPDFPage_GetObject(page, i), [1, 0, 0, 1, 0, 0], 0);
    }
  } finally {
    wasm.wasmExports.free(room);
  }
  return { cover: cells.reduce((n, c) => n + c, 0) / cells.length, shapes, dpi };
}

interface Frame {
  left: number;
  bottom: number;
  width: number;
  height: number;
}

/** left, bottom, right and top in points. */
type Bounds = [left: number, bottom: number, right: number, top: number];

/** The box as it lies on the page once it is moved by `matrix`. */
function onPage(matrix: Matrix, box: Bounds): Bounds {
  const [x0, y0, x1, y1] = box;
  const [a, b, c, d, e, f] = matrix;
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => a * x + c * y + e));
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => b * x + d * y + f));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Pixels an inch of an image of so many pixels in all, whichever way it lies. */
function dotsOf(pixels: number, [left, bottom, right, top]: Bounds): number {
  const area = (right - left) * (top - bottom);
  return area > 0 ? 72 * Math.sqrt(pixels / area) : 0;
}

/** Marks the cells whose middle lies in the box. */
function cover(cells: Uint8Array, frame: Frame, [left, bottom, right, top]: Bounds): void {
  const cell = (value: number, start: number, length: number) => ((value - start) / length) * GRID - 0.5;
  const firstX = Math.max(0, Math.ceil(cell(left, frame.left, frame.width)));
  const lastX = Math.min(GRID - 1, Math.floor(cell(right, frame.left, frame.width)));
  const firstY = Math.max(0, Math.ceil(cell(bottom, frame.bottom, frame.height)));
  const lastY = Math.min(GRID - 1, Math.floor(cell(top, frame.bottom, frame.height)));
  for (let y = firstY; y <= lastY; y++) cells.fill(1, y * GRID + firstX, y * GRID + lastX + 1);
}

function multiply(m: Matrix, n: Matrix): Matrix {
  const [a, b, c, d, e, f] = m;
  const [g, h, i, j, k, l] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
