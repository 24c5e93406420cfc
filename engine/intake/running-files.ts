/** The files that are under way, and how far each has come: by its workflow, and while it is opened by the step itself. */
import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Opening } from '../../activities/open-file.ts';
import { type FileProgress, fileProgressQuery } from '../../workflows/messages.ts';
import { fileWorkflowId } from '../../workflows/names.ts';

/** A file under way, as far as is known. */
export interface RunningFile extends FileProgress {
  sha256: string;
  /** While it is opened: how many of its pages are read; null: not known, as with one that is opened in a moment. */
  opening: Opening | null;
}

/** How far these files have come; those that just ended are left out. */
export async function runningFiles(client: Client, files: string[]): Promise<RunningFile[]> {
  const asked = files.map(async (sha256) => {
    try {
      const progress = await client.workflow.getHandle(fileWorkflowId(sha256)).query(fileProgressQuery);
      const opening = progress.step === 'open' ? await openingOf(client, sha256) : null;
      return { sha256, ...progress, opening };
    } catch {
      return null; // just ended
    }
  });
  return (await Promise.all(asked)).filter((one) => one !== null);
}

/** What the step that opens it last said. */
async function openingOf(client: Client, sha256: string): Promise<Opening | null> {
  const { raw } = await client.workflow.getHandle(fileWorkflowId(sha256)).describe();
  const said = raw.pendingActivities?.[0]?.heartbeatDetails?.payloads?.[0];
  const value: unknown = said ? defaultPayloadConverter.fromPayload(said) : null;
  return isOpening(value) ? value : null;
}

const isOpening = (value: unknown): value is Opening =>
  typeof value === 'object' && value !== null && 'page' in value && 'pageCount' in value;
