/**
 * What a PDF holds besides what its pages show: properties, comments, attachments, earlier revisions. Looked for in the bytes,
 * object by object, so that also what no page refers to any more is found. Pure.
 */
import { inflateSync } from 'node:zlib';
import type { Besides, BesideText } from './beside-text.ts';
import { stringsIn } from './pdf-strings.ts';

/** Of a larger file nothing is told. */
const MAX_BYTES = 200_000_000;
const MAX_UNPACKED = 300_000_000;
/** How far before the word "stream" its dictionary may begin. */
const DICTIONARY = 16_384;
/** Bytes after the end of a file that mail systems add. */
const MAX_AFTER = 1_024;

/** Names that only stand in a file that holds more than pages. */
const MORE: readonly (readonly [reason: string, names: RegExp])[] = [
  ['encrypted', /\/Encrypt\b/u],
  ['script', /\/(?:JavaScript|JS|Launch|SubmitForm|ImportData|Rendition)\b/u],
  ['attachment', /\/(?:EmbeddedFiles?|EF|AF|Collection|FileAttachment|RichMedia|GoToE)\b/u],
  ['form', /\/(?:XFA|Widget)\b/u],
  [
    'note',
    /\/Subtype\s*\/(?:Text|FreeText|Line|Square|Circle|Poly(?:gon|Line)|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|Popup|Sound|Movie|Screen|PrinterMark|TrapNet|Watermark|3D|Redact|Projection)\b/u,
  ],
  ['layer', /\/(?:OCProperties|OCG|OCMD)\b/u],
  ['private', /\/(?:PieceInfo|Thumb|SpiderInfo)\b/u],
];

/** Keys of texts that programs write, for programs. */
const OF_PROGRAMS =
  /^(?:ID|CreationDate|ModDate|M|Lang|Registry|Ordering|FontFamily|CharSet|Producer|Creator|Panose|D|Dest|Names|Limits|Nums|P|S|SrcModified|OutputCondition|OutputConditionIdentifier|RegistryName|Info|Trapped|Style|Version|Type|PTEX\.Fullbanner|DA|Cert)$/u;

export function besidesPdf(file: Buffer): Besides {
  if (file.length > MAX_BYTES) return { more: 'size', texts: [] };
  const texts: BesideText[] = [];
  const objects: string[] = [];
  let more: string | null = null;
  let unpacked = 0;
  const unpack = (packed: Buffer): string | null => {
    try {
      const plain = inflateSync(packed, { maxOutputLength: MAX_UNPACKED - unpacked, finishFlush: 2 });
      unpacked += plain.length;
      return plain.toString('latin1');
    } catch {
      return null;
    }
  };
  let from = 0;
  for (const { start, end, dictionary } of streamsOf(file)) {
    objects.push(file.toString('latin1', from, start));
    from = end;
    const kind = kindOf(dictionary);
    if (kind === 'drawn') {
      if (hasOwnProperties(file.subarray(start, end))) more ??= 'picture';
      continue;
    }
    const filters = dictionary.match(/\/(?:\w+Decode|Fl|LZW|A85|AHx|RL|CCF|DCT|Crypt)\b/gu) ?? [];
    const isPacked = filters.length === 1 && /^\/Fl(?:ateDecode)?$/u.test(filters[0] as string);
    const plain = isPacked
      ? unpack(file.subarray(start, end))
      : filters.length === 0
        ? file.toString('latin1', start, end)
        : null;
    if (plain === null) more ??= 'unknown';
    else if (kind === 'objects') objects.push(plain);
    else if (kind === 'properties') texts.push(...ofXmp(Buffer.from(plain, 'latin1').toString('utf8')));
    else texts.push(...ofContent(plain));
  }
  objects.push(file.toString('latin1', from));
  // a name may be written with its letters as numbers
  const named = objects
    .join('\n')
    .replaceAll(/#([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  more ??= MORE.find(([, names]) => names.test(named))?.[0] ?? (wasChanged(file, named) ? 'revision' : null);
  for (const { key, text } of stringsIn(objects.join('\n')))
    if (!OF_PROGRAMS.test(key)) texts.push({ key, text });
  return { more, texts };
}

interface Stream {
  start: number;
  end: number;
  dictionary: string;
}

function* streamsOf(file: Buffer): Generator<Stream> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    if (!before.trimEnd().endsWith('>>')) continue;
    let start = at + 6;
    if (file[start] === 0x0d) start++;
    if (file[start] === 0x0a) start++;
    const end = file.indexOf('endstream', start);
    yield {
      start,
      end: end < 0 ? file.length : end,
      dictionary: before.slice(before.lastIndexOf(' obj') + 1),
    };
    if (end < 0) return;
    at = end + 3;
  }
}

/** drawn: a picture, a font, a colour, which text is not looked for in. */
function kindOf(dictionary: string): 'objects' | 'properties' | 'drawn' | 'content' {
  if (/\/Type\s*\/ObjStm\b/u.test(dictionary)) return 'objects';
  if (/\/Type\s*\/Metadata\b|\/Subtype\s*\/XML\b/u.test(dictionary)) return 'properties';
  const isDrawn =
    /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)\b|\/Length[123]\b|\/Type\s*\/XRef\b|\/(?:FunctionType|ShadingType)\b|\/N\s+[134]\b/u;
  return isDrawn.test(dictionary) ? 'drawn' : 'content';
}

/** Exif's "GPSInfo" (0x8825), a pointer, in either order of bytes: a photo that tells where it was taken. */
const GPS = ['8825000400000001', '2588040001000000'].map((hex) => Buffer.from(hex, 'hex'));

function hasOwnProperties(picture: Buffer): boolean {
  const head = picture.subarray(0, 65_536);
  return (
    picture[0] === 0xff &&
    picture[1] === 0xd8 &&
    head.includes('Exif\0\0') &&
    GPS.some((tag) => head.includes(tag))
  );
}

/** What is to be read in place of what is drawn. */
const ofContent = (plain: string): BesideText[] =>
  [...plain.matchAll(/\/(ActualText|Alt|E|Contents|T)\s{0,3}[(<]/gu)].flatMap(({ 1: key = '', index }) => {
    const [first] = stringsIn(plain.slice(index, index + 4_000));
    return first ? [{ key, text: first.text }] : [];
  });

/** Elements of XMP that programs write, for programs. */
const XMP_OF_PROGRAMS =
  /^(?:xmp:CreatorTool|pdf:Producer|pdf:PDFVersion|pdf:Trapped|dc:format|dc:language|xmpMM:.*|stEvt:.*|stRef:.*|pdfaid:.*|pdfuaid:.*|pdfx.*id:.*|xmp:\w*Date|pdfaExtension:.*|pdfaSchema:.*|pdfaProperty:.*|xmlns.*|rdf:about|rdf:parseType|x:xmptk|xml:lang|pdfx:GTS_.*|xmpTPg:.*|stFnt:.*|xmpG:.*)$/u;

function ofXmp(xml: string): BesideText[] {
  const decode = (text: string): string =>
    text.replaceAll(/&(?:amp|lt|gt|quot|apos);|&#(\d{1,7});/gu, (hit, code?: string) =>
      code
        ? String.fromCodePoint(Math.min(Number(code), 0x10ffff))
        : ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }[hit] ?? hit),
    );
  const texts: BesideText[] = [];
  const open: string[] = [];
  for (const { 0: tag, 1: name = '', index } of xml.matchAll(/<\/?([\w.:-]{1,100})[^<>]*>/gu)) {
    const isEnd = tag[1] === '/';
    if (isEnd) open.pop();
    else {
      for (const { 1: key = '', 2: a = '', 3: b = '' } of tag.matchAll(
        /([\w.:-]{1,100})=(?:"([^"]*)"|'([^']*)')/gu,
      ))
        texts.push({ key, text: decode(a || b) });
      if (!tag.endsWith('/>')) open.push(name);
    }
    const after = xml.indexOf('<', index + tag.length);
    const text = xml.slice(index + tag.length, after < 0 ? xml.length : after).trim();
    // "rdf:li" says nothing: what it is of does
    if (text !== '' && open.length > 0)
      texts.push({ key: open.findLast((one) => !/^rdf:/u.test(one)) ?? '', text: decode(text) });
  }
  return texts.filter(({ key }) => !XMP_OF_PROGRAMS.test(key));
}

/** Whether something was appended: what was there before is there still. Files made to be shown page by page have two tables. */
function wasChanged(file: Buffer, objects: string): boolean {
  const ends = objects.match(/\bstartxref\b/gu)?.length ?? 0;
  const isLinear = /\/Linearized\b/u.test(file.toString('latin1', 0, 2_048));
  return ends > (isLinear ? 2 : 1) || file.length - file.lastIndexOf('%%EOF') > MAX_AFTER;
}
