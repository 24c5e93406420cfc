import { join } from 'node:path';
import { activityInfo, log } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { shownName } from '../diarium/bild/ord.ts';
import type { Expediering } from '../expediering/att-expediera.ts';
import { expedieringOf } from '../expediering/expediering-of.ts';
import { getForsandelse, makeForsandelse, putForsandelse } from '../expediering/forsandelse.ts';
import { type Forsandelse, type Kvitto, SandFel } from '../expediering/kanaler/index.ts';
import { safeName } from '../expediering/kanaler/text.ts';
import type { Kanal, Leverans } from '../store/expediering.ts';
import { beating } from './beating.ts';
import type { ActivityDeps } from './deps.ts';
import { allHinder } from './plan-leverans.ts';
import { withRoomFor } from './room.ts';

/** ej: it is not to be sent as it is; it is to be planned anew. */
export type Utfall = 'levererad' | 'provkord' | 'ej';

/**
 * Sends one delivery, or makes its dry run. At least once: a try is counted first, then it is sent under its key, then the
 * receipt is kept; after a kill in between the receiver is asked again with the same key and the same bytes.
 */
export const skicka =
  (deps: ActivityDeps) =>
  ({ nyckel }: { nyckel: string }): Promise<Utfall> =>
    // alive from the first question: while a database makes it wait, no other worker is to begin the same
    beating(async (signal) => {
      const { store } = deps;
      const expediering = await stillToSend(deps, nyckel);
      const begun = expediering && (await store.beginSend(nyckel));
      if (!begun) return 'ej';
      const { leverans, kanal, prov } = begun;
      const make = () =>
        withRoomFor(deps, expediering.sha256, signal, () =>
          makeForsandelse(deps, leverans, expediering, signal),
        );
      try {
        if (prov && kanal) return await dryRun(deps, { leverans, kanal }, await make());
        const kvitto =
          kanal === null || kanal.slag === 'inkorg'
            ? inboxReceipt(leverans)
            : await send(deps, { leverans, kanal }, make, signal);
        await store.noteDelivered(nyckel, kvitto);
        log.info('delivered', { nyckel, kanal: kanal?.namn ?? 'inkorg' });
        return 'levererad';
      } catch (error) {
        if (signal.aborted) throw new CancelledFailure('the delivery was called off');
        if (error instanceof ApplicationFailure) throw error;
        await store.noteSendFailed(nyckel, inSwedish(error), false);
        throw asFailure(error);
      }
    });

/** Only the newest try sends: this one may have slept with its machine while the next began. */
async function send(
  deps: ActivityDeps,
  { leverans, kanal }: { leverans: Leverans; kanal: Kanal },
  make: () => Promise<Forsandelse>,
  signal: AbortSignal,
): Promise<Kvitto> {
  const forsandelse = await kept(deps, leverans, make);
  const now = await deps.store.leverans(leverans.nyckel);
  if (now?.forsok !== leverans.forsok)
    throw ApplicationFailure.retryable('another try of the delivery has begun', 'Overtaken');
  signal.throwIfAborted();
  return deps.sandare.sand(kanal, forsandelse, signal);
}

/**
 * The § as it is now, if nothing stands in the way that did not when it was planned: days may lie between two tries. A
 * decision that changed after it was first tried is not sent as it was, and cannot be sent otherwise under its key.
 */
async function stillToSend(deps: ActivityDeps, nyckel: string): Promise<Expediering | null> {
  const leverans = await deps.store.leverans(nyckel);
  const expediering = leverans && (await expedieringOf(deps, leverans));
  if (!expediering) return null;
  const hinder = await allHinder(deps.store, expediering);
  if (hinder.some(({ kod }) => !leverans.slappt.includes(kod))) return null;
  if (leverans.forsandelse === null || leverans.innehall === expediering.innehall) return expediering;
  const fel = 'Beslutet har ändrats sedan det första försöket. Skicka om det, så går det som det är nu.';
  await deps.store.noteSendFailed(nyckel, fel, true);
  return null;
}

/** The row lies there already: whoever looks into the inbox has it. */
function inboxReceipt({ mottagare, nyckel }: Leverans) {
  return {
    at: new Date().toISOString(),
    vad: `Ligger i inkorgen för ${shownName(mottagare)}.`,
    id: nyckel,
    redan: false,
  };
}

/** What is sent, kept before it is: the same bytes under the same key, whatever is known later. */
async function kept(
  { store, blobs }: ActivityDeps,
  { nyckel, forsandelse }: Leverans,
  make: () => Promise<Forsandelse>,
): Promise<Forsandelse> {
  const known = forsandelse ?? (await store.noteBuilt(nyckel, await putForsandelse(blobs, await make())));
  return getForsandelse(blobs, known);
}

async function dryRun(
  { home, sandare, store }: ActivityDeps,
  { leverans: { nyckel }, kanal }: { leverans: Leverans; kanal: Kanal },
  forsandelse: Forsandelse,
): Promise<Utfall> {
  const folder = join(
    ...[home, 'provkorningar', safeName(kanal.huvudman ?? '', 'utan-huvudman')],
    ...[safeName(kanal.namn, 'kanal'), nyckel],
  );
  await sandare.provkor(kanal, forsandelse, folder);
  await store.noteDryRun(nyckel, folder, kanal);
  log.info('made a dry run', { nyckel, kanal: kanal.namn });
  return 'provkord';
}

function inSwedish(error: unknown): string {
  if (error instanceof SandFel) return error.sv;
  return 'Det gick inte att skicka; felet är vårt. Se loggen.';
}

/** What a receiver refuses for good is not tried again; one that asks to be left alone for a while is. */
function asFailure(error: unknown): unknown {
  if (!(error instanceof SandFel)) return error;
  const { slag, sv, vantaSekunder } = error;
  return ApplicationFailure.create({
    type: 'SandFel',
    message: error.message,
    nonRetryable: slag === 'slutgiltigt',
    details: [{ sv, attempt: activityInfo().attempt }],
    cause: error,
    ...(vantaSekunder !== undefined && { nextRetryDelay: Math.max(1, vantaSekunder) * 1000 }),
  });
}
