/** Makes ZIP files for tests, byte for byte: also such as no program would write. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Member {
  name: string;
  content: string | Uint8Array;
  /** Packed unless false. */
  compress?: boolean;
  /** The size unpacked that the directory claims; the true one when not given. */
  claims?: number;
}

/** A ZIP of these members, in their order. */
export function makeZip(members: readonly Member[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, compress = true, claims } of members) {
    const plain = Buffer.from(content);
    const stored = compress ? deflateRawSync(plain) : plain;
    const path = Buffer.from(name);
    // From "general purpose bit flag" on, both headers say the same (APPNOTE.TXT 4.3.7, 4.3.12).
    const shared = Buffer.alloc(22);
    shared.writeUInt16LE(0x0800, 0);
    shared.writeUInt16LE(compress ? 8 : 0, 2);
    shared.writeUInt32LE(crc32(plain), 8);
    shared.writeUInt32LE(stored.length, 12);
    shared.writeUInt32LE(claims ?? plain.length, 16);
    shared.writeUInt16LE(path.length, 20);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04\x14\0', 'latin1'),
      shared,
      Buffer.alloc(2),
      path,
      stored,
    ]);
    const place = Buffer.alloc(16);
    place.writeUInt32LE(at, 12);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02\x14\0\x14\0', 'latin1'),
        shared,
        Buffer.alloc(2),
        place.subarray(2),
        path,
      ]),
    );
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}
