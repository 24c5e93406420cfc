/** Taking files in, from paths to the last file's end: what `start` and `ingest` do. */
import type { Client } from '@temporalio/client';
import type { Settings } from '../../config/settings.ts';
import type { DeladeFiler } from '../../store/arkiv.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import type { ArchiveProgress } from '../../workflows/messages.ts';
import { accountName } from '../home/account.ts';
import { patiently } from '../patiently.ts';
import { wakeMatters } from '../tell/matters.ts';
import { type AgainQuestion, offerAgain } from './again.ts';
import { offerAll } from './offer.ts';
import { type OfferOptions, offerOptions } from './options.ts';
import type { RunningFile } from './running-files.ts';
import { archiveName, follow } from './submit.ts';
import { submitArkiv } from './submit-arkiv.ts';
import type { Offered } from './tally.ts';
import { checkStarts } from './walk.ts';

export type { AgainQuestion } from './again.ts';
export type { RunningFile } from './running-files.ts';
export type { Offered } from './tally.ts';

/**
 * Told as files are met (`finding`), then as they are worked on (`working`); `waiting`: what is away meanwhile, in Swedish;
 * `shared`: files of it wait in an intake that is paused, and are read by this one.
 */
export type IntakeProgress =
  | { phase: 'finding'; arkiv: number; path: string; offered: Offered }
  | { phase: 'working'; arkiv: number; offered: Offered; archive: ArchiveProgress; running: RunningFile[] }
  | { phase: 'waiting'; why: string | null }
  | { phase: 'shared'; delade: DeladeFiler[] };

export interface FollowOptions {
  /** Wait until every file has ended. Default true. */
  wait?: boolean;
  /** Who takes it in. Default: the account that runs this process. */
  av?: string;
  onProgress?: (progress: IntakeProgress) => void;
}

export interface IntakeOptions extends FollowOptions {
  /** Work again on what was done or refused before. */
  rerun?: boolean;
  /** As current work: what comes of the files may be sent. Default: an archive, which sends nothing to anybody. */
  lopande?: boolean;
  /** Goes on with this intake, whose paths these are: it was cut off while its files were offered. */
  arkiv?: number;
}

/** Files to be read that are named in one entry of the audit log at most; all are counted. */
const NAMED = 100;

export interface IntakeReport {
  /** The intake's id, by which it can be asked for; see ArkivStore. */
  arkiv: number;
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

/** Runs files again, as an intake of their own; null: there are none such. */
export type Again = (question: AgainQuestion, options?: FollowOptions) => Promise<IntakeReport | null>;

/** What intakes are done with. */
export interface IntakeDeps {
  settings: Settings;
  store: Store;
  blobs: Blobs;
  client: Client;
}

export function intakeOf(of: IntakeDeps): Intake {
  const { settings, store, blobs } = of;
  return async (paths, { rerun = false, lopande = false, arkiv, ...following } = {}) => {
    const { av = accountName(), onProgress = () => {} } = following;
    const tell = tellWaits(onProgress);
    const starts = await checkStarts(paths);
    const namn = archiveName(starts);
    const nytt = { namn, paths: starts, lopande, om: null, av };
    // before the first file is taken over: none is there that nobody asked for
    const id = arkiv ?? (await patiently(() => store.newArkiv(nytt), { tell }));
    return offerAndSubmit(of, { id, namn, rerun, lopande, av }, following, () =>
      offerAll(paths, {
        ...offerOptions(settings),
        ...{ store, blobs, rerun, lopande, arkiv: id, onWait: tell },
        onPath: (path, offered) => onProgress({ phase: 'finding', arkiv: id, path, offered }),
      }),
    );
  };
}

export function againOf(of: IntakeDeps): Again {
  const { settings, store, blobs } = of;
  return async (question, following = {}) => {
    const { av = accountName(), onProgress = () => {} } = following;
    const tell = tellWaits(onProgress);
    const options: Omit<OfferOptions, 'arkiv'> = {
      ...{ ...offerOptions(settings), store, blobs, onWait: tell },
    };
    const again = await offerAgain(question, options);
    if (!again) return null;
    const { namn, om, paths, lopande } = again;
    const nytt = { namn, paths, lopande, om, av };
    const id = await patiently(() => store.newArkiv(nytt), { tell });
    return offerAndSubmit(of, { id, namn, rerun: false, lopande, av }, following, () =>
      again.offer(id, (path, offered) => onProgress({ phase: 'finding', arkiv: id, path, offered })),
    );
  };
}

const tellWaits =
  (onProgress: (progress: IntakeProgress) => void) =>
  (why: string | null): void =>
    onProgress({ phase: 'waiting', why });

async function offerAndSubmit(
  of: IntakeDeps,
  arkiv: { id: number; namn: string; rerun: boolean; lopande: boolean; av: string },
  { wait = true, onProgress = () => {} }: FollowOptions,
  offer: () => Promise<Offered>,
): Promise<IntakeReport> {
  const { client, store } = of;
  const { id, lopande } = arkiv;
  const tell = tellWaits(onProgress);
  let offered: Offered;
  try {
    offered = await offer();
  } catch (error) {
    await store.setArkivLage(id, 'brutet', null, ['samlas']).catch(() => {});
    throw error;
  }
  const delade = await patiently(() => store.deladeFiler(id), { tell });
  const taken = delade.filter(({ genom, kvar }) => genom === id && kvar > 0);
  if (taken.length > 0) onProgress({ phase: 'shared', delade: taken });
  // what was archive and is current work now: its matters' processes look at once
  if (lopande) await patiently(() => wakeMatters({ client, store }), { tell });
  const workflowId = await patiently(() => submitArkiv(of, arkiv, offered.toDo, { gathered: true }), {
    tell,
  });
  await patiently(() => noteOffered(store, arkiv, offered), { tell });
  const report = { arkiv: id, offered, workflowId, archive: null };
  if (!wait || workflowId === null) return report;
  const archive = await follow(
    client,
    workflowId,
    (progress, running) => onProgress({ phase: 'working', arkiv: id, offered, archive: progress, running }),
    { onWait: tell },
  );
  return { ...report, archive };
}

/** All its files are taken over: what they were, in the log of who did what. */
export async function noteOffered(
  store: Pick<Store, 'noteHandelse'>,
  { id, av }: { id: number; av: string },
  { paths: filer, contents: innehall, already: redan, unreadable: olasbara, toDo }: Offered,
): Promise<void> {
  await store.noteHandelse({
    ...{ av, vad: 'inlasning-mottagen' },
    om: [`arkiv:${id}`, ...toDo.slice(0, NAMED)],
    uppgifter: { filer, innehall, redan, olasbara, attLasa: toDo.length },
  });
}
