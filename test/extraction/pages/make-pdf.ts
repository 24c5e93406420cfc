/** Small PDFs written by hand, so that a test says exactly what is in the file. */
import { createHash } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';

/** Text at (x, y) points from the bottom left of the unrotated page. */
export interface Shown {
  text: string;
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
  /** Extra space between characters, points (Tc). */
  spacing?: number;
  /** Degrees anticlockwise. */
  turn?: number;
}

export interface MadePage {
  text?: Shown[];
  width?: number;
  height?: number;
  /** /Rotate */
  rotate?: number;
  /** Further operators of the content stream. */
  operators?: string;
  /** Dictionary entries of the page, and objects they refer to by name: `{ Annots: '[@note]' }`. */
  entries?: Record<string, string>;
}

export interface MadeFile {
  pages: MadePage[];
  /** Further objects by name; `@name` in any object refers to one. */
  objects?: Record<string, string>;
  /** Entries of the trailer. */
  trailer?: string;
  encrypt?: 'user' | 'owner';
}

/** The bytes of a PDF with these pages. */
export function makePdf({ pages, objects = {}, trailer = '', encrypt }: MadeFile): Uint8Array {
  const file = new PdfFile();
  const id = Buffer.alloc(16, 7);
  const key = encrypt ? encryptionKey(OWNER, id) : null;
  for (const name of ['catalog', 'tree', 'regular', 'bold']) file.reserve(name);
  for (const name of Object.keys(objects)) file.reserve(name);
  pages.forEach((_, i) => {
    file.reserve(`page${i}`);
    file.reserve(`content${i}`);
  });
  file.set('catalog', '<< /Type /Catalog /Pages @tree >>');
  file.set(
    'tree',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `@page${i}`).join(' ')}] /Count ${pages.length} >>`,
  );
  file.set('regular', font('Helvetica'));
  file.set('bold', font('Helvetica-Bold'));
  pages.forEach((page, i) => {
    const { width = 595, height = 842, rotate = 0, entries = {} } = page;
    const extra = Object.entries(entries).map(([k, v]) => `/${k} ${v}`);
    file.set(
      `page${i}`,
      `<< /Type /Page /Parent @tree /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents @content${i} ` +
        `/Resources << /Font << /F1 @regular /F2 @bold >> /XObject << ${objects.image ? '/Im @image' : ''} >> >> ${extra.join(' ')} >>`,
    );
    const content = Buffer.from(
      `${(page.text ?? []).map(show).join('\n')}\n${page.operators ?? ''}`,
      'latin1',
    );
    const no = file.number(`content${i}`);
    file.setStream(`content${i}`, '', key ? rc4(objectKey(key, no), content) : content);
  });
  for (const [name, body] of Object.entries(objects)) file.set(name, body);
  let end = trailer;
  if (encrypt) {
    // A user password makes /U something that no key from the empty password gives.
    const user = encrypt === 'user' ? Buffer.alloc(32, 1) : rc4(key as Buffer, PADDING);
    end += ` /ID [<${id.toString('hex')}> <${id.toString('hex')}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${OWNER.toString('hex')}> /U <${user.toString('hex')}> >>`;
  }
  return file.bytes(end);
}

/** A PDF from objects alone; the first is the catalog. */
export function pdfOf(
  objects: Record<string, string | { dictionary: string; stream: Uint8Array }>,
): Uint8Array {
  const file = new PdfFile();
  for (const name of Object.keys(objects)) file.reserve(name);
  for (const [name, body] of Object.entries(objects)) {
    if (typeof body === 'string') file.set(name, body);
    else file.setStream(name, body.dictionary, body.stream);
  }
  return file.bytes('');
}

/** A deflated stream of `megabytes` zero bytes, made of one packed piece over and over (so without a checksum). */
export function deflatedZeros(megabytes: number): Uint8Array {
  const piece = deflateRawSync(Buffer.alloc(2 ** 24), { finishFlush: constants.Z_FULL_FLUSH });
  const pieces = Array<Buffer>(Math.ceil(megabytes / 16)).fill(piece);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...pieces, Buffer.from([3, 0])]);
}

/** An image object of one white pixel, to be drawn any size by `/Im Do`. */
export const PIXEL =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n~\nendstream';

class PdfFile {
  private readonly names: string[] = [];
  private readonly bodies = new Map<string, Buffer>();

  reserve(name: string): void {
    this.names.push(name);
  }

  number(name: string): number {
    const at = this.names.indexOf(name);
    if (at < 0) throw new Error(`no object ${name}`);
    return at + 1;
  }

  set(name: string, body: string): void {
    this.bodies.set(name, Buffer.from(this.resolve(body), 'latin1'));
  }

  setStream(name: string, dictionary: string, stream: Uint8Array): void {
    const head = this.resolve(`<< ${dictionary} /Length ${stream.length} >>\nstream\n`);
    this.bodies.set(name, Buffer.concat([Buffer.from(head, 'latin1'), stream, Buffer.from('\nendstream')]));
  }

  bytes(trailer: string): Uint8Array {
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe5\xe4\xf6\n', 'latin1')];
    const offsets: number[] = [];
    let length = (parts[0] as Buffer).length;
    const add = (part: Buffer) => {
      parts.push(part);
      length += part.length;
    };
    this.names.forEach((name, i) => {
      offsets.push(length);
      add(Buffer.from(`${i + 1} 0 obj\n`));
      add(this.bodies.get(name) as Buffer);
      add(Buffer.from('\nendobj\n'));
    });
    const start = length;
    const rows = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
    const size = this.names.length + 1;
    add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`));
    add(
      Buffer.from(
        `trailer\n<< /Size ${size} /Root 1 0 R ${this.resolve(trailer)} >>\nstartxref\n${start}\n%%EOF\n`,
      ),
    );
    return new Uint8Array(Buffer.concat(parts));
  }

  private resolve(body: string): string {
    return body.replace(/@(\w+)/g, (_, name: string) => `${this.number(name)} 0 R`);
  }
}

function font(name: string): string {
  // Differences put what WinAnsi lacks where a test can write it: 1 = fi ligature.
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>`;
}

function show({ text, x, y, size = 11, bold = false, spacing = 0, turn = 0 }: Shown): string {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((n) => n.toFixed(6));
  const escaped = text
    .replace(/[\\()]/g, '\\$&')
    .replaceAll('ﬁ', '\x01')
    .replaceAll('–', '\x96')
    .replaceAll('•', '\x95');
  return `BT /F${bold ? 2 : 1} ${size} Tf ${spacing} Tc ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm (${escaped}) Tj ET`;
}

/** The standard security handler, revision 2 (ISO 32000-1, 7.6.3). */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const OWNER = Buffer.alloc(32, 3);

function encryptionKey(owner: Buffer, id: Buffer): Buffer {
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  return md5(Buffer.concat([PADDING, owner, permissions, id])).subarray(0, 5);
}

function objectKey(key: Buffer, no: number): Buffer {
  return md5(Buffer.concat([key, Buffer.from([no & 255, no >> 8, 0, 0, 0])])).subarray(0, 10);
}

function md5(data: Buffer): Buffer {
  return createHash('md5').update(data).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (s[i] as number) + (key[i % key.length] as number)) & 255;
    [s[i], s[j]] = [s[j] as number, s[i] as number];
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (s[i] as number)) & 255;
      [s[i], s[j]] = [s[j] as number, s[i] as number];
      return byte ^ (s[((s[i] as number) + (s[j] as number)) & 255] as number);
    }),
  );
}
