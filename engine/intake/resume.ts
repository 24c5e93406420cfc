/** After a kill: finds the files and matters that have no workflow that sees to them, and gives them one. */
import type { Client } from '@temporalio/client';
import { getList } from '../../activities/archive-list.ts';
import type { Settings } from '../../config/settings.ts';
import type { Arkiv } from '../../store/arkiv.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import { archiveProgressQuery } from '../../workflows/messages.ts';
import { fileWorkflowId } from '../../workflows/names.ts';
import { isUnderWay } from '../under-way.ts';
import { reviveMatters } from '../wake.ts';
import { keptSource } from './offer-content.ts';
import { offerZip, wasOfferedAsZip } from './offer-zip.ts';
import { offerOptions } from './options.ts';
import { asWanted } from './steer.ts';
import { submit } from './submit.ts';
import { submitArkiv } from './submit-arkiv.ts';

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

/** Nothing is done twice by this: a file that is under way is left alone, and one that is done is not done again. */
export async function resume(options: ResumeOptions): Promise<Resumed> {
  const { client, store, blobs } = options;
  const all = await store.arkiv();
  for (const { id, lage } of all) {
    if (lage === 'samlas') await store.setArkivLage(id, 'brutet', null, ['samlas']);
  }
  const { open, zips } = await unpackFurther(options);
  const archives: string[] = [];
  for await (const info of client.workflow.list({
    query: 'WorkflowType = "archive" AND ExecutionStatus = "Running"',
  })) {
    archives.push(info.workflowId);
    await asWanted(client, info.workflowId, all);
    if (open.size === 0) continue;
    for (const sha256 of await stillToStart(client, blobs, info.workflowId)) open.delete(sha256);
  }
  const underWay = open.size > 0 ? await filesUnderWay(client) : new Set<string>();
  const orphans = Map.groupBy(
    [...open].filter(([sha256]) => !underWay.has(fileWorkflowId(sha256))),
    ([, arkiv]) => arkiv,
  );
  let files = 0;
  for (const [id, rows] of orphans)
    files += await submitOrphans(
      options,
      id,
      rows.map(([sha256]) => sha256),
    );
  return {
    ...{ archives, files, zips },
    cutOff: (await store.arkiv()).filter(({ id, lage }) => lage === 'brutet' && wasGathered(all, id)),
    paused: all.filter(({ lage }) => lage === 'pausat'),
    matters: await reviveMatters({ client, store }),
  };
}

const wasGathered = (before: Arkiv[], id: number): boolean =>
  before.some((one) => one.id === id && one.lage === 'samlas');

async function submitOrphans(options: ResumeOptions, id: number | null, contents: string[]): Promise<number> {
  const arkiv = id === null ? null : await options.store.ettArkiv(id);
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

/** The part of an open archive's list that it has not come to yet. */
async function stillToStart(client: Client, blobs: Blobs, workflowId: string): Promise<string[]> {
  const handle = client.workflow.getHandle(workflowId);
  const { memo } = await handle.describe();
  const files = await getList(blobs, String(memo?.list ?? ''));
  if (!files) return [];
  try {
    return files.slice((await handle.query(archiveProgressQuery)).started);
  } catch {
    return files; // no worker answers for it here; the one that does will see to its files
  }
}

/** Ids of the workflows of files that are under way: never many, an archive has so many at a time. */
async function filesUnderWay(client: Client): Promise<Set<string>> {
  const listed: string[] = [];
  for await (const { workflowId } of client.workflow.list({
    query: 'WorkflowType = "processFile" AND ExecutionStatus = "Running"',
  }))
    listed.push(workflowId);
  const underWay = new Set<string>();
  // The list is a little behind: who is in it is asked. Who is missing from it and under way is joined, not started twice.
  for (const id of listed) {
    if (await isUnderWay(client, id)) underWay.add(id);
  }
  return underWay;
}
