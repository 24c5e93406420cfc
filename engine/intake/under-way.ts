/**
 * What is under way for intakes, by the engine's own word. An intake may have several workflows: what it was handed over
 * for, what a start found left of it, and what was found when its paths were gone through again.
 */
import type { Client } from '@temporalio/client';
import type { Arkiv } from '../../store/arkiv.ts';
import { type ArchiveProgress, archiveProgressQuery } from '../../workflows/messages.ts';
import { fileWorkflowId } from '../../workflows/names.ts';
import { isUnderWay } from '../temporal/under-way.ts';

type Named = Pick<Arkiv, 'id' | 'workflowId'>;

/** No answer within this, and there is nobody who answers, milliseconds. */
const ANSWER_WITHIN = 5_000;

/** An intake's workflow by its id: `archive:`, name, intake, and how the hash of its list begins. */
const OF_ARKIV = /^archive:.*-(\d+)-[0-9a-f]{12}$/u;

/** Whether that workflow is the intake's. */
export const isOf = (workflowId: string, { id, workflowId: last }: Named): boolean =>
  workflowId === last || Number(OF_ARKIV.exec(workflowId)?.[1] ?? Number.NaN) === id;

/** Ids of the archive workflows that are under way, whosever they are. */
export async function archivesUnderWay(client: Client): Promise<string[]> {
  return confirmed(client, await listed(client, 'archive'));
}

/** Ids of the workflows that are under way for an intake. */
export async function workflowsOf(client: Client, arkiv: Named): Promise<string[]> {
  const found = (await listed(client, 'archive')).filter((workflowId) => isOf(workflowId, arkiv));
  return confirmed(client, arkiv.workflowId === null ? found : [...found, arkiv.workflowId]);
}

/** What an archive workflow says of itself; null: nobody is there who answers for it. */
export function progressOf(client: Client, workflowId: string): Promise<ArchiveProgress | null> {
  return answered(client, () => client.workflow.getHandle(workflowId).query(archiveProgressQuery));
}

/** The answer; null when there is none in some seconds. */
export const answered = <T>(client: Client, ask: () => Promise<T>): Promise<T | null> =>
  client.withDeadline(Date.now() + ANSWER_WITHIN, ask).catch(() => null);

/**
 * The contents that a workflow of their own works on: never many, an archive has so many at a time.
 *
 * @param begun such as should be; the list, which is a little behind, may lack them
 */
export async function filesUnderWay(client: Client, begun: Iterable<string> = []): Promise<Set<string>> {
  const ids = [...(await listed(client, 'processFile')), ...[...begun].map(fileWorkflowId)];
  const prefix = fileWorkflowId('').length;
  return new Set((await confirmed(client, ids)).map((id) => id.slice(prefix)));
}

/** Those that are under way: what is listed is a little behind, with those that ended and with those that began. */
async function confirmed(client: Client, ids: string[]): Promise<string[]> {
  const underWay: string[] = [];
  for (const id of new Set(ids)) if (await isUnderWay(client, id)) underWay.push(id);
  return underWay;
}

async function listed(client: Client, type: 'archive' | 'processFile'): Promise<string[]> {
  const query = `WorkflowType = "${type}" AND ExecutionStatus = "Running"`;
  const ids: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query })) ids.push(workflowId);
  return ids;
}
