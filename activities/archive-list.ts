/** An archive's list of contents: kept once as a blob, so that the workflow carries only its hash. */
import type { Blobs } from '../store/blobs.ts';
import type { ContentState } from '../store/store.ts';
import { compareVersions } from '../store/version-order.ts';
import type { ActivityDeps } from './deps.ts';
import { missing } from './failure.ts';

/** Files to a part of a list: a page of it is read without the rest, however long it is. */
const PART = 1_000;
const LIST = 'list-1';
const partName = (nr: number): string => `parts/${String(nr).padStart(6, '0')}`;

/** Keeps the list and returns its hash. One sha256 a line, and the same in parts. */
export async function putList(blobs: Blobs, files: string[]): Promise<string> {
  const { sha256 } = await blobs.put(new TextEncoder().encode(files.join('\n')));
  for (let nr = 0; nr * PART < files.length; nr++)
    await blobs.putDerived(sha256, LIST, partName(nr), files.slice(nr * PART, (nr + 1) * PART));
  return sha256;
}

/** The whole list. */
export async function getList(blobs: Blobs, list: string): Promise<string[] | null> {
  const bytes = await blobs.get(list);
  return bytes && new TextDecoder().decode(bytes).split('\n').filter(Boolean);
}

async function needList(blobs: Blobs, list: string): Promise<string[]> {
  const files = await getList(blobs, list);
  if (!files) throw missing('the list', list);
  return files;
}

/** A part of the list. */
export const listFiles =
  ({ blobs }: ActivityDeps) =>
  async ({ list, offset, count }: { list: string; offset: number; count: number }): Promise<string[]> => {
    const end = offset + count;
    const files: string[] = [];
    for (let nr = Math.floor(offset / PART); nr * PART < end; nr++) {
      const part = await blobs.getDerived<string[]>(list, LIST, partName(nr));
      // behind its end, or the list is of an earlier version of the program
      if (!part) return files.length > 0 ? files : (await needList(blobs, list)).slice(offset, end);
      files.push(...part.slice(Math.max(0, offset - nr * PART), end - nr * PART));
    }
    return files;
  };

/**
 * Those of the files that have ended, and how.
 *
 * @param again they are read again: what an earlier version made of them is no end
 */
export const settledOf =
  ({ store, extractionVersion }: ActivityDeps) =>
  async ({ files, again = false }: { files: string[]; again?: boolean }) => {
    const settled: { sha256: string; status: 'done' | 'refused' | 'failed'; pages: number }[] = [];
    for (const sha256 of files) {
      const state = await store.content(sha256);
      if (!state || state.status === 'running' || (again && isOlder(state, extractionVersion))) continue;
      settled.push({ sha256, status: state.status, pages: 0 });
    }
    return settled;
  };

/** It stands as a version older than this left it. */
const isOlder = ({ status, extractionVersion, nekadAv, ejOmlastAv }: ContentState, than: string): boolean => {
  const by = status === 'refused' ? [nekadAv] : status === 'done' ? [extractionVersion, ejOmlastAv] : [];
  const known = by.filter((version) => version !== null);
  return known.length > 0 && known.every((version) => compareVersions(version, than) < 0);
};

/** Marks what is left of a cancelled list, so that nothing offered is without an end. */
export const callOff =
  ({ blobs, store, extractionVersion }: ActivityDeps) =>
  async ({ list, offset }: { list: string; offset: number }): Promise<{ files: number }> => {
    const left = (await needList(blobs, list)).slice(offset);
    await store.callOff(left, extractionVersion);
    return { files: left.length };
  };
