/** A desk that a läsare looks at, over files of which the test says how their pages were read; and what is seen in a picture. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { wayOf } from '../../../diarium/way/index.ts';
import { extract } from '../../../extraction/index.ts';
import { openDocument } from '../../../extraction/pages/index.ts';
import type { OcrReading } from '../../../extraction/pages/ocr/index.ts';
import type { Box } from '../../../extraction/pages/page.ts';
import { EXTRACTION_VERSION, READING_VERSION } from '../../../extraction/version.ts';
import { decideAccess } from '../../../server/access/access.ts';
import { createApp } from '../../../server/app.ts';
import { putOpened, putReading } from '../../../store/derived.ts';
import { openFsBlobs } from '../../../store/fs/blobs.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { addAccounts, settingsWith } from '../access/guarded.ts';

export interface Offered {
  name: string;
  bytes: Uint8Array;
  /** What OCR made of its pages. */
  readings?: readonly OcrReading[];
}

export interface ReaderOf {
  /** Asks as a läsare; as a registrator where that is said. */
  get(path: string, roll?: 'lasare' | 'registrator'): Promise<Response>;
  /** By the names of the files. */
  sha256: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

export async function readerOf(files: readonly Offered[]): Promise<ReaderOf> {
  const home = await mkdtemp(join(tmpdir(), 'expediera-lasare-'));
  const store = openSqliteStore(':memory:');
  const blobs = openFsBlobs(join(home, 'blobs'));
  const hashes = new Map<string, string>();
  for (const { name, bytes, readings = [] } of files) {
    const { sha256 } = await blobs.put(bytes);
    hashes.set(name, sha256);
    await store.offerFile(join('/in', name), sha256);
    await putOpened(blobs, sha256, READING_VERSION, await openDocument(bytes));
    for (const reading of readings) await putReading(blobs, sha256, READING_VERSION, reading);
    const record = await extract(bytes, name, { readScanned: async () => structuredClone([...readings]) });
    const { matters } = await store.saveRecord(record, EXTRACTION_VERSION);
    for (const matter of matters) await store.updateWay(matter, wayOf);
    await store.setOutcome(sha256, { status: 'done' });
  }
  const keys = await addAccounts(store);
  const access = await decideAccess(store, settingsWith(), '127.0.0.1');
  const deps = { store, blobs, engine: async () => null, temporalPage: () => null, version: '1' };
  const app = createApp({ ...deps, access });
  return {
    sha256: hashes,
    get: async (path, roll = 'lasare') =>
      app.request(`http://127.0.0.1${path}`, {
        headers: { host: '127.0.0.1', accept: 'text/html,*/*', authorization: `Bearer ${keys[roll]}` },
      }),
    async close() {
      await store.close();
      await rm(home, { recursive: true });
    },
  };
}

/** Shares of a part of a picture: 0–1. */
export interface Ink {
  black: number;
  white: number;
}

/** The picture that was served. @param frame the part of the page that it shows, in points */
export async function seen(answer: Response, frame: Box): Promise<(box: Box) => Ink> {
  const image = await loadImage(Buffer.from(await answer.arrayBuffer()));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const across = image.width / (frame[2] - frame[0]);
  const down = image.height / (frame[3] - frame[1]);
  return ([x0, y0, x1, y1]) => {
    const [left, top] = [Math.round((x0 - frame[0]) * across), Math.round((y0 - frame[1]) * down)];
    const { data } = context.getImageData(
      ...[left, top],
      Math.round((x1 - x0) * across),
      Math.round((y1 - y0) * down),
    );
    const count = { black: 0, white: 0 };
    for (let i = 0; i < data.length; i += 4) {
      if ((data[i] as number) < 20) count.black++;
      if ((data[i] as number) > 235) count.white++;
    }
    return { black: count.black / (data.length / 4), white: count.white / (data.length / 4) };
  };
}
