/** Taking files in, from paths to the last file's end: what `start` and `ingest` do. */
import type { Client } from '@temporalio/client';
import type { Settings } from '../../config/settings.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import type { ArchiveProgress } from '../../workflows/messages.ts';
import { patiently } from '../patiently.ts';
import { wakeMatters } from '../wake.ts';
import { type Offered, offerAll } from './offer.ts';
import { offerOptions } from './options.ts';
import { archiveName, follow, type RunningFile, submit } from './submit.ts';

export type { Offered } from './offer.ts';
export type { RunningFile } from './submit.ts';

/** Told as files are met (`finding`), then as they are worked on (`working`); `waiting`: what is away meanwhile, in Swedish. */
export type IntakeProgress =
  | { phase: 'finding'; path: string; offered: Offered }
  | { phase: 'working'; offered: Offered; archive: ArchiveProgress; running: RunningFile[] }
  | { phase: 'waiting'; why: string | null };

export interface IntakeOptions {
  /** Wait until every file has ended. Default true. */
  wait?: boolean;
  /** Work again on what was done or refused before. */
  rerun?: boolean;
  /** As current work: what comes of the files may be sent. Default: an archive, which sends nothing to anybody. */
  lopande?: boolean;
  onProgress?: (progress: IntakeProgress) => void;
}

export interface IntakeReport {
  offered: Offered;
  /** The archive workflow's id; null when there was nothing to do. */
  workflowId: string | null;
  /** How it ended; null when there was nothing to do or it was not waited for. */
  archive: ArchiveProgress | null;
}

/**
 * Offers every file under the paths, submits those that need work and, unless told otherwise, waits for them.
 * Throws Problem "no-such-path", "not-a-file".
 */
export type Intake = (paths: string[], options?: IntakeOptions) => Promise<IntakeReport>;

export function intakeOf(of: { settings: Settings; store: Store; blobs: Blobs; client: Client }): Intake {
  const { settings, store, blobs, client } = of;
  return async (paths, { wait = true, rerun = false, lopande = false, onProgress = () => {} } = {}) => {
    const onWait = (why: string | null) => onProgress({ phase: 'waiting', why });
    const offered = await offerAll(paths, {
      ...offerOptions(settings),
      onWait,
      store,
      blobs,
      rerun,
      lopande,
      onPath: (path, soFar) => onProgress({ phase: 'finding', path, offered: soFar }),
    });
    // what was archive and is current work now: its matters' processes look at once
    if (lopande) await patiently(() => wakeMatters({ client, store }), { tell: onWait });
    if (offered.toDo.length === 0) return { offered, workflowId: null, archive: null };
    const name = archiveName(paths);
    const workflowId = await patiently(() => submit(offered.toDo, { client, blobs, settings, name, rerun }), {
      tell: onWait,
    });
    if (!wait) return { offered, workflowId, archive: null };
    const archive = await follow(
      client,
      workflowId,
      (progress, running) => onProgress({ phase: 'working', offered, archive: progress, running }),
      { onWait },
    );
    return { offered, workflowId, archive };
  };
}
