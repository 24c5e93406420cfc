/** A ZIP's directory: what it says that it holds, before anything is unpacked. */
import type { FileHandle } from 'node:fs/promises';
import { type Entry, fromRandomAccessReaderPromise, type RandomAccessReader, type ZipFile } from 'yauzl';
import { Refusal } from '../../../extraction/refusal.ts';
import { readerOf } from './reader.ts';

const ENTRY = 0x02014b50;

/** The entries in the order of the directory. Throws Refusal when it, or part of it, cannot be read. */
export async function* entriesOf(file: FileHandle): AsyncGenerator<{ entry: Entry; zip: ZipFile }> {
  const reader = readerOf(file);
  let zip: ZipFile | undefined;
  let read = 0;
  try {
    const { size } = await file.stat();
    zip = await fromRandomAccessReaderPromise(reader, size, {
      autoClose: false,
      decodeStrings: false, // names are told in zip/names.ts, also odd ones
      validateEntrySizes: false, // one entry's lie is no reason to give up the others: zip/unpack.ts counts
    });
    const declared = zip.entryCount;
    // Old programs count to 65,535 only: the directory itself says where it ends.
    zip.entryCount = Number.POSITIVE_INFINITY;
    const entries = zip.eachEntry();
    while (await isEntryAt(reader, zip.readEntryCursor as unknown as number)) {
      const { value } = (await entries.next()) as { value: Entry };
      read += 1;
      yield { entry: value, zip };
    }
    if (read < declared) throw new Error(`the directory ends after ${read} of ${declared} entries`);
  } catch (error) {
    throw asRefusal(error, read);
  } finally {
    zip?.close();
  }
}

function isEntryAt(reader: RandomAccessReader, position: number): Promise<boolean> {
  const signature = Buffer.alloc(4);
  return new Promise((resolve, reject) => {
    reader.read(signature, 0, 4, position, (error) => {
      if (error && 'code' in error) reject(error);
      else resolve(error === null && signature.readUInt32LE(0) === ENTRY);
    });
  });
}

/** Errors of the disk have a code and are none of the ZIP's. */
function asRefusal(error: unknown, read: number): unknown {
  if (!(error instanceof Error) || 'code' in error || error instanceof Refusal) return error;
  const { message } = error;
  if (/strong encryption/u.test(message)) return new Refusal('encrypted');
  const cutOff = /end of central directory record signature not found|unexpected end of file/iu.test(message);
  return new Refusal(
    cutOff && read === 0 ? 'truncated' : 'damaged',
    read === 0
      ? null
      : {
          sv: `Innehållsförteckningen tar slut efter ${read} filer.`,
          en: `Its directory ends after ${read} files.`,
        },
    { cause: error },
  );
}
