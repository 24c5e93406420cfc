/**
 * One file that people look at. Their decisions come as updates: a validator refuses at once what cannot be meant, and the
 * store has the last word, so that of two people on the same thing one counts and the other is told. While things wait
 * that hold up what is to be sent, people are reminded; a wait is a timer and outlives every restart. The workflow ends
 * when nothing is left, or when nobody has decided for a while and nothing is held up: the next decision starts it again.
 */
import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  log,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { angranSchema, type Beslut, beslutSchema, klarSchema } from '../diarium/rattelser/types.ts';
import {
  AVVISAD,
  andradSignal,
  angraUpdate,
  beslutaUpdate,
  type GranskaFel,
  type GranskaLage,
  granskaLageQuery,
  klarUpdate,
} from './granska-messages.ts';
import { TASK_QUEUES } from './names.ts';

export interface GranskaInput {
  sha256: string;
  /** Days until people are reminded, and between the reminders after that. */
  paminnEfter: number;
  paminnVar: number;
  /** What an earlier run of this workflow knew. */
  soFar?: SoFar;
}

interface SoFar {
  paminnelser: number;
  /** When people are to be reminded next: milliseconds since 1970; null: nothing is held up. */
  paminns: number | null;
  /** Decisions seen kept. */
  beslut: number;
  /** The last place at which each target was decided on, and which decision that was; the latest of them. */
  senast: [mal: string, nr: number, beslut: string][];
}

// A person waits for the answer.
const { sparaBeslut, sparaAngran, sparaKlar, routaArenden } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.light,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '1 day',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute', maximumAttempts: 10 },
});

const { lasGranskning, paminnOmGranskning } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.light,
  startToCloseTimeout: '5 minutes',
  // Else nobody would be reminded any more of what holds up a decision.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 hour' },
});

const DAY = 24 * 60 * 60 * 1000;
/** How long an unheld file waits for the next decision before its workflow ends. */
const IDLE = DAY;
/** After so many reminders those that follow come with so many days between them, if not more seldom by the settings. */
const OFTEN = 4;
const SELDOM = 28;
/** Targets remembered; the store knows all of them. */
const REMEMBERED = 500;

export async function granska(input: GranskaInput): Promise<GranskaLage> {
  const { sha256 } = input;
  const at: SoFar = input.soFar ?? { paminnelser: 0, paminns: null, beslut: 0, senast: [] };
  const senast = new Map(at.senast.map(([mal, nr, beslut]) => [mal, { nr, beslut }]));
  let waits = { vantar: 0, haller: 0 };
  /** Counts what has happened, so that the main loop sees that something did. */
  let happened = 0;
  const lage = (): GranskaLage => ({
    ...waits,
    paminnelser: at.paminnelser,
    paminns: at.paminns === null ? null : new Date(at.paminns).toISOString(),
    beslut: at.beslut,
  });

  async function settle(matters: string[]): Promise<void> {
    happened += 1;
    try {
      await routaArenden({ matters });
    } catch (error) {
      // kept all the same: the ways are computed when a worker starts next
      log.error('decided, and not routed', { sha256, reason: (error as Error).message });
    }
    happened += 1;
  }

  setHandler(granskaLageQuery, lage);
  setHandler(andradSignal, () => {
    happened += 1;
  });
  setHandler(
    beslutaUpdate,
    async (beslut) => {
      const { nr, matters } = await kept(() => sparaBeslut(beslut));
      at.beslut += 1;
      senast.delete(beslut.mal.id);
      senast.set(beslut.mal.id, { nr, beslut: beslut.id });
      await settle(matters);
      return { nr };
    },
    {
      validator: (beslut) => {
        check(beslutSchema.safeParse(beslut), beslut, sha256);
        const last = senast.get(beslut.mal.id);
        if (last && last.nr > beslut.revision && last.beslut !== beslut.id) throw taken(beslut);
      },
    },
  );
  setHandler(
    angraUpdate,
    async (angran) => {
      const { nr, matters } = await kept(() => sparaAngran(angran));
      await settle(matters);
      return { nr };
    },
    { validator: (angran) => check(angranSchema.safeParse(angran), angran, sha256) },
  );
  setHandler(
    klarUpdate,
    async (klar) => {
      await settle(await kept(() => sparaKlar(klar)));
    },
    { validator: (klar) => check(klarSchema.safeParse(klar), klar, sha256) },
  );

  for (;;) {
    const seen = happened;
    waits = await lasGranskning({ sha256 });
    if (waits.haller === 0) at.paminns = null;
    else at.paminns ??= Date.now() + input.paminnEfter * DAY;
    const news = () => happened !== seen;
    if (waits.vantar === 0) {
      await condition(allHandlersFinished);
      if (news()) continue;
      return lage();
    }
    const pause = at.paminns === null ? IDLE : Math.max(0, at.paminns - Date.now());
    if (!(await condition(news, pause))) {
      if (at.paminns === null) {
        await condition(allHandlersFinished);
        if (news()) continue;
        return lage();
      }
      await paminnOmGranskning({ sha256, nr: at.paminnelser + 1 });
      at.paminnelser += 1;
      const days = at.paminnelser < OFTEN ? input.paminnVar : Math.max(input.paminnVar, SELDOM);
      at.paminns = Date.now() + days * DAY;
    }
    if (workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      const known = [...senast].slice(-REMEMBERED);
      const latest = known.map(([mal, { nr, beslut }]): SoFar['senast'][number] => [mal, nr, beslut]);
      await continueAsNew<typeof granska>({ ...input, soFar: { ...at, senast: latest } });
    }
  }
}

/** What the store refuses fails the update for the one who asked, with the store's reason, and nothing else. */
async function kept<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    const cause = error instanceof ActivityFailure ? error.cause : error;
    if (cause instanceof ApplicationFailure && cause.type === AVVISAD)
      throw refused((cause.details ?? [])[0] as GranskaFel);
    throw error;
  }
}

function check(
  parsed: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined },
  given: { sha256: string },
  sha256: string,
): void {
  if (!parsed.success) {
    const [issue] = parsed.error?.issues ?? [];
    const what = [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
    throw refused({
      code: 'ogiltig',
      sv: `Beslutet kan inte menas så (${what}).`,
      en: `The decision cannot be meant so (${what}).`,
    });
  }
  if (given.sha256 !== sha256)
    throw refused({
      code: 'ogiltig',
      sv: 'Beslutet gäller en annan fil.',
      en: 'The decision is about another file.',
    });
}

const taken = ({ mal }: Beslut): ApplicationFailure =>
  refused({
    code: 'upptagen',
    sv: `Någon annan hann före med ett beslut om samma sak (${mal.id}). Se på den igen.`,
    en: `Somebody else has decided on the same thing first (${mal.id}). Look at it again.`,
  });

const refused = (fel: GranskaFel): ApplicationFailure =>
  ApplicationFailure.create({ type: AVVISAD, message: fel.en, nonRetryable: true, details: [fel] });
