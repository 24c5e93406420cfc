/** ZIPs for tests: written as programs write them, and byte by byte where no program would. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';

/** A ZIP as programs of today write it; `large`: in the form of those over 4 GB (ZIP64). */
export async function zipOf(
  files: { [name: string]: string | Uint8Array },
  { large = false } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name);
    else if (large)
      zip.addReadStream(Readable.from([Buffer.from(content)]), name, { forceZip64Format: true });
    else zip.addBuffer(Buffer.from(content), name);
  }
  zip.end({ forceZip64Format: large });
  return buffer(zip.outputStream as AsyncIterable<Uint8Array>);
}

/** One entry as it stands in the bytes; what is left out is what is right. */
export interface RawEntry {
  name: string | Uint8Array;
  content?: string | Uint8Array;
  /** General purpose bits; 0x800: the name is UTF-8, 1: encrypted. */
  flags?: number;
  method?: number;
  /** The packed bytes, whatever the content. */
  packed?: Uint8Array;
  crc?: number;
  size?: number;
  packedSize?: number;
  extra?: Uint8Array;
  /** Upper byte: the system that made it (0 DOS, 3 Unix). */
  madeBy?: number;
  attributes?: number;
  /** The entry uses the local header and packed bytes of the one with this number. */
  sameAs?: number;
}

/** A ZIP by hand. @param declared how many entries its end says that it has */
export function rawZip(entries: RawEntry[], declared = entries.length): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content ?? '');
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(content) : content);
    const extra = entry.extra ?? Buffer.alloc(0);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(entry.flags ?? 0, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(entry.crc ?? crc32(content), 10);
    head.writeUInt32LE(entry.packedSize ?? packed.length, 14);
    head.writeUInt32LE(entry.size ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    head.writeUInt16LE(extra.length, 24);
    const offset = entry.sameAs === undefined ? at : (offsets[entry.sameAs] as number);
    offsets.push(offset);
    if (entry.sameAs === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, extra, packed]);
      locals.push(local);
      at += local.length;
    }
    const [madeBy, tail] = [Buffer.alloc(2), Buffer.alloc(14)];
    madeBy.writeUInt16LE(entry.madeBy ?? 20, 0);
    tail.writeUInt32LE(entry.attributes ?? 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, head, tail, name, extra]));
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(declared, 8);
  end.writeUInt16LE(declared, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listing, end]);
}

/** A field behind a name: its id and data. */
export function extraField(id: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}
