/** Reads a form with files as it comes: no file is ever in memory whole, and one whose end is missing is never taken for one. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';

export interface FormParts {
  field(name: string, value: string): void;
  /** Takes a file's bytes; what it leaves is passed over. Files come one after the other. */
  file(name: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
}

const FIELDS = 20;
const FIELD_BYTES = 2_000;
const HEADER_BYTES = 16_000;

/** What came was cut off, or is no form. */
export class CutOff extends Error {
  override readonly name = 'CutOff';
}

/**
 * Resolves when the last part is dealt with. Rejects with CutOff when the connection breaks or the form ends before its end,
 * and with what `file` first rejected with, after the rest has been passed over: who sends listens only then.
 */
export async function readForm(
  type: string,
  body: ReadableStream<Uint8Array> | null,
  parts: FormParts,
): Promise<void> {
  if (!body || !/^multipart\/form-data\s*;.*boundary=/iu.test(type)) throw new CutOff('no form with files');
  const form = new Busboy({
    headers: { 'content-type': type },
    preservePath: true,
    limits: { fields: FIELDS, fieldSize: FIELD_BYTES, headerPairs: 20, headerSize: HEADER_BYTES },
  });
  let cut: CutOff | null = null;
  let fault: { error: unknown } | null = null;
  let taking = Promise.resolve();
  const open = new Set<BusboyFileStream>();
  const breakOff = (error: unknown): void => {
    cut ??= new CutOff('the connection broke', { cause: error });
    for (const file of open) file.destroy(cut);
  };

  async function* whole(file: BusboyFileStream): AsyncGenerator<Uint8Array> {
    // what is left is passed over below, and the form's other parts come after it
    yield* file.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
    if (cut) throw cut;
  }

  form.on('field', (name, value) => parts.field(name, value));
  form.on('file', (_, file, name) => {
    open.add(file);
    file.on('error', breakOff);
    taking = taking.then(async () => {
      try {
        if (cut) throw cut;
        // a field for files that nothing was chosen in
        if (name && !fault) await parts.file(name, whole(file));
      } catch (error) {
        fault ??= { error };
      }
      file.resume();
      open.delete(file);
    });
  });
  try {
    await pipeline(Readable.fromWeb(body as import('node:stream/web').ReadableStream), form);
  } catch (error) {
    breakOff(error);
  }
  await taking;
  if (cut) throw cut;
  const failed = fault as { error: unknown } | null;
  if (failed) throw failed.error;
}
