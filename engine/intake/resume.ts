/** After a kill: finds the files and matters that have no workflow that sees to them, and gives them one. */
import type { Client } from '@temporalio/client';
import type { Settings } from '../../config/settings.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import { archiveProgressQuery } from '../../workflows/messages.ts';
import { fileWorkflowId } from '../../workflows/names.ts';
import { reviveMatters } from '../wake.ts';
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
  archive: string | null;
  /** Matters whose process was gone and is started again. */
  matters: number;
}

/** Nothing is done twice by this: a file that is under way is left alone, and one that is done is not done again. */
export async function resume({ client, store, blobs, settings }: ResumeOptions): Promise<Resumed> {
  const open = new Set<string>();
  for (const row of await store.files()) {
    if (row.sha256 && row.status === 'running') open.add(row.sha256);
  }
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
  if (orphans.length === 0) return { archives, files: 0, archive: null, matters };
  const archive = await submit(orphans, { client, blobs, settings, name: 'resumed', rerun: false });
  return { archives, files: orphans.length, archive, matters };
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
