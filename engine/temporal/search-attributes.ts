/** Sees to it that the Temporal server knows what workflows are found by (workflows/search-attributes.ts). */
import type { Logger } from '../../worker/log.ts';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes.ts';

/** Types by the attributes' names, as temporal.api.enums.v1.IndexedValueType. */
interface Types {
  [name: string]: number;
}

export interface SearchAttributesOptions {
  /** A client's connection or a worker's. */
  connection: {
    workflowService: {
      countWorkflowExecutions(request: { namespace: string; query: string }): Promise<unknown>;
    };
    operatorService: {
      addSearchAttributes(request: { namespace: string; searchAttributes: Types }): Promise<unknown>;
      listSearchAttributes(request: { namespace: string }): Promise<{ customAttributes?: Types | null }>;
    };
  };
  namespace: string;
  log: Logger;
  /** How long a cluster may take until all of it knows what was added, milliseconds. */
  patience?: number;
}

/** What matters are found by. */
export const NAMES = Object.values(SEARCH_ATTRIBUTES).map(({ name }) => name);
const KEYWORD = 2;
/** google.rpc.Code */
const ALREADY_EXISTS = 6;

/**
 * Whether workflows may be made findable on this server. Adds the attributes where they are missing; where that is not
 * allowed or they cannot be had, says so in the log and how to add them by hand: all works without them but the search
 * on the engine's own page.
 */
export async function ensureSearchAttributes(options: SearchAttributesOptions): Promise<boolean> {
  const { connection, namespace, log, patience = 15_000 } = options;
  const no = (reason: string): false => {
    log.warn(
      { namespace, attributes: NAMES, reason },
      'the Temporal server lacks search attributes of type Keyword: workflows cannot be found by huvudman, organ, ' +
        'status or diarienummer until someone adds them (temporal operator search-attribute create) and the worker is ' +
        'started anew; everything else works',
    );
    return false;
  };
  const there = await typesOf(options);
  const others = NAMES.filter((name) => there?.[name] !== undefined && there[name] !== KEYWORD);
  if (others.length > 0) return no(`of another type: ${others.join(', ')}`);
  if ((await whyNotFound(options)) === null) return true;
  for (const name of NAMES.filter((one) => there?.[one] === undefined)) {
    try {
      await connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: { [name]: KEYWORD },
      });
    } catch (error) {
      if ((error as { code?: number }).code !== ALREADY_EXISTS) return no((error as Error).message);
    }
  }
  const end = Date.now() + patience;
  for (;;) {
    const reason = await whyNotFound(options);
    if (reason === null) return true;
    if (Date.now() > end) return no(reason);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The attributes that the server has and their types; null where it does not tell. */
async function typesOf(options: SearchAttributesOptions): Promise<Types | null> {
  const { connection, namespace } = options;
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    return customAttributes ?? {};
  } catch {
    return null; // Temporal Cloud, or a role that may only run workflows
  }
}

/** What the server says to a question by all of them; null when it answers it. */
export async function whyNotFound({
  connection,
  namespace,
}: Pick<SearchAttributesOptions, 'connection' | 'namespace'>): Promise<string | null> {
  try {
    const query = NAMES.map((name) => `${name} = "-"`).join(' AND ');
    await connection.workflowService.countWorkflowExecutions({ namespace, query });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
