/**
 * One matter, for as long as it is open: it is told when something of it changed, knows which body has it and what is
 * awaited, and waits for years where it must. All it knows follows from the matter's handlingar, so that the order in
 * which they come plays no part. A closed matter is rows, and the next handling starts its process again.
 */
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  upsertMemo,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import {
  type ArendeLage,
  andratSignal,
  arendeLageQuery,
  markeraUpdate,
  sammanforUpdate,
  skiljUpdate,
} from './messages.ts';
import { TASK_QUEUES } from './names.ts';
import { whyNotJoined, whyNotMarked, whyNotParted } from './said-by-people.ts';
import { makeFindable } from './search-attributes.ts';

export interface ArendeInput {
  /** The store's id of the matter. */
  matter: string;
  /** Events of one run, after which it goes on as new: far under what a server allows, and read fast. */
  maxEvents?: number;
  /** What is being sent, as an earlier run has told its deliveries: `tecken` by `Steg.nyckel`. */
  sant?: { [steg: string]: string };
}

const { followMatter, tellLeveranser, releaseMatter } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.light,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '15 seconds',
  // A matter is never given up: its process waits until the fault is mended, asking ever more seldom.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 hour' },
});

// A person waits for the answer.
const { markPosts, joinMatters, partMatters } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.light,
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '5 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '10 seconds', maximumAttempts: 10 },
});

export async function arende({ matter, maxEvents = 2_000, sant = {} }: ArendeInput): Promise<void> {
  let andrat = true;
  let lage: ArendeLage | null = null;
  setHandler(andratSignal, () => {
    andrat = true;
  });
  setHandler(arendeLageQuery, () => lage);
  setHandler(
    markeraUpdate,
    async (marke) => {
      const changed = await markPosts({ marke });
      andrat = true;
      return changed;
    },
    { validator: whyNotMarked },
  );
  setHandler(
    sammanforUpdate,
    async (join) => {
      const changed = await joinMatters({ fran: matter, ...join });
      andrat = true;
      return changed;
    },
    { validator: (join) => whyNotJoined(matter, join) },
  );
  setHandler(
    skiljUpdate,
    async ({ av }) => {
      const changed = await partMatters({ fran: matter, av });
      andrat = true;
      return changed;
    },
    { validator: whyNotParted },
  );

  for (;;) {
    andrat = false;
    const before: ArendeLage | null = lage;
    lage = await followMatter({ matter, idag: today() });
    if (lage) {
      show(lage);
      await send(lage);
    } else if (before) {
      showMoved(before);
    }
    if (isOver(lage)) {
      await condition(allHandlersFinished);
      if (isChanged()) continue;
      await releaseMatter({ matter });
      if (!isChanged() && allHandlersFinished()) return;
      continue;
    }
    if (workflowInfo().historyLength > maxEvents || workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof arende>({ matter, maxEvents, sant });
    }
    await untilChangedOr(lage?.nastaDag ?? null);
  }

  // Through a function: handlers change it while the workflow waits, which control flow analysis cannot see.
  function isChanged(): boolean {
    return andrat;
  }

  /** Tells the deliveries of the §§ that are new or have changed; each § is sent by a workflow of its own. */
  async function send({ expediera }: ArendeLage): Promise<void> {
    const changed = expediera.filter(({ steg, tecken }) => sant[steg] !== tecken);
    const gone = Object.keys(sant).filter((steg) => !expediera.some((one) => one.steg === steg));
    const steg = [...changed.map((one) => one.steg), ...gone];
    if (steg.length > 0) await tellLeveranser({ matter, steg });
    sant = Object.fromEntries(expediera.map((one) => [one.steg, one.tecken]));
  }

  /** Until something of the matter changed, or the morning of that day. */
  async function untilChangedOr(day: string | null): Promise<void> {
    if (day === null) await condition(() => andrat);
    else await condition(() => andrat, Math.max(1_000, Date.parse(`${day}T05:00:00Z`) - Date.now()));
  }
}

/** Nothing is left to wait for; null: its handlingar are another matter's. */
function isOver(lage: ArendeLage | null): boolean {
  if (lage === null) return true;
  // What a closed matter awaits without a day (most assignments) comes as a handling, which starts its process again; of
  // an archive no day is waited for at all: its decisions were carried out or not long ago.
  return lage.avslutat && lage.nastaDag === null;
}

const today = (): string => new Date(Date.now()).toISOString().slice(0, 10);

/** Where the matter is, for who looks at the engine's own page. */
function show(lage: ArendeLage): void {
  const { huvudman, diarienummer, rubrik, hos, avslutat, vantar, sena, nastaDag } = lage;
  const where = avslutat ? 'Avslutat' : `Hos ${hos ?? 'okänt organ'}`;
  const lines = [
    [diarienummer ?? 'Utan diarienummer', huvudman ?? 'utan huvudman'].join(' · '),
    ...(rubrik === null ? [] : [rubrik]),
    [where, ...(vantar > 0 ? [`väntar på ${vantar}`] : []), ...(sena > 0 ? [`${sena} försenat`] : [])].join(
      ', ',
    ),
    ...(nastaDag === null ? [] : [`Nästa dag att bevaka: ${nastaDag}`]),
  ];
  setCurrentDetails(lines.join('\n\n'));
  upsertMemo({ rubrik, hos, vantar, nastaDag });
  const status = avslutat ? 'avslutat' : vantar > 0 ? 'väntar' : 'öppet';
  if (lage.findable) makeFindable({ huvudman, organ: hos, status, diarienummer });
}

/** Its handlingar are another's now: who finds its process is not to take it for the matter. */
function showMoved({ huvudman, diarienummer, findable }: ArendeLage): void {
  setCurrentDetails(`${diarienummer ?? 'Utan diarienummer'}: handlingarna hör nu till ett annat ärende.`);
  upsertMemo({ hos: null, vantar: 0, nastaDag: null });
  if (findable) makeFindable({ huvudman, organ: null, status: 'avslutat', diarienummer });
}
