/**
 * Reads again, by itself and behind all other work, what an older version of the program has read or refused. What people
 * have decided of it stays: it is applied to every reading.
 */
import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Settings } from '../../config/settings.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import type { Logger } from '../../worker/log.ts';
import type { archive } from '../../workflows/archive.ts';
import { archiveWorkflowId } from '../../workflows/names.ts';
import { wasOfferedAsZip } from '../intake/offer-zip.ts';
import { submitArkiv } from '../intake/submit-arkiv.ts';
import { isUnderWay } from '../temporal/under-way.ts';

export interface OmlasningOptions {
  client: Client;
  store: Store;
  blobs: Blobs;
  settings: Settings;
  log: Logger;
  /** What is older than this is read again. Default: this program's. */
  version?: string;
}

export const OMLASNING = 'omlasning';

/** Files at a time: all other work has the rest. */
const WINDOW = 2;
/** The least pressing of Temporal's five priorities; files and steps inherit it. */
const PRIORITY = 5;
/** How often it is asked whether the archive has come to its end. */
const LOOK_MS = 5_000;
/**
 * Before it is looked again whether something is left: as long as a worker of an older version runs somewhere, something
 * may be. The last of them when nothing was.
 */
const PAUSES_MS = [1_000, 60_000, 600_000, 3_600_000];

/**
 * Starts the archive that reads it, or joins the one that does. Returns how many files are left; 0: nothing was started, as
 * where a person has called it off.
 */
export async function startOmlasning(options: OmlasningOptions): Promise<number> {
  const { store, log, version = EXTRACTION_VERSION } = options;
  const older = await readable(options, await store.foraldradeFiler(version), version);
  if (older.length === 0) return 0;
  const arkiv = await store.beginOmlasning(version, older);
  if (arkiv.lage === 'avbrutet') {
    log.info({ files: older.length, arkiv: arkiv.id }, 'not read again: it was called off');
    return 0;
  }
  await submitArkiv(options, { ...arkiv, rerun: true }, older, {
    ...{ gathered: true, name: OMLASNING, alone: true, window: WINDOW, priority: PRIORITY },
  });
  return older.length;
}

/**
 * Those that a workflow can read. ZIPs are unpacked where they are offered, and of a file over the limit only the hash was
 * kept: they stay refused, as looked at by this version. What is read and has lost its bytes is tried, and said to have.
 */
async function readable(
  { store, blobs }: OmlasningOptions,
  older: string[],
  version: string,
): Promise<string[]> {
  const unread = new Set<string>();
  for (const sha256 of older)
    if (!(await blobs.has(sha256)) || (await wasOfferedAsZip(blobs, sha256))) unread.add(sha256);
  if (unread.size === 0) return older;
  const stay = new Set<string>();
  for (const { sha256, status, code, reason, reasonEn } of await store.files()) {
    if (sha256 === null || !unread.has(sha256) || status !== 'refused') continue;
    stay.add(sha256);
    const told = { code: code ?? '', sv: reason ?? '', en: reasonEn ?? '' };
    await store.setOutcome(sha256, { status, reason: told, nekadAv: version });
  }
  return older.filter((sha256) => !stay.has(sha256));
}

/**
 * Reads what is older, in the background, as long as it runs. Called off by a person, it stays so until there is a newer version;
 * what is under way when this process stops goes on at the next start. A fault passes: it is tried again.
 */
export function keepOmlasning(options: OmlasningOptions): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const done = readAll(options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

async function readAll(options: OmlasningOptions, signal: AbortSignal): Promise<void> {
  for (let round = 0; !signal.aborted; round++) {
    try {
      if (!(await readOnce(options, signal))) round = PAUSES_MS.length;
    } catch (error) {
      if (!signal.aborted) options.log.warn({ error }, 'what an older version read is not read again yet');
    }
    await pause(PAUSES_MS[Math.min(round, PAUSES_MS.length - 1)] as number, signal);
  }
}

/** Whether there was something to read. */
async function readOnce(options: OmlasningOptions, signal: AbortSignal): Promise<boolean> {
  const { client, log, version = EXTRACTION_VERSION } = options;
  const left = await startOmlasning(options);
  if (left === 0) return false;
  log.info({ files: left, version }, 'reading again what an older version read');
  const workflowId = archiveWorkflowId(OMLASNING);
  // asked now and then: a question that waits for the end would outlive the connection
  while (!signal.aborted && (await isUnderWay(client, workflowId))) await pause(LOOK_MS, signal);
  if (signal.aborted) return true;
  const ended = await client.workflow.getHandle<typeof archive>(workflowId).result();
  // whether it was called off, and for which version, the store knows: this may have been the end of an earlier one
  log.info({ done: ended.done, refused: ended.refused, failed: ended.failed }, 'read again');
  return true;
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => {});
