/** PDFium as wasm, loaded once and offline, and its documents opened and closed in one place. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

export type Pdfium = WrappedPdfiumModule;

let loaded: Promise<Pdfium> | null = null;

/** PDFium is a megabyte of wasm: it is loaded when the first page asks for it. */
function pdfium(): Promise<Pdfium> {
  loaded ??= (async () => {
    const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
    const binary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
    const module = await init({ wasmBinary: binary as ArrayBuffer });
    module.PDFiumExt_Init();
    return module;
  })();
  return loaded;
}

/** PDFium's memory. It moves when it grows: ask again after every call that may allocate. */
export function heapOf(module: Pdfium): Uint8Array {
  // An Emscripten export that the package's types leave out.
  return (module.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
}

/** Opens `bytes` for `use` and closes it again; null when PDFium cannot open the file, or breaks on it. */
export async function withDocument<T>(
  bytes: Uint8Array,
  use: (module: Pdfium, document: number) => T,
): Promise<T | null> {
  const module = await pdfium();
  try {
    return useDocument(module, bytes, use);
  } catch (error) {
    if (!isBroken(error)) throw error;
    // It stopped in the middle (no memory, no stack left, a fault of its own), in a state that nobody knows.
    loaded = null;
    return null;
  }
}

/** What wasm stops with: its own kind of error, or the end of the stack. */
function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'RuntimeError' || /call stack/u.test(error.message);
}

function useDocument<T>(
  module: Pdfium,
  bytes: Uint8Array,
  use: (module: Pdfium, document: number) => T,
): T | null {
  const { malloc, free } = module.pdfium.wasmExports;
  const data = malloc(bytes.length);
  if (data === 0) return null;
  try {
    heapOf(module).set(bytes, data);
    const document = module.FPDF_LoadMemDocument(data, bytes.length, '');
    if (document === 0) return null;
    try {
      return use(module, document);
    } finally {
      module.FPDF_CloseDocument(document);
    }
  } finally {
    free(data);
  }
}

/** Loads page `no` (1-based) for `use` and closes it again; null when PDFium cannot load it. */
export function withPage<T>(
  module: Pdfium,
  document: number,
  no: number,
  use: (page: number) => T,
): T | null {
  const page = module.FPDF_LoadPage(document, no - 1);
  if (page === 0) return null;
  try {
    return use(page);
  } finally {
    module.FPDF_ClosePage(page);
  }
}
