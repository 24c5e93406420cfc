/** After a kill: finds the files and matters that have no workflow that sees to them, and gives them one. */
import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { getList } from '../../activities/archive-list.ts';
import type { Settings } from '../../config/settings.ts';
import type { Arkiv } from '../../store/arkiv.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import type { ArchiveProgress } from '../../workflows/messages.ts';
import { reviveMatters } from '../tell/matters.ts';
import { keptSource } from './offer-content.ts';
import { offerZip, wasOfferedAsZip } from './offer-zip.ts';
import { offerOptions } from './options.ts';
import { isCutOff, type Styrning, tellWanted } from './steer.ts';
import { submit } from './submit.ts';
import { submitArkiv } from './submit-arkiv.ts';
import { archivesUnderWay, filesUnderWay, isOf, progressOf } from './under-way.ts';

export interface ResumeOptions {
  client: Client;
  store: Store;
  blobs: Blobs;
  settings: Settings;
}

export interface Resumed {
  /** Archives that go on by themselves. */
  archives: string[];
  /** Files submitted again. */
  files: number;
  /** ZIPs that were half unpacked, and are so no more. */
  zips: number;
  /** Intakes that were cut off while their files were offered: some may be missing. */
  cutOff: Arkiv[];
  /** Intakes that wait because a person has paused them. */
  paused: Arkiv[];
  /** Matters whose process was gone and is started again. */
  matters: number;
}

/** What a workflow that stands so does already. */
const DOES: { readonly [state in ArchiveProgress['state']]: Styrning | null } = {
  ...{ running: 'fortsatt', paused: 'pausa', cancelled: 'avbryt', finished: null },
};

/** What the engine may take to start a workflow that was asked for, milliseconds. */
const A_MOMENT_MS = 1_000;

/** Nothing is done twice by this: a file that is under way is left alone, and one that is done is not done again. */
export async function resume(options: ResumeOptions): Promise<Resumed> {
  const { client, store } = options;
  const all = await store.arkiv();
  for (const { id, lage } of all) {
    if (lage === 'samlas') await store.setArkivLage(id, 'brutet', null, ['samlas']);
  }
  const { open, zips } = await unpackFurther(options);
  const archives = await archivesUnderWay(client);
  const begun: string[] = [];
  for (const workflowId of archives) {
    const progress = await progressOf(client, workflowId);
    const of = all.find((one) => isOf(workflowId, one));
    if (of)
      await tellWanted(options, of.id, { knows: progress && DOES[progress.state], workflows: [workflowId] });
    if (open.size === 0) continue;
    for (const sha256 of await stillToStart(options, workflowId, progress)) open.delete(sha256);
    begun.push(...(progress?.running ?? []));
  }
  const orphans = Map.groupBy(await abandoned(options, open, begun), (sha256) => open.get(sha256) ?? null);
  let files = 0;
  for (const [id, contents] of orphans) files += await submitOrphans(options, id, contents);
  const now = await store.arkiv();
  return {
    ...{ archives, files, zips },
    cutOff: now.filter(({ id, lage }) => lage === 'brutet' && wasGathered(all, id)),
    paused: now.filter(({ lage }) => lage === 'pausat'),
    matters: await reviveMatters({ client, store }),
  };
}

const wasGathered = (before: Arkiv[], id: number): boolean =>
  before.some((one) => one.id === id && one.lage === 'samlas');

async function submitOrphans(options: ResumeOptions, id: number | null, contents: string[]): Promise<number> {
  const arkiv = id === null ? null : await options.store.ettArkiv(id);
  // they wait for the rest of it, which is found when it goes on
  if (arkiv?.lage === 'pausat' && isCutOff(arkiv)) return 0;
  // what is read again was under way: that ends, and the rest is seen to by who reads again
  if (arkiv && arkiv.version === null) {
    const workflowId = await submitArkiv(options, { ...arkiv, rerun: false }, contents, { gathered: false });
    return workflowId === null ? 0 : contents.length;
  }
  await submit(contents, { ...options, name: 'resumed', rerun: false });
  return contents.length;
}

/**
 * The contents that work has to be done on, and the intake of each; those of ZIPs that a kill left half unpacked are
 * offered first.
 */
async function unpackFurther({
  store,
  blobs,
  settings,
}: ResumeOptions): Promise<{ open: Map<string, number | null>; zips: number }> {
  const open = new Map<string, number | null>();
  const zips = new Map<string, number | null>();
  for (const { sha256, arkiv } of await store.running())
    ((await wasOfferedAsZip(blobs, sha256)) ? zips : open).set(sha256, arkiv);
  if (zips.size === 0) return { open, zips: 0 };
  for (const { path, sha256 } of await store.files()) {
    if (sha256 === null || !zips.has(sha256)) continue;
    const arkiv = zips.get(sha256) ?? null;
    const [lopande] = await store.lopandeOf([sha256]);
    const offering = {
      ...{ ...offerOptions(settings), store, blobs, lopande: lopande !== undefined },
      ...(arkiv !== null && { arkiv }),
    };
    await offerZip(await keptSource(blobs, path, sha256), offering, (_, taken, member) => {
      if (taken === 'toDo') open.set(member as string, arkiv);
    });
  }
  return { open, zips: zips.size };
}

/**
 * Those of the open contents that nobody works on. What an archive has begun and is not there is asked for again: its
 * workflow may be just about to start.
 */
async function abandoned(
  { client, store }: ResumeOptions,
  open: ReadonlyMap<string, unknown>,
  begun: string[],
): Promise<string[]> {
  let left = [...open.keys()];
  for (let looks = 0; left.length > 0 && looks < 2; looks++) {
    if (looks > 0) await setTimeout(A_MOMENT_MS);
    const underWay = await filesUnderWay(client, begun);
    // those that ended while all of that was asked are abandoned by nobody
    const running = new Set((await store.running()).map(({ sha256 }) => sha256));
    left = left.filter((sha256) => running.has(sha256) && !underWay.has(sha256));
    if (!left.some((sha256) => begun.includes(sha256))) break;
  }
  return left;
}

/** The part of an open archive's list that it has not come to yet. */
async function stillToStart(
  { client, blobs }: ResumeOptions,
  workflowId: string,
  progress: ArchiveProgress | null,
): Promise<string[]> {
  const { memo } = await client.workflow.getHandle(workflowId).describe();
  const files = (await getList(blobs, String(memo?.list ?? ''))) ?? [];
  // no worker answers for it here: the one that does will see to its files
  return progress ? files.slice(progress.started) : files;
}
