/** People's decisions, given to the workflow of the file they are about. */
import {
  type Client,
  type UpdateDefinition,
  WithStartWorkflowOperation,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Settings } from '../../config/settings.ts';
import {
  type Angran,
  angranSchema,
  type Beslut,
  beslutSchema,
  type Klar,
  klarSchema,
} from '../../diarium/rattelser/types.ts';
import { mustBeMeant } from '../../store/rattelse-form.ts';
import { RattelseAvvisad, type RattelseFel } from '../../store/rattelser.ts';
import type { granska } from '../../workflows/granska.ts';
import {
  AVVISAD,
  andradSignal,
  angraUpdate,
  type Besvarat,
  beslutaUpdate,
  type GranskaFel,
  klarUpdate,
} from '../../workflows/granska-messages.ts';
import { granskaWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';
import { untilTaken } from '../temporal/until-taken.ts';

/** What is needed of an installation. */
export interface ForGranska {
  client: Client;
  settings: Pick<Settings, 'granskaPaminnEfter' | 'granskaPaminnVar'>;
}

/** A decision on one thing. Sent again it is the same one. Throws RattelseAvvisad when it was not kept. */
export const besluta = async (to: ForGranska, beslut: Beslut): Promise<Besvarat> =>
  update(to, beslut.sha256, beslutaUpdate, mustBeMeant(beslutSchema, beslut), beslut.id);

/** Takes a decision back. Throws RattelseAvvisad. */
export const angra = async (to: ForGranska, angran: Angran): Promise<Besvarat> =>
  update(to, angran.sha256, angraUpdate, mustBeMeant(angranSchema, angran), `angra-${angran.rattelse}`);

/** A person has gone through the whole file. Throws RattelseAvvisad. */
export const markeraKlar = async (to: ForGranska, klar: Klar): Promise<void> =>
  update(to, klar.sha256, klarUpdate, mustBeMeant(klarSchema, klar), `klar-${klar.at}`);

/**
 * Sees to it that people are reminded of what waits in the file: starts its workflow, or has the one that runs count
 * again. It ends by itself when nothing waits.
 */
export async function startGranska(to: ForGranska, sha256: string): Promise<void> {
  await to.client.workflow.signalWithStart<typeof granska, []>('granska', {
    ...optionsFor(to, sha256),
    signal: andradSignal,
    signalArgs: [],
  });
}

function optionsFor({ settings }: ForGranska, sha256: string) {
  return {
    workflowId: granskaWorkflowId(sha256),
    taskQueue: TASK_QUEUES.light,
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    args: [
      { sha256, paminnEfter: settings.granskaPaminnEfter, paminnVar: settings.granskaPaminnVar },
    ] as Parameters<typeof granska>,
  };
}

async function update<Result, Input>(
  to: ForGranska,
  sha256: string,
  definition: UpdateDefinition<Result, [Input]>,
  input: Input,
  updateId: string,
): Promise<Result> {
  try {
    return await untilTaken(() => {
      const startWorkflowOperation = new WithStartWorkflowOperation<typeof granska>(
        'granska',
        optionsFor(to, sha256),
      );
      const options = { args: [input] as [Input], updateId, startWorkflowOperation };
      return to.client.workflow.executeUpdateWithStart(definition, options);
    });
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

function refusalOf(error: unknown): RattelseAvvisad | null {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== AVVISAD) return null;
  const { code, sv, en } = (cause.details ?? [])[0] as GranskaFel;
  return new RattelseAvvisad(code as RattelseFel, sv, en);
}
