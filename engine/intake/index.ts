/** Taking files in, from paths to the last file's end: what `start` and `ingest` do. */
import type { Client } from '@temporalio/client';
import type { Settings } from '../../config/settings.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import type { ArchiveProgress } from '../../workflows/messages.ts';
import { accountName } from '../account.ts';
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
  /** Who asks for it, for the audit log. Default: the account that runs this process. */
  av?: string;
  onProgress?: (progress: IntakeProgress) => void;
}

/** Paths, or files to be read, named in one entry of the audit log at most; all are counted. */
const NAMED = 100;

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
  return async (
    paths,
    { wait = true, rerun = false, lopande = false, av = accountName(), onProgress = () => {} } = {},
  ) => {
    // before the first file is taken over: none is there that nobody asked for
    const { nr } = await store.noteHandelse({
      ...{
        av,
        vad: 'inlasning',
        uppgifter: { sokvagar: paths.slice(0, NAMED), antal: paths.length, lopande, rerun },
      },
    });
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
    const name = archiveName(paths);
    const { toDo } = offered;
    const workflowId =
      toDo.length === 0
        ? null
        : await patiently(() => submit(toDo, { client, blobs, settings, name, rerun }), { tell: onWait });
    const { paths: filer, contents: innehall, already: redan, unreadable: olasbara } = offered;
    await store.noteHandelse({
      ...{
        av,
        vad: 'inlasning-mottagen',
        om: [...(workflowId ? [workflowId] : []), ...toDo.slice(0, NAMED)],
      },
      uppgifter: { inlasning: nr, filer, innehall, redan, olasbara, attLasa: toDo.length, arkiv: workflowId },
    });
    if (workflowId === null) return { offered, workflowId, archive: null };
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
