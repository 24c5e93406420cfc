/** What a reader (läsare) is not shown: personal numbers anywhere, and names in §§ under secrecy. Docs: docs/security.md. */
export { boxesToHide, type Dolt, maskPageText, type Placed } from './boxes.ts';
export { type Hemliga, secretIn, secretWords } from './secret.ts';
export { maskText, type Under } from './text.ts';
