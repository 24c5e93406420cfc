/** After a kill: finds the files and matters that have no workflow that sees to them, and gives them one. */
import type { Client } from '@temporalio/client';
import { getIntake } from '../../activities/derived.ts';
import type { Settings } from '../../config/settings.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import { archiveProgressQuery } from '../../workflows/messages.ts';
import { fileWorkflowId } from '../../workflows/names.ts';
import { reviveMatters } from '../wake.ts';
import { offerZip, wasOfferedAsZip } from './offer-zip.ts';
import { offerOptions } from './options.ts';
import { isUnderWay, submit } from './submit.ts';

export interface ResumeOptions {
  client: Client;
  store: Store;
  blobs: Blobs;
  settings: Settings;
}

export interface Resumed {
  /** Archives that go on by themselves. */
  archives: string[];
  /** Files submitted again, and the archive that has them now. */
  files: number;
  /** ZIPs that were half unpacked, and are so no more. */
  zips: number;
  archive: string | null;
  /** Matters whose process was gone and is started again. */
  matters: number;
}

/** Nothing is done twice by this: a file that is under way is left alone, and one that is done is not done again. */
export async function resume({ client, store, blobs, settings }: ResumeOptions): Promise<Resumed> {
  const { open, zips } = await unpackFurther({ store, blobs, settings });
  const archives: string[] = [];
  for await (const info of client.workflow.list({
    query: 'WorkflowType = "archive" AND ExecutionStatus = "Running"',
  })) {
    archives.push(info.workflowId);
    if (open.size === 0) continue;
    for (const sha256 of await stillToStart(client, blobs, info.workflowId)) open.delete(sha256);
  }
  const orphans: string[] = [];
  for (const sha256 of open) {
    if (!(await isUnderWay(client, fileWorkflowId(sha256)))) orphans.push(sha256);
  }
  const matters = await reviveMatters({ client, store });
  if (orphans.length === 0) return { archives, files: 0, zips, archive: null, matters };
  const archive = await submit(orphans, { client, blobs, settings, name: 'resumed', rerun: false });
  return { archives, files: orphans.length, zips, archive, matters };
}

/** The contents that work has to be done on, those of ZIPs that a kill left half unpacked among them. */
async function unpackFurther(
  options: Omit<ResumeOptions, 'client'>,
): Promise<{ open: Set<string>; zips: number }> {
  const { store, blobs, settings } = options;
  const open = new Set<string>();
  const zips = new Map<string, string[]>();
  for (const { path, sha256, status } of await store.files()) {
    if (!sha256 || status !== 'running') continue;
    const paths = zips.get(sha256);
    if (paths) paths.push(path);
    else if (open.has(sha256)) continue;
    else if (await wasOfferedAsZip(blobs, sha256)) zips.set(sha256, [path]);
    else open.add(sha256);
  }
  for (const [sha256, paths] of zips) {
    const kept = await getIntake(blobs, sha256);
    const source = { sha256, bytes: kept?.bytes ?? 0, fileName: kept?.fileName ?? '' };
    const [lopande] = await store.lopandeOf([sha256]);
    const offering = { ...offerOptions(settings), store, blobs, lopande: lopande !== undefined };
    for (const path of paths) {
      await offerZip({ ...source, path }, offering, (_, taken, member) => {
        if (taken === 'toDo') open.add(member as string);
      });
    }
  }
  return { open, zips: zips.size };
}

/** The part of an open archive's list that it has not come to yet. */
async function stillToStart(client: Client, blobs: Blobs, workflowId: string): Promise<string[]> {
  const handle = client.workflow.getHandle(workflowId);
  const { memo } = await handle.describe();
  const bytes = await blobs.get(String(memo?.list ?? ''));
  if (!bytes) return [];
  const files = new TextDecoder().decode(bytes).split('\n').filter(Boolean);
  try {
    return files.slice((await handle.query(archiveProgressQuery)).started);
  } catch {
    return files; // no worker answers for it here; the one that does will see to its files
  }
}
