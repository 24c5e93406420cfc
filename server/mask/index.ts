/** What a reader (läsare) is not shown: personal numbers anywhere, and names in §§ under secrecy. Docs: docs/security.md. */

export { maskAnswer, maskedFileName } from './answer.ts';
export { boxesToHide, type Dolt, maskLines, maskPageText, type Placed } from './boxes.ts';
export { type FileMask, fileMasks, type PageMask } from './file.ts';
export { maskRecord } from './record.ts';
export { type Hemliga, secretIn, secretWords } from './secret.ts';
export { InteForLasare, maskedStore } from './store.ts';
export { maskText, type Under } from './text.ts';
