/** The parts of an office document: a ZIP whose members refer to each other (ECMA-376-2), unpacked within bounds. */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../../refusal.ts';
import { elements, type Node, parseXml } from './xml.ts';

/** What one part may unpack to, bytes. The text of a thousand pages is some tens of millions. */
const MAX_XML = 64_000_000;
const MAX_PICTURE = 256_000_000;
const MAX_PARTS = 20_000;

/** A reference from one part to another: its kind (the last word of its type) and the part's path, or null if it is outside. */
export interface Relation {
  kind: string;
  target: string | null;
}

export interface Package {
  /** The tree of a part; null where the document has no such part. Throws a Refusal when it is at fault. */
  xml(path: string): Promise<Node | null>;
  /** The bytes of a picture; null as above. */
  bytes(path: string): Promise<Uint8Array | null>;
  /** What a part refers to, by the ids that it uses. */
  relations(path: string): Promise<Map<string, Relation>>;
}

/** Opens a package. Throws a Refusal when the ZIP is cut off, damaged or encrypted. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const { zip, entries } = await list(bytes);
  const read = async (path: string, most: number): Promise<Uint8Array | null> => {
    const entry = entries.get(path.toLowerCase());
    return entry ? unpack(zip, entry, most) : null;
  };
  const xml = async (path: string): Promise<Node | null> => {
    const part = await read(path, MAX_XML);
    return part && parseXml(part);
  };
  return {
    xml,
    bytes: (path) => read(path, MAX_PICTURE),
    relations: async (path) => relationsOf(await xml(relationsPath(path)), path),
  };
}

async function list(bytes: Uint8Array): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>();
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
    });
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= MAX_PARTS) throw new Refusal('bomb');
      entries.set(entry.fileName.replace(/^\/+/, '').toLowerCase(), entry);
    }
    return { zip, entries };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const isCut = error instanceof Error && /end of central directory/i.test(error.message);
    throw new Refusal(isCut ? 'truncated' : 'damaged', null, { cause: error });
  }
}

/** One member. It may not grow beyond what the directory says, nor beyond `most`. */
async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  if ((entry.generalPurposeBitFlag & 1) !== 0) throw new Refusal('encrypted');
  if (entry.uncompressedSize > most) throw new Refusal('bomb');
  try {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    const whole = Buffer.concat(parts);
    if (crc32(whole) !== entry.crc32) throw new Error(`${entry.fileName} is not what was packed`);
    return whole;
  } catch (error) {
    throw new Refusal('damaged', null, { cause: error });
  }
}

function relationsPath(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

function relationsOf(tree: Node | null, from: string): Map<string, Relation> {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  return new Map(
    elements(tree ?? undefined).flatMap(({ attributes }): [string, Relation][] => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
      if (!id || !type || !target) return [];
      const kind = type.slice(type.lastIndexOf('/') + 1);
      return [[id, { kind, target: mode === 'External' ? null : resolved(folder, target) }]];
    }),
  );
}

/** A path as seen from a folder of the package, without "." and "..". */
function resolved(folder: string, target: string): string {
  const whole = target.startsWith('/') ? target : `${folder}${target}`;
  const way: string[] = [];
  for (const step of whole.split('/')) {
    if (step === '..') way.pop();
    else if (step !== '' && step !== '.') way.push(step);
  }
  return way.join('/');
}
