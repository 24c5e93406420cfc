/**
 * A refused file whose name promises another kind than its content is. What a file is is told by its content alone; the
 * name only helps to say what is wrong.
 */
import { Refusal } from './refusal.ts';

/** Kinds that are read, by how names end. */
const PROMISED: { readonly [ending: string]: string } = {
  ...{ pdf: 'PDF', docx: 'DOCX', zip: 'ZIP', png: 'PNG' },
  ...{ tif: 'TIFF', tiff: 'TIFF', jpg: 'JPEG', jpeg: 'JPEG' },
};

/** The error, which says so too where it is a Refusal of a kind of file that is not read and the name promises one that is. */
export function namedOtherwise(error: unknown, fileName: string): unknown {
  if (!(error instanceof Refusal) || error.code !== 'not-supported') return error;
  const ending = /\.([a-z]+)$/u.exec(fileName.toLowerCase())?.[1] ?? '';
  const kind = Object.hasOwn(PROMISED, ending) ? PROMISED[ending] : undefined;
  // a TIFF that is packed in a way that is not known is one all the same
  if (!kind || error.detail?.en.startsWith(`This one is ${kind}`)) return error;
  const said = {
    sv: `Namnet slutar på .${ending}, men innehållet är ingen ${kind}.`,
    en: `Its name ends in .${ending}, but its content is no ${kind}.`,
  };
  const known = error.detail;
  // what it is, where that is known, says what to do with it
  const detail = known
    ? { sv: `${said.sv} ${known.sv}`, en: `${said.en} ${known.en}` }
    : {
        sv: `${said.sv} Hämta den på nytt från källan.`,
        en: `${said.en} Fetch it anew from where it came.`,
      };
  return new Refusal(error.code, detail, { cause: error });
}
