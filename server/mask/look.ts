/** What the file itself tells of its pages, looked at in a thread that can be ended: what is not known is taken for the worse. */
import { createPool, type Pool } from '../../extraction/bounded/index.ts';
import { refersTo } from '../../extraction/bounded/module.ts';
import type { Besides } from '../../extraction/pages/beside-text.ts';
import type { Blobs } from '../../store/blobs.ts';

export interface Look {
  /** Whether page `no` of a PDF is a picture beneath its text: what is seen is not what was read. */
  isScan(sha256: string, bytes: number, no: number): Promise<boolean>;
  /** What a PDF or picture holds besides what is seen of it; null: not known. */
  besides(sha256: string, bytes: number, mediaType: string): Promise<Besides | null>;
}

/** A picture of a page covers at least this share of it. */
const SCAN_COVER = 0.5;
/** One that takes longer is not looked at further, milliseconds. */
const MAX_MS = 20_000;
/** A larger file is not looked at: it is held whole. */
const MAX_BYTES = 400_000_000;
const KEPT = 2_000;

const keyOf = (sha256: string, no: number): string => `${sha256} ${no}`;

export function createLook(blobs: Blobs): Look {
  let pool: Pool | undefined;
  const scans = new Map<string, Promise<boolean>>();

  async function run<T>(sha256: string, bytes: number, [module, name]: [string, string], args: unknown[]) {
    if (bytes > MAX_BYTES) return null;
    pool ??= createPool({ threads: 1, maxMemoryMb: 768 });
    const threads = pool;
    const limits = { maxMs: MAX_MS, extraMemoryMb: Math.ceil((bytes * 3) / 2 ** 20) };
    const task = { module: refersTo(module, import.meta.url), name };
    return blobs.withFile(sha256, (path) => threads.run<T>(task, [path, ...args], limits));
  }

  async function lookAt(sha256: string, bytes: number, no: number): Promise<boolean> {
    const task: [string, string] = ['../../extraction/pages/pictures', 'coverOf'];
    const cover = await run<number | null>(sha256, bytes, task, [no]).catch(() => null);
    // it may have been the machine that had no time
    if (cover === null) scans.delete(keyOf(sha256, no));
    return cover === null || cover >= SCAN_COVER;
  }

  return {
    isScan(sha256, bytes, no) {
      const key = keyOf(sha256, no);
      const known = scans.get(key) ?? lookAt(sha256, bytes, no);
      if (scans.size >= KEPT) scans.clear();
      scans.set(key, known);
      return known;
    },
    besides: (sha256, bytes, mediaType) =>
      run<Besides>(sha256, bytes, ['../../extraction/pages/besides', 'besidesOf'], [mediaType]).catch(
        () => null,
      ),
  };
}
