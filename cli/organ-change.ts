/** How a change of the register is made and told, and what follows from it is computed. */
import type { Command } from 'commander';
import { OrganFel } from '../diarium/organ/index.ts';
import { wayOf } from '../diarium/way/index.ts';
import type { OfHuvudman, OrganAndring, Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { NOT_RUNNING } from './tell-deliveries.ts';
import { amount } from './terminal/layout.ts';
import { withStore } from './with-store.ts';

/** What every command that changes the register takes. */
export interface ChangeOptions extends OfHuvudman {
  av?: string;
  json?: boolean;
}

/** Matters from which on people are told that it takes a while. */
const MANY = 500;

/**
 * Makes a change, computes the ways of the matters that it touches, and says what was done. What is wrong is told, and
 * nothing is changed.
 *
 * @param change null: there was nothing to change; undefined: it has answered itself
 * @param unchanged what to say then
 */
export async function changeOrgan(
  { command, session, json }: { command: Command; session: Session; json: boolean | undefined },
  unchanged: string,
  change: (store: Store) => Promise<OrganAndring | null | undefined>,
): Promise<void> {
  const { terminal } = session;
  const due = await withStore(
    command,
    session,
    async (store) => {
      const done = await change(store).catch((error: unknown) => {
        if (error instanceof OrganFel) throw new CommandError(faultsText(error), EXIT.notAccepted);
        throw error;
      });
      if (done === undefined) return NOBODY;
      const matters = done?.matters ?? [];
      if (matters.length >= MANY) terminal.tell(`Räknar om ${amount(matters.length, 'ärende', 'ärenden')} …`);
      for (const id of matters) await store.updateWay(id, wayOf);
      if (json) terminal.answer(asJson(done));
      else terminal.answer(done === null ? unchanged : changedText(done));
      return done === null ? NOBODY : await whomToTell(store);
    },
    { make: true },
  );
  await tell(due, command, session);
}

/** How many processes have something new to look at: of matters, and of what is sent. */
interface Due {
  matters: number;
  deliveries: number;
}

const NOBODY: Due = { matters: 0, deliveries: 0 };

async function whomToTell(store: Store): Promise<Due> {
  const [matters, deliveries] = [await store.mattersToWake(), await store.stepsToWake()];
  return { matters: matters.length, deliveries: deliveries.length };
}

/** Tells an installation that runs. One that starts later finds it in the store. */
async function tell({ matters, deliveries }: Due, command: Command, session: Session): Promise<void> {
  if (matters + deliveries === 0) return;
  const [{ connectInstallation }, { wakeMatters }, { wakeLeveranser }] = await Promise.all([
    import('../engine/installation.ts'),
    import('../engine/tell/matters.ts'),
    import('../engine/tell/leveranser.ts'),
  ]);
  const running = await connectInstallation(await settingsOf(command));
  if (!running) {
    if (deliveries > 0) session.terminal.tell(NOT_RUNNING);
    return;
  }
  try {
    await wakeMatters(running);
    await wakeLeveranser(running.client, running.store);
  } finally {
    await running.stop();
  }
}

function changedText({ andring, organ, matters }: OrganAndring): string {
  const named = organ.length <= 5 ? organ.join(', ') : amount(organ.length, 'post', 'poster');
  const ways =
    matters.length === 0 ? '' : ` ${amount(matters.length, 'ärende är omräknat', 'ärenden är omräknade')}.`;
  return `Ändrat: ${named} (ändring ${andring}).${ways}`;
}

function faultsText({ fel }: OrganFel): string {
  return fel.length === 1
    ? `Inget är ändrat. ${fel[0]}`
    : `Inget är ändrat:\n${fel.map((one) => `  ${one}`).join('\n')}`;
}
