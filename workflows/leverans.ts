/**
 * One § that is sent: all its recipients, each by its own tries, until all have it or were given up. While something
 * stands in the way it waits for a signal, and reminds of it from time to time. Only keys travel here.
 */
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import {
  ActivityCancellationType,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { LeveransPlan } from '../activities/plan-leverans.ts';
import { andratSignal, skickaOmSignal } from './messages.ts';
import { TASK_QUEUES } from './names.ts';
import { makeFindable } from './search-attributes.ts';

export interface LeveransInput {
  matter: string;
  /** `Steg.nyckel`. */
  steg: string;
}

export interface LeveransResult {
  levererade: number;
  /** Given up; a person may have them sent again, which starts this workflow anew. */
  misslyckade: number;
}

const { planLeverans, uppgeLeverans, paminnLeverans } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.light,
  startToCloseTimeout: '2 minutes',
  // A § is never given up unseen: a fault of the program is mended one day, and nobody else would plan it then.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 hour' },
});

/** Sends as long as is set: at first every second, later every hour, or when the receiver says. */
const sender = (seconds: number) =>
  proxyActivities<Activities>({
    taskQueue: TASK_QUEUES.leverans,
    startToCloseTimeout: '12 minutes',
    heartbeatTimeout: '20 seconds',
    scheduleToCloseTimeout: seconds * 1000,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: {
      initialInterval: '1 second',
      backoffCoefficient: 2,
      maximumInterval: '1 hour',
      // A fault of the program itself comes back each time; a person sees it, and sends it again when it is mended.
      nonRetryableErrorTypes: ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'ZodError'],
    },
  });

/** Ends when every recipient has it or was given up, or when nothing of the § is sent. */
export async function leverans(input: LeveransInput): Promise<LeveransResult> {
  const underway = new Map<string, CancellationScope>();
  // Not begun again before something has changed: what was just given up, or not let through.
  const settled = new Set<string>();
  const at = { changed: false };
  setHandler(andratSignal, () => {
    settled.clear();
    at.changed = true;
  });
  setHandler(skickaOmSignal, (nyckel) => {
    settled.delete(nyckel);
    underway.get(nyckel)?.cancel();
    at.changed = true;
  });

  const deliver = async (nyckel: string, seconds: number): Promise<void> => {
    const scope = new CancellationScope();
    underway.set(nyckel, scope);
    try {
      if ((await scope.run(() => sender(seconds).skicka({ nyckel }))) === 'ej') settled.add(nyckel);
    } catch (error) {
      if (scope.consideredCancelled || isCancellation(error)) return;
      settled.add(nyckel);
      await uppgeLeverans({ nyckel, fel: reasonOf(error) });
    } finally {
      underway.delete(nyckel);
      // one that was called off is begun again, whatever the others wait for
      if (underway.size === 0 || scope.consideredCancelled) at.changed = true;
    }
  };

  for (;;) {
    at.changed = false;
    const plan = await planLeverans(input);
    show(plan);
    for (const nyckel of plan.skicka) {
      if (!underway.has(nyckel) && !settled.has(nyckel)) void deliver(nyckel, plan.tider.sekunder);
    }
    if (underway.size === 0 && !at.changed) {
      const held = plan.skicka.length;
      if (plan.vantar + held === 0) return { levererade: plan.levererade, misslyckade: plan.misslyckade };
      if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof leverans>(input);
    }
    const woken = await condition(() => at.changed, plan.tider.paminnelse * 1000);
    if (!woken && plan.vantar > 0) await paminnLeverans(input);
  }
}

/** What is sent and where it stands, for who looks at the engine's own page. */
function show(plan: LeveransPlan): void {
  const { om, vantar, skicka, findable } = plan;
  const title =
    om && [om.organ, om.paragraf && `§ ${om.paragraf}`, om.diarienummer].filter(Boolean).join(' · ');
  setCurrentDetails([title, om?.rubrik, inWords(plan)].filter(Boolean).join('\n\n'));
  if (!om || !findable) return;
  const { huvudman, organ, diarienummer } = om;
  const status = vantar > 0 ? 'väntar' : skicka.length > 0 ? 'öppet' : 'avslutat';
  makeFindable({ huvudman, organ, diarienummer, status });
}

function inWords({ levererade, misslyckade, vantar, skicka }: LeveransPlan): string {
  const counts = [
    [levererade, 'levererade'],
    [skicka.length, 'skickas'],
    [vantar, 'väntar på en människa'],
    [misslyckade, 'misslyckade'],
  ] as const;
  const told = counts.flatMap(([n, what]) => (n > 0 ? [`${n} ${what}`] : []));
  return told.length > 0 ? told.join(', ') : 'Inget att skicka';
}

/** In Swedish where the sender has said it; else what the last try noted stays. */
function reasonOf(error: unknown): string | null {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== 'SandFel') return null;
  const [said] = (cause.details ?? []) as [{ sv: string }?];
  return said?.sv ?? null;
}
