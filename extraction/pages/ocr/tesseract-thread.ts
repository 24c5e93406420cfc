/** The thread of one tesseract worker: tesseract.js' own script, kept from printing among the answers. */
import { createRequire } from 'node:module';

// tesseract and its wasm print by console.log, which would end up on standard output.
console.log = () => {};
console.warn = () => {};
console.error = () => {};

createRequire(import.meta.url)('tesseract.js/src/worker-script/node/index.js');
