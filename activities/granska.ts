/** What people decide about a file: kept, and the ways computed that it changed. */
import { log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import {
  type Angran,
  angranSchema,
  type Beslut,
  beslutSchema,
  type Klar,
  klarSchema,
} from '../diarium/rattelser/types.ts';
import { mustBeMeant } from '../store/rattelse-form.ts';
import { RattelseAvvisad, type SparatBeslut } from '../store/rattelser.ts';
import { beating } from './beating.ts';
import type { ActivityDeps } from './deps.ts';
import { routeMatters } from './route-matters.ts';

/** A decision that the store refuses is refused for good, with its reason. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RattelseAvvisad)) throw error;
    const { code, sv, en } = error;
    throw ApplicationFailure.create({
      ...{ type: 'RattelseAvvisad', message: en, nonRetryable: true },
      details: [{ code, sv, en }],
      cause: error,
    });
  }
}

/** Keeps a decision. Tried again after a crash it is the same one, by its id. */
export const sparaBeslut =
  ({ store }: ActivityDeps) =>
  async (beslut: Beslut): Promise<SparatBeslut> => {
    const saved = await refusing(() =>
      beating(async () => store.saveRattelse(mustBeMeant(beslutSchema, beslut))),
    );
    log.info('decided', { sha256: beslut.sha256, mal: beslut.mal.id, nr: saved.nr });
    return saved;
  };

export const sparaAngran =
  ({ store }: ActivityDeps) =>
  (angran: Angran): Promise<SparatBeslut> =>
    refusing(() => beating(async () => store.angraRattelse(mustBeMeant(angranSchema, angran))));

export const sparaKlar =
  ({ store }: ActivityDeps) =>
  (klar: Klar): Promise<string[]> =>
    refusing(() => beating(async () => store.markeraKlar(mustBeMeant(klarSchema, klar))));

/** Computes anew the ways of the matters that a decision changed, and tells their processes. */
export const routaArenden =
  ({ store, wayOf, wake }: ActivityDeps) =>
  async ({ matters }: { matters: string[] }): Promise<void> => {
    const stale = new Set(await store.staleMatters());
    const changed = matters.filter((matter) => stale.has(matter));
    await beating(async () => {
      await routeMatters({ store, wayOf }, changed);
      await wake(matters);
    });
  };

/** What of a file waits for people. */
export const lasGranskning =
  ({ store }: ActivityDeps) =>
  async ({ sha256 }: { sha256: string }): Promise<{ vantar: number; haller: number }> => {
    const { vantar, haller } = await store.granskningslage(sha256);
    return { vantar, haller };
  };

/** Reminds people of what waits for them. */
export const paminnOmGranskning =
  ({ store }: ActivityDeps) =>
  async ({ sha256, nr }: { sha256: string; nr: number }): Promise<void> => {
    const { haller } = await store.granskningslage(sha256);
    if (haller === 0) return;
    await store.notePaminnelseOmGranskning(sha256, nr, haller);
    log.warn('waits for a person', { sha256, nr, vantar: haller });
  };
