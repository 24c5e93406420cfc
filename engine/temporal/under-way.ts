/** Whether a workflow is under way, by the engine's own word: what is listed may be a little behind. */
import { type Client, WorkflowNotFoundError } from '@temporalio/client';

export async function isUnderWay(client: Client, workflowId: string): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
