/**
 * Keeps made-up bytes until it is killed: `node putting-process.ts`, told by PUT (JSON). The parts come slowly enough to be met
 * in the middle, and with `killAt` it kills itself there: before the part of that number is given, or behind the last one.
 */
import { openBlobs, type StoresSettings } from '../../engine/stores/index.ts';

/** How many parts of so many bytes, and which: the same number gives the same. */
export interface Bytes {
  parts: number;
  bytes: number;
  number: number;
}

export interface Put extends Bytes {
  settings: StoresSettings;
  killAt?: number;
}

/** The parts of a blob of that number. */
export async function* partsOf({ parts, bytes, number }: Bytes): AsyncGenerator<Buffer> {
  for (let part = 0; part < parts; part++) yield Buffer.alloc(bytes, `${number}:${part}:`);
}

async function main(put: Put): Promise<void> {
  const blobs = await openBlobs(put.settings);
  async function* coming() {
    let at = 0;
    for await (const part of partsOf(put)) {
      if (at === put.killAt) process.kill(process.pid, 'SIGKILL');
      at += 1;
      yield part;
    }
    if (at === put.killAt) process.kill(process.pid, 'SIGKILL');
    // what was asked for comes before anything else can be done
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await blobs.putStream(coming());
  process.stdout.write('kept\n');
}

if (import.meta.main) await main(JSON.parse(process.env.PUT as string) as Put);
