/** Sends files, some at a time, as one intake; tries again where a connection breaks, and goes on where it was. */
import type { Chosen } from './upload-files.ts';

export interface Sending {
  /** Bytes and files that have arrived, and bytes of what is on its way now. */
  onProgress(filesSent: number, bytes: number): void;
  onArkiv(arkiv: number): void;
  /** A connection broke, and so many seconds are waited; null: it goes on. */
  onWait(seconds: number | null): void;
}

export interface Sent {
  /** null: none could be begun. */
  arkiv: number | null;
  /** What could not be sent, though what is there does answer. */
  unsent: Chosen[];
  /** Why no more could be sent; empty: nobody said. null: all was. */
  stopped: string | null;
  /** What is left to be sent then. */
  left: Chosen[];
}

/** Sent in one go: few enough to be sent again, and enough for many small files to be quick. */
const MOST_FILES = 25;
const MOST_BYTES = 16_000_000;
/** Waits before each new try, seconds. */
const WAITS = [1, 3, 6];

/** What was said no to: another try gives the same answer. */
class Refused extends Error {}
/** The connection broke, or what answered was nobody who can. */
class Broken extends Error {}

function post(
  address: string,
  body: FormData | string,
  onBytes: (bytes: number) => void = () => {},
): Promise<{ arkiv?: number }> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much of what it sends has gone
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    if (typeof body === 'string') request.setRequestHeader('Content-Type', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => onBytes(loaded);
    request.onload = () => {
      const { status, response } = request;
      const answer = response as { fel?: string; arkiv?: number } | null;
      if (status === 200 && answer) resolve(answer);
      else if (status === 400 || (status >= 500 && !answer?.fel)) reject(new Broken());
      else reject(new Refused(answer?.fel ?? ''));
    };
    request.onerror = () => reject(new Broken());
    request.onabort = () => reject(new Broken());
    request.send(body);
  });
}

/** Parts to be sent in one go each. */
function parts(files: readonly Chosen[]): Chosen[][] {
  const all: Chosen[][] = [];
  let bytes = 0;
  for (const one of files) {
    const last = all.at(-1);
    if (last && last.length < MOST_FILES && bytes + one.file.size <= MOST_BYTES) last.push(one);
    else {
      all.push([one]);
      bytes = 0;
    }
    bytes += one.file.size;
  }
  return all;
}

const sizeOf = (files: readonly Chosen[]): number => files.reduce((sum, { file }) => sum + file.size, 0);
const pause = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000));

async function isThere(): Promise<boolean> {
  return fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function patiently<T>(work: () => Promise<T>, onWait: Sending['onWait']): Promise<T> {
  for (const seconds of WAITS) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      onWait(seconds);
      await pause(seconds);
      onWait(null);
    }
  }
  return work();
}

/**
 * Sends the files to a new intake, or to one that was begun before.
 *
 * @param before what has arrived of it already
 */
export async function send(
  files: readonly Chosen[],
  { lopande, arkiv: begun = null }: { lopande: boolean; arkiv?: number | null },
  { onProgress, onArkiv, onWait }: Sending,
): Promise<Sent> {
  let arkiv = begun;
  const unsent: Chosen[] = [];
  let left = [...files];
  let [sent, bytes] = [0, 0];

  async function sendPart(part: Chosen[]): Promise<void> {
    const form = new FormData();
    for (const { name, file } of part) form.append('filer', file, name);
    await post(`/las-in/${arkiv}`, form, (loaded) =>
      onProgress(sent, bytes + Math.min(loaded, sizeOf(part))),
    );
    sent += part.length;
    bytes += sizeOf(part);
    left = left.slice(part.length);
    onProgress(sent, bytes);
  }

  try {
    const [first] = files;
    if (arkiv === null && first) {
      const nytt = JSON.stringify({ namn: first.name, lopande, bytes: sizeOf(files) });
      arkiv = (await patiently(() => post('/las-in/ny', nytt), onWait)).arkiv ?? null;
    }
    if (arkiv === null) return { arkiv, unsent, stopped: '', left };
    onArkiv(arkiv);
    for (const part of parts(files)) {
      try {
        await patiently(() => sendPart(part), onWait);
      } catch (error) {
        if (!(error instanceof Broken) || !(await isThere())) throw error;
        // what answers is well: it is one of the files, which may have been moved or changed
        for (const one of part) {
          try {
            await sendPart([one]);
          } catch (fault) {
            if (!(fault instanceof Broken) || !(await isThere())) throw fault;
            unsent.push(one);
            left = left.slice(1);
          }
        }
      }
    }
    await patiently(() => post(`/las-in/${arkiv}/klart`, '{}'), onWait);
    return { arkiv, unsent, stopped: null, left };
  } catch (error) {
    return {
      arkiv,
      unsent,
      stopped: error instanceof Refused ? error.message : '',
      left: [...unsent, ...left],
    };
  }
}
