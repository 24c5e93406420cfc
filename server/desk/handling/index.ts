/** `/handling/SHA256`: a file read beside what was found in it; its pages as pictures; the file itself. */
import type { DeskApp, DeskDeps } from '../deps.ts';
import { addOriginal } from './add-original.ts';
import { addPictures } from './add-pictures.ts';
import { addReader } from './add-reader.ts';
import { addPdfjs } from './pdfjs-files.ts';

export function addHandling(app: DeskApp, deps: DeskDeps): void {
  addPdfjs(app);
  addReader(app, deps);
  addPictures(app, deps);
  addOriginal(app, deps);
}
