/** Whether a cluster's namespace is this installation's: on another's, workers would take steps of files that they do not have. */
import type { Client } from '@temporalio/client';
import type { Store } from '../../store/store.ts';
import { Problem } from '../problem.ts';
import { installationOf } from '../stores/belonging.ts';

/** Under what name the namespace's own data say whose it is. */
const KEY = 'expediera';

/**
 * Notes in the namespace whose it is, where that is not said yet. Throws Problem "other-namespace" where it is another's. Where
 * the server does not tell, or does not let it be noted (Temporal's own cloud, a role that may not), all is let pass.
 */
export async function requireOwnNamespace(
  { connection, options }: Pick<Client, 'connection'> & { options: { namespace: string } },
  store: Pick<Store, 'installation' | 'fillager'>,
): Promise<void> {
  const { namespace } = options;
  const id = await installationOf(store);
  const told = async () => {
    const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace });
    // Temporal's own tool keeps values as JSON
    return namespaceInfo?.data?.[KEY]?.replaceAll('"', '') ?? null;
  };
  let owner: string | null;
  try {
    owner = await told();
    if (owner === null) {
      await connection.workflowService.updateNamespace({ namespace, updateInfo: { data: { [KEY]: id } } });
      owner = await told();
    }
  } catch {
    return;
  }
  if (owner === null || owner === id) return;
  throw new Problem(
    'other-namespace',
    `Temporals namnrymd ${namespace} används av en annan Expediera. Ange en egen namnrymd i TEMPORAL_NAMESPACE, eller rätta ` +
      'inställningen database. Ska den här ta över namnrymden: temporal operator namespace update ' +
      `-n ${namespace} --data '${KEY}="${id}"' / The namespace belongs to another installation.`,
  );
}
