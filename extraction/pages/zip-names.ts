/** What a ZIP holds, by the names of its members alone: an office document, or an archive of files. */

/** Members, no members, and the first part of several (APPNOTE.TXT 4.3.7, 4.3.16, 8.5.4, 8.5.5). */
const BEGINNINGS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08', 'PK00'];

/** Whether a file that begins so is a ZIP, whatever it is called. */
export const beginsAsZip = (head: Uint8Array): boolean =>
  BEGINNINGS.includes(Buffer.from(head.subarray(0, 4)).toString('latin1'));

/** Office documents are ZIP archives too; `package` is another document (EPUB, Visio …), `zip` an archive of files. */
export type ZipKind = 'docx' | 'xlsx' | 'pptx' | 'odf' | 'package' | 'zip';

/** More names than this say nothing new of what a file is. */
export const MAX_NAMES = 20_000;
/** The end record is 22 bytes and a comment of at most 65,535 (APPNOTE.TXT 4.3.16). */
const END_WITHIN = 22 + 0xffff;
const [LOCAL, CENTRAL, END, END64] = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50];

/**
 * What a ZIP whose members have these names is. Office documents keep their parts in folders of fixed names beside
 * a list of what the parts are (ECMA-376-2, OpenDocument 1.2 part 3); names differ in case between programs.
 */
export function kindOfZip(names: Iterable<string>): ZipKind {
  const all = new Set<string>();
  const folders = new Set<string>();
  for (const raw of names) {
    const name = raw.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
    all.add(name);
    folders.add(name.split('/', 1)[0] as string);
  }
  const isOffice = all.has('[content_types].xml');
  if (all.has('word/document.xml') || (isOffice && folders.has('word'))) return 'docx';
  if (all.has('xl/workbook.xml') || (isOffice && folders.has('xl'))) return 'xlsx';
  if (all.has('ppt/presentation.xml') || (isOffice && folders.has('ppt'))) return 'pptx';
  if (all.has('mimetype') && all.has('content.xml')) return 'odf';
  return isOffice || all.has('mimetype') ? 'package' : 'zip';
}

/** The names of a ZIP's members, by its directory or, where its end is missing, as far as members can be found. */
export function namesInZip(bytes: Uint8Array): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = namesInDirectory(view);
  return listed.length > 0 ? listed : namesBeforeMembers(view);
}

function namesInDirectory(zip: Buffer): string[] {
  const names: string[] = [];
  let at = directoryOf(zip);
  while (at !== null && at + 46 <= zip.length && names.length < MAX_NAMES) {
    if (zip.readUInt32LE(at) !== CENTRAL) break;
    const length = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

/** Where the directory begins; null where the file has no end record. */
function directoryOf(zip: Buffer): number | null {
  const from = Math.max(0, zip.length - END_WITHIN);
  const end = zip.subarray(from).lastIndexOf(signature(END)) + from;
  if (end < from || end + 22 > zip.length) return null;
  const start = zip.readUInt32LE(end + 16);
  if (start !== 0xffffffff) return start;
  // ZIP64: the record that the locator before the end points to (4.3.14, 4.3.15).
  if (end < 20) return null;
  const at = Number(zip.readBigUInt64LE(end - 12));
  if (at + 56 > zip.length || zip.readUInt32LE(at) !== END64) return null;
  return Number(zip.readBigUInt64LE(at + 48));
}

function namesBeforeMembers(zip: Buffer): string[] {
  const names: string[] = [];
  const local = signature(LOCAL);
  let at = zip.indexOf(local);
  while (at >= 0 && at + 30 <= zip.length && names.length < MAX_NAMES) {
    const length = zip.readUInt16LE(at + 26);
    names.push(zip.toString('utf8', at + 30, at + 30 + length));
    at = zip.indexOf(local, at + 30 + length);
  }
  return names;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
