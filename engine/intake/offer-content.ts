/** Puts a content that is kept on record. */
import { basename } from 'node:path';
import type { Blobs } from '../../store/blobs.ts';
import { getIntake, putIntake } from '../../store/derived.ts';
import type { OfferOptions } from './options.ts';

/** A kept content under the path that it was offered by. */
export interface Source {
  path: string;
  sha256: string;
  bytes: number;
  fileName: string;
}

/** A content that was offered before, under one of its paths. */
export async function keptSource(blobs: Blobs, path: string, sha256: string): Promise<Source> {
  const kept = await getIntake(blobs, sha256);
  return { path, sha256, bytes: kept?.bytes ?? 0, fileName: kept?.fileName ?? basename(path) };
}

/** Notes it in the store; says whether there is work to do on it. */
export async function offerContent(
  { path, sha256, bytes, fileName }: Source,
  { store, blobs, extractionVersion, rerun, lopande, arkiv }: OfferOptions,
): Promise<'toDo' | 'already' | 'alreadyRefused'> {
  await putIntake(blobs, sha256, { fileName, bytes });
  const state = await store.offerFile(path, sha256, lopande, arkiv);
  const settled =
    state.status === 'refused' ||
    (state.status === 'done' && state.extractionVersion === extractionVersion && state.ejOmlastAv === null);
  if (settled && !rerun) return state.status === 'refused' ? 'alreadyRefused' : 'already';
  if (state.status !== 'running') await store.setOutcome(sha256, { status: 'running' });
  return 'toDo';
}
