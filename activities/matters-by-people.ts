/** What people say of posts and matters, kept and routed; the processes of all matters it touches are told. */
import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Postmarke } from '../store/processer.ts';
import { alive } from './beating.ts';
import type { ActivityDeps } from './deps.ts';
import { routeMatters } from './route-matters.ts';

async function routed(deps: ActivityDeps, matters: string[]): Promise<{ matters: string[] }> {
  await routeMatters(deps, matters);
  await deps.wake(matters);
  return { matters };
}

const refuse = (message: string) => ApplicationFailure.nonRetryable(message, 'Otillatet');

/** Marks posts of inboxes. Fails without retry when none of them is known. */
export const markPosts = (deps: ActivityDeps) =>
  alive(async ({ marke }: { marke: Postmarke }) => {
    const matters = await deps.store.markPosts(marke);
    if (matters.length === 0) throw refuse(`Ingen post heter ${marke.poster.join(', ')}.`);
    return routed(deps, matters);
  });

/** Makes one matter of two. Fails without retry when they cannot be one. */
export const joinMatters = (deps: ActivityDeps) =>
  alive(async ({ fran, till, av }: { [of in 'fran' | 'till' | 'av']: string }) => {
    const matters = await deps.store.sammanfor(fran, till, av);
    if (matters === null)
      throw refuse('Ärendena kan inte föras samman: ett av dem finns inte, eller de har olika huvudmän.');
    return routed(deps, matters);
  });

/** Takes a matter out of the one it was joined to. Fails without retry when it was not joined. */
export const partMatters = (deps: ActivityDeps) =>
  alive(async ({ fran, av }: { fran: string; av: string }) => {
    const matters = await deps.store.skilj(fran, av);
    if (matters !== null) return routed(deps, matters);
    if (activityInfo().attempt === 1) throw refuse('Ärendet är inte sammanfört med något annat.');
    // An earlier try has done it and was ended before it could say so: what it left is routed.
    return routed(deps, [...new Set([fran, ...(await deps.store.staleMatters())])]);
  });
