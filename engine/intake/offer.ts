/**
 * Takes files over before any work begins: their bytes are kept by content, and the store knows that they were
 * offered. From then on nothing can be lost, whatever is killed.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { putIntake } from '../../activities/derived.ts';
import { REFUSALS } from '../../extraction/refusal.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import { patiently } from '../patiently.ts';
import { type Found, walk } from './walk.ts';

export interface Offered {
  /** Paths met, and the distinct contents among them. */
  paths: number;
  contents: number;
  /** Contents that work has to be done on, in the order they were met. */
  toDo: string[];
  /** Contents that were done or refused before and are left so. */
  already: number;
  unreadable: number;
}

export interface OfferOptions {
  store: Store;
  blobs: Blobs;
  /** The installation's home, never taken in itself. */
  home: string;
  maxFileBytes: number;
  extractionVersion: string;
  /** Work again on what was done or refused. */
  rerun: boolean;
  /** As current work; see Store.offerFile. */
  lopande: boolean;
  /** After each path, with the figures so far. */
  onPath?: (path: string, offered: Offered) => void;
  /** What is waited for, in Swedish: a full disk, a database that does not answer. null: nothing any more. */
  onWait?: (why: string | null) => void;
  /** How long that is waited, milliseconds; left out, ten minutes. */
  patience?: number;
}

/** Offers every file under the paths. Throws Problem "no-such-path". */
export async function offerAll(paths: string[], options: OfferOptions): Promise<Offered> {
  const offered: Offered = { paths: 0, contents: 0, toDo: [], already: 0, unreadable: 0 };
  const seen = new Set<string>();
  for await (const found of walk(paths, options.home)) {
    offered.paths += 1;
    const taken = await patiently(() => offerOne(found, options), {
      ...(options.onWait && { tell: options.onWait }),
      ...(options.patience !== undefined && { limit: options.patience }),
    });
    if (!taken) offered.unreadable += 1;
    else if (!seen.has(taken.sha256)) {
      seen.add(taken.sha256);
      offered.contents += 1;
      if (taken.toDo) offered.toDo.push(taken.sha256);
      else offered.already += 1;
    }
    options.onPath?.(found.path, offered);
  }
  return offered;
}

async function offerOne(
  found: Found,
  options: OfferOptions,
): Promise<{ sha256: string; toDo: boolean } | null> {
  const { store, blobs } = options;
  try {
    if (found.unreadable) throw found.unreadable;
    if ((await stat(found.path)).size > options.maxFileBytes) return await refuseTooLarge(found.path, store);
    const { sha256, bytes } = await blobs.putFile(found.path);
    await putIntake(blobs, sha256, { fileName: basename(found.path), bytes });
    const state = await store.offerFile(found.path, sha256, options.lopande);
    const settled =
      state.status === 'refused' ||
      (state.status === 'done' && state.extractionVersion === options.extractionVersion);
    if (settled && !options.rerun) return { sha256, toDo: false };
    await store.setOutcome(sha256, { status: 'running' });
    return { sha256, toDo: true };
  } catch (error) {
    if (!isAboutThePath(error, options.home)) throw error;
    const { code, message } = error;
    await store.offerUnreadable(found.path, {
      status: 'failed',
      reason: {
        code: 'unreadable',
        sv: `Filen kunde inte läsas (${code}). Kontrollera rättigheterna och läs in den igen.`,
        en: `The file could not be read: ${message}.`,
      },
    });
    return null;
  }
}

/** Refused unread: only its hash is taken. The outcome first, so that a kill in between leaves nothing half offered. */
async function refuseTooLarge(path: string, store: Store): Promise<{ sha256: string; toDo: boolean }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const sha256 = hash.digest('hex');
  const { sv, en } = REFUSALS['too-large'];
  await store.setOutcome(sha256, { status: 'refused', reason: { code: 'too-large', sv, en } });
  await store.offerFile(path, sha256);
  return { sha256, toDo: false };
}

/**
 * A fault of this one path (no rights, vanished, a broken disk block). One of the home (no room, no rights there) is not: it
 * would be met with every file.
 */
function isAboutThePath(error: unknown, home: string): error is NodeJS.ErrnoException {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (path?.startsWith(join(home, sep)) || ['write', 'fsync'].includes(syscall ?? '')) return false;
  return (
    code !== undefined && ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EIO', 'EISDIR', 'ELOOP'].includes(code)
  );
}
