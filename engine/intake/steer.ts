/** Pausing an intake, letting it go on and calling it off. What people want is kept first; the workflow is told then. */
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { Arkiv, ArkivAvsikt, ArkivLage } from '../../store/arkiv.ts';
import type { Store } from '../../store/store.ts';
import { archiveProgressQuery, cancelSignal, pauseSignal, resumeSignal } from '../../workflows/messages.ts';
import { fileWorkflowId } from '../../workflows/names.ts';
import { Problem } from '../problem.ts';

/** What people want done with an intake. */
export type Styrning = 'pausa' | 'fortsatt' | 'avbryt';

export interface SteerDeps {
  store: Store;
  /** null: nothing runs; what is wanted is done when it does. */
  client: Client | null;
}

const STEERING: { readonly [what in Styrning]: { to: ArkivAvsikt; from: ArkivAvsikt[] } } = {
  pausa: { to: 'pausat', from: ['samlas', 'pagar'] },
  fortsatt: { to: 'pagar', from: ['pausat'] },
  avbryt: { to: 'avbrutet', from: ['samlas', 'brutet', 'pagar', 'pausat'] },
};

const SIGNALS = { pausa: pauseSignal, fortsatt: resumeSignal, avbryt: cancelSignal } as const;

/** Why it cannot be done, by how the intake stands. */
const WHY_NOT: { readonly [lage in ArkivLage]: { sv: string; en: string } } = {
  samlas: { sv: 'dess filer samlas in än', en: 'its files are still being found' },
  brutet: { sv: 'insamlingen av dess filer bröts', en: 'the finding of its files was cut off' },
  pagar: { sv: 'det pågår', en: 'it is under way' },
  pausat: { sv: 'det är redan pausat', en: 'it is paused' },
  avbrutet: { sv: 'det är avbrutet', en: 'it is called off' },
  klart: { sv: 'det är klart', en: 'it is finished' },
};

/**
 * Does it, and returns the intake as it is then. Calling off leaves the files that are under way to end by themselves,
 * unless `atOnce`. Throws Problem "no-such-arkiv", and "refused" when it is not in a state for it.
 */
export async function steer(
  { store, client }: SteerDeps,
  id: number,
  what: Styrning,
  { av, atOnce = false }: { av: string; atOnce?: boolean },
): Promise<Arkiv> {
  const arkiv = await arkivOf(store, id);
  const { to, from } = STEERING[what];
  // to be called off at once is asked for also of one that ends by and by
  const again = what === 'avbryt' && atOnce && arkiv.lage === 'avbrutet';
  if (arkiv.lage === 'klart' || !((await store.setArkivLage(id, to, av, from)) || again)) {
    const { sv, en } = WHY_NOT[arkiv.lage];
    throw new Problem('refused', `Arkiv ${id} kan inte ändras så: ${sv}. / Intake ${id} cannot: ${en}.`);
  }
  if (client) {
    await tell(client, arkiv, what);
    if (what === 'avbryt')
      await callOffTheRest({ store, client }, id, { atOnce, hasWorkflow: arkiv.workflowId !== null });
  }
  return arkivOf(store, id);
}

/** The intake. Throws Problem "no-such-arkiv". */
export async function arkivOf(store: Store, id: number): Promise<Arkiv> {
  const arkiv = await store.ettArkiv(id);
  if (!arkiv) throw new Problem('no-such-arkiv', `Det finns inget arkiv ${id}. / There is no intake ${id}.`);
  return arkiv;
}

async function tell(client: Client, { workflowId }: Arkiv, what: Styrning): Promise<boolean> {
  if (workflowId === null) return false;
  try {
    await client.workflow.getHandle(workflowId).signal(SIGNALS[what]);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false; // it has ended
    throw error;
  }
}

async function callOffTheRest(
  { store, client }: { store: Store; client: Client },
  id: number,
  { atOnce, hasWorkflow }: { atOnce: boolean; hasWorkflow: boolean },
): Promise<void> {
  const files = await store.arkivFiler(id);
  const open = new Set(
    files.flatMap(({ sha256, status }) => (sha256 && status === 'running' ? [sha256] : [])),
  );
  for (const sha256 of atOnce ? open : []) {
    // it says in the store how it ended
    await client.workflow
      .getHandle(fileWorkflowId(sha256))
      .cancel()
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
  }
  // the workflow calls off those that it had not come to; where there is none, nobody else does
  if (!hasWorkflow) await store.callOff([...open], EXTRACTION_VERSION);
}

/** Tells an archive's workflow what people have wanted while nothing ran. */
export async function asWanted(client: Client, workflowId: string, arkiv: Arkiv[]): Promise<void> {
  const of = arkiv.find((one) => one.workflowId === workflowId);
  if (!of || of.lageAv === null) return;
  const what = (Object.keys(STEERING) as Styrning[]).find((one) => STEERING[one].to === of.lage);
  if (!what) return;
  if (what === 'fortsatt') {
    const progress = await client.workflow
      .getHandle(workflowId)
      .query(archiveProgressQuery)
      .catch(() => null);
    if (progress?.state !== 'paused') return;
  }
  await tell(client, of, what);
}
