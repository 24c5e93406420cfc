import { join } from 'node:path';
import { activityInfo, log } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { expedieringOf } from '../expediering/expediering-of.ts';
import { getForsandelse, makeForsandelse, putForsandelse } from '../expediering/forsandelse.ts';
import { type Forsandelse, SandFel } from '../expediering/kanaler/index.ts';
import { safeName } from '../expediering/kanaler/text.ts';
import type { Kanal, Leverans } from '../store/expediering.ts';
import { beating } from './beating.ts';
import type { ActivityDeps } from './deps.ts';

/** ej: the last gate did not let it through; it is to be planned anew. */
export type Utfall = 'levererad' | 'provkord' | 'ej';

/**
 * Sends one delivery, or makes its dry run. At least once: a try is counted first, then it is sent under its key, then the
 * receipt is kept; after a kill in between the receiver is asked again with the same key and the same bytes.
 */
export const skicka =
  (deps: ActivityDeps) =>
  async ({ nyckel }: { nyckel: string }): Promise<Utfall> => {
    const { store } = deps;
    const begun = await store.beginSend(nyckel);
    if (!begun) return 'ej';
    const { leverans, kanal, prov } = begun;
    return beating(async (signal) => {
      try {
        if (prov && kanal) return await dryRun(deps, leverans, kanal);
        const kvitto =
          kanal === null || kanal.slag === 'inkorg'
            ? inboxReceipt(leverans)
            : await deps.sandare.sand(kanal, await built(deps, leverans), signal);
        await store.noteDelivered(nyckel, kvitto);
        log.info('delivered', { nyckel, kanal: kanal?.namn ?? 'inkorg' });
        return 'levererad';
      } catch (error) {
        if (signal.aborted) throw new CancelledFailure('the delivery was called off');
        await store.noteSendFailed(nyckel, inSwedish(error), false);
        throw asFailure(error);
      }
    });
  };

/** The row lies there already: whoever looks into the inbox has it. */
function inboxReceipt({ mottagare, nyckel }: Leverans) {
  return {
    at: new Date().toISOString(),
    vad: `Ligger i inkorgen för ${mottagare}.`,
    id: nyckel,
    redan: false,
  };
}

/** What is sent, kept before it is: the same bytes under the same key, whatever is known later. */
async function built(deps: ActivityDeps, leverans: Leverans): Promise<Forsandelse> {
  const { store, blobs } = deps;
  const kept =
    leverans.forsandelse ??
    (await store.noteBuilt(leverans.nyckel, await putForsandelse(blobs, await make(deps, leverans))));
  return getForsandelse(blobs, kept);
}

async function make(deps: ActivityDeps, leverans: Leverans): Promise<Forsandelse> {
  const expediering = await expedieringOf(deps, leverans);
  if (!expediering) throw ApplicationFailure.nonRetryable('the § is not there any more', 'Missing');
  return makeForsandelse(deps, leverans, expediering);
}

async function dryRun(deps: ActivityDeps, leverans: Leverans, kanal: Kanal): Promise<Utfall> {
  const folder = join(
    ...[deps.home, 'provkorningar', safeName(kanal.huvudman ?? '', 'utan-huvudman')],
    ...[safeName(kanal.namn, 'kanal'), leverans.nyckel],
  );
  await deps.sandare.provkor(kanal, await make(deps, leverans), folder);
  await deps.store.noteDryRun(leverans.nyckel, folder, kanal);
  log.info('made a dry run', { nyckel: leverans.nyckel, kanal: kanal.namn });
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
