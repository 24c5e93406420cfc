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

/** What was done to an intake, and how it is then. */
export interface Styrt extends Arkiv {
  /** Files of it that are under way, of those that have not ended; null: nothing runs that could tell. */
  underWay: number | null;
}

const NOTHING: { readonly [what in Styrning]: { sv: string; en: string } } = {
  pausa: { sv: 'det finns inget att pausa', en: 'there is nothing to pause' },
  fortsatt: { sv: 'det finns inget att gå vidare med', en: 'there is nothing to go on with' },
  avbryt: { sv: 'det finns inget att avbryta', en: 'there is nothing to call off' },
};

/** Why it cannot be done, and what can be. */
function whyNot(id: number, what: Styrning, lage: ArkivLage): Problem {
  const { sv, en } = NOTHING[what];
  const said: { readonly [lage in ArkivLage]: [sv: string, en: string] } = {
    klart: [`Inläsning ${id} är redan klar; ${sv}.`, `Intake ${id} is finished; ${en}.`],
    avbrutet: [
      `Inläsning ${id} är avbruten; ${sv}. Läs om det avbrutna med: expediera arkiv om ${id}`,
      `Intake ${id} is called off; ${en}. Run what was called off again: expediera arkiv om ${id}`,
    ],
    brutet: [
      `Insamlingen av filer till inläsning ${id} bröts; ${sv}. Samla in dem igen med: expediera arkiv fortsatt ${id}. Eller avbryt inläsningen med: expediera arkiv avbryt ${id}`,
      `The finding of files for intake ${id} was cut off; ${en}. Find them again: expediera arkiv fortsatt ${id}. Or call it off: expediera arkiv avbryt ${id}`,
    ],
    samlas: [
      `Filerna till inläsning ${id} samlas redan in; ${sv}.`,
      `The files of intake ${id} are being found already; ${en}.`,
    ],
    pagar: [`Inläsning ${id} pågår redan; ${sv}.`, `Intake ${id} is under way already; ${en}.`],
    pausat: [`Inläsning ${id} är pausad; ${sv}.`, `Intake ${id} is paused; ${en}.`],
  };
  return new Problem('refused', said[lage].join('\n'));
}

/**
 * Does it, and returns the intake as it is then. Calling off leaves the files that are under way to end by themselves,
 * unless `atOnce`, which says nothing while nothing runs. What is so already is told again: the engine may have been away
 * the first time. Throws Problem "no-such-arkiv", and "refused" when it is not in a state for it.
 */
export async function steer(
  { store, client }: SteerDeps,
  id: number,
  what: Styrning,
  { av, atOnce = false }: { av: string; atOnce?: boolean },
): Promise<Styrt> {
  const before = await arkivOf(store, id);
  const to = what === 'fortsatt' && isCutOff(before) ? 'samlas' : STEERING[what].to;
  const genast = what === 'avbryt' && atOnce && client !== null;
  const from = [...STEERING[what].from];
  // called off before, it is called off at once now where there is something under way
  if (genast && before.lage === to && (await workOf({ store, client }, before)).underWay.size > 0)
    from.push(to);
  const isDone = before.lage !== 'klart' && (await store.setArkivLage(id, to, av, from, { genast }));
  const { lage } = await arkivOf(store, id);
  // what is so already may have been wanted by somebody else meanwhile
  if (!isDone && (before.lage === 'klart' || lage !== to)) throw whyNot(id, what, lage);
  if (!client) return { ...(await arkivOf(store, id)), underWay: null };
  await tellWanted({ client, store }, id);
  const work = await workOf({ store, client }, await arkivOf(store, id));
  if (what === 'avbryt') await callOffTheRest({ store, client }, work, atOnce);
  const { open, underWay, begun } = work;
  const isUnderWay = (sha256: string): boolean => underWay.has(sha256) || begun.has(sha256);
  return { ...(await arkivOf(store, id)), underWay: [...open].filter(isUnderWay).length };
}

/** Whether the finding of its files was cut off, also where it was paused meanwhile: it was handed over to nobody then. */
export const isCutOff = ({ lage, workflowId, version }: Arkiv): boolean =>
  lage === 'brutet' || (lage === 'pausat' && workflowId === null && version === null);

/** The intake. Throws Problem "no-such-arkiv". */
export async function arkivOf(store: Store, id: number): Promise<Arkiv> {
  const arkiv = await store.ettArkiv(id);
  if (!arkiv)
    throw new Problem('no-such-arkiv', `Det finns ingen inläsning ${id}. / There is no intake ${id}.`);
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

interface Work {
  /** Contents of the intake that have not ended. */
  open: Set<string>;
  /** Those of them that a workflow of their own works on, and what the intake's workflows say that they have begun. */
  underWay: Set<string>;
  begun: Set<string>;
}

async function workOf({ store, client }: { store: Store; client: Client }, arkiv: Arkiv): Promise<Work> {
  const running = (await store.arkivFiler(arkiv.id)).flatMap(({ sha256, status }) =>
    sha256 && status === 'running' ? [sha256] : [],
  );
  const archives = await Promise.all(
    (await workflowsOf(client, arkiv)).map((workflowId) => progressOf(client, workflowId)),
  );
  const begun = new Set(archives.flatMap((progress) => progress?.running ?? []));
  // what is read again stands as done meanwhile
  const open = new Set([...running, ...(arkiv.version === null ? [] : begun)]);
  const underWay = open.size === 0 ? new Set<string>() : await filesUnderWay(client, begun);
  return { open, begun, underWay: new Set([...open].filter((sha256) => underWay.has(sha256))) };
}

async function callOffTheRest(
  { store, client }: { store: Store; client: Client },
  { open, underWay }: Work,
  atOnce: boolean,
): Promise<void> {
  // it says in the store how it ended
  for (const sha256 of atOnce ? underWay : [])
    await unlessEnded(client.workflow.getHandle(fileWorkflowId(sha256)).cancel());
  // its workflows do so too, each with its list; of what is in none nobody else does
  await store.callOff(
    [...open].filter((sha256) => !underWay.has(sha256)),
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
