/** An archive's list of contents: kept once as a blob, so that the workflow carries only its hash. */
import type { Blobs } from '../store/blobs.ts';
import type { ActivityDeps } from './deps.ts';
import { missing } from './failure.ts';
import { settleFile } from './settle-file.ts';

/** Keeps the list and returns its hash. One sha256 a line. */
export async function putList(blobs: Blobs, files: string[]): Promise<string> {
  return (await blobs.put(new TextEncoder().encode(files.join('\n')))).sha256;
}

async function getList(blobs: Blobs, list: string): Promise<string[]> {
  const bytes = await blobs.get(list);
  if (!bytes) throw missing('the list', list);
  return new TextDecoder().decode(bytes).split('\n').filter(Boolean);
}

/** A part of the list. */
export const listFiles =
  ({ blobs }: ActivityDeps) =>
  async ({ list, offset, count }: { list: string; offset: number; count: number }): Promise<string[]> =>
    (await getList(blobs, list)).slice(offset, offset + count);

/** Those of the files that have ended, and how. */
export const settledOf =
  ({ store }: ActivityDeps) =>
  async ({ files }: { files: string[] }) => {
    const settled: { sha256: string; status: 'done' | 'refused' | 'failed'; pages: number }[] = [];
    for (const sha256 of files) {
      const status = (await store.content(sha256))?.status;
      if (status && status !== 'running') settled.push({ sha256, status, pages: 0 });
    }
    return settled;
  };

/** Marks what is left of a cancelled list, so that nothing offered is without an end. */
export const callOff =
  (deps: ActivityDeps) =>
  async ({ list, offset }: { list: string; offset: number }): Promise<{ files: number }> => {
    const settle = settleFile(deps);
    const left = (await getList(deps.blobs, list)).slice(offset);
    for (const sha256 of left) {
      if ((await deps.store.content(sha256))?.status !== 'running') continue;
      await settle({ sha256, status: 'failed', code: 'cancelled' });
    }
    return { files: left.length };
  };
