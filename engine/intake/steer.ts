/** Pausing an intake, letting it go on and calling it off. What people want is kept first; its workflows are told then. */
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { Arkiv, ArkivAvsikt, ArkivLage } from '../../store/arkiv.ts';
import type { Store } from '../../store/store.ts';
import { cancelSignal, pauseSignal, resumeSignal } from '../../workflows/messages.ts';
import { fileWorkflowId } from '../../workflows/names.ts';
import { Problem } from '../problem.ts';
import { filesUnderWay, progressOf, workflowsOf } from './under-way.ts';

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

/** What its workflows are to do, by how the intake stands; null: nothing is left to do. */
const WANTED: { readonly [lage in ArkivLage]: Styrning | null } = {
  ...{ samlas: 'fortsatt', brutet: 'fortsatt', pagar: 'fortsatt' },
  ...{ pausat: 'pausa', avbrutet: 'avbryt', klart: null },
};

const SIGNALS = { pausa: pauseSignal, fortsatt: resumeSignal, avbryt: cancelSignal } as const;

/** Why it cannot be done, by how the intake stands. */
const WHY_NOT: { readonly [lage in ArkivLage]: { sv: string; en: string } } = {
  samlas: { sv: 'dess filer samlas in än', en: 'its files are still being found' },
  brutet: {
    sv: 'insamlingen av dess filer bröts. Låt den gå vidare (arkiv fortsatt) eller avbryt den',
    en: 'the finding of its files was cut off. Let it go on (arkiv fortsatt) or call it off',
  },
  pagar: { sv: 'det pågår', en: 'it is under way' },
  pausat: { sv: 'det är pausat', en: 'it is paused' },
  avbrutet: { sv: 'det är avbrutet', en: 'it is called off' },
  klart: { sv: 'det är klart', en: 'it is finished' },
};

/**
 * Does it, and returns the intake as it is then. Calling off leaves the files that are under way to end by themselves,
 * unless `atOnce`. What is so already is told again: the engine may have been away the first time.
 * Throws Problem "no-such-arkiv", and "refused" when it is not in a state for it.
 */
export async function steer(
  { store, client }: SteerDeps,
  id: number,
  what: Styrning,
  { av, atOnce = false }: { av: string; atOnce?: boolean },
): Promise<Arkiv> {
  const before = await arkivOf(store, id);
  const { from } = STEERING[what];
  const to = what === 'fortsatt' && isCutOff(before) ? 'samlas' : STEERING[what].to;
  const isWanted = before.lage === to;
  if (before.lage === 'klart' || !((await store.setArkivLage(id, to, av, from)) || isWanted)) {
    const { sv, en } = WHY_NOT[(await arkivOf(store, id)).lage];
    throw new Problem('refused', `Arkiv ${id} kan inte ändras så: ${sv}. / Intake ${id} cannot: ${en}.`);
  }
  if (client) {
    await tellWanted({ client, store }, id);
    if (what === 'avbryt') await callOffTheRest({ store, client }, id, atOnce);
  }
  return arkivOf(store, id);
}

/** Whether the finding of its files was cut off, also where it was paused meanwhile: it was handed over to nobody then. */
export const isCutOff = ({ lage, workflowId, version }: Arkiv): boolean =>
  lage === 'brutet' || (lage === 'pausat' && workflowId === null && version === null);

/** The intake. Throws Problem "no-such-arkiv". */
export async function arkivOf(store: Store, id: number): Promise<Arkiv> {
  const arkiv = await store.ettArkiv(id);
  if (!arkiv) throw new Problem('no-such-arkiv', `Det finns inget arkiv ${id}. / There is no intake ${id}.`);
  return arkiv;
}

/**
 * Tells workflows of an intake what people want of it, until they know what stands in the store: that may change while
 * they are told. So it does not matter who writes first, who steers it or who gives it a workflow.
 *
 * @param knows what they do already; left out, that is not known
 * @param workflows left out: all that are under way for it
 */
export async function tellWanted(
  { client, store }: { client: Client; store: Pick<Store, 'ettArkiv'> },
  id: number,
  { knows = null, workflows }: { knows?: Styrning | null; workflows?: string[] } = {},
): Promise<void> {
  for (let told = knows; ; ) {
    const arkiv = await store.ettArkiv(id);
    const wanted = arkiv && WANTED[arkiv.lage];
    if (!wanted || wanted === told) return;
    for (const workflowId of workflows ?? (await workflowsOf(client, arkiv))) {
      await unlessEnded(client.workflow.getHandle(workflowId).signal(SIGNALS[wanted]));
    }
    told = wanted;
  }
}

async function callOffTheRest(
  { store, client }: { store: Store; client: Client },
  id: number,
  atOnce: boolean,
): Promise<void> {
  const arkiv = await arkivOf(store, id);
  const open = (await store.arkivFiler(id)).flatMap(({ sha256, status }) =>
    sha256 && status === 'running' ? [sha256] : [],
  );
  if (open.length === 0) return;
  const archives = await Promise.all(
    (await workflowsOf(client, arkiv)).map((workflowId) => progressOf(client, workflowId)),
  );
  const underWay = await filesUnderWay(
    client,
    archives.flatMap((progress) => progress?.running ?? []),
  );
  // it says in the store how it ended
  for (const sha256 of atOnce ? open.filter((one) => underWay.has(one)) : [])
    await unlessEnded(client.workflow.getHandle(fileWorkflowId(sha256)).cancel());
  // its workflows do so too, each with its list; of what is in none nobody else does
  await store.callOff(
    open.filter((sha256) => !underWay.has(sha256)),
    EXTRACTION_VERSION,
  );
}

async function unlessEnded(doing: Promise<unknown>): Promise<void> {
  try {
    await doing;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
