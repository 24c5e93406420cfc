/** Some pages of a PDF as a PDF of their own, by PDFium, which opens damaged files that stricter readers refuse. */
import { heapOf, type Pdfium, withDocument } from './pdfium.ts';

/** How many pages PDFium finds; null when it cannot open the file. */
export async function pageCountOf(bytes: Uint8Array): Promise<number | null> {
  return withDocument(bytes, (module, document) => module.FPDF_GetPageCount(document));
}

/** Pages `first` to `last` (1-based) in a new file; null when PDFium cannot take them out. */
export async function importPages(
  bytes: Uint8Array,
  first: number,
  last: number,
): Promise<Uint8Array | null> {
  return withDocument(bytes, (module, document) => {
    const made = module.FPDF_CreateNewDocument();
    if (made === 0) return null;
    try {
      return module.FPDF_ImportPages(made, document, `${first}-${last}`, 0) ? saved(module, made) : null;
    } finally {
      module.FPDF_CloseDocument(made);
    }
  });
}

function saved(module: Pdfium, document: number): Uint8Array | null {
  const { malloc, free } = module.pdfium.wasmExports;
  const writer = module.PDFiumExt_OpenFileWriter();
  try {
    module.PDFiumExt_SaveAsCopy(document, writer);
    const size = module.PDFiumExt_GetFileWriterSize(writer);
    const at = size > 0 ? malloc(size) : 0;
    if (at === 0) return null;
    try {
      module.PDFiumExt_GetFileWriterData(writer, at, size);
      return heapOf(module).slice(at, at + size);
    } finally {
      free(at);
    }
  } finally {
    module.PDFiumExt_CloseFileWriter(writer);
  }
}
