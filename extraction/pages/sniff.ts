/**
 * What a file is, by its bytes. Names and endings are never asked: files are renamed, and a PDF is a PDF.
 */
import { TextDecoder } from 'node:util';
import type { RefusalDetail } from '../refusal.ts';
import { beginsAsZip, kindOfZip, namesInZip, type ZipKind } from './zip-names.ts';

export type SniffedType =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'tiff'
  | 'docx'
  | 'text'
  | 'empty'
  /** An archive of files, which intake unpacks. */
  | 'zip'
  /** Known, and locked by a password. */
  | 'encrypted'
  | 'unknown';

export interface Sniffed {
  type: SniffedType;
  /** Says for people what an unsupported file is, where that can be told. */
  name: string | null;
  /** What to do with an unsupported file, as whole sentences; absent where nothing is known to help. */
  advice?: RefusalDetail;
}

const AS_TEXT: RefusalDetail = {
  sv: 'Spara den som DOCX eller PDF i programmet som den är skriven i.',
  en: 'Save it as DOCX or PDF in the program that it was written in.',
};
const AS_PDF: RefusalDetail = {
  sv: 'Spara den som PDF i programmet som den är gjord i.',
  en: 'Save it as PDF in the program that it was made in.',
};
const AS_PICTURE: RefusalDetail = {
  sv: 'Spara bilden som PDF, TIFF, PNG eller JPEG.',
  en: 'Save the picture as PDF, TIFF, PNG or JPEG.',
};
const UNPACK: RefusalDetail = {
  sv: 'Packa upp den och läs in filerna som finns i den.',
  en: 'Unpack it and take in the files that it holds.',
};
const INGEST: RefusalDetail = {
  sv: 'Läs in den med ingest, som tar filerna i den var för sig.',
  en: 'Take it in with ingest, which takes each of the files that it holds.',
};

/** A kind of file that is told by its first bytes and not read. */
interface Unsupported {
  name: string;
  bytes: readonly number[];
  at?: number;
  advice?: RefusalDetail;
}

/** Signatures of common files that are not read, with a name people know. From the formats' own specifications. */
const UNSUPPORTED: readonly Unsupported[] = [
  { name: 'RTF', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], advice: AS_TEXT },
  { name: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38], advice: AS_PICTURE },
  { name: 'BMP', bytes: [0x42, 0x4d], advice: AS_PICTURE },
  { name: 'WebP', bytes: [0x57, 0x45, 0x42, 0x50], at: 8, advice: AS_PICTURE },
  { name: 'HEIC', bytes: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65], at: 4, advice: AS_PICTURE },
  { name: 'JPEG 2000', bytes: [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50], advice: AS_PICTURE },
  { name: 'PostScript', bytes: [0x25, 0x21, 0x50, 0x53], advice: AS_PDF },
  { name: 'gzip', bytes: [0x1f, 0x8b], advice: UNPACK },
  { name: '7-Zip', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], advice: UNPACK },
  { name: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21], advice: UNPACK },
];

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/**
 * What a file of the older Office programs is, by the names of its streams (MS-CFB), which stand in it as UTF-16. A
 * message may hold files of the other kinds, and a Word file an Excel sheet: the first that is found says it.
 */
const IN_OLE2: readonly { stream: string; sniffed: Sniffed }[] = [
  { stream: '__properties_version1.0', sniffed: unsupported('Outlook (MSG)', AS_PDF) },
  { stream: 'EncryptedPackage', sniffed: { type: 'encrypted', name: 'Office' } },
  { stream: 'WordDocument', sniffed: unsupported('Word 97–2003 (DOC)', AS_TEXT) },
  { stream: 'PowerPoint Document', sniffed: unsupported('PowerPoint 97–2003 (PPT)', AS_PDF) },
  { stream: 'Workbook', sniffed: unsupported('Excel 97–2003 (XLS)', AS_PDF) },
];

/** Word, Excel and the rest are ZIP archives as well. */
const IN_ZIP: { readonly [kind in ZipKind]: Sniffed } = {
  docx: { type: 'docx', name: 'Word (DOCX)' },
  xlsx: unsupported('Excel (XLSX)', AS_PDF),
  pptx: unsupported('PowerPoint (PPTX)', AS_PDF),
  odf: unsupported('OpenDocument (ODT, ODS, ODP)', AS_TEXT),
  package: unsupported('EPUB, Visio …', AS_PDF),
  zip: { type: 'zip', name: 'ZIP', advice: INGEST },
};

/** Little and big endian, and BigTIFF of either (TIFF 6.0, section 2). */
const TIFF = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x49, 0x49, 0x2b, 0x00],
  [0x4d, 0x4d, 0x00, 0x2b],
];
/** A PDF's header may stand anywhere in the first 1,024 bytes (ISO 32000-1, annex H.3, note 13). */
const PDF_HEADER_WITHIN = 1024;
/** Enough of a file to tell text from other bytes. */
const TEXT_SAMPLE = 1 << 16;

/** Tells what `bytes` are. A web page saved as a file is text. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { type: 'empty', name: null };
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { type: 'png', name: 'PNG' };
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { type: 'jpeg', name: 'JPEG' };
  if (TIFF.some((signature) => startsWith(bytes, signature))) return { type: 'tiff', name: 'TIFF' };
  // Before PDF: the first member of an archive may be one, as it is.
  if (beginsAsZip(bytes)) return IN_ZIP[kindOfZip(namesInZip(bytes))];
  if (startsWith(bytes, OLE2)) return inOle2(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_HEADER_WITHIN));
  if (head.includes('%PDF-')) return { type: 'pdf', name: 'PDF' };
  const known = UNSUPPORTED.find((u) => startsWith(bytes, u.bytes, u.at));
  // A signature of two or three letters may begin a text as well.
  if (known && (known.bytes.length > 3 || !looksLikeText(bytes)))
    return unsupported(known.name, known.advice);
  if (isUtf16(bytes)) return { type: 'text', name: 'UTF-16' };
  if (!looksLikeText(bytes)) return { type: 'unknown', name: null };
  if (isBlank(bytes)) return { type: 'empty', name: null };
  return isJson(bytes) ? { type: 'unknown', name: 'JSON' } : { type: 'text', name: 'text' };
}

/** Text marked as UTF-16 by its byte order mark, as some Windows programs save it. */
export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((b, i) => bytes[at + i] === b);
}

function unsupported(name: string, advice?: RefusalDetail): Sniffed {
  return { type: 'unknown', name, ...(advice && { advice }) };
}

function inOle2(bytes: Uint8Array): Sniffed {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = IN_OLE2.find(({ stream }) => file.includes(Buffer.from(stream, 'utf16le')));
  return found?.sniffed ?? unsupported('Office 97–2003 (OLE2)', AS_PDF);
}

/**
 * Text has no NUL and hardly any control characters. Valid UTF-8 of letters is text; other bytes must look like
 * windows-1252, the encoding of older Swedish systems.
 */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, TEXT_SAMPLE);
  let control = 0;
  let high = 0;
  for (const b of sample) {
    if (b === 0) return false;
    if (b < 0x20 && b !== 0x09 && b !== 0x0a && b !== 0x0d && b !== 0x0c) control++;
    if (b >= 0x80) high++;
  }
  if (control > sample.length * 0.01) return false;
  // Swedish in one byte a letter has some 5 % of å, ä, ö; compressed or encrypted bytes have half above 0x7f.
  return high < sample.length * 0.25 || isUtf8(sample);
}

function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Data of a program, however it is named: the whole file is a JSON object or list, or every line is one (JSON
 * Lines). Its texts may be a record's, but nobody wrote them there as one. What only begins so is text.
 */
function isJson(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes).trim();
  if (!/^[[{]/.test(text)) return false;
  if (isJsonValue(text)) return true;
  const lines = text.split('\n');
  return lines.length > 1 && lines.every((line) => line.trim() === '' || isJsonValue(line.trim()));
}

function isJsonValue(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isBlank(bytes: Uint8Array): boolean {
  const isSpace = (b: number) => b <= 0x20;
  const body = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes;
  return body.every(isSpace);
}
